"""Groups: what is done there, for whom, and what becomes of it when the group changes."""

from pathlib import Path

import pytest

from bot.domain.people import ANONYMOUS_ADMIN
from bot.sandbox.gateway import Reply
from bot.sandbox.telegram import Chat, Content, Message, User
from tests.whole.town import PHOTO, Town, inhabited, outside

VOICE = {"file_id": "v", "file_unique_id": "u", "duration": 1}


def club(town: Town, **fields: object) -> Chat:
    """A group where Root and Ann are administrators, and Ming is a member."""
    people = [town.root, town.ann, town.ming]
    return town.telegram.add_group("Club", people, administrators=[town.root, town.ann], **fields)  # type: ignore[arg-type]


async def answer_to(town: Town, request: Message) -> Message:
    return await town.answer(request, lambda each: each.reply_to is request)


async def result(town: Town, request: Message) -> Message:
    return await town.answer(request, lambda each: each.reply_to is request and bool(each.file_id))


async def in_work(town: Town, request: Message) -> Message:
    """The gateway has begun; returns the request."""
    await town.gateway.until(lambda: town.gateway.held == 1)
    return request


async def pressed(town: Town, user: User, menu: Message, label: str) -> str:
    """What flashes up when somebody presses the button that begins so."""
    labels = [each["text"] for each in menu.buttons if each["text"].removeprefix("✓ ").startswith(label)]
    assert labels, menu.view()
    press = town.telegram.press(user, menu, labels[0])
    await town.telegram.wait_for(lambda: press.answers, timeout=60)
    return str(press.answers[0].get("text", ""))


async def test_only_what_is_addressed_to_the_bot_is_done(town: Town) -> None:
    telegram, group = town.telegram, club(town, bot_status="administrator")  # which reads everything
    channel = telegram.add_channel("News", discussion=group)
    theirs = telegram.send_photo(town.ming, PHOTO, "my cat", chat=group)
    post = telegram.publish(channel, telegram.photo(PHOTO, "news"))
    assert post
    telegram.publish(channel, telegram.photo(PHOTO, "@darkroom_bot by the channel itself"))
    for words in ("make it red", "@somebody_else make it red", "/edit@other_bot make it red", "/frobnicate"):
        telegram.send_text(town.ann, words, chat=group, reply_to=theirs)
        telegram.send_photo(town.ann, PHOTO, words, chat=group)
    telegram.send_album(town.ann, [PHOTO, PHOTO], "holidays", chat=group)
    naming = telegram.text_mention("Darkroom, one", "Darkroom")
    asks = (
        telegram.send_photo(town.ann, PHOTO, "Darkroom, one", chat=group, entities=[naming]),
        telegram.send_photo(town.ann, PHOTO, "/edit@darkroom_bot two", chat=group),
        telegram.send_text(town.ann, "/edit three", chat=group, reply_to=theirs),
        telegram.send_text(town.ann, "四 @darkroom_bot", chat=group, reply_to=theirs),
        telegram.send_text(town.ann, "@darkroom_bot /edit five", chat=group, reply_to=post),
        telegram.send_text(town.ann, "@darkroom_bot six, from words", chat=group),
    )
    answers = [await result(town, ask) for ask in asks]
    last = telegram.send_text(town.ming, "seven", chat=group, reply_to=answers[0])
    await result(town, last)
    telegram.send_content(town.ming, Content(other={"voice": VOICE}), chat=group, reply_to=answers[0])
    await town.idle()
    assert await town.asked() == [
        ("one", 1), ("two", 1), ("three", 1), ("四", 1), ("five", 1), ("six, from words", 0), ("seven", 1),
    ]  # fmt: skip
    final = [each for each in telegram.answers(group) if each.file_id or each.text]
    assert len(final) == len(asks) + 1, "nobody else was answered"


async def test_who_hides_is_told_why_nothing_happens_and_yet_chooses_for_the_group(town: Town) -> None:
    telegram, group = town.telegram, club(town, anonymous=[])
    await town.answer(telegram.send_text(town.ming, "/quota@darkroom_bot", chat=group))
    for ask in (
        telegram.send_photo(town.ann, PHOTO, "@darkroom_bot red", chat=group, anonymous=True),
        telegram.send_text(town.ming, "/imagine a fox", chat=group, as_channel=telegram.add_channel("Mine")),
        telegram.send_text(town.ann, "/quota", chat=group, anonymous=True),
    ):
        said = await answer_to(town, ask)
        assert said.text.startswith("我看不到你是谁"), "in the language last spoken there"
    assert await town.asked() == []
    assert await town.rows("SELECT 1 FROM people WHERE id = ?", ANONYMOUS_ADMIN) == []
    assert await town.rows("SELECT 1 FROM wallets WHERE id = ?", f"p{ANONYMOUS_ADMIN}") == []
    settings = await answer_to(town, telegram.send_text(town.ann, "/settings", chat=group, anonymous=True))
    assert settings.buttons
    menu = await answer_to(town, telegram.send_text(town.ann, "/model", chat=group, anonymous=True))
    await pressed(town, town.ann, menu, "GPT Image")
    await telegram.wait_for(lambda: "GPT Image" in menu.text, timeout=60)
    assert "Ann" not in menu.text
    assert (await town.rows("SELECT model FROM groups WHERE id = ?", group.id)) == [("gpt-image-1",)]


