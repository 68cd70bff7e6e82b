"""Runs edits in this process alone: all that has not ended stands in a line in memory."""

import asyncio
from collections.abc import Mapping, Sequence

import structlog

from bot.domain.edit import Edit
from bot.domain.errors import StorageFault
from bot.domain.line import Line
from bot.domain.ports import Progress
from bot.services.develop import Developer
from bot.storage import edits
from bot.storage.database import Connection, Database

log = structlog.get_logger()

_LOOK_AGAIN = 60
"""Seconds between looks for rows that nobody works on, as after a database that was full for a while."""


class Runner:
    """Runs edits as the line lets them, until it is told to stop."""

    def __init__(self, database: Database, developer: Developer, line: Line) -> None:
        self._database, self._developer, self._line = database, developer, line
        self._known: dict[str, Edit] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._wake = asyncio.Event()
        self._stopping = False
        self._tasks: asyncio.TaskGroup | None = None

    def places(self) -> Mapping[str, int]:
        """See `Worker`."""
        return self._line.places()

    def progress(self, edit: str) -> Progress | None:
        """See `Worker`."""
        return self._developer.progress(edit)

    async def enlist(self, conn: Connection, accepted: Sequence[Edit]) -> None:
        """See `Worker`: the rows are all there is to it."""

    async def dismiss(self, conn: Connection, edit: str) -> None:
        """See `Worker`: the row is all there is to it."""

    def accepted(self, edit: Edit) -> None:
        """See `Worker`; before `run`, it is found in the database."""
        if self._tasks and not self._stopping:
            self._enter(edit)

    def cancelled(self, edit: Edit) -> asyncio.Task[None] | None:
        """See `Worker`."""
        self._developer.moves.cancelled(edit)
        if not self._tasks or edit.id not in self._known:
            return None
        self._tasks.create_task(self._developer.endings.say(edit, None))
        if running := self._running.get(edit.id):
            running.cancel()
        else:
            self._forget(edit)
        return running

    async def run(self) -> None:
        """Go on with what a stop or a crash left, then take what comes; ends by cancellation."""
        endings = self._developer.endings
        async with asyncio.TaskGroup() as self._tasks:
            self._tasks.create_task(endings.say_all(await endings.unsaid()))
            while True:
                await self._find_unfinished()
                try:
                    async with asyncio.timeout(_LOOK_AGAIN):
                        while True:
                            await self._wake.wait()
                            self._wake.clear()
                            self._start_due(self._tasks)
                except TimeoutError:
                    continue

    async def stop(self, grace: float) -> None:
        """Take no more, and let what runs finish within `grace` seconds; the rest stays as rows."""
        self._stopping = True
        if self._running:
            await asyncio.wait(self._running.values(), timeout=grace)

    async def _find_unfinished(self) -> None:
        known = set(self._known)  # of before: what ends while this reads would come back, and be sent again
        try:
            for edit in await self._database.read(edits.unfinished):
                if edit.id not in known:
                    self._enter(edit)
        except StorageFault as error:
            log.error("database refused", detail=error.detail)

    def _enter(self, edit: Edit) -> None:
        if edit.id in self._known:
            return
        assert self._tasks  # noqa: S101  only called while `run` runs
        self._known[edit.id] = edit
        self._line.join(edit.id, edit.wallet)
        self._tasks.create_task(self._developer.announce(edit))
        self._wake.set()

    def _forget(self, edit: Edit) -> None:
        self._line.leave(edit.id, edit.wallet)
        for kept in (self._running, self._known):
            kept.pop(edit.id, None)
        self._wake.set()

    def _start_due(self, tasks: asyncio.TaskGroup) -> None:
        while not self._stopping and (due := self._line.take()):
            self._running[due] = tasks.create_task(self._develop(self._known[due], tasks))

    async def _develop(self, edit: Edit, tasks: asyncio.TaskGroup) -> None:
        try:
            await self._developer.develop(edit, tasks)
        except StorageFault as error:
            log.error("database refused", edit=edit.id, detail=error.detail)
        finally:
            self._forget(edit)
