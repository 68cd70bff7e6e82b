"""Several processes at one PostgreSQL: edits are shared out, limits hold for all, the dead are taken over."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot.domain.edit import State
from bot.domain.ports import Outcome
from bot.services import inbox
from bot.services.crew import Crew
from bot.services.moves import Overtaken
from bot.services.worker import Worker
from bot.storage.database import Connection, Database
from bot.storage.job import Job, Queue
from bot.storage.postgres.jobs import Jobs
from bot.storage.postgres.seats import Seats
from bot.storage.queue import put
from tests.fakes.clock import FakeClock
from tests.fakes.gateway import FakeGateway
from tests.fakes.messenger import FakeMessenger
from tests.services.conftest import ANN, BOB, House, a_house
from tests.stores import SQLITE, Store, where

QUICK = 0.5
"""Seconds between two signs of life, where a test waits for a death."""


def known_as(holder: str) -> str:
    return f"darkroom test {holder}"


@dataclass
class Member(House):
    """One process of several."""

    jobs: Jobs | None = None
    seats: Seats | None = None

    def _developer(self) -> Worker:
        assert self.jobs
        assert self.seats
        return Crew(
            self.database,
            self.clock,
            self.work(self.seats.taken),
            self.jobs,
            name=known_as,
            per_wallet=self.per_wallet,
            total=self.total,
            serves=True,
        )


@dataclass
class Company:
    """Members that share a database, a gateway and Telegram; `one` accepts what people ask for."""

    members: list[Member]

    @property
    def one(self) -> Member:
        return self.members[0]

    async def until(self, sql: str, *values: object) -> None:
        """That finds something."""
        async with asyncio.timeout(60):
            while not await self.one.rows(sql, *values):  # noqa: ASYNC110  rows tell nobody
                await asyncio.sleep(0.01)

    async def until_holding(self, member: Member, edits: int) -> None:
        wanted = "SELECT 1 WHERE (SELECT count(*) FROM edits WHERE state = 'calling' AND holder = ?) = ?"
        await self.until(wanted, member.holder, edits)


@pytest.fixture
def shared(store: Store) -> Store:
    if store.kind == SQLITE:
        pytest.skip("processes share a PostgreSQL")
    return store


@asynccontextmanager
async def a_company(folder: Path, size: int = 2, beat: float = 5.0, **how: Any) -> AsyncIterator[Company]:
    """So many processes at work."""
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(a_house(folder))
        outside = first.clock, first.gateway, first.messenger
        members = [
            await stack.enter_async_context(a_member(folder, f"m{number}", beat, *outside, **how))
            for number in range(size)
        ]
        for each in members:
            each.new_id, each.updates = first.new_id, first.updates
            each.submit = each._submit(each.developer)
        tasks = await stack.enter_async_context(asyncio.TaskGroup())
        running = [tasks.create_task(each.developer.run()) for each in members]
        await asyncio.sleep(0)
        yield Company(members)
        for task in running:
            task.cancel()


@asynccontextmanager
async def a_member(
    folder: Path,
    holder: str,
    beat: float,
    clock: FakeClock,
    gateway: FakeGateway,
    messenger: FakeMessenger,
    **how: Any,
) -> AsyncIterator[Member]:
    url = str(where(folder))
    name = known_as(holder)
    async with (
        Database.open(url, name) as database,
        Jobs.open(url, name, most=how.get("total", 10), grace=0, beat=beat) as jobs,
        Seats.open(url, name) as seats,
        a_house(folder) as house,
    ):
        yield Member(
            folder, database, clock, gateway, messenger, house.allowances,
            holder=holder, jobs=jobs, seats=seats, **how,
        )  # fmt: skip


async def test_edits_are_shared_out_and_each_is_done_once(shared: Store, tmp_path: Path) -> None:
    async with a_company(tmp_path, 3, total=100) as company:
        asked = [await company.one.ask(person) for person in (ANN, BOB) for _ in range(5)]
        await company.one.messenger.until_ended(len(asked))
        await company.one.until_told()
        assert set((await company.one.states()).values()) == {"done"}
        assert sorted(edit.id for edit, _ in company.one.messenger.delivered) == sorted(e.id for e in asked)
        assert len(company.one.gateway.requests) == len(asked)
        await company.until("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM procrastinate_jobs)")


async def test_a_wallet_runs_no_more_at_once_than_it_may_in_all_processes(
    shared: Store, tmp_path: Path
) -> None:
    async with a_company(tmp_path, 2, per_wallet=2) as company:
        company.one.gateway.hold()
        for _ in range(5):
            await company.one.ask(ANN)
        await company.one.gateway.until_asked(2)
        other = await company.one.ask(BOB)
        await company.one.gateway.until_asked(3)
        assert [each.edit for each in company.one.gateway.requests].count(other.id) == 1, "past all of Ann's"
        company.one.gateway.release()
        await company.one.messenger.until_ended(6)


async def test_no_more_run_at_once_than_may_in_all(shared: Store, tmp_path: Path) -> None:
    async with a_company(tmp_path, 3, total=2, per_wallet=5) as company:
        company.one.gateway.hold()
        asked = [await company.one.ask(person) for person in (ANN, BOB) for _ in range(3)]
        await company.one.gateway.until_asked(2)
        for member in company.members:
            assert await member.jobs._manager.fetch_job(["edits"], 0) is None  # type: ignore[union-attr]
        company.one.gateway.release()
        await company.one.messenger.until_ended(len(asked))


async def test_a_cancel_closes_the_request_wherever_it_is(shared: Store, tmp_path: Path) -> None:
    async with a_company(tmp_path, 2) as company:
        company.one.gateway.hold()
        asked = [await company.one.ask(person) for person in (ANN, BOB, ANN, BOB)]
        await company.one.gateway.until_asked(4)
        for edit in asked:
            await company.one.submit.cancel(edit.id, person=edit.person)
        async with asyncio.timeout(60):
            while company.one.gateway.closed < len(asked):  # noqa: ASYNC110  it is only counted
                await asyncio.sleep(0.01)
        await company.one.until_told()
        assert set((await company.one.states()).values()) == {"cancelled"}
        assert await company.one.rows("SELECT sum(free) FROM ledger") == [(0,)]


async def test_a_frozen_process_is_taken_over_and_changes_nothing_when_it_thaws(
    shared: Store, tmp_path: Path
) -> None:
    async with a_company(tmp_path, 1, beat=QUICK) as company:
        frozen, gateway = company.one, company.one.gateway
        gateway.hold()
        edit = await frozen.ask()
        await gateway.until_asked(1)
        _freeze(frozen)
        outside = frozen.clock, gateway, frozen.messenger
        async with a_member(tmp_path, "next", QUICK, *outside) as member, asyncio.TaskGroup() as tasks:
            running = tasks.create_task(member.developer.run())
            await gateway.until_asked(2)
            assert await member.rows("SELECT holder, calls FROM edits") == [("next", 2)]
            with pytest.raises(Overtaken):
                await frozen.moves.fetched(replace(edit, state=State.CALLING), Outcome(()))
            gateway.release()  # the answers to both come
            await frozen.messenger.until_ended(1)
            await member.until_told()
            running.cancel()
        assert [each.id for each, _ in frozen.messenger.delivered] == [edit.id]
        assert await frozen.rows("SELECT kind, free FROM ledger ORDER BY kind") == [
            ("hold", -1),
            ("settle", 0),
        ]


async def test_a_comparison_that_is_spread_over_processes_comes_as_one(shared: Store, tmp_path: Path) -> None:
    async with a_company(tmp_path, 3) as company:
        from tests.services.conftest import draft  # noqa: PLC0415

        update = next(company.one.updates)
        wanted = draft(ANN, "sepia", message=update)
        accepted = await company.one.submit.compare(wanted, ["banana", "brush"], update=update)
        await company.one.messenger.until_concluded()
        await company.one.until_told()
        assert company.one.messenger.albums == [tuple(edit.id for edit in accepted)]


async def test_what_nobody_would_do_is_found_and_done(shared: Store, tmp_path: Path) -> None:
    async with a_house(tmp_path) as before:
        edit = await before.ask()  # as it comes from a database that only one process had
    async with a_company(tmp_path, 1) as company, asyncio.TaskGroup() as tasks:
        worker = company.one.developer
        assert isinstance(worker, Crew)
        sweeping = tasks.create_task(worker.sweep())
        await company.one.messenger.until_ended(1)
        sweeping.cancel()
        await company.one.until_told()
        assert [each.id for each, _ in company.one.messenger.delivered] == [edit.id]


async def test_connections_that_break_cost_no_edit(shared: Store, tmp_path: Path) -> None:
    async with a_company(tmp_path, 2) as company:
        company.one.gateway.hold()
        asked = [await company.one.ask(person) for person in (ANN, BOB)]
        await company.one.gateway.until_asked(2)
        await company.one.database.read(_break_all)
        company.one.gateway.release()
        asked.append(await company.one.ask(ANN))
        await company.one.messenger.until_ended(len(asked))
        await company.one.until_told()
        assert set((await company.one.states()).values()) == {"done"}


async def test_a_stop_hands_what_is_left_to_the_others(shared: Store, tmp_path: Path) -> None:
    async with a_company(tmp_path, 1) as company:
        gateway = company.one.gateway
        gateway.hold()
        await company.one.ask()
        await gateway.until_asked(1)
        outside = company.one.clock, gateway, company.one.messenger
        async with a_member(tmp_path, "next", 5.0, *outside) as member, asyncio.TaskGroup() as tasks:
            running = tasks.create_task(member.developer.run())
            await asyncio.sleep(0)
            await company.one.developer.stop(0)
            await gateway.until_asked(2)
            gateway.release()
            await member.messenger.until_ended(1)
            running.cancel()


def _freeze(member: Member) -> None:
    """It gives no sign of life any more, takes nothing, and looks for nothing."""

    async def silent(*_: object, **__: object) -> Any:
        await asyncio.sleep(QUICK)

    assert member.jobs
    member.jobs._manager.update_heartbeat = silent  # type: ignore[method-assign]
    member.jobs._manager.fetch_job = silent  # type: ignore[method-assign]
    member.jobs.beat = 3600


async def _break_all(conn: Connection) -> None:
    await conn.all(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name LIKE 'darkroom test %' AND datname = current_database()
            AND pid <> pg_backend_pid()
        """
    )


async def test_an_update_that_nobody_would_handle_is_found(
    shared: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "_RECALL_SECONDS", 0)
    async with a_house(tmp_path) as house, asyncio.TaskGroup() as tasks:
        await house.inbox.store([{"update_id": 7, "message": {"text": "sepia"}}])
        house.clock.move(61)

        async def enlist(conn: Connection, update: int, body: Mapping[str, Any]) -> None:
            await put(conn, Job(Queue.UPDATES, f"update/{update}", body["message"]["text"]))

        recalling = tasks.create_task(inbox.Inbox(house.database, house.clock, enlist).recall())
        async with asyncio.timeout(60):
            while not await house.rows("SELECT 1 FROM procrastinate_jobs"):  # noqa: ASYNC110  rows tell nobody
                await asyncio.sleep(0.01)
        recalling.cancel()
        found = await house.rows("SELECT queueing_lock, lock, args ->> 'key' FROM procrastinate_jobs")
        assert found == [("update/7", "sepia", "update/7")]
