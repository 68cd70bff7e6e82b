"""Telegram's limits for the whole cluster: every process asks the same rows before it calls."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import structlog

from bot.domain.errors import StorageFault
from bot.domain.toll import WHOLE, Claim, Passage
from bot.storage import tolls
from bot.storage.database import Connection, Database

log = structlog.get_logger()

Time = Callable[[Connection], Awaitable[int]]
T = TypeVar("T")

_MOMENT = 0.2
_PATIENCE = 2.0
_UNASKED = 5.0
"""Seconds in which nobody asks after an answer failed to come, so that not every message waits for one."""


async def _database_time(conn: Connection) -> int:
    return await conn.now()


class Tolls:
    """Counts on the rows of a database that all processes share, by its own clock.

    While it is out of reach, calls go as far as each process's own limits let them: a 429 that may come of it
    is waited out, and silence would be worse.
    """

    def __init__(self, database: Database, time: Time = _database_time, *, moment: float = _MOMENT) -> None:
        self._database, self._time, self._moment = database, time, moment
        self._answered: list[tuple[Claim, int]] = []
        self._unasked_until = 0.0
        self._away = False

    async def ask(self, claims: Sequence[Claim]) -> Passage:
        """May they go? All of them, or none. The whole bot's comes last: everybody wants its row."""
        return await self._said(self._asked, claims) or Passage()

    async def land(self, passage: Passage) -> None:
        """What was let go was answered. What is answered within a moment is noted together.

        For the whole bot only starts count, as in `chat/limits.py`: slow uploads hold up nobody.
        """
        answered = [(claim, passage.at) for claim in passage.claims if claim.place != WHOLE]
        self._answered += answered
        if answered and len(self._answered) == len(answered):  # the first of that moment
            await asyncio.sleep(self._moment)
            together, self._answered = self._answered, []
            await self._said(self._landed, sorted(together, key=lambda each: each[0].place))

    async def shut(self, place: int, seconds: float) -> None:
        """Telegram closed a place for so long."""
        await self._said(self._shut, place, seconds)

    async def _said(self, work: Callable[..., Awaitable[T]], *values: object) -> T | None:
        clock = asyncio.get_running_loop()
        if clock.time() < self._unasked_until:
            return None
        try:
            async with asyncio.timeout(_PATIENCE):
                answer = await self._database.write_in_turn(work, *values)
        except (StorageFault, TimeoutError) as error:
            self._unasked_until = clock.time() + _UNASKED
            if not self._away:
                detail = error.detail if isinstance(error, StorageFault) else f"no answer in {_PATIENCE} s"
                log.warning("shared limits out of reach, each process keeps its own", detail=detail)
            self._away = True
            return None
        if self._away:
            log.info("shared limits are back")
        self._away = False
        return answer

    async def _asked(self, conn: Connection, claims: Sequence[Claim]) -> Passage:
        books = await tolls.taken(conn, [claim.place for claim in claims])
        now = await self._time(conn)  # once the rows are ours: those before us were earlier
        waits = [books[claim.place].wait(claim, now) / 1000 for claim in claims]
        if not any(waits):
            await tolls.keep(conn, {claim.place: books[claim.place].begun(claim, now) for claim in claims})
        return Passage(claims, waits, now)

    async def _landed(self, conn: Connection, answered: Sequence[tuple[Claim, int]]) -> None:
        books = await tolls.taken(conn, list(dict.fromkeys(claim.place for claim, _ in answered)))
        now = await self._time(conn)
        for claim, begun in answered:
            books[claim.place] = books[claim.place].answered(claim, begun, now)
        await tolls.keep(conn, books)

    async def _shut(self, conn: Connection, place: int, seconds: float) -> None:
        books = await tolls.taken(conn, [place])
        until = await self._time(conn) + round(seconds * 1000)
        await tolls.keep(conn, {place: books[place].shut(until)})
