"""Runs edits together with other processes: each edit is a job in the database, and any of them takes it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Protocol

import structlog

from bot.domain.edit import Edit, State
from bot.domain.errors import StorageFault
from bot.domain.ports import Clock, Progress
from bot.domain.rounds import lane_of, places, round_of
from bot.services.develop import Developer
from bot.storage import edits, queue
from bot.storage.database import Connection, Database
from bot.storage.job import FIRST, Job, Queue, Stalled

log = structlog.get_logger()

_LOOK_SECONDS = 2.0
_SWEEP_SECONDS = 30.0
_UNSAID_MS = 60_000
"""Until then, whoever ended an edit may still be saying so."""
_ASKED_SECONDS = 30
_LET_GO_SECONDS = 0.2


class Jobs(Protocol):
    """The jobs of the database, for one process. `beat`: seconds between looks for the dead."""

    beat: float

    async def serve(self, queue: Queue, do: Callable[[str], Awaitable[None]], *, at_once: int) -> None:
        """Do a queue's jobs until `stop`."""
        ...

    async def stop(self) -> None:
        """Take no more, and let what runs finish for a while."""
        ...

    async def stalled(self, queue: Queue) -> Sequence[Stalled]:
        """What dead processes were at."""
        ...

    async def again(self, stalled: Stalled) -> None:
        """Have it done, before all that is new."""
        ...

    async def silence(self, name: str) -> None:
        """End the connections of that name to the database."""
        ...


class Crew:
    """One process of several. `serves`: it does edits; else it only shows those that wait.

    `name`: as what the connections of a process are known to the database, from who it is.
    """

    def __init__(  # noqa: PLR0913  whom it works with, and how much it may
        self,
        database: Database,
        clock: Clock,
        developer: Developer,
        jobs: Jobs,
        *,
        name: Callable[[str], str],
        per_wallet: int,
        total: int,
        serves: bool,
    ) -> None:
        self._database, self._clock, self._developer, self._jobs = database, clock, developer, jobs
        self._name, self._per_wallet, self._total, self._serves = name, per_wallet, total, serves
        self._shown: dict[str, Edit] = {}
        self._places: Mapping[str, int] = {}
        self._asked = 0
        self._tasks: asyncio.TaskGroup | None = None

    def places(self) -> Mapping[str, int]:
        """See `Worker`; as they were a moment ago."""
        self._asked = self._clock.now() + _ASKED_SECONDS * 1000
        return self._places

    def progress(self, edit: str) -> Progress | None:
        """See `Worker`."""
        return self._developer.progress(edit)

    async def enlist(self, conn: Connection, accepted: Sequence[Edit]) -> None:
        """See `Worker`."""
        for edit in accepted:
            turn = round_of(*await queue.rounds(conn, edit.wallet))
            lane = lane_of(await queue.lanes(conn, edit.wallet), self._per_wallet)
            await queue.line_up(conn, edit.id, turn, lane)
            await queue.put(conn, Job(Queue.EDITS, edit.id, f"{edit.wallet}/{lane}", -turn))

    def accepted(self, edit: Edit) -> None:
        """See `Worker`: show it, until somebody works on it and shows that."""
        if self._tasks:
            self._shown[edit.id] = edit
            self._tasks.create_task(self._developer.announce(edit))

    async def dismiss(self, conn: Connection, edit: str) -> None:
        """See `Worker`."""
        await queue.drop(conn, edit)

    def cancelled(self, edit: Edit) -> asyncio.Task[None] | None:
        """See `Worker`."""
        self._developer.moves.cancelled(edit)
        self._shown.pop(edit.id, None)
        if not self._tasks:
            return None
        self._tasks.create_task(self._developer.endings.say(edit, None))
        return self._tasks.create_task(self._let_go(edit.id))

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            tasks.create_task(self._show())
            tasks.create_task(self._rescue())
            if self._serves:
                tasks.create_task(self._jobs.serve(Queue.EDITS, self._do, at_once=self._total))
            try:
                await asyncio.Event().wait()
            finally:
                self._tasks = None  # it takes nothing more

    async def stop(self, grace: float) -> None:  # noqa: ARG002  the jobs know
        """See `Worker`."""
        await self._jobs.stop()

    async def sweep(self) -> None:
        """Have done what nobody does, every now and then until cancelled; one process is enough for that."""
        while True:
            try:
                for edit in await self._database.write(self._find, self._clock.now() - _UNSAID_MS):
                    log.warning("edit found that nobody did", edit=edit)
            except StorageFault as fault:
                log.warning("database refused", detail=fault.detail)
            await asyncio.sleep(_SWEEP_SECONDS)

    async def _find(self, conn: Connection, before: int) -> Sequence[str]:
        found = await queue.forsaken_edits(conn, before)
        for edit in found:
            if edit.state is State.WAITING:
                await self.enlist(conn, [edit])
            else:
                await queue.put(conn, Job(Queue.EDITS, edit.id, f"{edit.wallet}/0", FIRST))
        return [edit.id for edit in found]

    async def _do(self, key: str) -> None:
        """An edit's job: from wherever it is to its end, and the last words to it."""
        edit, tasks = await self._developer.moves.take(key), self._tasks
        if edit is None or (edit.state.ended and edit.told):
            return
        if tasks is None:
            raise asyncio.CancelledError  # it is stopping: for the others
        if edit.state.ended:
            await self._developer.endings.say_all([edit])
            return
        if not self._shown.pop(key, None):
            tasks.create_task(self._developer.announce(edit))
        try:
            await self._developer.develop(edit, tasks)
        except asyncio.CancelledError:
            if self._tasks:  # whoever cancelled it clears its status away, and it must not come back
                self._tasks.create_task(self._developer.world.messenger.hand_over(edit))
            raise

    async def _rescue(self) -> None:
        """Take over from the dead; whoever is thought so and lives is cut off first."""
        while True:
            await asyncio.sleep(self._jobs.beat)
            try:
                for kind in Queue:
                    for each in await self._jobs.stalled(kind):
                        await self._take_over(kind, each)
            except StorageFault as fault:  # nobody is taken over who cannot be cut off: at the next look
                log.warning("database refused", detail=fault.detail)

    async def _take_over(self, kind: Queue, stalled: Stalled) -> None:
        edit = await self._database.read(edits.get, stalled.key) if kind is Queue.EDITS else None
        log.warning("taken over", queue=kind, key=stalled.key)
        if edit and edit.holder:
            await self._jobs.silence(self._name(edit.holder))
        await self._jobs.again(stalled)

    async def _show(self) -> None:
        """Keep the places of those that wait; what is worked on elsewhere is shown from there."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            if not self._shown and self._asked < self._clock.now():
                continue
            before = set(self._shown)
            try:
                waiting, running = await self._database.read(queue.waiting)
            except StorageFault as fault:
                log.warning("database refused", detail=fault.detail)
                continue
            self._places = places(waiting, room=running < self._total)
            for key in before - self._places.keys():
                if edit := self._shown.pop(key, None):
                    await self._developer.world.messenger.hand_over(edit)

    async def _let_go(self, edit: str) -> None:
        """Return when nobody is at it any more."""
        while True:
            await asyncio.sleep(_LET_GO_SECONDS)
            with suppress(StorageFault):
                if not await self._database.read(queue.is_there, edit):
                    return
