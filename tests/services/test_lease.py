"""What one of several processes does is done by one at a time, and by another one when that dies."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.services.lease import Leader, Watch
from bot.storage import leases
from bot.storage.database import Database
from bot.storage.leases import Lease
from bot.storage.migrate import migrate
from tests.stores import Store, where


class Duty:
    """Notes who is at it."""

    def __init__(self) -> None:
        self.at_it: set[str] = set()
        self.changed = asyncio.Condition()

    def of(self, who: str) -> Callable[[], "asyncio.Future[None]"]:
        async def work() -> None:
            await self._note(lambda: self.at_it.add(who))
            try:
                await asyncio.Event().wait()
            finally:
                self.at_it.discard(who)

        return work  # type: ignore[return-value]

    async def _note(self, note: Callable[[], None]) -> None:
        async with self.changed:
            note()
            self.changed.notify_all()

    async def until(self, *who: str) -> None:
        async with asyncio.timeout(60), self.changed:
            await self.changed.wait_for(lambda: self.at_it == set(who))


@pytest.fixture
async def database(store: Store, tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(where(tmp_path)) as opened:
        await migrate(opened, 0)
        yield opened


@asynccontextmanager
async def leading(database: Database, duty: Duty, who: str) -> AsyncIterator["asyncio.Task[None]"]:
    async def briefly(_: float) -> None:
        await asyncio.sleep(0.001)

    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(Leader(database, "duties", who, duty.of(who), sleep=briefly).run())  # type: ignore[arg-type]
        yield task
        task.cancel()


async def test_one_does_it_and_the_next_one_when_it_stops(database: Database) -> None:
    duty = Duty()
    async with leading(database, duty, "a") as a:
        await duty.until("a")
        async with leading(database, duty, "b"):
            a.cancel()
            await duty.until("b")


async def test_a_holder_whose_beats_stand_still_is_replaced_and_may_not_go_on(database: Database) -> None:
    duty = Duty()
    await database.write(leases.take, "duties", "dead", None)
    async with leading(database, duty, "b"):
        await duty.until("b")
        assert not await database.write(leases.beat, "duties", "dead")


async def test_of_two_who_find_the_same_dead_holder_one_is_next(database: Database) -> None:
    await database.write(leases.take, "duties", "dead", None)
    dead = await database.read(leases.get, "duties")
    assert dead
    got = await asyncio.gather(*(database.write(leases.take, "duties", who, dead) for who in "ab"))
    assert sorted(got) == [False, True]


def test_who_beats_lives_and_who_stands_still_for_three_looks_is_dead() -> None:
    watch = Watch()
    assert watch.look(None), "nobody"
    for beats in range(5):
        assert not watch.look(Lease("a", beats))
    assert [watch.look(Lease("a", 4)) for _ in range(3)] == [False, False, True]
    assert not watch.look(Lease("b", 0)), "somebody else was faster"
