"""What nobody tells of by itself, looked at every few seconds: the disk, Telegram, the inbox, the ledger."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.domain.alert import DAY, HOUR, MINUTE, Happened, Sign, Trouble, Well, What, refused
from bot.domain.errors import StorageFault
from bot.domain.ports import Clock
from bot.services.audit import audited
from bot.storage import inbox, payments
from bot.storage.database import Database

Look = Callable[[], Awaitable[Sequence[Sign]]]
"""One look. Never raises."""

_MB = 1_000_000
_LEAST_FREE = 1000 * _MB
_LEAST_SHARE = 0.05
_SILENT_MS = 2 * MINUTE
"""A long poll takes 50 s at most, and one that Telegram refused is repeated sooner."""
_WAITED_MS = MINUTE
_LEDGER_EVERY = 6 * HOUR
_PAID_FOR_NOTHING = 7 * DAY


class Usage(Protocol):
    """Of a disk, in bytes."""

    @property
    def total(self) -> int:
        """All of it."""
        ...

    @property
    def free(self) -> int:
        """What is left for us."""
        ...


@dataclass(frozen=True, slots=True)
class Disk:
    """Whether there is room: 1 GB, or 5 % where that is less."""

    folder: Path
    usage: Callable[[Path], Usage] = shutil.disk_usage

    async def __call__(self) -> Sequence[Sign]:
        try:
            usage = await asyncio.to_thread(self.usage, self.folder)
        except OSError as error:
            return (refused(f"disk: {error.strerror}"),)
        if usage.free >= min(_LEAST_FREE, usage.total * _LEAST_SHARE):
            return ()
        return (_sign(What.DISK, free=usage.free // _MB),)


@dataclass(slots=True)
class Telegram:
    """Whether Telegram answers. `last_poll`: when it last did (epoch ms), None before the first time.

    Time in which nobody looked does not count: the machine may have slept.
    """

    clock: Clock
    last_poll: Callable[[], int | None]
    _since: int = 0
    _looked: int = 0

    async def __call__(self) -> Sequence[Sign]:
        now = self.clock.now()
        if now - self._looked > MINUTE:
            self._since = now
        self._looked = now
        silent = now - max(self.last_poll() or 0, self._since)
        if silent <= _SILENT_MS:
            return ()
        return (_sign(What.TELEGRAM, minutes=silent // MINUTE),)


@dataclass(slots=True)
class Inbox:
    """Whether what people write is handled in time, and what they pay is known."""

    database: Database
    clock: Clock

    async def __call__(self) -> Sequence[Sign]:
        now = self.clock.now()
        try:
            oldest = await self.database.read(inbox.oldest)
            paid = await self.database.read(payments.for_nothing, now - _PAID_FOR_NOTHING)
        except StorageFault as fault:
            return (refused(fault.detail),)
        signs = [
            Happened(Trouble(What.STARS, name=each.charge), facts={"stars": each.stars}) for each in paid
        ]
        if oldest is not None and now - oldest > _WAITED_MS:
            signs.append(Happened(Trouble(What.INBOX), facts={"seconds": (now - oldest) // 1000}))
        return signs


@dataclass(slots=True)
class Ledger:
    """Whether all credits add up: an hour after the start, and then a few times a day, since it reads all."""

    database: Database
    clock: Clock
    _next: int | None = None

    async def __call__(self) -> Sequence[Sign]:
        now = self.clock.now()
        if self._next is None:
            self._next = now + HOUR
        if now < self._next:
            return ()
        self._next = now + _LEDGER_EVERY
        try:
            found = await audited(self.database)
        except StorageFault as fault:
            return (refused(fault.detail),)
        if not found.differences:
            return (Well(frozenset({What.LEDGER})),)
        return (_sign(What.LEDGER, differences=len(found.differences)),)


def _sign(what: What, name: str = "", /, **facts: str | int) -> Sign:
    return Happened(Trouble(what, name=name), facts=facts)
