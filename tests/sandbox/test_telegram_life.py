"""Drafts, reactions, replies, copies and what is gone, as the sandbox's Telegram has them."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.sandbox.telegram import FloodLimits, TelegramServer
from bot.sandbox.telegram.pictures import blank_png
from tests.sandbox.telegram_kit import TOKEN, Client

PICTURE = blank_png(40, 30)
AGAIN = {"inline_keyboard": [[{"text": "Again", "callback_data": "again"}]]}
HOUR = 3600


class Clock:
    """Seconds since 1970, as the test wants."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def client(clock: Clock) -> AsyncIterator[Client]:
    async with TelegramServer(TOKEN, now=clock) as telegram, httpx.AsyncClient() as http:
        client = Client(telegram, http)
        await client.updates()
        yield client


async def test_a_draft_lives_for_30_seconds_or_until_the_message_comes(client: Client, clock: Clock) -> None:
    telegram, ann = client.telegram, client.ann
    draft = {"chat_id": ann.id, "draft_id": 7}
    assert await client("sendMessageDraft", **draft, text="Dev") == (200, True)
    clock.now += 29
    assert await client("sendMessageDraft", **draft, text="Developing") == (200, True)
    clock.now += 29
    assert [each.text for each in telegram.drafts(ann)] == ["Developing"]
    clock.now += 2
    assert telegram.drafts(ann) == []
    await client("sendMessageDraft", **draft)
    await client.say(text="done")
    assert telegram.drafts(ann) == []
    assert telegram.messages(ann)[-1].text == "done"
    group = telegram.add_group("Club", [ann])
    refused = await client("sendMessageDraft", chat_id=group.id, draft_id=7, text="x")
    assert refused == (400, "Bad Request: TEXTDRAFT_PEER_INVALID")


async def test_stop_reaches_the_bot_where_it_allowed_it(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    await client("sendMessageDraft", chat_id=ann.id, draft_id=7, text="Developing")
    with pytest.raises(LookupError):
        telegram.stop_draft(ann)
    await client("sendMessageDraft", chat_id=ann.id, draft_id=7, text="Developing", can_stop=True)
    telegram.stop_draft(ann)
    [update] = await client.updates()
    stopped = update["stopped_message_generation"]
    assert (stopped["chat"]["id"], stopped["draft_id"]) == (ann.id, 7)
    assert telegram.drafts(ann) == []
    await client("getUpdates", allowed_updates=["message"], offset=-1)
    await client("sendMessageDraft", chat_id=ann.id, draft_id=8, text="x", can_stop=True, keep_on_stop=True)
    telegram.stop_draft(ann)
    assert telegram.pending[1:] == [], "nobody asked for this kind of update"
    assert [each.text for each in telegram.drafts(ann)] == ["x"]


async def test_an_older_server_does_not_know_what_is_new(client: Client) -> None:
    client.telegram.older = frozenset({"sendMessageDraft"})
    refused = await client("sendMessageDraft", chat_id=client.ann.id, draft_id=7, text="x", can_stop=True)
    assert refused == (404, "Not Found")
    assert client.telegram.violations == []


async def test_reactions_are_those_that_the_chat_allows(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    group = telegram.add_group("Club", [ann], reactions=["👍", "🔥"])
    album = telegram.send_album(ann, [PICTURE] * 2, "@darkroom_bot", chat=group)

    async def react(emoji: str, *more: str) -> object:
        reaction = [{"type": "emoji", "emoji": each} for each in (emoji, *more)]
        place = {"chat_id": group.id, "message_id": album[1].message_id}
        return (await client("setMessageReaction", **place, reaction=reaction))[1]

    assert await react("👀") == "Bad Request: REACTION_INVALID"
    assert await react("👍", "🔥") == "Bad Request: REACTIONS_TOO_MANY"
    assert await react("🔥") is True
    assert [[each["emoji"] for each in message.reactions] for message in album] == [["🔥"], []]
    _, chat = await client("getChat", chat_id=group.id)
    assert {each["emoji"] for each in chat["available_reactions"]} == {"👍", "🔥"}


async def test_a_reply_shows_what_it_answers_one_level_deep_also_under_a_button(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    photo = telegram.send_photo(ann, PICTURE)
    request = telegram.send_text(ann, "sepia", reply_to=photo)
    await client.say(reply_parameters={"message_id": request.message_id}, reply_markup=AGAIN)
    [result] = telegram.answers(ann)
    telegram.press(ann, result, "Again")
    telegram.delete_message(photo)
    telegram.send_text(ann, "neon", reply_to=photo)
    _, reply, press, late = await client.updates()
    assert reply["message"]["reply_to_message"]["photo"]
    assert press["callback_query"]["message"]["reply_to_message"]["text"] == "sepia"
    assert "reply_to_message" not in press["callback_query"]["message"]["reply_to_message"]
    assert "reply_to_message" not in late["message"], "it was deleted"


async def test_what_the_bot_knows_it_can_send_again(client: Client) -> None:
    telegram, ann = client.telegram, client.ann
    photo = telegram.send_photo(ann, PICTURE, "mine")
    place = {"chat_id": ann.id, "from_chat_id": ann.id}
    assert (await client("sendPhoto", chat_id=ann.id, photo=photo.file_id))[0] == 200
    _, copy = await client("copyMessage", **place, message_id=photo.message_id, reply_markup=AGAIN)
    copied = telegram.answers(ann)[-1]
    assert (copied.message_id, copied.text, copied.file_id) == (copy["message_id"], "mine", photo.file_id)
    lost = await client("copyMessage", **place, message_id=99)
    assert lost == (400, "Bad Request: message to copy not found")


async def test_of_a_message_that_is_old_or_gone_a_press_tells_only_where_it_was(
    client: Client, clock: Clock
) -> None:
    telegram, ann = client.telegram, client.ann
    await client.say(reply_markup=AGAIN)
    await client.say(reply_markup=AGAIN)
    old, gone = telegram.answers(ann)
    telegram.delete_message(gone)
    with pytest.raises(LookupError, match="gone"):
        telegram.press(ann, gone, "Again")
    telegram.press(ann, gone, "Again", late=True)
    clock.now += 48 * HOUR + 1
    telegram.press(ann, old, "Again")
    place = {"chat_id": ann.id, "message_id": old.message_id}
    assert await client("deleteMessage", **place) == (400, "Bad Request: message can't be deleted")
    assert (await client("editMessageText", **place, text="still there"))[0] == 200
    lost = await client("editMessageText", chat_id=ann.id, message_id=gone.message_id, text="x")
    assert lost == (400, "Bad Request: message to edit not found")
    [press] = await client.updates()
    seen = press["callback_query"]["message"]
    assert seen == {"chat": old.chat.to_json(), "message_id": old.message_id, "date": 0}


async def test_an_album_passes_the_limits_of_a_private_chat_as_one_call(clock: Clock) -> None:
    async with (
        TelegramServer(TOKEN, now=clock, flood_limits=FloodLimits()) as telegram,
        httpx.AsyncClient() as http,
    ):
        client = Client(telegram, http)
        photo = telegram.send_photo(client.ann, PICTURE).file_id
        group = telegram.add_group("Club", [client.ann])
        media = [{"type": "photo", "media": photo}] * 10

        async def album(chat_id: int) -> int:
            return (await client("sendMediaGroup", chat_id=chat_id, media=media))[0]

        assert await album(client.ann.id) == 200
        assert [(await client.say())[0] for _ in range(3)] == [200, 200, 429]
        clock.now += 1
        assert [await album(group.id) for _ in range(3)] == [200, 200, 429], "20 pictures a minute"
