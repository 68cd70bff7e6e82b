"""Killed once at each named point, with one edit that succeeds, one that fails and one that is cancelled."""

from pathlib import Path

import pytest

from tests.crash.life import Launcher
from tests.crash.points import COMPARING, POINTS
from tests.crash.verdict import judged
from tests.crash.world import CANCELLED, COMPARED, FORBIDDEN, SEPIA, a_world

MODELS = 3
"""Compared, before anybody says which."""
FIRST = {point: "after the commit: calling" for point in POINTS if point.endswith("commit: waiting")}
"""Where the life before has to end, so that the point is reached."""


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("point", POINTS)
async def test_killed_there_the_bot_loses_nothing_and_takes_nothing_twice(
    point: str, tmp_path: Path, starting: Launcher
) -> None:
    async with a_world(tmp_path, starting) as world:
        for wish in (SEPIA, FORBIDDEN, CANCELLED):
            world.ask(wish)
        if point in FIRST:
            await world.dies(FIRST[point])
        await world.dies(point)
        await world.finish()
        tally, faults = await judged(world)
    assert faults == []
    assert tally.photos_sent == tally.edits_done + tally.edits_failed + tally.edits_cancelled


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("point", COMPARING)
async def test_killed_there_a_comparison_comes_as_one_and_is_paid_once(
    point: str, tmp_path: Path, starting: Launcher
) -> None:
    async with a_world(tmp_path, starting) as world:
        request = world.ask(COMPARED)
        await world.dies(point)
        await world.finish()
        books = world.books()
        assert world.faults == []
        assert books.faults == ()
        assert books.states == ("done",) * MODELS
        albums = 2 if point == "between album and settle" else 1
        assert len(world.pictures(request)) == MODELS * albums
        assert sum("•" in each.text for each in world.sentences(request)) == 1
        assert world.asked.total() <= 2 * MODELS - 1
