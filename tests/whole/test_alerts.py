"""Admins are told what they have to see to, in private and in their own language; nobody else is."""

import asyncio
from pathlib import Path

import pytest

from bot.sandbox.gateway import Reply
from bot.sandbox.telegram import User
from bot.services import alerts
from tests.fakes.clock import FakeClock
from tests.whole.town import ADMIN, Town, inhabited, outside

MING, STRANGER = 102, 903
REFUSED = Reply(401, {"error": {"code": "invalid_api_key", "message": "no"}})


def told(town: Town, person: User) -> list[str]:
    return [each.text or "" for each in town.telegram.answers(person) if (each.text or "")[:1] in "⚠⏳✅"]


async def test_a_key_that_is_refused_and_then_taken_again_is_two_messages_to_each_admin_and_none_to_others(
    tmp_path: Path, photo: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerts, "_ROUND_SECONDS", 0.05)
    clock = FakeClock()
    changes = {
        "DARKROOM_ALERTS": "true",
        "DARKROOM_ADMINS": f"{STRANGER},{ADMIN},{MING}",  # the first has never written to the bot
    }
    async with outside(tmp_path) as (telegram, gateway):
        gateway.script(REFUSED, times=2)
        async with inhabited(telegram, gateway, tmp_path, changes, clock) as town:
            for admin in (town.root, town.ming):
                await town.answer(telegram.send_text(admin, "/start"))
            for _ in range(2):
                await town.answer(telegram.send_photo(town.ann, photo, "sepia"))
            await telegram.wait_for(lambda: told(town, town.root) and told(town, town.ming), timeout=60)
            assert "⚠ gateway refuses its key (401)" in await town.says(town.root, "/admin")
            async with asyncio.timeout(60):
                while await town.rows("SELECT edits FROM alerts") != [(2,)]:  # noqa: ASYNC110  it tells only admins
                    await asyncio.sleep(0.01)
        async with inhabited(telegram, gateway, tmp_path, changes, clock) as town:
            await town.answer(telegram.send_photo(town.ann, photo, "sepia"), lambda each: bool(each.file_id))
            async with asyncio.timeout(60):
                while town.app.desk.office.alerts.standing():  # noqa: ASYNC110  it tells only admins
                    await asyncio.sleep(0.01)
            clock.move(301)
            await telegram.wait_for(lambda: len(told(town, town.ming)) == 2, timeout=60)
            await telegram.wait_for(lambda: len(told(town, town.root)) == 2, timeout=60)
            assert "refuses" not in await town.says(town.root, "/admin")
        assert told(town, town.ann) == []
        began, over = told(town, town.root)
        assert began == (
            "⚠ This needs you:\n• gateway refuses its key (401). No other gateway can stand in, so edits fail"
            " until then. Put a new key into gateway.api_key, and restart me."
        )
        assert over == (
            "✅ Well again:\n• gateway takes its key again.\nIt began 5 minutes ago and touched 2 edits."
        )
        began, over = told(town, town.ming)
        assert began == (
            "⚠ 需要你处理：\n• gateway 拒绝了它的密钥（401）。没有其他网关可以代替，在此之前修图都会失败。"
            "请在 gateway.api_key 中换上新密钥，然后重启我。"
        )
        assert over == "✅ 已恢复：\n• gateway 重新接受它的密钥了。\n始于5分钟前，影响了 2 次修图。"
