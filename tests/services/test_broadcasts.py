"""A message to everybody: each one gets it once at most, over stops and crashes, and the counts are true."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.domain.broadcast import Broadcast, Fate, Phase
from bot.domain.errors import AlreadyEnded
from bot.services.broadcasts import Broadcasts
from bot.storage.database import Connection
from tests.fakes.announcer import FakeAnnouncer
from tests.services.conftest import ADMIN, ANN, BOB, House

FIRST = 10_000


async def settle_in(house: House, people: int) -> list[int]:
    """So many people who wrote to the bot in private."""

    async def insert(conn: Connection) -> None:
        for number in range(people):
            await conn.run(
                "INSERT INTO people (id, name, met, seen, private) VALUES (?, 'P', 0, 0, 1)", FIRST + number
            )

    await house.database.write(insert)
    return list(range(FIRST, FIRST + people))


@asynccontextmanager
async def sending(house: House, announcer: FakeAnnouncer) -> AsyncIterator[Broadcasts]:
    """One life of the bot, cut off in the end as by SIGKILL."""
    broadcasts = Broadcasts(house.database, house.clock, announcer)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(broadcasts.run())
        yield broadcasts
        running.cancel()


async def begun(broadcasts: Broadcasts, name: str = "b1") -> tuple[Broadcast, int]:
    draft, people = await broadcasts.draft(admin=ADMIN, chat=ADMIN, message=7, once=name)
    return await broadcasts.start(draft.id, by=ADMIN, status=8), people


async def test_a_thousand_people_get_it_once_with_blocked_ones_among_them_and_two_restarts(
    house: House,
) -> None:
    people = await settle_in(house, 1_000)
    blocked = people[::7]
    announcer = FakeAnnouncer(dict.fromkeys(blocked, Fate.UNREACHABLE))
    killed, stopped = asyncio.Event(), asyncio.Event()
    announcer.at = {300: killed.set, 600: stopped.set}
    async with sending(house, announcer) as broadcasts:
        started, promised = await begun(broadcasts)
        assert (promised, started.total) == (1_000, 1_000)
        await killed.wait()
    async with sending(house, announcer) as broadcasts:
        await stopped.wait()
        await broadcasts.stop(20)
        done = announcer.copies.total()
    assert done < 610
    async with sending(house, announcer):
        await announcer.until(lambda it: bool(it.told) and it.told[-1].phase is Phase.DONE)
    assert announcer.copies == dict.fromkeys(people, 1)
    last = announcer.told[-1]
    assert (last.tried, last.sent + last.unreachable + last.failed) == (1_000, 1_000)
    assert last.failed <= 1, "only of whoever was next at the kill nobody knows"
    unreachable = await house.rows("SELECT id FROM people WHERE reachable = 0")
    assert set(unreachable) <= {(each,) for each in blocked}
    assert len(unreachable) == last.unreachable >= len(blocked) - 1
    async with sending(house, announcer) as broadcasts:
        assert (await begun(broadcasts, "b2"))[1] == 1_000 - last.unreachable


async def test_who_is_banned_or_out_of_reach_or_only_in_groups_gets_nothing_and_is_not_counted(
    house: House,
) -> None:
    first, second, third, fourth = await settle_in(house, 4)
    await house.bans.ban(by=ADMIN, person=first, lasts=None, reason="", once="ban:1")
    await house.bans.ban(by=ADMIN, person=second, lasts=1_000, reason="", once="ban:2")
    await house.account.mark_reachable(third, reachable=False)
    house.clock.move(2)
    announcer = FakeAnnouncer()
    async with sending(house, announcer) as broadcasts:
        _, people = await begun(broadcasts)
        await announcer.until(lambda it: bool(it.told) and it.told[-1].phase is Phase.DONE)
    assert people == 2
    assert set(announcer.copies) == {second, fourth}
    assert not {ANN, BOB, ADMIN} & set(announcer.copies)


async def test_an_admin_stops_it_in_the_middle_and_nobody_else_gets_it(house: House) -> None:
    people = await settle_in(house, 10)
    announcer = FakeAnnouncer({people[1]: Fate.FAILED})
    reached = asyncio.Event()
    gate = asyncio.Event()
    announcer.at = {4: reached.set}
    copy = announcer.copy

    async def held(broadcast: Broadcast, person: int) -> Fate:
        fate = await copy(broadcast, person)
        if reached.is_set():
            await gate.wait()
        return fate

    announcer.copy = held  # type: ignore[method-assign]
    async with sending(house, announcer) as broadcasts:
        await begun(broadcasts)
        await reached.wait()
        await broadcasts.halt("b1", by=ADMIN)
        gate.set()
        await announcer.until(lambda it: bool(it.told) and it.told[-1].phase is Phase.STOPPED)
    last = announcer.told[-1]
    assert (last.sent, last.failed, last.tried) == (3, 1, 4)
    acts = await house.rows("SELECT what, details FROM admin_acts ORDER BY at, key")
    assert acts == [("broadcast-stop", "b1"), ("broadcast", "b1: 10")]


async def test_it_ends_when_what_is_to_be_copied_is_gone(house: House) -> None:
    people = await settle_in(house, 5)
    announcer = FakeAnnouncer({people[2]: Fate.GONE})
    async with sending(house, announcer) as broadcasts:
        await begun(broadcasts)
        await announcer.until(lambda it: bool(it.told) and it.told[-1].phase is Phase.LOST)
    assert (announcer.told[-1].sent, announcer.copies.total()) == (2, 3)


async def test_only_its_admin_sends_it_and_only_once(house: House) -> None:
    await settle_in(house, 2)
    broadcasts = Broadcasts(house.database, house.clock, FakeAnnouncer())
    await broadcasts.draft(admin=ADMIN, chat=ADMIN, message=7, once="b1")
    for refused in (
        broadcasts.start("b1", by=ANN, status=8),
        broadcasts.start("b9", by=ADMIN, status=8),
        broadcasts.halt("b1", by=ADMIN),
    ):
        with pytest.raises(AlreadyEnded):
            await refused
    await broadcasts.cancel("b1", by=ADMIN)
    with pytest.raises(AlreadyEnded):
        await broadcasts.start("b1", by=ADMIN, status=8)
