"""python-telegram-bot, an independent client, against the sandbox's Telegram."""

import asyncio
import zlib
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    Update,
)
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

from bot.sandbox.telegram import TelegramServer
from bot.sandbox.telegram.pictures import blank_png

TOKEN = "100200300:sandbox"
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Again", callback_data="again")]])


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(TOKEN) as server:
        yield server


@pytest.fixture
async def bot(telegram: TelegramServer) -> AsyncIterator[Bot]:
    async with make_bot(telegram) as client:
        yield client


def make_bot(telegram: TelegramServer, read_timeout: float = 60.0) -> Bot:
    request = HTTPXRequest(read_timeout=read_timeout)
    return Bot(
        TOKEN,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        request=request,
        get_updates_request=HTTPXRequest(),
    )


async def test_the_bot_knows_itself(bot: Bot, telegram: TelegramServer) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (100200300, "darkroom_bot", True)
    assert telegram.violations == []


async def test_a_message_arrives_once_and_is_confirmed_by_the_next_offset(
    bot: Bot, telegram: TelegramServer
) -> None:
    ann = telegram.add_user("Ann", language_code="de")
    telegram.send_text(ann, "/start@darkroom_bot 👋 @darkroom_bot")
    [update] = await bot.get_updates()
    assert update.message
    assert update.message.from_user
    assert update.message.from_user.language_code == "de"
    entities = update.message.parse_entities()
    assert {(each.type, text) for each, text in entities.items()} == {
        ("bot_command", "/start@darkroom_bot"),
        ("mention", "@darkroom_bot"),
    }
    assert len(await bot.get_updates()) == 1, "not confirmed yet"
    assert await bot.get_updates(offset=update.update_id + 1) == ()


async def test_a_long_poll_answers_when_somebody_writes(bot: Bot, telegram: TelegramServer) -> None:
    ann = telegram.add_user("Ann")
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(bot.get_updates(timeout=10))
        await telegram.wait_for(lambda: telegram.calls_of("getUpdates"))
        telegram.send_text(ann, "hello")
    [update] = poll.result()
    assert update.effective_message
    assert update.effective_message.text == "hello"


async def test_the_older_of_two_polls_gets_a_conflict(telegram: TelegramServer) -> None:
    async with make_bot(telegram) as older, make_bot(telegram) as newer, asyncio.TaskGroup() as group:
        first = group.create_task(_conflict(older))
        await telegram.wait_for(lambda: telegram.calls_of("getUpdates"))
        assert await newer.get_updates() == ()
        assert "terminated by other getUpdates request" in await first


async def _conflict(bot: Bot) -> str:
    with pytest.raises(Conflict) as error:
        await bot.get_updates(timeout=10)
    return error.value.message


async def test_a_photo_comes_down_byte_for_byte_in_its_largest_size(
    bot: Bot, telegram: TelegramServer
) -> None:
    ann = telegram.add_user("Ann")
    data = blank_png(1000, 500)
    telegram.send_photo(ann, data, "make it blue")
    [update] = await bot.get_updates()
    assert update.message
    assert update.message.caption == "make it blue"
    sizes = update.message.photo
    assert [(size.width, size.height) for size in sizes] == [(90, 45), (320, 160), (800, 400), (1000, 500)]
    largest = await bot.get_file(sizes[-1])
    assert bytes(await largest.download_as_bytearray()) == data
    smallest = await bot.get_file(sizes[0])
    assert bytes(await smallest.download_as_bytearray()) != data


async def test_a_photo_goes_up_as_a_reply_with_buttons_and_again_by_its_id(
    bot: Bot, telegram: TelegramServer
) -> None:
    ann = telegram.add_user("Ann")
    question = telegram.send_text(ann, "draw")
    data = blank_png(400, 300)
    sent = await bot.send_photo(
        ann.id, data, "done", reply_to_message_id=question.message_id, reply_markup=KEYBOARD
    )
    answer = await telegram.wait_for_answer(question)
    assert (answer.text, answer.reply_to, answer.buttons[0]["text"]) == ("done", question, "Again")
    assert answer.file_id
    assert telegram.file_bytes(answer.file_id) == data
    assert sent.reply_to_message
    assert sent.reply_to_message.message_id == question.message_id
    again = await bot.send_photo(ann.id, sent.photo[-1].file_id)
    assert again.photo == sent.photo
    assert telegram.calls_of("sendPhoto")[0].params["photo"]["size"] == len(data)


async def test_a_large_document_goes_up_and_down_unchanged(bot: Bot, telegram: TelegramServer) -> None:
    ann = telegram.add_user("Ann")
    telegram.send_text(ann, "/start")
    data = bytes(3_000_000) + zlib.compress(b"end")
    sent = await bot.send_document(ann.id, data, filename="result.bin", caption="as a file")
    assert sent.document
    assert (sent.document.file_name, sent.document.file_size) == ("result.bin", len(data))
    file = await bot.get_file(sent.document)
    assert bytes(await file.download_as_bytearray()) == data


