import asyncio
import sqlite3
import threading
from collections.abc import Awaitable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from types import NoneType

import pytest

from bot.domain.errors import StartupFault, StorageFault
from bot.storage.connection import Work
from bot.storage.database import Connection, Database
from bot.storage.sqlite import Sqlite


class Pause:
    """Keeps a transaction from going on, be it in a thread or on the loop."""

    def __init__(self) -> None:
        self._over = threading.Event()

    def end(self) -> None:
        self._over.set()

    async def wait(self) -> None:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            self._over.wait(60)
            return
        await asyncio.to_thread(self._over.wait, 60)


async def pair(conn: Connection, number: int, *, pause: Pause | None = None) -> None:
    await conn.run("INSERT INTO pairs VALUES (?, 'left')", number)
    if pause:
        await pause.wait()
    await conn.run("INSERT INTO pairs VALUES (?, 'right')", number)


async def count(conn: Connection) -> list[int]:
    rows = await conn.all("SELECT number, count(*) AS sides FROM pairs GROUP BY number")
    return [row["sides"] for row in rows]


@pytest.fixture
async def pairs(database: Database) -> Database:
    async def create(conn: Connection) -> None:
        await conn.run("CREATE TABLE pairs (number BIGINT, side TEXT)")

    await database.write(create)
    return database


async def test_a_cancelled_caller_leaves_the_transaction_whole(pairs: Database) -> None:
    pause = Pause()
    async with asyncio.TaskGroup() as tasks:
        caller = tasks.create_task(pairs.write(pair, 1, pause=pause))
        await asyncio.sleep(0.01)
        caller.cancel()
        other = tasks.create_task(pairs.write(pair, 2))
        if isinstance(pairs.engine, Sqlite):  # where one writes at a time
            await asyncio.sleep(0.01)
            assert not other.done()
        else:
            await other
        pause.end()
    assert caller.cancelled()
    await pairs._settled()
    assert await pairs.read(count) == [2, 2]


async def test_a_storm_of_cancellations_mixes_and_halves_nothing(pairs: Database) -> None:
    async def hurried(number: int) -> None:
        try:
            async with asyncio.timeout(0.0005 * (number % 7)):
                await pairs.write(pair, number)
        except TimeoutError:
            pass

    async with asyncio.TaskGroup() as tasks:
        for number in range(200):
            tasks.create_task(hurried(number))
    await pairs.write(pair, 1000)
    sides = await pairs.read(count)
    assert set(sides) == {2}


