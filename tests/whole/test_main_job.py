"""The main job: a photo in, an edited photo out, through every model and shape."""

import hashlib
from pathlib import Path

import pytest

from bot.sandbox.gateway import MODELS, GatewayServer, Reply
from bot.sandbox.telegram import Content, Message, User
from tests.whole.town import Town, a_town, inhabited, outside

NO_LINK = [model for model in MODELS if model != "chat-seededit"]


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


async def choose(town: Town, user: User, model: str) -> None:
    await town.says(user, "/start")
    await town.app.desk.account.choose_model(user.id, model)


def result(town: Town, message: Message) -> bytes:
    assert message.file_id, message.text
    return town.telegram.file_bytes(message.file_id)


@pytest.mark.parametrize("model", NO_LINK)
async def test_a_photo_with_a_caption_comes_back_edited_byte_for_byte(
    town: Town, photo: bytes, model: str
) -> None:
    await choose(town, town.ann, model)
    request = town.telegram.send_photo(town.ann, photo, "make it black and white")
    answer = await town.answer(request)
    assert result(town, answer) == town.gateway.last_results[0]
    assert town.gateway.calls[0].model == model
    assert answer.reply_to is request
    assert answer.buttons


async def test_the_gateway_gets_model_prompt_and_the_largest_size_as_a_data_uri(
    town: Town, photo: bytes
) -> None:
    await town.answer(town.telegram.send_photo(town.ann, photo, "红色背景"))
    (call,) = town.gateway.calls
    assert (call.method, call.path) == ("POST", "/v1/chat/completions")
    assert call.headers["Authorization"] == f"Bearer {town.gateway.key}"
    assert isinstance(call.body, dict)
    assert call.body["model"] == town.app.desk.account.catalogue.default
    assert call.body["stream"] in (True, False)
    (message,) = call.body["messages"]
    assert message["role"] == "user"
    assert message["content"][0] == {"type": "text", "text": "红色背景"}
    assert [part["type"] for part in message["content"]] == ["text", "image_url"]
    assert [sha(picture) for picture in call.pictures] == [sha(photo)]


async def test_the_status_message_is_silent_and_goes_when_the_picture_comes(town: Town, photo: bytes) -> None:
    town.gateway.hold()
    request = town.telegram.send_photo(town.ann, photo, "sepia")
    status = await town.answer(request, lambda message: True)
    assert status.silent
    assert [text for row in status.buttons for text in row] or status.buttons
    await town.gateway.until(lambda: town.gateway.held == 1)
    town.gateway.release()
    answer = await town.answer(request)
    await town.idle()
    await town.telegram.wait_for(lambda: status not in town.telegram.messages(town.ann), timeout=60)
    assert list(town.telegram.answers(town.ann)) == [answer]
    assert town.telegram.calls_of("sendChatAction")


async def test_an_image_file_comes_back_as_a_file_with_the_models_own_bytes(town: Town, photo: bytes) -> None:
    request = town.telegram.send_document(town.ann, ("cat.jpg", photo, "image/jpeg"), "sepia")
    answer = await town.answer(request)
    assert answer.content.document
    assert result(town, answer) == town.gateway.last_results[0]


async def test_text_alone_becomes_a_picture_with_size_quality_and_number_where_the_model_takes_them(
    town: Town,
) -> None:
    await choose(town, town.ann, "gpt-4o-image")
    request = town.telegram.send_text(town.ann, "a cat in a tree")
    answer = await town.answer(request)
    assert result(town, answer) == town.gateway.last_results[0]
    body = town.gateway.calls[0].body
    assert isinstance(body, dict)
    assert {"n", "size", "quality", "style"} <= body.keys()
    assert town.gateway.calls[0].pictures == []


async def test_a_chinese_person_reads_chinese(town: Town) -> None:
    assert "10 点可用" in await town.says(town.ming, "/quota")
    assert "10 credits" in await town.says(town.ann, "/quota")


async def test_the_model_is_chosen_by_button_and_kept_after_a_restart(tmp_path: Path, photo: bytes) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        async with inhabited(telegram, gateway, tmp_path, {}) as town:
            menu = await town.answer(telegram.send_text(town.ann, "/model"))
            before = next(text for text in _texts(menu) if "FLUX Kontext Max" in text)
            assert "4" in before
            telegram.press(town.ann, menu, before)
            await telegram.wait_for(lambda: before not in _texts(menu), timeout=60)
        async with inhabited(telegram, gateway, tmp_path, {}) as town:
            await town.answer(telegram.send_photo(town.ann, photo, "sepia"))
            assert gateway.calls[0].model == "flux-kontext-max"


