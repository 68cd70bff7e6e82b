"""Transactions on PostgreSQL: many at once, in this process and in others.

Each sees the data as they were when it began (REPEATABLE READ). One that changes a row which another one has
changed since is refused, and runs again from its start: of two that decide by a row and change it, the second
decides anew. So the rule for all that writes is: decide only by rows that you change, or by those of a wallet
whose own row you change, or take a turn (`storage/turns.py`). To insert a key is to change its row.

SERIALIZABLE needs no rule, and was measured: neighbours in an index count as conflicts there, and of ten at
once a fifth runs twice, at half the speed. https://postgresql.org/docs/current/transaction-iso.html
"""

import asyncio
from typing import TypeVar

import psycopg
from psycopg import AsyncCursor

from bot.domain.errors import StorageFault
from bot.storage.connection import Row, Work
from bot.storage.postgres.dialect import PostgresRow, Raw, clean, numbered
from bot.storage.postgres.faults import Conflict, Lost, Taken, judged
from bot.storage.postgres.pool import Pool

T = TypeVar("T")

_WRITE = "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT pg_current_xact_id()::text AS number"
_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
# Sees what was committed while it waited for its turn, and may wait and work as long as it takes.
_ALONE = """
    BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
    SELECT pg_advisory_xact_lock(4701); SELECT pg_current_xact_id()::text AS number
"""
# Waits for a row and then sees what is in it. Who stops in the middle must not stop all others for long.
_IN_TURN = """
    BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off;
    SET LOCAL idle_in_transaction_session_timeout = 2000
"""
_NOW = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) AS now"
_LANDED = "SELECT pg_xact_status($1::text::xid8) AS status"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = ANY (current_schemas(false))"

_LONGEST = 60
"""Seconds for all of a transaction's statements, should the network swallow the server's own limits."""
_PATIENCE = 10
"""Seconds in which a server that restarts is waited for."""
_PAUSE = 0.2
_TRIES = 50
_TRIES_TAKEN = 3
_TRIES_BESIDE_OTHERS = 5


class PostgresConnection:
    """The statements of one transaction."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw

    async def all(self, sql: str, *values: object) -> list[Row]:
        """Every row that the statement gives."""
        return list(await (await self._execute(sql, values)).fetchall())

    async def one(self, sql: str, *values: object) -> Row | None:
        """The first row, if there is one."""
        return await (await self._execute(sql, values)).fetchone()

    async def run(self, sql: str, *values: object) -> int:
        """How many rows the statement changed."""
        return (await self._execute(sql, values)).rowcount

    async def script(self, sql: str) -> None:
        """Several statements, each ended by a semicolon; none of them opens or ends a transaction."""
        await _said(self._raw, sql)

    async def tables(self) -> set[str]:
        """The names of all tables."""
        return {row["tablename"] for row in await self.all(_TABLES)}

    async def now(self) -> int:
        """The database's own time at this moment, one for all processes: epoch milliseconds."""
        row = await self.one(_NOW)
        assert row is not None  # noqa: S101  a SELECT without FROM gives a row
        return int(row["now"])

    async def _execute(self, sql: str, values: tuple[object, ...]) -> AsyncCursor[PostgresRow]:
        try:
            return await self._raw.execute(numbered(sql), clean(values))
        except psycopg.Error as error:
            raise judged(error, self._raw) from error


