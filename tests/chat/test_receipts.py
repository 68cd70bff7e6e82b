"""Receipts: what was spent, as words and as a picture, and the last edits with their prices."""

import io
import re

import pytest
from PIL import Image

from bot.domain.errors import FaultKind, GatewayFault
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import User
from bot.sandbox.telegram.pictures import blank_png
from bot.texts import Texts, source
from tests.chat.conftest import ADMIN, PHOTO, RESULT, Chat
from tests.fakes.clock import FakeClock

DAY = 24 * 3600


async def edited(chat: Chat, person: User, words: str = "sepia") -> Message:
    return await chat.result(chat.telegram.send_photo(person, PHOTO, words))


async def ask(chat: Chat, person: User, text: str) -> Message:
    return await chat.answer(chat.telegram.send_text(person, text))


def picture(chat: Chat, message: Message) -> Image.Image:
    file = chat.telegram.world.files.get(message.file_id or "")
    assert file
    return Image.open(io.BytesIO(file.data))


@pytest.mark.parametrize(
    ("language", "spent"),
    [("en", "Spent in the last 30 days: 2."), ("zh", "最近 30 天用掉：2 点。"), ("ar", "2")],
)
async def test_quota_shows_what_was_spent_below_the_words(chat: Chat, language: str, spent: str) -> None:
    ann = chat.person(language=language)
    assert (await ask(chat, ann, "/quota")).file_id is None, "nothing to show yet"
    for _ in range(2):
        await edited(chat, ann)
        chat.clock.move(DAY)
    told = await ask(chat, ann, "/quota")
    assert "10" in told.text.splitlines()[0]
    assert spent in told.text.splitlines()[-1]
    assert picture(chat, told).width == 1000


async def test_what_was_spent_long_ago_is_no_picture_any_more(chat: Chat) -> None:
    ann = chat.person()
    await edited(chat, ann)
    chat.clock.move(31 * DAY)
    assert (await ask(chat, ann, "/quota")).file_id is None


async def test_in_a_group_nobody_sees_anybodys_receipts(chat: Chat) -> None:
    ann = chat.person()
    await edited(chat, ann)
    group = chat.telegram.add_group("Club", [ann])
    told = await chat.answer(chat.telegram.send_text(ann, "/quota@darkroom_bot", chat=group))
    assert told.file_id is None
    assert told.text.startswith("You can spend 9 credits now.")
    assert "Spent" not in told.text


async def test_quota_is_told_in_words_where_telegram_takes_no_picture(chat: Chat) -> None:
    ann = chat.person()
    await edited(chat, ann)
    chat.telegram.fail_next("sendPhoto", 400, "Bad Request: PHOTO_INVALID_DIMENSIONS", times=9)
    told = await ask(chat, ann, "/quota")
    assert told.file_id is None
    assert "You can spend 9 credits now." in told.text


async def test_history_tells_what_each_edit_cost_or_why_it_cost_nothing(chat: Chat) -> None:
    ann = chat.person()
    assert "no edit of yours here yet" in (await ask(chat, ann, "/history")).text
    await edited(chat, ann, "make it\nlook old " + "and " * 40 + "older")
    chat.clock.move(8 * DAY)
    answer = chat.gateway.answer
    chat.gateway.answer = lambda _: GatewayFault(FaultKind.CONTENT_POLICY)
    await ask(chat, ann, "a naked *king*")
    chat.gateway.answer = answer
    chat.clock.move(3 * 3600)
    chat.gateway.hold()
    request = chat.telegram.send_photo(ann, PHOTO, "sepia")
    await chat.gateway.until_asked(3)
    told = await ask(chat, ann, "/history")
    assert told.text == (
        "Your last edits, the newest first:\n\n"
        "1. 1 minute ago · Banana · in work, 1 credit set aside\n“sepia”\n\n"
        "2. 3 hours ago · Banana · nothing charged: content rules\n“a naked *king*”\n\n"
        "3. Nov 21 · Banana · 1 credit\n"
        "“make it look old and and and and and and and and and and an…”"
    )
    assert [each["text"] for each in told.buttons] == ["3"]
    chat.gateway.release()
    await chat.result(request)


