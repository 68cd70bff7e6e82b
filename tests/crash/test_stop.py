"""Told to stop with fifty edits in work."""

import asyncio
from pathlib import Path

import pytest

from tests.crash.life import Launcher
from tests.crash.verdict import judged
from tests.crash.world import SEPIA, a_world

EDITS = 50
GRACE = 1.0


@pytest.mark.asyncio(loop_scope="session")
async def test_sigterm_with_fifty_running_edits_and_a_gateway_that_hangs_ends_well_and_all_are_resumed(
    tmp_path: Path, starting: Launcher
) -> None:
    async with a_world(tmp_path, starting, DARKROOM_STOP_GRACE=str(GRACE)) as world:
        world.gateway.hold()
        for _ in range(EDITS):
            world.ask(SEPIA)
        async with world.life() as life:
            await world.gateway.until(lambda: world.gateway.held == EDITS)
            life.stop()
            assert await life.end() == 0
        world.gateway.release()
        await world.finish()
        tally, faults = await judged(world)
    assert faults == []
    assert (tally.edits_done, tally.pictures_sent_twice, tally.status_messages_left) == (EDITS, 0, 0)


@pytest.mark.asyncio(loop_scope="session")
async def test_sigterm_lets_fifty_calls_finish_that_answer_within_the_grace(
    tmp_path: Path, starting: Launcher
) -> None:
    async with a_world(tmp_path, starting, DARKROOM_STOP_GRACE="20") as world:
        world.gateway.hold()
        for _ in range(EDITS):
            world.ask(SEPIA)
        async with world.life() as life:
            await world.gateway.until(lambda: world.gateway.held == EDITS)
            life.stop()
            await asyncio.sleep(0.1)
            world.gateway.release()
            assert await life.end() == 0
        assert {row.state for row in world.books().edits.values()} == {"done"}
        await world.finish()
        tally, faults = await judged(world)
    assert faults == []
    assert (tally.gateway_calls, tally.edits_done, tally.pictures_sent_twice) == (EDITS, EDITS, 0)
