"""Keeps the house: forgets what is old, and notes that the database still takes a write."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.domain.errors import StorageFault
from bot.domain.ports import Clock
from bot.domain.shelf import Shelf
from bot.domain.spool import Spool
from bot.storage import calls, edits, inbox, presses, questions, tolls
from bot.storage.database import Database

log = structlog.get_logger()

_HOUR_MS = 3600 * 1000
_ROUND_MINUTES = 10
INBOX_HOURS = 48
"""Telegram repeats an update for a day at most (SAFETY 1.2)."""
_CALLS_HOURS = 32 * 24
"""For longer than a month the numbers of single calls tell nobody anything."""


Sweep = Callable[[int], Awaitable[int]]
"""Removes what has expired by now (epoch ms), and tells how much it was."""


class Keeper:
    """Sweeps the spool by age and size, old letters and calls, and what lies `elsewhere`."""

    def __init__(
        self,
        database: Database,
        spool: Spool,
        clock: Clock,
        *,
        shelf: Shelf,
        elsewhere: Sweep | None = None,
    ) -> None:
        self._database, self._spool, self._clock, self._shelf = database, spool, clock, shelf
        self._elsewhere = elsewhere

    async def run(self) -> None:
        """A round every ten minutes, until cancelled."""
        while True:
            try:
                await self.sweep()
            except StorageFault as error:
                log.error("sweep failed", detail=error.detail)
            await asyncio.sleep(_ROUND_MINUTES * 60)

    async def sweep(self) -> None:
        """One round.

        Raises:
            StorageFault: the database, the disk or the place elsewhere refused.
        """
        now = self._clock.now()
        letters = await self._database.write(inbox.sweep, now - INBOX_HOURS * _HOUR_MS)
        await self._database.write(questions.sweep, now)
        await self._database.write(presses.sweep, now)
        await self._database.write(calls.sweep, now - _CALLS_HOURS * _HOUR_MS)
        # An hour, since they are by the database's clock and this is ours.
        await self._database.write(tolls.sweep, now - _HOUR_MS)
        files = await self._spool.files()
        # In this order: an edit is written down before its first file, so that no new one looks forsaken.
        in_work = {edit.id for edit in await self._database.read(edits.unfinished)}
        overdue = self._shelf.overdue(files, in_work, now)
        await self._spool.remove(file.key for file in overdue)
        if letters or overdue:
            log.info("swept", letters=letters, files=len(overdue))
        if self._elsewhere:
            await self._elsewhere(now)
