"""A SQLite file as the database: one connection that writes, one that reads."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import aiosqlite

from bot.domain.errors import StartupFault, StorageFault
from bot.storage.connection import Row, Work
from bot.storage.lane import Lane

T = TypeVar("T")

_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    # A committed payment survives a power cut, not only a crash; measured as fast enough (SAFETY 4).
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What people delete is overwritten, not only left out: https://sqlite.org/pragma.html#pragma_secure_delete
    "PRAGMA secure_delete = ON",
)


class Sqlite:
    """One writer and one reader on a file; readers never wait for the writer (WAL)."""

    def __init__(self, name: str, writer: Lane, reader: Lane) -> None:
        self.name, self.writer, self.reader = name, writer, reader

    async def write(self, work: Work[T]) -> T:
        """Run it while nobody else writes."""
        return await self.writer.transact(work)

    async def write_alone(self, work: Work[T]) -> T:
        """Every writer is alone."""
        return await self.writer.transact(work)

    async def write_in_turn(self, work: Work[T]) -> T:
        """Every writer is alone."""
        return await self.writer.transact(work)

    async def read(self, work: Work[T]) -> T:
        """Run it on one unchanging view of the data."""
        return await self.reader.transact(work)

    async def empty_log(self) -> None:
        """Move all from the log beside the file into the file, so that what was deleted is nowhere.

        Raises:
            StorageFault: the disk refused, or somebody else read all the while.
        """
        try:
            # On the reader's connection, so that no transaction of it is in the way.
            row = await self.reader.visit(_first, "PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise StorageFault(detail=str(error)) from error
        if row is None or row["busy"]:
            raise StorageFault(detail="the log is in use by another process")


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Sqlite]:
    """Open the file, make it if need be, and close it in the end.

    Raises:
        StartupFault: it cannot be opened, or is no database.
    """
    # A transaction that reads first and takes the write lock later fails at once when another one wrote in
    # between, whatever the busy timeout (SAFETY 4): take it at the start.
    async with _lane(path, "BEGIN IMMEDIATE") as writer, _lane(path, "BEGIN") as reader:
        yield Sqlite(str(path), writer, reader)


@asynccontextmanager
async def _lane(path: Path, begin: str) -> AsyncIterator[Lane]:
    try:
        # First without aiosqlite: where opening fails, its thread outlives the attempt, and maybe the loop.
        await asyncio.to_thread(lambda: sqlite3.connect(path).close())
        raw = await aiosqlite.connect(path, isolation_level=None)
    except sqlite3.Error as error:
        raise StartupFault(f"The database {path} cannot be opened: {error}.") from error
    try:
        lane = Lane(raw, begin)
        try:
            await lane.visit(_prepare)
        except sqlite3.Error as error:
            raise StartupFault(f"The database {path} cannot be used: {error}.") from error
        yield lane
    finally:
        await raw.close()


def _prepare(raw: sqlite3.Connection) -> None:
    raw.row_factory = sqlite3.Row
    for pragma in _PRAGMAS:
        raw.execute(pragma)


def _first(raw: sqlite3.Connection, sql: str) -> Row | None:
    row: Row | None = raw.execute(sql).fetchone()
    return row
