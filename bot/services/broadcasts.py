"""Messages to everybody: each person gets one at most, also over a stop or a crash."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar

import structlog

from bot.domain.broadcast import Broadcast, Fate, Phase
from bot.domain.errors import AlreadyEnded, StorageFault
from bot.domain.ports import Announcer, Clock
from bot.storage import acts, broadcasts, people
from bot.storage.acts import Act, What
from bot.storage.database import Connection, Database

P = ParamSpec("P")
T = TypeVar("T")

log = structlog.get_logger()

_TELL_EVERY = 3_000
_PAUSE = 5.0


@dataclass(frozen=True, slots=True)
class _Copied:
    """What became of somebody's copy."""

    person: int
    fate: Fate


class Broadcasts:
    """Sends them one after the other, until it is told to stop.

    `look`: seconds after which it looks by itself, where other processes start some.
    """

    def __init__(
        self, database: Database, clock: Clock, announcer: Announcer, *, look: float | None = None
    ) -> None:
        self._database, self._clock, self._announcer, self._look = database, clock, announcer, look
        self._wake, self._idle = asyncio.Event(), asyncio.Event()
        self._stopping, self._told_at = False, 0
        self._idle.set()

    async def draft(self, *, admin: int, chat: int, message: int, once: str) -> tuple[Broadcast, int]:
        """Keep what could be sent: copies of that message. Returns it, and how many people would get it."""
        broadcast = Broadcast(once, admin, chat, message, Phase.DRAFT)
        return broadcast, await self._database.write(_draft, broadcast, self._clock.now())

    async def start(self, broadcast: str, *, by: int, status: int) -> Broadcast:
        """Send it from now on; the message `status` tells the admin how far it is.

        Raises:
            AlreadyEnded: it is no draft, or not theirs.
        """
        started = await self._database.write(_start, broadcast, by, status, self._clock.now())
        self._wake.set()
        return started

    async def cancel(self, broadcast: str, *, by: int) -> None:
        """Do not send it.

        Raises:
            AlreadyEnded: it is no draft, or not theirs.
        """
        await self._database.write(_end, broadcast, by, Phase.DRAFT, Phase.CANCELLED, self._clock.now())

    async def halt(self, broadcast: str, *, by: int) -> None:
        """Nobody else gets it; the admin is told how far it came.

        Raises:
            AlreadyEnded: it is not being sent, or not theirs.
        """
        await self._database.write(_end, broadcast, by, Phase.SENDING, Phase.STOPPED, self._clock.now())

    async def run(self) -> None:
        """Go on with what a stop or a crash left, then send what comes; ends by cancellation."""
        await self._insist(broadcasts.count_unknown)
        while True:
            self._wake.clear()
            for each in await self._insist(broadcasts.sending):
                self._idle.clear()
                try:
                    await self._send(each)
                finally:
                    self._idle.set()
            with suppress(TimeoutError):
                async with asyncio.timeout(self._look):
                    await self._wake.wait()

    async def stop(self, grace: float) -> None:
        """Begin with nobody else, and wait until it is known what became of the last one."""
        self._stopping = True
        try:
            async with asyncio.timeout(grace):
                await self._idle.wait()
        except TimeoutError:
            log.warning("broadcast cut off")

    async def _send(self, broadcast: Broadcast) -> None:
        last: _Copied | None = None
        async with asyncio.TaskGroup() as telling:
            told: asyncio.Task[None] | None = None
            while True:
                broadcast, person = await self._insist(self._next, broadcast, last)
                if person is None:
                    break
                last = _Copied(person, await self._announcer.copy(broadcast, person))
                if self._is_time() and (told is None or told.done()):
                    told = telling.create_task(self._announcer.tell(broadcast))
        if broadcast.phase is not Phase.SENDING:
            await self._announcer.tell(broadcast)
            log.info("broadcast over", phase=broadcast.phase, sent=broadcast.sent, of=broadcast.total)

    def _is_time(self) -> bool:
        now = self._clock.now()
        if abs(now - self._told_at) < _TELL_EVERY:
            return False
        self._told_at = now
        return True

    async def _next(
        self, conn: Connection, broadcast: Broadcast, last: _Copied | None
    ) -> tuple[Broadcast, int | None]:
        """Note what became of the last one, and whose turn it is: nobody's, when it is over or to rest."""
        now = self._clock.now()
        if last:
            await broadcasts.count(conn, broadcast.id, last.fate)
        if last and last.fate is Fate.UNREACHABLE:
            await people.mark_reachable(conn, last.person, reachable=False)
        if last and last.fate is Fate.GONE:
            await broadcasts.move(conn, broadcast.id, Phase.SENDING, Phase.LOST, now)
        here = await _known(conn, broadcast.id)
        if here.phase is not Phase.SENDING or self._stopping:
            return here, None
        person = await broadcasts.following(conn, here, now)
        if person is None:
            await broadcasts.move(conn, here.id, Phase.SENDING, Phase.DONE, now)
        return await _known(conn, here.id), person

    async def _insist(
        self, work: Callable[Concatenate[Connection, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Write, again and again while the database is full or locked: only a stop or a crash ends that."""
        while True:
            try:
                return await self._database.write(work, *args, **kwargs)
            except StorageFault as error:
                log.error("database refused", detail=error.detail, again_in=_PAUSE)
            await asyncio.sleep(_PAUSE)


async def _known(conn: Connection, name: str) -> Broadcast:
    found = await broadcasts.get(conn, name)
    if found is None:
        raise AlreadyEnded
    return found


async def _draft(conn: Connection, broadcast: Broadcast, now: int) -> int:
    await broadcasts.insert(conn, broadcast, now)
    return await broadcasts.people(conn, broadcast.admin, now)


async def _start(conn: Connection, name: str, by: int, status: int, now: int) -> Broadcast:
    await _check(conn, name, by, Phase.DRAFT)
    total = await broadcasts.people(conn, by, now)
    await broadcasts.begin(conn, name, status, total, now)
    await acts.add(conn, Act(f"broadcast:{name}", by, What.BROADCAST, details=f"{name}: {total}"), now)
    return await _known(conn, name)


async def _end(conn: Connection, name: str, by: int, before: Phase, after: Phase, now: int) -> None:
    await _check(conn, name, by, before)
    await broadcasts.move(conn, name, before, after, now)
    if after is Phase.STOPPED:
        await acts.add(conn, Act(f"broadcast-stop:{name}", by, What.BROADCAST_STOP, details=name), now)


async def _check(conn: Connection, name: str, by: int, phase: Phase) -> None:
    known = await _known(conn, name)
    if known.admin != by or known.phase is not phase:
        raise AlreadyEnded
