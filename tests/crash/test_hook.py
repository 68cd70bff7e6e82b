"""The bot as a process to which Telegram posts: killed, stopped and started again."""

from pathlib import Path

import pytest

from tests.crash.life import Launcher
from tests.crash.verdict import judged
from tests.crash.world import CANCELLED, COMMAND, FORBIDDEN, SEPIA, a_world
from tests.web.test_site import free_port
from tests.whole.town import by_webhook


@pytest.mark.asyncio(loop_scope="session")
async def test_what_is_posted_is_done_once_though_a_kill_kept_the_200_back_and_a_stop_refused_it(
    tmp_path: Path, starting: Launcher
) -> None:
    async with a_world(tmp_path, starting, DARKROOM_STOP_GRACE="20", **by_webhook(free_port())) as world:
        hook = world.telegram.stage.webhook
        first = world.ask(SEPIA)
        await world.dies("before the commit: inbox")
        await world.dies("after the commit: inbox")
        assert world.telegram.pending, "nobody said 200, so it is posted again"
        world.gateway.hold()
        async with world.life() as life:
            await world.gateway.until(lambda: world.gateway.held == 1, within=60)
            life.stop()
            later = [world.ask(wish) for wish in (SEPIA, FORBIDDEN, CANCELLED, COMMAND)]
            await world.telegram.wait_for(lambda: "503" in hook.hook.last_error_message, timeout=60)
            world.gateway.release()
            assert await life.end() == 0
        assert world.pictures(first), "what had begun was finished"
        assert not any(world.pictures(each) for each in later)
        await world.finish()
        tally, faults = await judged(world)
    assert faults == []
    assert (tally.kills, tally.edits_done, tally.edits_failed, tally.edits_cancelled) == (2, 2, 1, 1)
    assert (tally.pictures_sent_twice, tally.commands_answered_twice) == (0, 0)
    assert tally.gateway_calls in {3, 4}, "what was cancelled may have been called already"
    assert world.telegram.calls_of("getUpdates") == []
