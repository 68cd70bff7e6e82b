"""Carries signs of trouble from all processes to the one that tells admins."""

import asyncio
from collections.abc import Sequence
from itertools import groupby

import structlog

from bot.domain.alert import Sign
from bot.domain.errors import StorageFault
from bot.services.alerts import Signs
from bot.storage import signs
from bot.storage.database import Database

log = structlog.get_logger()

_PASS_SECONDS = 5.0


class Relay:
    """`heard`: what this process heard, until it is passed on. `alone`: there is nobody else."""

    def __init__(self, database: Database, heard: Signs, *, alone: bool = False) -> None:
        self._database, self._heard, self._alone = database, heard, alone

    async def run(self) -> None:
        """Pass on what was heard, every few seconds until cancelled."""
        while True:
            await asyncio.sleep(_PASS_SECONDS)
            await self.pass_on()

    async def pass_on(self) -> None:
        """Once. Never raises: what the database refuses waits for the next time."""
        found = self._all()
        if not found:
            return
        once = [sign for sign, _ in groupby(found)]  # a hundred pictures prove no more than one does
        try:
            await self._database.write(signs.add, once)
        except StorageFault as fault:
            log.warning("signs not passed on", detail=fault.detail)
            self._heard.extendleft(reversed(once))

    async def collect(self) -> Sequence[Sign]:
        """What all processes passed on, and this one heard."""
        if self._alone:
            return self._all()
        await self.pass_on()
        try:
            return await self._database.write(signs.take)
        except StorageFault as fault:
            log.warning("signs not collected", detail=fault.detail)
            return self._all()

    def _all(self) -> Sequence[Sign]:
        return [self._heard.popleft() for _ in range(len(self._heard))]