async def test_a_button_of_the_history_sends_that_result_again(chat: Chat) -> None:
    ann, bob = chat.person(), chat.person("Bob")
    result = await edited(chat, ann, "sepia please")
    listed = await ask(chat, ann, "/history")
    press = chat.telegram.press(ann, listed, "1")
    again = await chat.telegram.wait_for_answer(listed, lambda each: each.file_id is not None)
    assert press.answers
    assert again.file_id == result.file_id
    assert again.reply_to == result.reply_to
    assert "sepia please" in again.text
    await chat.result(chat.telegram.send_text(ann, "more", reply_to=again))
    assert chat.gateway.requests[-1].prompt == "more"
    (parent,) = {row[0] for row in await rows(chat, "SELECT parent FROM edits WHERE prompt = 'more'")}
    assert parent == "e1", "a reply goes on from it"
    other = await ask(chat, bob, "/history")
    assert other.buttons == []
    listed.markup["inline_keyboard"][0][0]["callback_data"] = "hist:1:0"  # type: ignore[index]
    assert "somebody else’s" in await chat.toast(ann, listed, "1")


async def test_an_album_and_a_file_come_again_as_they_came(chat: Chat) -> None:
    ann = chat.person()
    file = await chat.result(chat.telegram.send_document(ann, ("photo.png", PHOTO, "image/png"), "sepia"))
    chat.paint(RESULT, blank_png(65, 48))
    first = await edited(chat, ann)
    await chat.settled()
    listed = await ask(chat, ann, "/history")
    before = len(chat.telegram.answers(ann))
    for button in ("1", "2"):
        await chat.toast(ann, listed, button)
    await chat.telegram.wait_for(lambda: len(chat.telegram.answers(ann)) == before + 3)
    one, two, document = sorted(chat.telegram.answers(ann)[before:], key=lambda each: each.message_id)
    assert one.media_group_id == two.media_group_id is not None
    assert one.file_id == first.file_id != two.file_id
    assert document.content.document
    assert document.file_id == file.file_id


async def test_a_result_that_telegram_lost_is_said_to_be_gone(chat: Chat) -> None:
    ann = chat.person()
    await edited(chat, ann)
    listed = await ask(chat, ann, "/history")
    for method in ("sendPhoto", "sendDocument"):
        chat.telegram.fail_next(method, 400, "Bad Request: wrong file identifier/HTTP URL specified")
    chat.telegram.press(ann, listed, "1")
    assert "do not know any more" in (await chat.answer(listed)).text


async def test_history_turns_pages_and_takes_no_made_up_ones(chat: Chat) -> None:
    ann = chat.person()
    await edited(chat, ann)
    await copies(chat, 24)
    listed = await ask(chat, ann, "/history")
    assert "\n\n10. " in listed.text
    assert listed.buttons[-1]["text"] == "Older ›"
    await chat.toast(ann, listed, "Older ›")
    assert "\n\n11. " in listed.text
    assert [each["text"] for each in listed.buttons[-2:]] == ["‹ Newer", "Older ›"]
    await chat.toast(ann, listed, "Older ›")
    assert "\n\n25. " in listed.text
    assert [each["text"] for each in listed.buttons] == ["25", "‹ Newer"]
    for page in ("-1", "99999999999999999999", "x"):
        listed.markup["inline_keyboard"][0][0]["callback_data"] = f"hist:{ann.id}:{page}"  # type: ignore[index]
        assert "grown old" in await chat.toast(ann, listed, "25")


