"""Killed at fifty random instants; five hundred with `make crash`."""

import secrets
from pathlib import Path

import pytest

from tests.crash.campaign import die_often
from tests.crash.life import Launcher


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(("kills", "on_unknown"), [(21, "retry"), (19, "retry"), (10, "refund")])
async def test_killed_at_any_instant_the_bot_loses_nothing_and_takes_nothing_twice(
    kills: int, on_unknown: str, tmp_path: Path, starting: Launcher
) -> None:
    tally, faults = await die_often(tmp_path, starting, kills, secrets.randbits(32), on_unknown)
    assert faults == []
    assert tally.kills == kills
    assert tally.photos_sent == tally.edits_done + tally.edits_failed + tally.edits_cancelled
    assert tally.edits_done > 0