def _texts(message: Message) -> list[str]:
    rows = (message.markup or {}).get("inline_keyboard", [])
    assert isinstance(rows, list)
    return [button["text"] for row in rows for button in row]


async def test_who_has_used_the_quota_up_reads_one_sentence_and_nothing_goes_to_the_gateway(
    tmp_path: Path, photo: bytes
) -> None:
    async with a_town(tmp_path, DARKROOM_QUOTA__FREE="1") as town:
        await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
        refusal = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
        assert refusal.text
        assert "00:00" in refusal.text or "tomorrow" in refusal.text or "in " in refusal.text
        assert len(town.gateway.calls) == 1


async def test_two_photos_at_the_same_instant_with_one_credit_left_are_one_edit(
    tmp_path: Path, photo: bytes
) -> None:
    async with a_town(tmp_path, DARKROOM_QUOTA__FREE="1") as town:
        for _ in range(2):
            town.telegram.send_photo(town.ann, photo, "sepia")
        await town.telegram.wait_for(lambda: len(town.final(town.ann)) == 2, timeout=60)
        assert sum(answer.file_id is not None for answer in town.final(town.ann)) == 1
        assert len(town.gateway.calls) == 1


async def test_an_admin_grants_credits_and_nobody_else_can(tmp_path: Path, photo: bytes) -> None:
    async with a_town(tmp_path, DARKROOM_QUOTA__FREE="0") as town:
        unknown = await town.says(town.ann, "/nonsense")
        assert await town.says(town.ann, f"/grant {town.ann.id} 5") == unknown
        await town.says(town.ann, "/start")
        assert "5" in await town.says(town.root, "/grant @ann 5 well done")
        assert await town.left(town.ann) == 5
        await town.says(town.root, f"/limit {town.ann.id} 7")
        assert await town.left(town.ann) == 12
        await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
        assert town.gateway.calls


async def test_commands_are_published_for_everybody_for_groups_and_for_admins(town: Town) -> None:
    def scopes() -> set[str]:
        return {str(call.params.get("scope")) for call in town.telegram.calls_of("setMyCommands")}

    await town.telegram.wait_for(lambda: len(scopes()) >= 3, timeout=60)


async def test_cancel_closes_the_request_and_costs_nothing(town: Town, photo: bytes) -> None:
    town.gateway.hold()
    request = town.telegram.send_photo(town.ann, photo, "sepia")
    status = await town.answer(request, lambda message: "✖" in str(message.markup))
    await town.gateway.until(lambda: town.gateway.held == 1)
    town.telegram.press(town.ann, status, next(text for text in _texts(status) if "✖" in text))
    await town.gateway.until(lambda: town.gateway.disconnects == 1)
    await town.idle()
    assert await town.left(town.ann) == 10
    assert await town.rows("SELECT state FROM edits") == [("cancelled",)]


async def test_again_and_other_model_work_on_a_result(town: Town, photo: bytes) -> None:
    first = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
    town.telegram.press(town.ann, first, next(text for text in _texts(first) if "🔁" in text))
    await town.gateway.until(lambda: len(town.gateway.calls) == 2)
    await town.idle()
    assert [call.pictures and sha(call.pictures[0]) for call in town.gateway.calls] == [sha(photo)] * 2


async def test_somebody_elses_button_does_nothing(town: Town, photo: bytes) -> None:
    first = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
    press = town.telegram.press(town.ming, first, next(text for text in _texts(first) if "🔁" in text))
    await town.telegram.wait_for(lambda: press.answers, timeout=60)
    await town.idle()
    assert len(town.gateway.calls) == 1


FAILURES = {
    "a result that is HTML": Reply(
        200, {"choices": [{"message": {"content": "![x](HOST/files/page.html)"}}]}
    ),
    "moderation": Reply(400, {"error": {"code": "moderation_blocked", "message": "safety"}}),
    "a wrong key": Reply(401, {"error": {"message": "invalid key", "code": "invalid_api_key"}}),
    "credit used up": Reply(402, {"error": {"code": 402, "message": "Insufficient credits"}}),
    "words only": Reply(200, {"choices": [{"message": {"content": "I can only talk."}}]}),
    "no choices": Reply(200, {"choices": []}),
    "a web page": Reply(
        200, b"<!doctype html><html><body>hello</body></html>", {"Content-Type": "text/html"}
    ),
    "nonsense": Reply(200, b"\x00\xff\x17", {"Content-Type": "application/json"}),
    "an empty body": Reply(200, b""),
}


@pytest.mark.parametrize("what", FAILURES)
async def test_a_gateway_without_a_picture_ends_in_one_sentence_that_nothing_was_charged(
    town: Town, photo: bytes, what: str
) -> None:
    town.gateway.script(FAILURES[what], times=0)
    answer = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
    assert answer.text
    assert "not charged" in answer.text or "nothing was charged" in answer.text.lower()
    assert "sk-" not in answer.text
    await town.idle()
    assert await town.left(town.ann) == 10