async def test_a_groups_administrators_choose_its_model_and_members_are_told(town: Town) -> None:
    telegram, group = town.telegram, club(town)
    own = await town.answer(telegram.send_text(town.ming, "/model", chat=group))
    await pressed(town, town.ming, own, "Seedream 4.0")
    menu = await town.answer(telegram.send_text(town.ann, "/model@darkroom_bot", chat=group))
    assert "Now: each member’s own choice" in str(menu.text)
    assert menu.buttons[-1]["text"] == "✓ Each member’s own choice"
    assert await pressed(town, town.ming, menu, "GPT Image 1") == "只有群管理员才能替所有成员选择。"
    assert await pressed(town, town.root, menu, "GPT Image 1") == "In this group it is GPT Image 1 now."
    await telegram.wait_for(lambda: "Now: GPT Image 1" in menu.text, timeout=60)
    told = await town.answer(telegram.send_text(town.ming, "/model", chat=group))
    assert "GPT Image 1" in str(told.text)
    assert "Seedream 4.0" in str(told.text)
    assert not told.buttons
    await town.answer(telegram.send_photo(town.ming, PHOTO, "@darkroom_bot 黑白", chat=group))
    await town.answer(telegram.send_photo(town.ming, PHOTO, "黑白"))
    telegram.set_status(group, town.ann, "member", by=town.root)
    town.app.desk.administrators.take((group.id, town.ann.id), 0)  # as after a minute
    assert "Only an administrator" in await pressed(town, town.ann, menu, "Each member")
    assert await pressed(town, town.root, menu, "Each member")
    await town.answer(telegram.send_photo(town.ming, PHOTO, "@darkroom_bot 黑白", chat=group))
    models = await town.rows("SELECT model FROM edits ORDER BY created, id")
    assert models == [("gpt-image-1",), ("doubao-seedream-4-0-250828",), ("doubao-seedream-4-0-250828",)]


async def test_what_is_in_work_for_a_group_follows_it_into_its_supergroup_after_a_restart_too(
    tmp_path: Path,
) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        async with inhabited(telegram, gateway, tmp_path, {"DARKROOM_STOP_GRACE": "0"}) as town:
            old = club(town, kind="group")
            menu = await town.answer(telegram.send_text(town.ann, "/model", chat=old))
            await pressed(town, town.ann, menu, "GPT Image 1")
            gateway.hold()
            await in_work(town, telegram.send_photo(town.ming, PHOTO, "@darkroom_bot 黑白", chat=old))
            new = telegram.migrate(old, by=town.root)
        gateway.release()
        async with inhabited(telegram, gateway, tmp_path, {}) as town:
            moved = await telegram.wait_for(lambda: pictures(town, new), timeout=60)
            await town.idle()
            assert not moved[0].reply_to, "no message there has the number of the request"
            await telegram.wait_for(lambda: telegram.answers(new) == moved, timeout=60)  # nobody greets
            more = telegram.send_text(town.ming, "更亮", chat=new, reply_to=moved[0])
            await result(town, more)
            edits = await town.rows("SELECT model, chat, parent IS NOT NULL FROM edits ORDER BY created")
            assert edits == [("gpt-image-1", new.id, 0), ("gpt-image-1", new.id, 1)]
            assert await town.rows("SELECT moved_to FROM groups WHERE id = ?", old.id) == [(new.id,)]


def pictures(town: Town, chat: Chat) -> list[Message]:
    return [each for each in town.telegram.answers(chat) if each.file_id]


async def test_who_removes_the_bot_stops_its_work_there_and_who_brings_it_back_is_greeted(town: Town) -> None:
    telegram, group = town.telegram, club(town)
    town.gateway.hold()
    await in_work(town, telegram.send_photo(town.ann, PHOTO, "@darkroom_bot sepia", chat=group))
    telegram.set_bot_status(group, "kicked", by=town.root)
    await town.idle()
    assert await town.rows("SELECT state FROM edits") == [("cancelled",)]
    assert await town.left(town.ann) == 10
    assert await town.rows("SELECT present FROM groups WHERE id = ?", group.id) == [(0,)]
    town.gateway.release()
    telegram.set_bot_status(group, "member", by=town.ming)
    hello = await telegram.wait_for(lambda: telegram.answers(group)[-1:], timeout=60)
    assert "/edit@darkroom_bot" in str(hello[0].text)
    assert str(hello[0].text).startswith("大家好")
    assert await town.rows("SELECT present FROM groups WHERE id = ?", group.id) == [(1,)]


