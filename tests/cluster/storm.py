"""Many people, and all that can go wrong with processes and their database meanwhile."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.cluster.lives import Post
from tests.cluster.world import Cluster
from tests.crash.crowd import CANCELLED, FORBIDDEN, SEPIA

_WISHES = (SEPIA,) * 17 + (FORBIDDEN,) * 2 + (CANCELLED,)
_PRESS_SECONDS = 0.1
_AT_WORK_SECONDS = 60


@dataclass(frozen=True)
class Weather:
    """How hard it blows, in seconds: `lasts` as long as people write; 0: that does not happen."""

    edits: int
    lasts: float
    kill_every: float = 0
    frozen_for: float = 0
    intake_dead_for: float = 0


async def storm(
    cluster: Cluster, weather: Weather, chance: random.Random, restart: Callable[[], Awaitable[None]] | None
) -> None:
    """People write all the while; a worker freezes after a fifth, an intake dies half way, then the database.

    Returns when everybody has written, and all posts are taken again.
    """
    async with asyncio.TaskGroup() as tasks:
        pressing = tasks.create_task(_press(cluster))
        async with asyncio.TaskGroup() as blows:
            blows.create_task(_write(cluster, weather, chance))
            if weather.kill_every:
                blows.create_task(_kill(cluster, weather, chance))
            if weather.frozen_for:
                blows.create_task(_freeze(cluster, weather))
            if weather.intake_dead_for:
                blows.create_task(_kill_an_intake(cluster, weather))
            if restart:
                blows.create_task(_after(weather.lasts * 0.7, restart))
        pressing.cancel()


async def _write(cluster: Cluster, weather: Weather, chance: random.Random) -> None:
    """At random instants: Telegram does not come in time with anybody."""
    now = asyncio.get_running_loop().time
    began = now()
    for moment in sorted(chance.uniform(0, weather.lasts) for _ in range(weather.edits)):
        await asyncio.sleep(began + moment - now())
        cluster.ask(chance.choice(_WISHES))


async def _press(cluster: Cluster) -> None:
    while True:
        cluster.press_cancel()
        await asyncio.sleep(_PRESS_SECONDS)


async def _kill(cluster: Cluster, weather: Weather, chance: random.Random) -> None:
    for _ in range(int(weather.lasts / weather.kill_every)):
        await asyncio.sleep(weather.kill_every)
        victim = chance.choice([post for post in cluster.of("worker") if not post.life.frozen])
        await _replaced(cluster, victim)


async def _freeze(cluster: Cluster, weather: Weather) -> None:
    await asyncio.sleep(weather.lasts / 5)
    await cluster.gateway.until(lambda: bool(cluster.asking(_busiest(cluster).life)), within=_AT_WORK_SECONDS)
    victim = _busiest(cluster)
    await cluster.freeze(victim)
    await asyncio.sleep(weather.frozen_for)
    victim.thaw()


async def _kill_an_intake(cluster: Cluster, weather: Weather) -> None:
    await asyncio.sleep(weather.lasts / 2)
    victim = cluster.of("intake")[0]
    await cluster.kill(victim)
    await asyncio.sleep(weather.intake_dead_for)
    await cluster.start([victim])


async def _after(seconds: float, work: Callable[[], Awaitable[None]]) -> None:
    await asyncio.sleep(seconds)
    await work()


async def _replaced(cluster: Cluster, victim: Post) -> None:
    await cluster.kill(victim)
    await cluster.start([victim])


def _busiest(cluster: Cluster) -> Post:
    """Whose absence is noticed most."""
    return max(cluster.of("worker"), key=lambda post: len(cluster.asking(post.life)))
