"""What a picture of each model usually takes, learned from those that came."""

import asyncio
from statistics import median

import structlog

from bot.domain.errors import StorageFault
from bot.domain.ports import Clock
from bot.storage import timing
from bot.storage.database import Database

log = structlog.get_logger()

_LATEST, _ENOUGH = 50, 5
_REMEMBERS = 60_000


class Timing:
    """Answers from memory for a minute, so that 500 edits do not ask 500 times."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._known: dict[str, tuple[int, float | None]] = {}
        self._asking = asyncio.Lock()

    async def usual(self, model: str) -> float | None:
        """Seconds, the median of its last 50 answers; None while there are fewer than 5. Never raises."""
        async with self._asking:
            at, seconds = self._known.get(model, (None, None))
            now = self._clock.now()
            if at is not None and 0 <= now - at < _REMEMBERS:
                return seconds
            try:
                took = await self._database.read(timing.latest, model, _LATEST)
            except StorageFault as fault:
                log.warning("times not read", detail=fault.detail)
                return seconds
            seconds = median(took) / 1000 if len(took) >= _ENOUGH else None
            self._known[model] = now, seconds
            return seconds