async def test_who_is_left_without_a_picture_by_a_removed_bot_reads_it_in_private(town: Town) -> None:
    telegram, group = town.telegram, club(town)
    await town.says(town.ann, "/start")
    for method in ("sendPhoto", "sendDocument", "sendMessage"):
        kicked = "Forbidden: bot was kicked from the supergroup chat"
        telegram.fail_next(method, 403, kicked, times=9, where=lambda params: params["chat_id"] == group.id)
    telegram.send_photo(town.ann, PHOTO, "@darkroom_bot sepia", chat=group)
    said = await telegram.wait_for(lambda: telegram.answers(town.ann)[1:], timeout=60)
    assert said[0].text.startswith("I cannot answer you in the group “Club”:\n\nI am not in the group")
    await town.idle()
    assert await town.left(town.ann) == 10
    assert len(telegram.calls_of("sendPhoto")) == 1


async def test_where_photos_are_forbidden_a_file_comes_and_where_nothing_may_be_sent_a_word_in_private(
    town: Town,
) -> None:
    telegram, group, bot = town.telegram, club(town), town.telegram.bot
    telegram.restrict(group, bot, by=town.root, can_send_photos=False)
    answer = await town.answer(telegram.send_photo(town.ming, PHOTO, "@darkroom_bot 黑白", chat=group))
    assert answer.content.document
    telegram.restrict(group, bot, by=town.root, can_send_photos=False, can_send_documents=False)
    answer = await town.answer(telegram.send_photo(town.ming, PHOTO, "@darkroom_bot 黑白", chat=group))
    assert str(answer.text).startswith("这个群不允许我发送图片")
    calls = len(town.gateway.calls)
    refused = await answer_to(town, telegram.send_photo(town.ann, PHOTO, "@darkroom_bot sepia", chat=group))
    assert "a moment ago" in refused.text
    assert len(town.gateway.calls) == calls, "no picture is made that cannot be sent"
    telegram.restrict(
        group, bot, by=town.root, can_send_photos=False, can_send_documents=False, can_send_messages=False
    )
    telegram.world.private_chat(town.ming)
    before = len(telegram.messages(group))
    telegram.send_photo(town.ming, PHOTO, "@darkroom_bot 黑白", chat=group)
    said = await telegram.wait_for(lambda: telegram.answers(town.ming), timeout=60)
    await town.idle()
    telegram.world.private_chat(town.ann)
    telegram.send_photo(town.ann, PHOTO, "@darkroom_bot sepia", chat=group)
    told = await telegram.wait_for(lambda: telegram.answers(town.ann), timeout=60)
    assert "a moment ago" in told[0].text
    assert str(said[0].text).startswith("我没法在群“Club”里回复你：\n\n这个群不允许我发送图片")
    assert not [each for each in telegram.messages(group)[before:] if each.from_bot]
    assert await town.left(town.ming) == 9, "only the file was charged"
    again = await pressed(town, town.ming, said[0], "🔁")
    assert again
    await telegram.wait_for(lambda: pictures_in_private(town, town.ming), timeout=60)


def pictures_in_private(town: Town, user: User) -> list[Message]:
    return [each for each in town.telegram.answers(user) if each.file_id]


@pytest.mark.parametrize("where", ["forum", "private"])
async def test_all_that_belongs_to_a_topic_stays_in_it(town: Town, where: str) -> None:
    telegram = town.telegram
    chat = club(town, is_forum=True) if where == "forum" else telegram.world.private_chat(town.ann)
    if where == "forum":  # what is written into a topic is no reply to who opened it
        opened = telegram.add_topic(chat, "Talk", by=telegram.bot)
        telegram.send_photo(town.ann, PHOTO, "my cat", chat=chat, topic=opened)
    topic = telegram.add_topic(chat, "Art", by=town.ann)
    request = telegram.send_photo(town.ann, PHOTO, "@darkroom_bot sepia", chat=chat, topic=topic)
    await town.answer(request, lambda each: bool(each.file_id))
    if where == "forum":  # in private Telegram's limit would make this wait
        town.gateway.script(Reply(400))
        request = telegram.send_photo(town.ann, PHOTO, "@darkroom_bot sepia", chat=chat, topic=topic)
        await town.answer(request, lambda each: "charged" in each.text)
    await town.answer(telegram.send_photo(town.ann, PHOTO, "@darkroom_bot", chat=chat, topic=topic))
    sends = [call for call in telegram.calls if call.method.startswith("send")]
    assert {call.method for call in sends} >= {"sendPhoto", "sendMessage", "sendChatAction"}
    assert [call.method for call in sends if call.params.get("message_thread_id") != topic] == []