async def test_an_album_of_attached_photos_arrives_in_order(bot: Bot, telegram: TelegramServer) -> None:
    ann = telegram.add_user("Ann")
    telegram.send_text(ann, "/start")
    pictures = [blank_png(100 + each, 100) for each in range(3)]
    sent = await bot.send_media_group(ann.id, [InputMediaPhoto(each) for each in pictures], caption="three")
    assert [message.photo[-1].width for message in sent] == [100, 101, 102]
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.text for message in telegram.answers(ann)] == ["three", "", ""]


async def test_a_status_message_is_edited_turned_into_a_picture_and_deleted(
    bot: Bot, telegram: TelegramServer
) -> None:
    ann = telegram.add_user("Ann")
    telegram.send_text(ann, "/start")
    status = await bot.send_message(ann.id, "waiting", disable_notification=True, reply_markup=KEYBOARD)
    assert telegram.answers(ann)[0].silent
    await status.edit_text("working")
    [shown] = telegram.answers(ann)
    assert (shown.text, shown.buttons) == ("working", [])
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await status.edit_text("working")
    with pytest.raises(BadRequest, match="There is no caption"):
        await status.edit_caption("x")
    await bot.edit_message_media(InputMediaPhoto(blank_png(50, 50), "done"), ann.id, status.message_id)
    assert telegram.answers(ann)[0].text == "done"
    await bot.edit_message_media(InputMediaDocument(b"raw", filename="a.txt"), ann.id, status.message_id)
    await status.edit_reply_markup(KEYBOARD)
    assert telegram.answers(ann)[0].buttons
    await status.delete()
    assert telegram.answers(ann) == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await status.delete()
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await status.edit_text("late")
    assert telegram.violations == []


async def test_a_press_is_answered_in_time_or_refused(bot: Bot, telegram: TelegramServer) -> None:
    ann = telegram.add_user("Ann")
    telegram.send_text(ann, "/start")
    await bot.send_message(ann.id, "choose", reply_markup=KEYBOARD)
    [message] = telegram.answers(ann)
    press = telegram.press(ann, message, "Again")
    query = (await bot.get_updates())[-1].callback_query
    assert query
    assert (query.data, query.from_user.id) == ("again", ann.id)
    await query.answer("On it", show_alert=True)
    assert press.answers == [{"text": "On it", "show_alert": True}]
    late = telegram.press(ann, message, "again")
    telegram.expire(late)
    with pytest.raises(
        BadRequest, match="Query is too old and response timeout expired or query id is invalid"
    ):
        await bot.answer_callback_query(late.id)
    with pytest.raises(LookupError, match="no button 'Nothing'"):
        telegram.press(ann, message, "Nothing")


async def test_blocked_bots_and_strangers_are_refused(bot: Bot, telegram: TelegramServer) -> None:
    ann, stranger = telegram.add_user("Ann"), telegram.add_user("Bob")
    telegram.send_text(ann, "/start")
    telegram.block(ann)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ann.id, "hello?")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(stranger.id, "hello?")
    telegram.send_text(ann, "back")
    assert (await bot.send_message(ann.id, "welcome")).text == "welcome"
    kinds = [next(iter(update.to_dict().keys() - {"update_id"})) for update in await bot.get_updates()]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


async def test_commands_are_kept_for_each_scope_and_language(bot: Bot, telegram: TelegramServer) -> None:
    ann = telegram.add_user("Ann", language_code="zh")
    chat = telegram.send_text(ann, "/start").chat
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("help", "帮助")], scope=scope, language_code="zh")
    assert [each.description for each in await bot.get_my_commands()] == ["Help"]
    assert telegram.world.commands_for(chat, ann) == [{"command": "help", "description": "帮助"}]
    await bot.delete_my_commands(scope=scope, language_code="zh")
    assert telegram.world.commands_for(chat, ann) == [{"command": "help", "description": "Help"}]
    await bot.set_my_short_description("Edits photos")
    assert (await bot.get_my_short_description("de")).short_description == "Edits photos"