class Postgres:
    """Runs transactions on the connections of a pool."""

    def __init__(self, name: str, pool: Pool) -> None:
        self.name, self._pool = name, pool
        # Those that were overtaken run one after the other; one that is overtaken again and again, alone.
        self._turn, self._open = asyncio.Lock(), asyncio.Event()
        self._open.set()

    async def write(self, work: Work[T]) -> T:
        """Run it, and again while others are faster."""
        await self._open.wait()
        try:
            return await self._through(_WRITE, work)
        except Conflict:
            async with self._turn:
                return await self._again(work)

    async def write_alone(self, work: Work[T]) -> T:
        """Run it while nobody else runs any like this, in the whole cluster."""
        return await self._through(_ALONE, work, limit=None)

    async def write_in_turn(self, work: Work[T]) -> T:
        """Run it, waiting for each row that another one is changing."""
        return await self._through(_IN_TURN, work)

    async def read(self, work: Work[T]) -> T:
        """Run it on one unchanging view of the data."""
        return await self._through(_READ, work)

    async def empty_log(self) -> None:
        """There is none beside the data."""

    async def _again(self, work: Work[T]) -> T:
        tries = 1
        try:
            while True:
                tries += 1
                try:
                    return await self._through(_WRITE, work)
                except Conflict as conflict:
                    if tries >= (_TRIES_TAKEN if isinstance(conflict, Taken) else _TRIES):
                        raise StorageFault(detail=conflict.detail) from conflict
                if tries >= _TRIES_BESIDE_OTHERS:
                    self._open.clear()
        finally:
            self._open.set()

    async def _through(self, begin: str, work: Work[T], limit: float | None = _LONGEST) -> T:
        """Run it, and again on another connection where one broke; a restart of the server takes seconds."""
        clock = asyncio.get_running_loop()
        until = clock.time() + _PATIENCE
        while True:
            try:
                return await self._once(begin, work, limit)
            except Lost as lost:
                if clock.time() > until:
                    raise StorageFault(detail=lost.detail) from lost
            await asyncio.sleep(_PAUSE)

    async def _once(self, begin: str, work: Work[T], limit: float | None) -> T:
        async with self._pool.lent() as raw:
            number = await _begun(raw, begin)
            try:
                async with asyncio.timeout(limit):
                    result = await work(PostgresConnection(raw))
            except TimeoutError as error:
                raise StorageFault(detail=f"no answer in {limit} s") from error
            except Lost:
                await raw.close()
                raise
            except BaseException:
                await _undo(raw)
                raise
            if await _committed(raw) or number is None:
                return result
        if await self._landed(number):
            return result
        raise Lost(detail="the connection broke at the end")

    async def _landed(self, number: str) -> bool:
        """Whether a transaction was committed whose connection broke before it said so."""
        clock = asyncio.get_running_loop()
        until = clock.time() + _PATIENCE
        while clock.time() < until:
            try:
                async with self._pool.lent() as raw:
                    row = await (await raw.execute(_LANDED, [number])).fetchone()
            except (psycopg.Error, Lost):
                row = None
            if row and row["status"] in {"committed", "aborted"}:
                return bool(row["status"] == "committed")
            await asyncio.sleep(_PAUSE)
        raise StorageFault(detail="the connection broke, and nobody knows whether the change was made")


async def _begun(raw: Raw, begin: str) -> str | None:
    """Begin; returns the transaction's number, where `begin` asks for it."""
    cursor = await _said(raw, begin)
    while cursor.nextset():
        pass
    row = await cursor.fetchone() if cursor.description else None
    return row["number"] if row else None


async def _committed(raw: Raw) -> bool:
    """Commit; False where the connection broke, so that only the server knows."""
    try:
        async with asyncio.timeout(_LONGEST):
            cursor = await raw.execute("COMMIT")
    except TimeoutError:
        await raw.close()
        return False
    except psycopg.Error as error:
        if raw.closed:
            return False
        raise judged(error, raw) from error
    if cursor.statusmessage != "COMMIT":  # a statement failed, and the work went on as if it had not
        raise StorageFault(detail="a statement failed")
    return True


async def _undo(raw: Raw) -> None:
    if not raw.closed:
        try:
            await raw.execute("ROLLBACK")
        except psycopg.Error:
            await raw.close()


async def _said(raw: Raw, sql: str) -> AsyncCursor[PostgresRow]:
    try:
        return await raw.execute(sql)
    except psycopg.Error as error:
        raise judged(error, raw) from error
