"""Does the edits: the only one who asks a gateway, and who moves an edit from `waiting` to its end.

Each step is a row first: after a crash, `unfinished` rows go on where they were (`domain/edit.py`).
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

import structlog
from structlog.contextvars import bound_contextvars

from bot.domain.edit import Edit, State, after_crash
from bot.domain.errors import (
    DeliveryFault,
    EditFailed,
    Interrupted,
    ModelGone,
    NoRoom,
    SpoolFault,
    StorageFault,
    Unexpected,
    UnknownModel,
)
from bot.domain.line import Line
from bot.domain.model import Model
from bot.domain.ports import Gateway, Messenger, Outcome, Progress, Request, Sent
from bot.domain.shape import shaped
from bot.domain.shop import Shop
from bot.domain.tracing import Note, Tracing, untraced
from bot.services.compare import Compare
from bot.services.endings import Endings
from bot.services.inputs import Inputs
from bot.services.moves import Moves, Overtaken
from bot.services.reporter import Reporter
from bot.storage import edits
from bot.storage.database import Database

log = structlog.get_logger()

_LOOK_AGAIN = 60
"""Seconds between looks for rows that nobody works on, as after a database that was full for a while."""


@dataclass(frozen=True, slots=True)
class World:
    """Whom the worker talks to."""

    gateway: Gateway
    messenger: Messenger
    inputs: Inputs
    tracing: Tracing = untraced


class Developer:
    """Runs edits as the line lets them, until it is told to stop."""

    def __init__(
        self,
        database: Database,
        moves: Moves,
        world: World,
        *,
        line: Line,
        shop: Shop,
        retry_unknown: bool,
    ) -> None:
        self._database, self._moves, self._world = database, moves, world
        self._compare = Compare(moves, world.messenger)
        self._endings = Endings(database, world.messenger, self._compare)
        self._line, self._shop, self._retry_unknown = line, shop, retry_unknown
        self._known: dict[str, Edit] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._reporters: dict[str, Reporter] = {}
        self._wake = asyncio.Event()
        self._stopping = False
        self._tasks: asyncio.TaskGroup | None = None

    def places(self) -> Mapping[str, int]:
        """How many come before each edit that waits."""
        return self._line.places()

    def progress(self, edit: str) -> Progress | None:
        """What the gateway told last of an edit that it works on."""
        reporter = self._reporters.get(edit)
        return reporter.known if reporter else None

    def accepted(self, edit: Edit) -> None:
        """There is a new edit; before `run`, it is found in the database."""
        if self._tasks and not self._stopping:
            self._enter(edit)

    def cancelled(self, edit: Edit) -> asyncio.Task[None] | None:
        """Its row says so already: close the request, clear the status away; returns what still lets go."""
        self._moves.cancelled(edit)
        if not self._tasks or edit.id not in self._known:
            return None
        self._tasks.create_task(self._endings.say(edit, None))
        if running := self._running.get(edit.id):
            running.cancel()
        else:
            self._forget(edit)
        return running

    async def run(self) -> None:
        """Go on with what a stop or a crash left, then take what comes; ends by cancellation."""
        async with asyncio.TaskGroup() as self._tasks:
            self._tasks.create_task(self._endings.say_all(await self._endings.unsaid()))
            while True:
                await self._find_unfinished()
                try:
                    async with asyncio.timeout(_LOOK_AGAIN):
                        while True:
                            await self._wake.wait()
                            self._wake.clear()
                            self._start_due()
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
        if after_crash(edit, retry_unknown=self._retry_unknown) is State.WAITING:
            self._tasks.create_task(self._world.messenger.announce(edit))
        self._wake.set()

    def _forget(self, edit: Edit) -> None:
        self._line.leave(edit.id, edit.wallet)
        for kept in (self._running, self._known, self._reporters):
            kept.pop(edit.id, None)
        self._wake.set()

    def _start_due(self) -> None:
        assert self._tasks  # noqa: S101  only called while `run` runs
        while not self._stopping and (due := self._line.take()):
            self._running[due] = self._tasks.create_task(self._develop(self._known[due]))

    async def _develop(self, edit: Edit) -> None:
        whole = self._world.tracing("edit", since=edit.created, edit=edit.id, model=edit.model)
        with bound_contextvars(edit=edit.id, private=edit.prompt), whole as note:
            try:
                await self._step(edit, note)
            except Overtaken:
                log.info("edit overtaken")
            except StorageFault as error:
                log.error("database refused", detail=error.detail)
            finally:
                self._forget(edit)

    async def _step(self, edit: Edit, note: Note) -> None:
        """Bring it to its end; what goes wrong ends it in one plain sentence."""
        try:
            await self._pass_through(edit)
        except EditFailed as error:
            failure = error
        except SpoolFault as error:
            failure = NoRoom(detail=error.detail)
        except (StorageFault, Overtaken):
            raise
        except Exception:
            failure = Unexpected(incident=uuid4().hex[:8])
            log.exception("edit met the unexpected", incident=failure.incident)
        else:
            return
        note(error=failure.text_key, gateway=getattr(failure, "gateway", None))
        if await self._moves.failed(edit, failure):
            await self._endings.say(edit, failure)

    async def _pass_through(self, edit: Edit) -> None:
        step = self._world.tracing
        if edit.state is State.CALLING:
            if after_crash(edit, retry_unknown=self._retry_unknown) is State.FAILED:
                raise Interrupted
            edit = await self._moves.to(edit, State.WAITING)
        if edit.state is State.WAITING:
            with step("waiting", since=edit.created):
                model = self._model(edit)
            with step("calling", model=edit.model) as note:
                edit = await self._call(edit, model, note)
        with step("delivering"):
            if edit.comparison:
                await self._compare.look(edit.comparison)
                return
            if edit.state is State.FETCHED:
                edit = await self._moves.to(edit, State.DELIVERING)
            await self._deliver(edit)

    async def _call(self, edit: Edit, model: Model, note: Note) -> Edit:
        pictures = await self._world.inputs.prepare(edit, model)
        edit = await self._moves.to(edit, State.CALLING)
        reporter = self._reporters[edit.id] = Reporter(edit.id)
        assert self._tasks  # noqa: S101  only called while `run` runs
        show = self._world.messenger.show
        reporting = self._tasks.create_task(reporter.run(lambda news: show(edit, news)))
        try:
            reporter.tell(Progress())
            options = shaped(edit.options, model, pictures)
            request = Request(edit.id, model, edit.prompt, pictures, options)
            outcome = await self._world.gateway.develop(request, reporter.tell)
        finally:
            reporting.cancel()
        note(gateway=outcome.gateway)
        return await self._moves.fetched(edit, outcome)

    async def _deliver(self, edit: Edit) -> None:
        try:
            sent = await self._hand_over(edit)
        except DeliveryFault as fault:
            if not fault.unreachable:
                raise
            # They shut the door on a picture that was made for them: that is paid, and the door stays shut.
            edit, sent = replace(edit, status_message=None), ()
        await self._moves.done(edit, sent)
        await self._endings.say(edit, None)  # after the row: a crash before it sends the picture again

    async def _hand_over(self, edit: Edit) -> tuple[Sent, ...]:
        """Deliver; once more where nobody knows whether Telegram took it: two pictures harm less."""
        outcome = Outcome(edit.results, edit.words)
        try:
            return await self._world.messenger.deliver(edit, outcome)
        except DeliveryFault as fault:
            if not fault.unknown:
                raise
            log.warning("delivered once more", why=fault.detail)
            return await self._world.messenger.deliver(edit, outcome)

    def _model(self, edit: Edit) -> Model:
        try:
            return self._shop.now.get(edit.model)
        except UnknownModel as error:
            raise ModelGone(model=edit.model) from error
