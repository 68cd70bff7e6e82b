"""The bot's sign of life, for /healthz, /readyz and `darkroom healthcheck`."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import structlog

from bot.domain.alert import Alarm, refused, unheard
from bot.domain.errors import StorageFault
from bot.domain.ports import Clock
from bot.storage import pulse
from bot.storage.database import Database
from bot.web import health

log = structlog.get_logger()

_BEAT_SECONDS = 5
_LATE_SECONDS = 1


class Vital(Protocol):
    """Of whom one can ask how it is; answers at once."""

    def verdict(self) -> health.Verdict:
        """Whether it is alive."""
        ...

    def ready(self) -> health.Verdict:
        """Whether it serves people."""
        ...


@dataclass(slots=True)
class Pulse:
    """Writes into the database, and leaves a file in `folder`, every few seconds.

    `last_poll` tells when Telegram last answered (epoch ms), None before the first time. `stopping`: the bot
    takes no more. `started`: epoch ms.
    """

    database: Database
    clock: Clock
    last_poll: Callable[[], int | None]
    folder: Path
    alarm: Alarm = unheard
    stopping: bool = False
    started: int = field(init=False)
    _written: int = 0

    def __post_init__(self) -> None:
        self.started = self.clock.now()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self.beat()
            due = asyncio.get_running_loop().time() + _BEAT_SECONDS
            await asyncio.sleep(_BEAT_SECONDS)
            if (late := asyncio.get_running_loop().time() - due) > _LATE_SECONDS:
                log.warning("the loop stood still", seconds=round(late, 1))

    async def beat(self) -> None:
        """Once. The file tells of a database that takes nothing, if the disk still takes the file."""
        try:
            await self.database.write(pulse.beat, self.clock.now())
            self._written = self.clock.now()
        except StorageFault as error:
            log.error("the database takes nothing", why=error.detail)
            self.alarm(refused(error.detail))
        try:
            await asyncio.to_thread(health.write, self.folder, self.heartbeat())
        except OSError as error:
            log.error("no sign of life left", why=error.strerror)

    def verdict(self) -> health.Verdict:
        """Whether the bot is alive at this moment."""
        return health.verdict(self.clock.now(), self.heartbeat())

    def ready(self) -> health.Verdict:
        """Whether it serves people: alive, Telegram was reached, and nobody stops it."""
        stopping = ("the bot is stopping",) if self.stopping else ()
        return health.Verdict((*self.verdict().reasons, *stopping))

    def heartbeat(self) -> health.Heartbeat:
        """When Telegram last answered and the database last took a write."""
        return health.Heartbeat(poll=self.last_poll() or 0, database=self._written, pid=os.getpid())
