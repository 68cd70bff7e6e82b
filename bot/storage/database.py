"""The only door to the database, whichever it is.

Every transaction is one function that takes the connection first. It runs whole or not at all, whatever
happens to the task that asked for it: one that a cancelled task leaves half done would take in the next
task's statements (SAFETY 4). It waits for nothing but its own statements.

On PostgreSQL such a function runs again where another one was faster to change a row that it changes: so it
leaves nothing behind but rows. And it decides only by rows that it changes itself, such as a wallet's, or it
takes a turn first (`storage/turns.py`); `storage/postgres/engine.py` says why.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.domain.errors import StartupFault
from bot.storage import sqlite
from bot.storage.connection import Connection, Engine, Row

__all__ = ["Connection", "Database", "Row"]

P = ParamSpec("P")
T = TypeVar("T")

_EXTRA = "pip install 'procrastinate>=3.10,<3.11' 'psycopg[binary]>=3.3,<4' 'psycopg-pool>=3.3,<4'"


class Database:
    """Runs transactions, each in a task of its own that its caller cannot cancel."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.name = engine.name
        self._running: set[asyncio.Task[Any]] = set()

    @classmethod
    @asynccontextmanager
    async def open(cls, where: Path | str, name: str = "darkroom") -> AsyncIterator["Database"]:
        """Open a SQLite file, made if need be, or the PostgreSQL of a URL; close it in the end.

        `name`: as what we are known to PostgreSQL.

        Raises:
            StartupFault: it cannot be opened, or is no database.
        """
        async with _engine(where, name) as engine:
            database = cls(engine)
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
        return await self._whole(self.engine.write(lambda conn: work(conn, *args, **kwargs)))

    async def write_alone(
        self, work: Callable[Concatenate[Connection, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """As `write`, while nobody else does so, in this process or another, however long it takes.

        Raises:
            StorageFault: the database refused; nothing changed.
        """
        return await self._whole(self.engine.write_alone(lambda conn: work(conn, *args, **kwargs)))

    async def write_in_turn(
        self, work: Callable[Concatenate[Connection, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """As `write`, where everybody wants the same rows: whoever changes one has it alone until the end.

        It sees what those before it left there, runs once, and is brief; what it wrote may be gone after the
        server crashed.

        Raises:
            StorageFault: the database refused; nothing changed.
        """
        return await self._whole(self.engine.write_in_turn(lambda conn: work(conn, *args, **kwargs)))

    async def read(
        self, work: Callable[Concatenate[Connection, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `work(connection, ...)` on one unchanging view of the data.

        Raises:
            StorageFault: the database refused.
        """
        return await self._whole(self.engine.read(lambda conn: work(conn, *args, **kwargs)))

    async def empty_log(self) -> None:
        """Move all from the log beside the file into the file, so that what was deleted is nowhere.

        PostgreSQL has no such log: it overwrites what was deleted in its own time.

        Raises:
            StorageFault: the disk refused, or somebody else read all the while.
        """
        await self._whole(self.engine.empty_log())

    async def _whole(self, transaction: Coroutine[Any, Any, T]) -> T:
        task = asyncio.get_running_loop().create_task(transaction)
        self._running.add(task)
        task.add_done_callback(self._over)
        return await asyncio.shield(task)

    def _over(self, task: asyncio.Task[Any]) -> None:
        """Whoever asked for it knows how it ended, or was cancelled and does not want to."""
        self._running.discard(task)
        if not task.cancelled():
            task.exception()

    async def _settled(self) -> None:
        if self._running:
            await asyncio.wait(self._running)


def _engine(where: Path | str, name: str) -> AbstractAsyncContextManager[Engine]:
    if isinstance(where, Path):
        return sqlite.opened(where)
    try:
        from bot.storage import postgres  # noqa: PLC0415  an extra, which few install
    except ImportError as error:
        raise StartupFault(f"database_url: postgresql:// needs the extra postgres: {_EXTRA}.") from error
    return postgres.opened(where, name)