async def test_faults_on_demand_reach_the_client_as_real_ones(
    telegram: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    ann = telegram.add_user("Ann")
    telegram.send_text(ann, "/start")
    async with make_bot(telegram) as bot, make_bot(telegram, read_timeout=0.2) as impatient:
        telegram.fail_next("sendMessage", 429, retry_after=7)
        with pytest.raises(RetryAfter) as flood:
            await bot.send_message(ann.id, "one")
        assert flood.value.retry_after == timedelta(seconds=7)
        telegram.fail_next(status=502, body="<html>Bad Gateway</html>")
        with pytest.raises(NetworkError):
            await bot.send_message(ann.id, "two")
        assert telegram.answers(ann) == []
        telegram.fail_next("sendMessage", drop="after")
        with pytest.raises(NetworkError):
            await bot.send_message(ann.id, "three")
        telegram.fail_next("sendMessage", delay=0.5)
        with pytest.raises(TimedOut):
            await impatient.send_message(ann.id, "four")
        await telegram.wait_for(lambda: len(telegram.answers(ann)) == 2)
        assert [message.text for message in telegram.answers(ann)] == ["three", "four"], (
            "carried out all the same"
        )
        telegram.fail_next("sendMessage", drop="before", where=lambda params: params["text"] == "six")
        await bot.send_message(ann.id, "five")
        with pytest.raises(NetworkError):
            await bot.send_message(ann.id, "six")
        assert telegram.answers(ann)[-1].text == "five"


async def test_group_messages_reach_the_bot_only_when_it_is_addressed(
    bot: Bot, telegram: TelegramServer
) -> None:
    ann, bob = telegram.add_user("Ann"), telegram.add_user("Bob")
    group = telegram.add_group("Friends", [ann, bob], administrators=[bob], anonymous=[bob])
    telegram.send_text(ann, "hello all", chat=group)
    telegram.send_photo(ann, blank_png(9, 9), "@darkroom_bot sepia", chat=group)
    sent = await bot.send_message(group.id, "here I am")
    telegram.send_text(bob, "not for the bot", chat=group, anonymous=True)
    telegram.send_text(bob, "more", chat=group, anonymous=True, reply_to=sent.message_id)
    telegram.send_text(ann, "/edit@other_bot", chat=group)
    updates = [update for update in await bot.get_updates() if update.message]
    texts = [update.message.text or update.message.caption for update in updates if update.message]
    assert texts == ["@darkroom_bot sepia", "more"]
    last = updates[-1].message
    assert last
    assert last.from_user
    assert last.sender_chat
    assert (last.from_user.id, last.sender_chat.id) == (1087968824, group.id)
    assert last.reply_to_message
    assert await bot.get_chat_administrators(group.id) == (), "who is anonymous shows only to administrators"
    telegram.set_bot_status(group, "administrator", by=bob)
    administrators = await bot.get_chat_administrators(group.id)
    assert [each.user.id for each in administrators] == [bob.id, bot.id]
    assert (await bot.get_chat_member(group.id, ann.id)).status == "member"
    assert (await bot.get_chat(group.id)).title == "Friends"


async def test_answers_stay_in_their_topic(bot: Bot, telegram: TelegramServer) -> None:
    ann = telegram.add_user("Ann")
    forum = telegram.add_group(
        "Forum", [ann], administrators=[ann], is_forum=True, bot_status="administrator"
    )
    topic = telegram.add_topic(forum, "Photos", ann)
    asked = telegram.send_text(ann, "draw", chat=forum, topic=topic)
    sent = await bot.send_message(forum.id, "done", message_thread_id=topic)
    assert (sent.message_thread_id, sent.is_topic_message) == (topic, True)
    assert (await bot.send_message(forum.id, "x", reply_to_message_id=asked.message_id)).is_topic_message
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "lost", message_thread_id=99)


async def test_a_reply_in_a_group_carries_a_thread_that_is_no_topic(
    bot: Bot, telegram: TelegramServer
) -> None:
    ann = telegram.add_user("Ann")
    forum = telegram.add_group("Forum", [ann], is_forum=True, bot_status="administrator")
    root = telegram.send_text(ann, "root", chat=forum)
    telegram.send_text(ann, "reply", chat=forum, reply_to=root)
    message = (await bot.get_updates())[-1].message
    assert message
    assert (message.message_thread_id, message.is_topic_message) == (root.message_id, None)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=message.message_thread_id)


async def test_a_document_comes_with_its_name_type_and_caption(bot: Bot, telegram: TelegramServer) -> None:
    ann = telegram.add_user("Ann")
    telegram.send_document(ann, ("scan.png", blank_png(500, 400), "image/png"), "sepia")
    [update] = await bot.get_updates()
    assert update.message
    assert update.message.document
    document = update.message.document
    assert (document.file_name, document.mime_type) == ("scan.png", "image/png")
    assert update.message.caption == "sepia"
    assert document.thumbnail
    assert document.thumbnail.width == 320


async def test_waiting_ends_at_what_happens_or_says_what_happened_instead(telegram: TelegramServer) -> None:
    ann = telegram.add_user("Ann")
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(telegram.wait_for(lambda: telegram.messages(ann)))
        await asyncio.sleep(0)
        message = telegram.send_text(ann, "hello")
    assert waiting.result() == [message]
    with pytest.raises(TimeoutError, match=r"not within 0.01 s; calls so far: \{\}"):
        await telegram.wait_for_answer(message, timeout=0.01)


async def test_pushed_updates_arrive_as_they_are(bot: Bot, telegram: TelegramServer) -> None:
    telegram.push({"update_id": 7, "poll": {"id": "1"}})
    telegram.push({"message_reaction": {}})
    url = f"{telegram.base_url}{TOKEN}/getUpdates"
    raw = await bot.request.retrieve(url)
    assert raw == b'{"ok": true, "result": [{"update_id": 7, "poll": {"id": "1"}}]}'
    assert Update.de_json({"update_id": 7}, bot) is not None