@pytest.mark.parametrize("prompt", ["html", "nothing", "broken picture", "words only", "forbidden"])
async def test_a_result_that_is_no_picture_ends_in_one_sentence_and_costs_nothing(
    town: Town, photo: bytes, prompt: str
) -> None:
    answer = await town.answer(town.telegram.send_photo(town.ann, photo, prompt))
    assert answer.text
    assert answer.file_id is None
    assert await town.left(town.ann) == 10


async def test_an_unreachable_gateway_is_one_sentence(tmp_path: Path, photo: bytes) -> None:
    async with GatewayServer() as gone:
        url = gone.base_url
    async with a_town(tmp_path, DARKROOM_GATEWAY__BASE_URL=url) as town:
        answer = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
        assert answer.text
        assert url not in answer.text
        assert await town.left(town.ann) == 10


BAD_FILES = {
    "no picture": ("cat.jpg", b"this is no picture at all", "image/jpeg"),
    "an archive": ("cat.zip", b"PK\x03\x04", "application/zip"),
    "a program in a picture's name": ("cat.png", b"MZ" + b"\x00" * 100, "image/png"),
    "half a picture": ("cat.jpg", b"\xff\xd8\xff\xe0" + b"\x00" * 500, "image/jpeg"),
}


@pytest.mark.parametrize("what", BAD_FILES)
async def test_a_file_that_is_no_picture_is_one_sentence_and_costs_nothing(town: Town, what: str) -> None:
    answer = await town.answer(town.telegram.send_document(town.ann, BAD_FILES[what], "sepia"))
    assert answer.text
    assert await town.left(town.ann) == 10
    assert town.gateway.calls == []


async def test_a_file_over_20_mb_is_refused_in_words_without_a_download(town: Town, photo: bytes) -> None:
    big = ("cat.jpg", photo + b"\x00" * 20_000_001, "image/jpeg")
    answer = await town.answer(town.telegram.send_document(town.ann, big, "sepia"))
    assert "20" in (answer.text or "")
    assert town.telegram.calls_of("getFile") == []
    assert await town.rows("SELECT 1 FROM edits") == []


@pytest.mark.parametrize(
    "caption", ["🦊" * 512, "<b>bold</b> & <script>", "_*[`~>#+-=|{}.!", "a\u202eb\x00c"]
)
async def test_any_caption_reaches_the_model_as_it_is(town: Town, photo: bytes, caption: str) -> None:
    answer = await town.answer(town.telegram.send_photo(town.ann, photo, caption))
    assert answer.file_id, answer.text
    body = town.gateway.calls[0].body
    assert isinstance(body, dict)
    text = body["messages"][0]["content"][0]["text"]
    assert text == caption or "\x00" in caption


async def test_names_with_markup_are_harmless(town: Town) -> None:
    evil = town.telegram.add_user("<b>_*[Eve", id=666, language_code="en")
    assert "<b>_*[Eve" in await town.says(evil, "/start")


async def test_an_edited_caption_starts_no_second_edit(town: Town, photo: bytes) -> None:
    request = town.telegram.send_photo(town.ann, photo, "sepia")
    await town.answer(request)
    town.telegram.edit_message(request, "sepia again")
    await town.says(town.ann, "/quota")
    assert len(town.gateway.calls) == 1


async def test_several_pictures_come_as_one_album(town: Town, photo: bytes) -> None:
    pictures = [
        {"type": "image_url", "image_url": {"url": f"{town.gateway.root}{path}"}}
        for path in (town.gateway.files.add(photo + bytes([n]), "image/jpeg", "plain")[0] for n in range(2))
    ]
    town.gateway.script(Reply(200, {"choices": [{"message": {"content": None, "images": pictures}}]}))
    request = town.telegram.send_photo(town.ann, photo, "sepia")
    await town.telegram.wait_for(lambda: town.telegram.calls_of("sendMediaGroup"), timeout=60)
    await town.idle()
    album = [each for each in town.telegram.answers(town.ann) if each.file_id]
    assert [result(town, each) for each in album] == [photo + b"\x00", photo + b"\x01"]
    assert all(each.reply_to is request for each in album)
    assert town.telegram.calls_of("sendMediaGroup")


async def test_a_video_is_one_sentence(town: Town) -> None:
    answer = await town.answer(
        town.telegram.send_content(
            town.ann,
            Content("sepia", document=town.telegram.document(("a.mp4", b"\x00" * 64, "video/mp4")).document),
        )
    )
    assert answer.text
    assert await town.rows("SELECT 1 FROM edits") == []
