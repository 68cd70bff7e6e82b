"""Many deaths at random instants."""

import asyncio
import random
from pathlib import Path

from tests.crash.life import Launcher
from tests.crash.verdict import Tally, judged
from tests.crash.world import CANCELLED, COMMAND, FORBIDDEN, SEPIA, World, a_world

_WISHES = (SEPIA,) * 7 + (FORBIDDEN, CANCELLED, COMMAND)
_MESSAGES = (0, 3)
"""In each life, at random instants of it."""
_STARTING = 0.15
_WORKING = 1.6
"""Seconds that a bot lives: some die while they start, most in the middle of their work."""
_STARTS = 0.2
"""The share of lives that end while they begin."""
_GATEWAY_SECONDS = 0.1


async def die_often(
    folder: Path, starting: Launcher, kills: int, seed: int, on_unknown: str = "retry"
) -> tuple[Tally, list[str]]:
    """One world in which the bot is killed so many times, then lives until all has ended.

    Returns the figures, and all that is wrong.
    """
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    async with a_world(folder, starting, on_unknown) as world:
        world.gateway.settings.delay = _GATEWAY_SECONDS
        while world.kills < kills and not world.faults:
            await _short_life(world, chance)
        world.ask(SEPIA)  # for the life that nobody ends
        await world.finish()
        tally, faults = await judged(world)
    return tally, [f"seed {seed}, {fault}" for fault in faults]


async def _short_life(world: World, chance: random.Random) -> None:
    span = chance.uniform(0, _STARTING if chance.random() < _STARTS else _WORKING)
    messages = sorted(chance.uniform(0, span) for _ in range(chance.randint(*_MESSAGES)))
    async with world.life() as life:
        now = asyncio.get_running_loop().time
        born = now()
        for moment in messages:
            await asyncio.sleep(born + moment - now())
            world.ask(chance.choice(_WISHES))
            world.press_cancel()
        await asyncio.sleep(born + span - now())
        world.press_cancel()
        life.kill()
