"""A message to everybody over Telegram: previewed, sent as it is, gone on with after a restart, counted."""

from collections.abc import Sequence
from pathlib import Path

from bot.chat.limits import Limits
from bot.chat.traffic import Traffic
from bot.sandbox.telegram import Message, User
from bot.sandbox.telegram.pictures import blank_png
from bot.storage.database import Connection
from tests.whole.test_admin import asks, flash, labels
from tests.whole.town import ADMIN, HURRY, Town, inhabited, outside

PHOTO = blank_png(64, 48)
LING = 901
ADMINS = {"DARKROOM_ADMINS": f"{ADMIN},{LING}"}
NEWS = "Tomorrow I learn to draw 🎨"


def traffic() -> Traffic:
    """All chats together have their limit, one alone has none."""
    return Traffic(Limits(private=HURRY, group=HURRY))


async def settle_in(town: Town, count: int, *, blocking: int) -> list[User]:
    """So many people who wrote to the bot in private; the last of them block it, which it does not know."""
    people = [town.telegram.add_user(f"P{number}", id=5_000 + number) for number in range(count)]

    async def insert(conn: Connection) -> None:
        for each in people:
            await conn.run(
                "INSERT INTO people (id, name, met, seen, private) VALUES (?, 'P', 0, 0, 1)", each.id
            )

    await town.app.database.write(insert)
    world = town.telegram.world
    for number, each in enumerate(people):
        here = world.private_chat(each)
        if number >= count - blocking:
            here.members[world.bot.id] = "kicked"
    return people


def got(town: Town, people: Sequence[User]) -> list[list[Message]]:
    return [town.telegram.answers(each) for each in people]


async def test_thirty_people_get_it_once_over_a_restart_and_who_blocked_the_bot_is_told_of(
    tmp_path: Path,
) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        async with inhabited(telegram, gateway, tmp_path, ADMINS, traffic=traffic()) as town:
            people = await settle_in(town, 30, blocking=4)
            await town.says(town.ann, "/start")
            group = telegram.add_group("Club", [town.ming])
            await town.answer(telegram.send_text(town.ming, "/quota@darkroom_bot", chat=group))
            bold = [{"type": "bold", "offset": 11, "length": 8}]
            asked = telegram.send_text(town.root, f"/broadcast {NEWS}", entities=bold)
            control = await town.answer(asked, lambda each: bool(each.buttons))
            preview = telegram.answers(town.root)[-2]
            assert (preview.text, preview.content.entities[0]["offset"]) == (NEWS, 0)
            assert control.text == "This is what 31 people get."
            assert labels(control) == ["📣 Send to 31", "Cancel"]
            assert got(town, people) == [[]] * 30
            await flash(town, town.root, control, "Send to")
            await telegram.wait_for(lambda: sum(map(bool, got(town, people))) >= 8, timeout=60)
        assert sum(map(bool, got(town, people))) < 26
        async with inhabited(telegram, gateway, tmp_path, ADMINS, traffic=traffic()) as town:
            await telegram.wait_for(lambda: control.text.startswith("Sent to"), timeout=60)
            assert control.text == (
                "Sent to 27 people of 31.\n4 people could not be reached: they blocked me, or are gone."
            )
            assert not control.buttons
            copies = got(town, people)
            assert [len(each) for each in copies] == [1] * 26 + [0] * 4
            assert all(each[0].text == NEWS and each[0].content.entities for each in copies[:26])
            assert [each.text for each in telegram.answers(town.ann)].count(NEWS) == 1
            assert telegram.answers(town.ming) == [], "who wrote in a group only, cannot be written to"
            out = await town.rows("SELECT id FROM people WHERE reachable = 0 ORDER BY id")
            assert out == [(each.id,) for each in people[26:]]


async def test_the_panel_asks_for_a_picture_copies_it_and_it_is_stopped_or_not_sent_at_all(
    tmp_path: Path,
) -> None:
    async with (
        outside(tmp_path) as (telegram, gateway),
        inhabited(telegram, gateway, tmp_path, ADMINS, traffic=traffic()) as town,
    ):
        people = await settle_in(town, 60, blocking=0)
        ling = telegram.add_user("Ling", id=LING, username="ling", language_code="zh-hans")
        panel = await town.answer(telegram.send_text(ling, "/admin"))
        question = await asks(town, ling, panel, "群发")
        assert "要发给所有人什么" in question.text
        control = await town.answer(
            telegram.send_photo(ling, PHOTO, "新年快乐"), lambda each: bool(each.buttons)
        )
        assert control.text == "以上内容将发给 60 人。"
        await flash(town, ling, control, "发给 60 人")
        await telegram.wait_for(lambda: any("停止" in label for label in labels(control)), timeout=60)
        assert "不再发给其他人" in await flash(town, ling, control, "停止")
        await telegram.wait_for(lambda: control.text.startswith("已停止。"), timeout=60)
        copies = [each for each in got(town, people) if each]
        assert 0 < len(copies) < 60
        assert all(each[0].file_id and each[0].text == "新年快乐" for each in copies)
        assert await town.rows("SELECT 1 FROM edits") == [], "the picture was no request"

        told = await town.answer(telegram.send_text(town.root, "/help"))
        asked = telegram.send_text(town.root, "/broadcast", reply_to=told)
        second = await town.answer(asked, lambda each: "Send to" in str(labels(each)))
        assert telegram.answers(town.root)[-2].text == told.text
        await flash(town, town.root, second, "Cancel")
        await telegram.wait_for(lambda: second.text == "Nobody gets it.", timeout=60)
        assert not any(each.text == told.text for copies in got(town, people) for each in copies)
