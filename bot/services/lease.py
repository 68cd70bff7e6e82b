"""What only one of several processes does at a time; when it dies, another one does it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

from bot.domain.errors import StorageFault
from bot.storage import leases
from bot.storage.database import Database
from bot.storage.leases import Lease

log = structlog.get_logger()

BEAT_SECONDS = 5.0
_DEAD_AFTER = 3
"""Looks at which a holder's beats stood still: each sees them by its own clock, and no two clocks are compared."""


@dataclass(slots=True)
class Watch:
    """Judges by its looks whether a holder is dead. Pure."""

    seen: Lease | None = None
    still: int = 0

    def look(self, found: Lease | None) -> bool:
        """One more look; whether nobody lives who holds it."""
        self.still = self.still + 1 if found == self.seen else 0
        self.seen = found
        return found is None or self.still >= _DEAD_AFTER


class Leader:
    """Does `work` while it holds the lease, and tries to get it while it does not."""

    def __init__(
        self,
        database: Database,
        what: str,
        holder: str,
        work: Callable[[], Awaitable[None]],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._database, self._what, self._holder = database, what, holder
        self._work, self._sleep = work, sleep

    async def run(self) -> None:
        """Until cancelled; then another one may begin at once. What ends the work ends this."""
        watch = Watch()
        while True:
            if await self._got(watch):
                await self._lead()
                watch = Watch()
            await self._sleep(BEAT_SECONDS)

    async def _got(self, watch: Watch) -> bool:
        try:
            dead = watch.look(await self._database.read(leases.get, self._what))
            seen = watch.seen
            return dead and await self._database.write(leases.take, self._what, self._holder, seen)
        except StorageFault as fault:
            log.warning("database refused", detail=fault.detail)
            return False

    async def _lead(self) -> None:
        log.info("leading", what=self._what)
        work = asyncio.ensure_future(self._work())
        try:
            while not work.done() and await self._beat():
                await asyncio.wait([work], timeout=BEAT_SECONDS)
            if work.done():
                work.result()
        finally:
            work.cancel()
            await asyncio.wait([work])
            await self._leave()
        log.warning("leading no more", what=self._what)

    async def _beat(self) -> bool:
        """Whether it still holds it; while nobody can tell, it does."""
        try:
            return await self._database.write(leases.beat, self._what, self._holder)
        except StorageFault as fault:
            log.warning("database refused", detail=fault.detail)
            return True

    async def _leave(self) -> None:
        try:
            await self._database.write(leases.leave, self._what, self._holder)
        except StorageFault as fault:
            log.warning("database refused", detail=fault.detail)
