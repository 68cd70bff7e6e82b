"""What the sandbox's Telegram refuses, in Telegram's words; spoken to with plain HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.sandbox.telegram import FloodLimits, TelegramServer
from bot.sandbox.telegram.pictures import blank_png
from tests.sandbox.telegram_kit import TOKEN, Client, Reply


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with TelegramServer(TOKEN) as telegram, httpx.AsyncClient() as http:
        yield Client(telegram, http)


async def test_only_the_right_token_gets_an_answer(client: Client) -> None:
    for path, status, words in (
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/file/bot1:wrong/x", 401, "Unauthorized"),
        (f"/file/bot{TOKEN}/photos/none.jpg", 404, "Not Found"),
        (f"/bot{TOKEN}/getNothing", 404, "Not Found"),
        ("/elsewhere", 404, "Not Found"),
    ):
        response = await client.http.get(client.telegram.url + path)
        assert (response.status_code, response.json()["description"]) == (status, words), path


async def test_methods_ignore_case_and_parameters_may_stand_anywhere(client: Client) -> None:
    url = f"{client.telegram.base_url}{TOKEN}"
    query = await client.http.get(f"{url}/SENDMESSAGE", params={"chat_id": client.ann.id, "text": "query"})
    form = await client.http.post(f"{url}/sendmessage", data={"chat_id": str(client.ann.id), "text": "form"})
    as_json = await client.say(
        chat_id=str(client.ann.id), text="json", reply_markup='{"inline_keyboard": []}'
    )
    assert [query.json()["result"]["text"], form.json()["result"]["text"]] == ["query", "form"]
    assert as_json[1]["text"] == "json"
    assert client.telegram.violations == []


BROKEN: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"chat_id": 1, "text": "x", "colour": "red"}, 'unexpected parameter "colour"'),
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 1}, "message text is empty"),
    ("sendPhoto", {"chat_id": 1}, "there is no photo in the request"),
    ("editMessageCaption", {"chat_id": 1, "message_id": "x"}, 'field "message_id" must be of type Integer'),
    ("sendMessage", {"chat_id": True, "text": "x"}, 'field "chat_id" must be of type Integer'),
    ("sendMessage", {"chat_id": 1, "text": ["x"]}, 'field "text" must be of type String'),
    (
        "sendMessage",
        {"chat_id": 1, "text": "x", "protect_content": "maybe"},
        'field "protect_content" must be of type Boolean',
    ),
    ("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
    (
        "sendMessage",
        {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"callback_data": "a"}]]}},
        "can't parse inline keyboard button: can't find field \"text\"",
    ),
    (
        "sendMessage",
        {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback": "b"}]]}},
        'can\'t parse inline keyboard button: unexpected field "callback"',
    ),
    (
        "sendMessage",
        {"chat_id": 1, "text": "x", "reply_parameters": {"message": 5}},
        'can\'t parse reply parameters: unexpected field "message"',
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "a"}]},
        "can't parse BotCommand: can't find field \"description\"",
    ),
    (
        "setMyCommands",
        {"commands": [], "scope": {"type": "chat"}},
        "can't parse BotCommandScopeChat: can't find field \"chat_id\"",
    ),
    (
        "sendMediaGroup",
        {"chat_id": 1, "media": [{"type": "photo"}]},
        "can't parse InputMedia: can't find field \"media\"",
    ),
    ("sendMediaGroup", {"chat_id": 1}, 'parameter "media" is required'),
    ("getUpdates", {"allowed_updates": ["mesage"]}, 'unknown kind of update "mesage" in allowed_updates'),
    ("sendDice", {"chat_id": 1}, "method is not simulated"),
    ("sendMessage", {"chat_id": 1, "text": "x", "parse_mode": "Markdown"}, "is not simulated"),
]


@pytest.mark.parametrize(("method", "params", "reason"), BROKEN)
async def test_a_call_that_breaks_the_bot_api_is_refused_and_noted(
    client: Client, method: str, params: dict[str, Any], reason: str
) -> None:
    status, words = await client(method, **params)
    assert status == 400
    assert words.startswith("Bad Request: ")
    assert words.endswith(reason)
    assert client.telegram.violations == [f"{method}: {words}"]


async def test_a_file_that_no_parameter_names_is_refused(client: Client) -> None:
    _, words = await client.upload("sendMessage", {"extra": b"x"}, chat_id=client.ann.id, text="x")
    assert words == 'Bad Request: uploaded file "extra" belongs to no parameter of sendMessage'


BUTTON = {"text": "b"}
ENTITIES = "can't parse entities: "
KEY = "can't parse inline keyboard button: "


def keyboard(**action: str) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [[BUTTON | action]]}}


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"chat_id": 4711}, "chat not found"),
    ({"chat_id": "@nobody"}, "chat not found"),
    ({"text": " \n "}, "message text is empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "😀" * 2049}, "message is too long"),
    ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        {"text": "a <b> c", "parse_mode": "HTML"},
        ENTITIES + 'Can\'t find end tag corresponding to start tag "b"',
    ),
    (
        {"text": "é <x>", "parse_mode": "HTML"},
        ENTITIES + 'Unsupported start tag "x" at byte offset 3',
    ),
    (
        {"text": "<b>x</i>", "parse_mode": "HTML"},
        ENTITIES + 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    ),
    (
        {"text": "a.", "parse_mode": "MarkdownV2"},
        ENTITIES + "Character '.' is reserved and must be escaped with the preceding '\\'",
    ),
    (
        {"text": "é _a", "parse_mode": "MarkdownV2"},
        ENTITIES + "Can't find end of Italic entity at byte offset 3",
    ),
    (
        {"entities": [{"type": "bold", "offset": 1, "length": 5}]},
        "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 6",
    ),
    ({"reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ({"message_thread_id": 99}, "message thread not found"),
    (keyboard(), KEY + "Text buttons are unallowed in the inline keyboard"),
    (keyboard(callback_data="é" * 33), "BUTTON_DATA_INVALID"),
    (keyboard(url="ftp://x"), "inline keyboard button URL 'ftp://x' is invalid: Unsupported URL protocol"),
]


@pytest.mark.parametrize(("change", "reason"), REFUSED)
async def test_a_message_that_cannot_be_sent_is_refused_in_telegrams_words(
    client: Client, change: dict[str, Any], reason: str
) -> None:
    assert await client.say(**change) == (400, f"Bad Request: {reason}")
    assert client.telegram.answers(client.ann) == []
    assert client.telegram.violations == []


async def test_the_longest_texts_captions_and_data_still_pass(client: Client) -> None:
    assert (await client.say(text="x" * 4096))[0] == 200
    assert (await client.say(text="😀" * 2048))[0] == 200
    assert (await client.say(text=f"<b>{'x' * 4096}</b>", parse_mode="HTML"))[0] == 200
    markup = {"inline_keyboard": [[BUTTON | {"callback_data": "é" * 32}]]}
    assert (await client.say(reply_markup=markup))[0] == 200
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    assert (await client.say(reply_parameters=reply))[0] == 200


async def test_pictures_that_telegram_does_not_take_as_photos(client: Client) -> None:
    async def photo(data: bytes, caption: str = "") -> Reply:
        return await client.upload("sendPhoto", {"photo": data}, chat_id=client.ann.id, caption=caption)

    assert await photo(b"") == (400, "Bad Request: file must be non-empty")
    assert await photo(b"<html>no picture</html>") == (400, "Bad Request: IMAGE_PROCESS_FAILED")
    assert await photo(blank_png(6000, 4001)) == (400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    assert await photo(blank_png(2001, 100)) == (400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    assert (await photo(blank_png(6000, 4000)))[0] == 200
    assert (await photo(blank_png(2000, 100)))[0] == 200
    big = blank_png(10, 10) + bytes(10 * 1024 * 1024)
    words = f"file of size {len(big)} bytes is too big for a photo; the maximum size is 10485760 bytes"
    assert await photo(big) == (400, f"Bad Request: {words}")
    assert await photo(blank_png(9, 9), "x" * 1025) == (400, "Bad Request: message caption is too long")
    assert await photo(blank_png(9, 9), "😀" * 513) == (400, "Bad Request: message caption is too long")
    assert (await photo(blank_png(9, 9), "😀" * 512))[0] == 200


async def test_files_that_are_too_big_to_send_or_to_download(client: Client) -> None:
    status, sent = await client.upload(
        "sendDocument", {"document": bytes(20 * 1024 * 1024 + 1)}, chat_id=client.ann.id
    )
    assert status == 200
    file_id = sent["document"]["file_id"]
    assert await client("getFile", file_id=file_id) == (400, "Bad Request: file is too big")
    assert await client("sendPhoto", chat_id=client.ann.id, photo=file_id) == (
        400,
        "Bad Request: can't use file of type Document as Photo",
    )
    too_big = {"document": bytes(50 * 1024 * 1024 + 1)}
    assert await client.upload("sendDocument", too_big, chat_id=client.ann.id) == (
        413,
        "Request Entity Too Large",
    )
    assert await client("getFile", file_id="none") == (
        400,
        "Bad Request: wrong file_id or the file is temporarily unavailable",
    )


async def test_albums_of_the_wrong_size_or_mix(client: Client) -> None:
    photo = {"type": "photo", "media": "attach://a"}
    document = {"type": "document", "media": "attach://a"}

    async def album(media: list[dict[str, str]]) -> Reply:
        return await client.upload(
            "sendMediaGroup", {"a": blank_png(9, 9)}, chat_id=client.ann.id, media=media
        )

    assert (await album([photo] * 10))[0] == 200
    assert await album([photo] * 11) == (400, "Bad Request: too many messages to send as an album")
    assert await album([photo, document]) == (
        400,
        "Bad Request: document can't be mixed with other media types",
    )
    assert len(client.telegram.answers(client.ann)) == 10


async def test_messages_of_others_are_not_the_bots_to_edit(client: Client) -> None:
    mine = client.telegram.messages(client.ann)[0]
    edit = await client("editMessageText", chat_id=client.ann.id, message_id=mine.message_id, text="x")
    assert edit == (400, "Bad Request: message can't be edited")
    group = client.telegram.add_group("Friends", [client.ann])
    theirs = client.telegram.send_text(client.ann, "hello", chat=group)
    delete = await client("deleteMessage", chat_id=group.id, message_id=theirs.message_id)
    assert delete == (400, "Bad Request: message can't be deleted")
    assert await client("deleteMessages", chat_id=client.ann.id, message_ids=[mine.message_id, 99]) == (
        200,
        True,
    )
    assert client.telegram.messages(client.ann) == []


async def test_reactions_and_actions_are_those_that_exist(client: Client) -> None:
    message = client.telegram.messages(client.ann)[0]

    async def react(emoji: str) -> Reply:
        reaction = [{"type": "emoji", "emoji": emoji}]
        place = {"chat_id": client.ann.id, "message_id": message.message_id}
        return await client("setMessageReaction", **place, reaction=reaction)

    assert await react("🖼") == (400, "Bad Request: REACTION_INVALID")
    assert await react("👀") == (200, True)
    assert message.reactions == [{"type": "emoji", "emoji": "👀"}]
    action = await client("sendChatAction", chat_id=client.ann.id, action="dance")
    assert action == (400, "Bad Request: wrong parameter action in request")


async def test_flood_limits_say_how_long_to_wait() -> None:
    now = [1000.0]
    async with (
        TelegramServer(TOKEN, now=lambda: now[0], flood_limits=FloodLimits()) as telegram,
        httpx.AsyncClient() as http,
    ):
        client = Client(telegram, http)
        assert [(await client.say())[0] for _ in range(3)] == [200] * 3
        response = await http.post(
            f"{telegram.base_url}{TOKEN}/sendMessage", json={"chat_id": client.ann.id, "text": "x"}
        )
        assert response.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 3",
            "parameters": {"retry_after": 3},
        }
        now[0] += 3
        assert (await client.say())[0] == 200
        group = telegram.add_group("Friends", [client.ann])
        assert [(await client.say(chat_id=group.id))[0] for _ in range(21)] == [200] * 20 + [429]


async def test_stars_are_paid_once_and_refunded_once(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    invoice = {
        "chat_id": ann.id,
        "title": "25 credits",
        "description": "For 25 edits",
        "payload": "p",
        "currency": "XTR",
    }
    assert (await client("sendInvoice", **invoice, prices=[{"label": "25", "amount": 50}]))[0] == 200
    [message] = telegram.answers(ann)
    assert message.buttons == [{"text": "Pay ⭐️50", "pay": True}]
    checkout = telegram.pay(ann, message)
    answer = {"pre_checkout_query_id": checkout.id, "ok": True}
    assert await client("answerPreCheckoutQuery", **answer) == (200, True)
    assert (await client("answerPreCheckoutQuery", **answer))[0] == 400
    _, updates = await client("getUpdates", offset=-1)
    assert updates[0]["message"]["successful_payment"]["telegram_payment_charge_id"] == checkout.charge_id
    refund = {"user_id": ann.id, "telegram_payment_charge_id": checkout.charge_id}
    assert await client("refundStarPayment", **refund) == (200, True)
    assert await client("refundStarPayment", **refund) == (400, "Bad Request: CHARGE_ALREADY_REFUNDED")
    _, listed = await client("getStarTransactions")
    assert [("source" in each, each["id"], each["amount"]) for each in listed["transactions"]] == [
        (True, checkout.charge_id, 50),
        (False, checkout.charge_id, 50),
    ]
    assert telegram.violations == []


async def test_updates_by_offset_limit_kind_and_age() -> None:
    now = [1000.0]
    async with TelegramServer(TOKEN, now=lambda: now[0]) as telegram, httpx.AsyncClient() as http:
        client = Client(telegram, http)
        for text in "bcd":
            telegram.send_text(client.ann, text)

        async def texts(**params: Any) -> list[str]:
            _, updates = await client("getUpdates", **params)
            return [(update.get("message") or update.get("edited_message"))["text"] for update in updates]

        assert await texts(limit=2) == ["/start", "b"]
        _, updates = await client("getUpdates")
        assert await texts(offset=updates[1]["update_id"]) == ["b", "c", "d"]
        assert await texts(offset=-2) == ["c", "d"]
        assert await texts() == ["c", "d"], "a negative offset forgets what is before it"
        _, updates = await client("getUpdates", allowed_updates=["message"])
        telegram.edit_message(telegram.messages(client.ann)[-1], "edited")
        assert await texts(offset=updates[-1]["update_id"] + 1) == []
        await client("getUpdates", allowed_updates=[])
        telegram.edit_message(telegram.messages(client.ann)[-1], "edited again")
        assert await texts() == ["edited again"]
        now[0] += 86_400
        assert await texts() == []
