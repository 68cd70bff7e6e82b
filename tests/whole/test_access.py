"""Who is let in, and how fast they may ask."""

import re
from pathlib import Path

from bot.services.audit import audited
from tests.fakes.clock import FakeClock
from tests.whole.test_group_wallet import said
from tests.whole.test_groups import pressed
from tests.whole.town import PHOTO, Town, a_town, inhabited, outside


async def test_who_opens_an_invitation_is_let_in_and_all_others_learn_how_once_an_hour(
    tmp_path: Path,
) -> None:
    clock = FakeClock()
    async with (
        outside(tmp_path) as (telegram, gateway),
        inhabited(telegram, gateway, tmp_path, {"DARKROOM_ACCESS": "invite"}, clock=clock) as town,
    ):
        group = telegram.add_group("Club", [town.root, town.ann, town.ming])
        assert "只为受邀的人服务" in await town.says(town.ming, "/start")
        telegram.send_photo(town.ming, PHOTO, "黑白")
        telegram.send_photo(town.ming, PHOTO, "@darkroom_bot 黑白", chat=group)
        telegram.send_text(town.ming, "/start i_made_up")
        made = await town.says(town.root, "/invite 7 1")
        assert "lets one person in until" in made
        found = re.search(r"https://t\.me/darkroom_bot\?start=(i_[\w-]{16,})", made)
        assert found
        welcome = await town.answer(telegram.send_text(town.ann, f"/start {found[1]}"))
        assert welcome.text == "Welcome, you are in! 7 credits are yours; they do not expire."
        assert await town.left(town.ann) == 17
        await town.answer(telegram.send_photo(town.ann, PHOTO, "sepia"), lambda each: bool(each.file_id))
        await town.says(town.ann, f"/start {found[1]}")
        assert await town.left(town.ann) == 16, "once"
        assert "邀请已经失效" in await town.says(town.ming, f"/start {found[1]}")
        heard = [each.text for each in telegram.answers(town.ming)]
        assert len(heard) == 3, heard
        assert telegram.answers(group) == []
        clock.move(3601)
        assert "只为受邀的人服务" in await town.says(town.ming, "让我进来")
        assert await town.rows("SELECT person, credits FROM invited JOIN invites USING (code)") == [(101, 7)]
        assert (await audited(town.app.database)).differences == []


async def test_an_invitation_can_be_ended_and_only_admins_make_any(tmp_path: Path) -> None:
    async with a_town(tmp_path, DARKROOM_ACCESS="invite", DARKROOM_ACCESS_LIST="101") as town:
        assert "No invitation is open" in await town.says(town.root, "/invites")
        assert "don’t know that command" in await town.says(town.ann, "/invite 5")
        assert "not a number" in await town.says(town.root, "/invite many")
        await town.says(town.root, "/invite 5 2")
        menu = await town.answer(town.telegram.send_text(town.root, "/invites"))
        assert menu.text.startswith("1. 0 of 2 came, 5 credits each")
        code = menu.text.rpartition("=")[2]
        assert await pressed(town, town.root, menu, "✖") == "It lets nobody in any more."
        await town.telegram.wait_for(lambda: "No invitation is open" in menu.text, timeout=60)
        assert "已经失效" in await town.says(town.ming, f"/start {code}")
        acts = await town.rows("SELECT admin, what, details FROM admin_acts ORDER BY at, what")
        assert acts == [(900, "invite", "5 x 2"), (900, "invite-end", None)]


async def test_with_a_list_nobody_else_is_let_in(tmp_path: Path) -> None:
    listed = {"DARKROOM_ACCESS": "list", "DARKROOM_ACCESS_LIST": "101", "DARKROOM_GROUPS__PAYER": "group"}
    async with a_town(tmp_path, **listed) as town:
        assert "Hello Ann" in await town.says(town.ann, "/start")
        assert "Hello Root" in await town.says(town.root, "/start")
        assert "只为特定的人服务" in await town.says(town.ming, "/start i_anything")
        assert "don’t know that command" in await town.says(town.root, "/invite")
        group = town.telegram.add_group("Club", [town.ann, town.ming], administrators=[town.ann])
        assert "cannot see who you are" in await said(town, town.ann, "/quota", group, anonymous=True)


async def test_who_asks_too_fast_reads_it_once_and_is_heard_again_after_a_while(tmp_path: Path) -> None:
    clock, fast = (
        FakeClock(),
        {"DARKROOM_LIMITS__PER_MINUTE": "3", "DARKROOM_LIMITS__WAITING_PER_WALLET": "4"},
    )
    async with (
        outside(tmp_path) as (telegram, gateway),
        inhabited(telegram, gateway, tmp_path, fast, clock=clock) as town,
    ):
        gateway.hold()
        await asks(town, 6)
        assert "3 edits a minute" in (await sentences(town, 1))[0]
        assert await count(town) == 3
        clock.move(61)
        await asks(town, 3)
        assert "You already have 4 pictures in work" in (await sentences(town, 2))[1]
        assert len(await sentences(town, 2)) == 2, "not for each of them"
        assert await count(town) == 4
        clock.move(61)
        await asks(town, 1)
        assert "in work" in (await sentences(town, 3))[2]
        gateway.release()
        await town.idle()


async def asks(town: Town, times: int) -> None:
    for _ in range(times):
        town.telegram.send_photo(town.ann, PHOTO, "sepia")
    await town.says(town.ann, "/quota")  # which is answered after all of them


async def sentences(town: Town, least: int) -> list[str]:
    """What the bot said that is neither a status nor about credits."""

    def found() -> list[str]:
        texts = [each.text for each in town.telegram.answers(town.ann) if not each.silent]
        return [each for each in texts if "a minute" in each or "in work, which" in each]

    await town.telegram.wait_for(lambda: len(found()) >= least, timeout=60)
    return found()


async def count(town: Town) -> object:
    return (await town.rows("SELECT count(*) FROM edits"))[0][0]


async def test_a_newcomers_free_credits_begin_later_and_gifts_count_at_once(tmp_path: Path) -> None:
    async with a_town(tmp_path, DARKROOM_QUOTA__AFTER_HOURS="24") as town:
        refused = await town.answer(town.telegram.send_photo(town.ann, PHOTO, "sepia"))
        assert "You have 0 credits left" in refused.text
        assert "in 1 day" in refused.text or "in 24 hours" in refused.text or "in 23 hours" in refused.text
        assert "Your 10 free credits come in" in await town.says(town.ann, "/quota")
        await town.says(town.root, f"/grant {town.ann.id} 2")
        await town.answer(town.telegram.send_photo(town.ann, PHOTO, "sepia"), lambda each: bool(each.file_id))
        assert await town.left(town.ann) == 1
