"""Of two presses of a button, the second does nothing more, be it at another process."""

from bot.domain.ports import Clock
from bot.storage import presses
from bot.storage.database import Database

_WORKED_ON = 600_000
_COUNTS = 10_000
"""Milliseconds after it was done in which a press is taken for a second one."""


class Presses:
    """Remembers buttons for a moment."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def first(self, button: str, update: int) -> bool:
        """Whether this press is the one that counts.

        Raises:
            StorageFault: the database refused.
        """
        now = self._clock.now()
        return await self._database.write(presses.begin, button, update, now, now + _WORKED_ON)

    async def done(self, button: str, *, well: bool) -> None:
        """It was done; where that failed, the next press counts again.

        Raises:
            StorageFault: the database refused.
        """
        await self._database.write(presses.end, button, self._clock.now() + _COUNTS if well else 0)
