"""A full disk, a database that refuses, a worker that looks again: nothing is lost, nothing done twice."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.domain.errors import NoRoom, SpoolFault, StorageFault
from bot.domain.ports import Progress
from bot.services import moves, runner
from bot.storage.database import Database
from tests.services.conftest import ANN, House
from tests.services.test_develop import working

Work = Callable[..., Awaitable[Any]]


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often the database is still to refuse each transaction, by its name."""
    monkeypatch.setattr(moves, "_FIRST_PAUSE", 0.01)
    left: dict[str, int] = {}
    write = Database.write

    async def refusing(self: Database, work: Work, *args: Any, **kwargs: Any) -> Any:
        if left.get(work.__name__, 0):
            left[work.__name__] -= 1
            raise StorageFault(detail="database or disk is full")
        return await write(self, work, *args, **kwargs)

    monkeypatch.setattr(Database, "write", refusing)
    return left


async def test_an_answer_that_was_paid_is_written_down_as_soon_as_there_is_room_and_never_asked_for_again(
    house: House, full: dict[str, int]
) -> None:
    full |= {"_fetched": 3, "_done": 3}
    async with working(house):
        edit = await house.ask()
        await house.messenger.until_ended(1)
        async with asyncio.timeout(60):
            while await house.states() != {edit.id: "done"}:  # noqa: ASYNC110  rows tell nobody
                await asyncio.sleep(0.01)
    assert full == {"_fetched": 0, "_done": 0}
    assert len(house.gateway.requests) == 1
    assert len(house.messenger.delivered) == 1


async def test_credits_come_back_as_soon_as_there_is_room(house: House, full: dict[str, int]) -> None:
    full |= {"_failed": 3}
    house.gateway.answer = lambda _: RuntimeError("a bug")
    async with working(house):
        await house.ask()
        await house.messenger.until_ended(1)
    assert full == {"_failed": 0}
    assert (await house.account.statement(ANN)).free_left == 10


async def test_a_spool_that_is_full_ends_the_edit_in_one_sentence_and_costs_nothing(house: House) -> None:
    house.gateway.answer = lambda _: SpoolFault(detail="spool: No space left on device")
    async with working(house):
        edit = await house.ask()
        await house.messenger.until_ended(1)
    assert [type(error) for _, error in house.messenger.explained] == [NoRoom]
    assert await house.states() == {edit.id: "failed"}
    assert (await house.account.statement(ANN)).free_left == 10
    assert len(house.gateway.requests) == 1


async def test_a_late_announcement_holds_nothing_up(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    late, announce = asyncio.Event(), house.messenger.announce

    async def slow(*told: Any) -> None:
        await late.wait()
        await announce(*told)

    monkeypatch.setattr(house.messenger, "announce", slow)
    house.gateway.progress = (Progress(percent=50),)
    house.gateway.hold()
    async with working(house):
        edit = await house.ask()
        await house.gateway.until_asked(1)
        await asyncio.sleep(0.05)
        house.gateway.release()
        await asyncio.sleep(0.05)
        late.set()
        await house.messenger.until_ended(1)
    assert await house.states() == {edit.id: "done"}


async def test_an_edit_that_ends_while_the_worker_looks_for_forsaken_rows_is_not_done_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "_LOOK_AGAIN", 0.05)
    seen, ended, read = asyncio.Event(), asyncio.Event(), Database.read
    held = asyncio.Event()

    async def slow(self: Database, work: Work, *args: Any, **kwargs: Any) -> Any:
        rows = await read(self, work, *args, **kwargs)
        if work.__name__ == "unfinished" and rows and not ended.is_set():
            seen.set()
            await ended.wait()
        return rows

    async def deliver(*told: Any) -> Any:
        held.set()
        await seen.wait()
        return await delivered(*told)

    delivered = house.messenger.deliver
    monkeypatch.setattr(house.messenger, "deliver", deliver)
    async with working(house):
        edit = await house.ask()
        await held.wait()
        monkeypatch.setattr(Database, "read", slow)
        await house.messenger.until_ended(1)
        async with asyncio.timeout(60):
            while await house.states() != {edit.id: "done"}:  # noqa: ASYNC110  rows tell nobody
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        ended.set()
        await asyncio.sleep(0.1)
    assert len(house.messenger.delivered) == 1
