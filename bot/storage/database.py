"""The only door to the database.

Every transaction is one function that takes the connection first. It runs whole or not at all, whatever
happens to the task that asked for it: with aiosqlite alone, a cancelled task leaves its transaction open,
and the next task's statements fall into it (SAFETY 4).
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import aiosqlite

from bot.domain.errors import StartupFault, StorageFault

P = ParamSpec("P")
T = TypeVar("T")
Row = sqlite3.Row

_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    # A committed payment survives a power cut, not only a crash; measured as fast enough (SAFETY 4).
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What people delete is overwritten, not only left out: https://sqlite.org/pragma.html#pragma_secure_delete
    "PRAGMA secure_delete = ON",
)


class Connection:
    """The statements of one transaction."""

    def __init__(self, raw: aiosqlite.Connection) -> None:
        self._raw = raw

    async def all(self, sql: str, *values: object) -> list[Row]:
        """Every row that the statement gives."""
        return list(await self._raw.execute_fetchall(sql, values))

    async def one(self, sql: str, *values: object) -> Row | None:
        """The first row, if there is one."""
        rows = await self.all(sql, *values)
        return rows[0] if rows else None

    async def run(self, sql: str, *values: object) -> int:
        """How many rows the statement changed."""
        async with self._raw.execute(sql, values) as cursor:
            return cursor.rowcount

    async def script(self, sql: str) -> None:
        """Several statements, each ended by a semicolon; none of them opens or ends a transaction."""
        for statement in _statements(sql):
            await self._raw.execute(statement)


class _Lane:
    """A connection on which one transaction runs after the other."""

    def __init__(self, raw: aiosqlite.Connection, begin: str) -> None:
        self.raw = raw
        self._begin = begin
        self.turn = asyncio.Lock()

    async def transact(self, work: Callable[[Connection], Awaitable[T]]) -> T:
        async with self.turn:
            try:
                return await self._run(work)
            except sqlite3.Error as error:
                raise StorageFault(detail=str(error)) from error

    async def alone(self, sql: str) -> Row | None:
        """A statement that cannot be within a transaction; its first row."""
        async with self.turn, self.raw.execute(sql) as cursor:
            return await cursor.fetchone()

    async def _run(self, work: Callable[[Connection], Awaitable[T]]) -> T:
        await self.raw.execute(self._begin)
        try:
            result = await work(Connection(self.raw))
            await self.raw.commit()
        except BaseException:
            await self.raw.rollback()
            raise
        return result


class Database:
    """One writer and one reader on a SQLite file; readers never wait for the writer (WAL)."""

    def __init__(self, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        # A transaction that reads first and takes the write lock later fails at once when another one wrote
        # in between, whatever the busy timeout (SAFETY 4): take it at the start.
        self._writer = _Lane(writer, "BEGIN IMMEDIATE")
        self._reader = _Lane(reader, "BEGIN")
        self._running: set[asyncio.Task[Any]] = set()

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path) -> AsyncIterator["Database"]:
        """Open the file, make it if need be, and close it in the end.

        Raises:
            StartupFault: it cannot be opened, or is no database.
        """
        async with _connected(path) as writer, _connected(path) as reader:
            database = cls(writer, reader)
            try:
                yield database
            finally:
                await database._settled()

    async def write(
        self, work: Callable[Concatenate[Connection, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `work(connection, ...)` as one transaction, committed when it returns, undone when it raises.

        Raises:
            StorageFault: the database refused; nothing changed.
        """
        return await self._whole(self._writer.transact(lambda conn: work(conn, *args, **kwargs)))

    async def read(
        self, work: Callable[Concatenate[Connection, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `work(connection, ...)` on one unchanging view of the data.

        Raises:
            StorageFault: the database refused.
        """
        return await self._whole(self._reader.transact(lambda conn: work(conn, *args, **kwargs)))

    async def empty_log(self) -> None:
        """Move all from the log beside the file into the file, so that what was deleted is nowhere.

        Raises:
            StorageFault: the disk refused, or somebody else read all the while.
        """
        await self._whole(self._empty_log())

    async def _empty_log(self) -> None:
        async with self._reader.turn:
            try:
                row = await self._writer.alone("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error as error:
                raise StorageFault(detail=str(error)) from error
        if row is None or row["busy"]:
            raise StorageFault(detail="the log is in use by another process")

    async def _whole(self, transaction: Coroutine[Any, Any, T]) -> T:
        task = asyncio.get_running_loop().create_task(transaction)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _settled(self) -> None:
        if self._running:
            await asyncio.wait(self._running)


@asynccontextmanager
async def _connected(path: Path) -> AsyncIterator[aiosqlite.Connection]:
    raw = await _connect(path)
    try:
        yield raw
    finally:
        await raw.close()


async def _connect(path: Path) -> aiosqlite.Connection:
    try:
        # First without aiosqlite: where opening fails, its thread outlives the attempt, and maybe the loop.
        await asyncio.to_thread(lambda: sqlite3.connect(path).close())
        raw = await aiosqlite.connect(path, isolation_level=None)
    except sqlite3.Error as error:
        raise StartupFault(f"The database {path} cannot be opened: {error}.") from error
    try:
        raw.row_factory = sqlite3.Row
        for pragma in _PRAGMAS:
            await raw.execute(pragma)
    except sqlite3.Error as error:
        await raw.close()
        raise StartupFault(f"The database {path} cannot be used: {error}.") from error
    return raw


def _statements(sql: str) -> list[str]:
    statements, text = [], ""
    for line in sql.splitlines(keepends=True):
        text += line
        if sqlite3.complete_statement(text):
            statements.append(text)
            text = ""
    return statements
