"""Killed with the gateway's answer on its way: nobody knows whether it was paid."""

from pathlib import Path

import pytest

from tests.crash.life import Launcher
from tests.crash.verdict import Tally, judged
from tests.crash.world import SEPIA, a_world

POINT = "after the gateway's answer"


async def _ended(folder: Path, starting: Launcher, on_unknown: str, deaths: int) -> Tally:
    async with a_world(folder, starting, on_unknown) as world:
        world.ask(SEPIA)
        for _ in range(deaths):
            await world.dies(POINT)
        await world.finish()
        tally, faults = await judged(world)
    assert faults == []
    return tally


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(
    ("on_unknown", "deaths", "done", "gateway_calls"),
    [("retry", 1, 1, 2), ("retry", 2, 0, 2), ("refund", 1, 0, 1)],
)
async def test_the_gateway_is_asked_once_more_at_most_and_never_where_the_operator_says_so(
    on_unknown: str, deaths: int, done: int, gateway_calls: int, tmp_path: Path, starting: Launcher
) -> None:
    tally = await _ended(tmp_path, starting, on_unknown, deaths)
    assert (tally.edits_done, tally.edits_failed) == (done, 1 - done)
    assert tally.gateway_calls == gateway_calls
