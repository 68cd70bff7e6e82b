"""A bounded number of connections, made when they are needed and kept while they are well."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import psycopg
from psycopg.pq import TransactionStatus

from bot.domain.errors import StorageFault
from bot.storage.postgres.dialect import Raw
from bot.storage.postgres.faults import Lost, told

MOST = 10
_PATIENCE = 10
"""Seconds that a transaction waits for its turn, as on SQLite."""


class Pool:
    """Lends connections. psycopg_pool's would try again in its own time, up to minutes after an outage."""

    def __init__(self, connect: Callable[[], Awaitable[Raw]], most: int = MOST) -> None:
        self._connect = connect
        self._idle: list[Raw] = []
        self._turns, self._most = asyncio.Semaphore(most), most

    @asynccontextmanager
    async def lent(self) -> AsyncIterator[Raw]:
        """A connection that nobody else has; one that comes back within a transaction is closed.

        Raises:
            Lost: there is no way to the server now.
            StorageFault: all are in use, and stay so.
        """
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._turns.acquire()
        except TimeoutError as error:
            raise StorageFault(detail=f"all {self._most} connections are busy") from error
        try:
            raw = self._idle.pop() if self._idle else await self._connected()
            try:
                yield raw
            finally:
                await self._take_back(raw)
        finally:
            self._turns.release()

    async def close(self) -> None:
        """Close those that nobody has; what comes back later is for nobody."""
        while self._idle:
            await self._idle.pop().close()

    async def _connected(self) -> Raw:
        try:
            return await self._connect()
        except psycopg.Error as error:
            raise Lost(detail=told(error)) from error

    async def _take_back(self, raw: Raw) -> None:
        if raw.info.transaction_status is TransactionStatus.IDLE:
            self._idle.append(raw)
            return
        await raw.close()
        await self.close()  # what broke one has broken them all, or they are made anew for little
