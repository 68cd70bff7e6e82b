"""Seats in the whole cluster: the server's advisory locks, which it takes back from a process that died.

https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import psycopg
import structlog

from bot.storage.postgres.dialect import Raw
from bot.storage.postgres.opening import connected

log = structlog.get_logger()

_PAUSE = 0.25
"""Seconds between two looks for a free seat."""
# One number of 32 bits for what it is about, one for the seat; the lowest free one, and no more than one.
_TAKE = """
    SELECT seat FROM generate_series(1, $2) AS seat
    WHERE pg_try_advisory_lock(hashtext(current_schema() || '/' || $1), seat::integer) LIMIT 1
"""
_LEAVE = "SELECT pg_advisory_unlock(hashtext(current_schema() || '/' || $1), $2::integer)"


class Seats:
    """Holds seats on one connection of its own. Where that breaks, all of them are free for others."""

    def __init__(self, connect: Callable[[], Awaitable[Raw]]) -> None:
        self._connect = connect
        self._raw: Raw | None = None
        self._speaking = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str, name: str) -> AsyncIterator["Seats"]:
        """At the database of that URL, where the connection is called `name`."""
        seats = cls(connected(url, name))
        try:
            yield seats
        finally:
            await seats._close()

    @asynccontextmanager
    async def taken(self, what: str, of: int = 1) -> AsyncIterator[None]:
        """One of so many seats at that, from when one is free; waits as long as that takes."""
        while (seat := await self._one(what, of)) is None:
            await asyncio.sleep(_PAUSE)
        raw = self._raw
        try:
            yield
        finally:
            if raw is self._raw:  # else it was given back with the connection
                await asyncio.shield(self._ask(_LEAVE, what, seat))

    async def _one(self, what: str, of: int) -> int | None:
        """A free seat, if there is one; given back if it is not wanted any more."""
        asking = asyncio.ensure_future(self._ask(_TAKE, what, of))
        try:
            return await asyncio.shield(asking)
        except asyncio.CancelledError:
            if (seat := await asking) is not None:
                await self._ask(_LEAVE, what, seat)
            raise

    async def _ask(self, sql: str, *values: object) -> int | None:
        """None while the database is away, too."""
        async with self._speaking:
            try:
                self._raw = self._raw or await self._connect()
                row = await (await self._raw.execute(sql, values)).fetchone()
            except psycopg.Error as error:
                log.warning("seats away", why=type(error).__name__)
                await self._close()
                return None
            return next(iter(row)) if row else None

    async def _close(self) -> None:
        raw, self._raw = self._raw, None
        if raw:
            with suppress(psycopg.Error):
                await raw.close()