async def test_in_a_supergroup_results_have_links_and_other_chats_stay_private(chat: Chat) -> None:
    ann = chat.person()
    await edited(chat, ann, "secret")
    group = chat.telegram.add_group("Club", [ann], kind="supergroup")
    result = await chat.result(chat.telegram.send_photo(ann, PHOTO, "/edit 🦊 sepia", chat=group))
    told = await chat.answer(chat.telegram.send_text(ann, "/history@darkroom_bot", chat=group))
    assert "secret" not in told.text
    assert told.text.startswith("Your last edits in this group")
    (link,) = told.content.entities
    assert link["type"] == "text_link"
    assert link["url"] == f"https://t.me/c/{str(group.id)[4:]}/{result.message_id}"
    linked = told.text.encode("utf-16-le")[2 * link["offset"] : 2 * (link["offset"] + link["length"])]
    assert linked.decode("utf-16-le") == "“🦊 sepia”"
    everything = await ask(chat, ann, "/history")
    assert "secret" in everything.text
    assert [each["text"] for each in everything.buttons] == ["2"]


async def test_what_was_forgotten_is_listed_without_words(chat: Chat) -> None:
    ann = chat.person()
    await edited(chat, ann, "secret")
    await ask(chat, ann, "/privacy delete")
    told = await ask(chat, ann, "/history")
    assert told.text == "Your last edits, the newest first:\n\n1. 1 minute ago · Banana · 1 credit"
    assert told.buttons == []


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "The last 7 days: 3 edits",
                "Done 1, failed 2, cancelled 0, in work 0",
                "Success rate: 33 %",
                "People: 2; new ones: 3",
                "Credits spent: 1",
                "Models: Banana 1",
                "Failures: took too long 2",
            ],
        ),
        (
            "zh",
            [
                "最近 7 天：3 个任务",
                "完成 1，失败 2，取消 0，处理中 0",
                "成功率：33%",
                "用户：2；新用户：3",
                "用掉的点数：1",
                "模型：Banana 1",
                "失败原因：超时 2",
            ],
        ),
    ],
)
async def test_stats_tell_an_admin_what_happened(chat: Chat, language: str, lines: list[str]) -> None:
    ann, bob, root = chat.person(), chat.person("Bob"), chat.person("Root", language, ADMIN)
    await edited(chat, ann)
    chat.gateway.answer = lambda _: GatewayFault(FaultKind.TIMEOUT)
    await ask(chat, ann, "a fox")
    await ask(chat, bob, "a fox")
    told = await ask(chat, root, "/stats")
    assert told.text.splitlines() == lines
    assert picture(chat, told).height > 1000


async def test_stats_are_told_in_words_where_nothing_happened_and_slips_get_one_sentence(chat: Chat) -> None:
    root = chat.person("Root", number=ADMIN)
    told = await ask(chat, root, "/stats 1")
    assert told.file_id is None
    assert told.text.startswith("Today: 0 edits\nDone 0,")
    for wrong in ("0", "91", "-7", "x", "7 7", "9" * 400):
        assert (await ask(chat, root, f"/stats {wrong}")).text.startswith("/stats [days]")


def test_each_reason_for_a_failure_has_few_words_of_its_own() -> None:
    """For lists and charts: the whole sentence is too long there."""
    texts = Texts(FakeClock(), strict=True)
    keys = set(re.findall(r"(?m)^(failed-[a-z-]+) =", source("en"))) - {"failed-unexpected"}
    for language in ("en", "zh-hans"):
        other = texts.say(language, "why", error="")
        words = [texts.say(language, "why", error=key) for key in keys]
        assert len({*words, other}) == len(keys) + 1
        assert max(map(len, words)) <= 30


async def rows(chat: Chat, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await chat.database.read(lambda conn: conn.all(sql))]


async def copies(chat: Chat, many: int) -> None:
    """Older edits, without results."""
    await chat.database.write(
        lambda conn: conn.run(
            f"""
            INSERT INTO edits (id, update_id, part, wallet, person, chat, message, model, prompt, sources,
                options, price, state, created, ended, told)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})
            SELECT 'old' || i, -i, 0, wallet, person, chat, message, model, 'old', '[]', options, price,
                'done', created - i, created, 1
            FROM edits, n WHERE id = 'e1'
            """
        )
    )
    await chat.database.write(
        lambda conn: conn.run(
            """
            INSERT INTO messages (chat, message, edit, position, file_id)
            SELECT chat, 100000, ?, 0, file_id FROM messages LIMIT 1
            """,
            f"old{many}",
        )
    )