async def test_a_failing_transaction_undoes_itself_and_spares_the_next(pairs: Database) -> None:
    async def broken(conn: Connection) -> None:
        await pair(conn, 1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await pairs.write(broken)
    await pairs.write(pair, 2)
    assert await pairs.read(count) == [2]


async def test_a_refusal_is_a_typed_error(pairs: Database) -> None:
    async def wrong(conn: Connection) -> None:
        await pair(conn, 1)
        await conn.run("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(StorageFault, match="nowhere"):
        await pairs.write(wrong)
    assert await pairs.read(count) == []


async def test_a_reader_does_not_wait_for_the_writer(pairs: Database) -> None:
    pause = Pause()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(pairs.write(pair, 1, pause=pause))
        async with asyncio.timeout(60):
            assert await pairs.read(count) == []
        pause.end()


async def test_a_file_that_is_no_database_is_named_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "darkroom.db"
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(StartupFault, match=r"darkroom\.db"):
        async with Database.open(path):
            pass


async def test_a_missing_folder_is_named_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(StartupFault, match="nowhere"):
        async with Database.open(tmp_path / "nowhere" / "darkroom.db"):
            pass


async def test_deleted_words_are_in_no_file_after_the_log_was_emptied(tmp_path: Path) -> None:
    async def write(conn: Connection, number: int) -> None:
        text = f"CANARY-{number} " * (1 + number * 7919 % 400)
        await conn.run("INSERT INTO letters VALUES (?, ?) ON CONFLICT DO NOTHING", f"{number:06}", text)

    async def forget(conn: Connection, number: int) -> None:
        await conn.run("UPDATE letters SET body = '' WHERE id = ?", f"{number:06}")

    async def create(conn: Connection) -> None:
        await conn.run("CREATE TABLE letters (id TEXT PRIMARY KEY, body TEXT)")
        await conn.run("CREATE INDEX letters_body ON letters (substr(body, 1, 20))")

    async with Database.open(tmp_path / "darkroom.db") as database:
        await database.write(create)
        for number in range(400):
            await database.write(write, number * 7919 % 400)
        for number in range(400):
            await database.write(forget, number)
        await database.empty_log()
        written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert b"CANARY-" not in written


@pytest.mark.sqlite
async def test_a_transaction_that_waits_for_something_else_is_undone_and_named(pairs: Database) -> None:
    async def idle(conn: Connection) -> None:
        await pair(conn, 1)
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="waits for nothing but its own statements"):
        await pairs.write(idle)
    assert await pairs.read(count) == []


async def waiting(pairs: Database, works: Sequence[Work[object]]) -> list[BaseException | None]:
    """How transactions end that were all asked for while another one kept the database."""
    pause = Pause()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(pairs.write(pair, 0, pause=pause))
        await asyncio.sleep(0.01)
        asked = [tasks.create_task(ending(pairs.write(work))) for work in works]
        await asyncio.sleep(0.01)
        pause.end()
    return [each.result() for each in asked]


async def ending(transaction: Awaitable[object]) -> BaseException | None:
    try:
        await transaction
    except (StorageFault, ZeroDivisionError) as error:
        return error
    return None


@pytest.mark.sqlite
async def test_all_that_wait_for_the_disk_wait_for_it_once(pairs: Database) -> None:
    assert isinstance(pairs.engine, Sqlite)
    said: list[str] = []
    await pairs.engine.writer.visit(lambda raw: raw.set_trace_callback(said.append))
    assert await waiting(pairs, [partial(pair, number=number) for number in range(1, 21)]) == [None] * 20
    assert await pairs.read(count) == [2] * 21
    assert said.count("COMMIT") == 2


@pytest.mark.sqlite
async def test_one_that_fails_among_many_is_undone_alone(pairs: Database) -> None:
    async def broken(conn: Connection) -> None:
        await conn.run("INSERT INTO pairs VALUES (7, 'left')")
        raise ZeroDivisionError

    ended = await waiting(pairs, [partial(pair, number=1), broken, partial(pair, number=2)])
    assert [type(each) for each in ended] == [NoneType, ZeroDivisionError, NoneType]
    assert await pairs.read(count) == [2] * 3


@pytest.mark.sqlite
async def test_one_that_fills_the_disk_takes_no_other_with_it(pairs: Database) -> None:
    async def large(conn: Connection) -> None:
        await conn.run("INSERT INTO pairs VALUES (7, ?)", "x" * 1_000_000)

    assert isinstance(pairs.engine, Sqlite)
    await pairs.engine.writer.visit(lambda raw: raw.execute("PRAGMA max_page_count = 100"))
    ended = await waiting(pairs, [partial(pair, number=1), large, partial(pair, number=2)])
    assert [type(each) for each in ended] == [NoneType, StorageFault, NoneType]
    assert await pairs.read(count) == [2] * 3


@pytest.mark.sqlite
async def test_all_that_wait_for_a_file_that_somebody_else_has_are_told_at_once(
    pairs: Database, tmp_path: Path
) -> None:
    assert isinstance(pairs.engine, Sqlite)
    said: list[str] = []
    await pairs.engine.writer.visit(lambda raw: raw.execute("PRAGMA busy_timeout = 50"))
    await pairs.engine.writer.visit(lambda raw: raw.set_trace_callback(said.append))
    with closing(sqlite3.connect(tmp_path / "darkroom.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.TaskGroup() as tasks:
            asked = [tasks.create_task(ending(pairs.write(pair, number))) for number in range(20)]
    assert {type(each.result()) for each in asked} == {StorageFault}
    assert said.count("BEGIN IMMEDIATE") <= 2
    assert await pairs.read(count) == []


@pytest.mark.sqlite
async def test_who_asks_after_the_end_is_told_so(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "darkroom.db") as database:
        pass
    with pytest.raises(ValueError, match="closed"):
        await database.write(pair, 1)


@pytest.mark.sqlite
async def test_a_log_that_somebody_else_reads_is_not_said_to_be_empty(
    pairs: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(pairs.engine, Sqlite)
    await pairs.engine.reader.visit(lambda raw: raw.execute("PRAGMA busy_timeout = 50"))
    with closing(sqlite3.connect(tmp_path / "darkroom.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM pairs").fetchall()
        await pairs.write(pair, 1)
        with pytest.raises(StorageFault, match="in use by another process"):
            await pairs.empty_log()
    await pairs.empty_log()
