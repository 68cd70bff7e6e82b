"""How the bot stands at a moment: what waits, how long ago it was heard of, how its gateways are."""

import asyncio
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog

from bot.domain.errors import StorageFault
from bot.domain.ports import GatewayHealth
from bot.storage import vitals
from bot.storage.vitals import Vitals
from bot.web.pulse import Pulse

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Levels:
    """A moment; what could not be had is None. Ages are seconds."""

    vitals: Vitals | None
    inbox_age: float
    poll_age: float
    write_age: float
    free_bytes: int | None
    gateways: Sequence[GatewayHealth]


@dataclass(frozen=True, slots=True)
class Gauges:
    """Reads levels from the database, the pulse, the disk and the gateways."""

    pulse: Pulse
    gateways: Callable[[], Sequence[GatewayHealth]]

    async def read(self) -> Levels:
        """Never raises: what is broken is left out, and the rest told."""
        found, free = await asyncio.gather(self._vitals(), asyncio.to_thread(self._free_bytes))
        oldest = found.oldest if found else None
        beat = self.pulse.heartbeat()
        return Levels(
            vitals=found,
            inbox_age=self._age(oldest) if oldest else 0.0,
            poll_age=self._age(beat.poll or self.pulse.started),
            write_age=self._age(beat.database or self.pulse.started),
            free_bytes=free,
            gateways=self.gateways(),
        )

    def _age(self, moment: int) -> float:
        return max(0, self.pulse.clock.now() - moment) / 1000

    async def _vitals(self) -> Vitals | None:
        try:
            return await self.pulse.database.read(vitals.look)
        except StorageFault as error:
            log.error("database refused", detail=error.detail)
            return None

    def _free_bytes(self) -> int | None:
        try:
            return shutil.disk_usage(self.pulse.folder).free
        except OSError:
            return None
