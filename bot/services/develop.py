"""Does an edit: the only one who asks a gateway, and who moves an edit from `waiting` to its end.

Each step is a row first: after a crash, what has not ended goes on where it was (`domain/edit.py`). Who runs
them, and how many at once: `runner.py` in one process, `crew.py` in many.
"""

import asyncio
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

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class World:
    """Whom the developer talks to."""

    gateway: Gateway
    messenger: Messenger
    inputs: Inputs
    tracing: Tracing = untraced


class Developer:
    """Brings edits to their ends."""

    def __init__(
        self, moves: Moves, world: World, endings: Endings, compare: Compare, *, shop: Shop, retry_unknown: bool
    ) -> None:
        self.moves, self.world, self.endings = moves, world, endings
        self._compare, self._shop, self._retry_unknown = compare, shop, retry_unknown
        self._reporters: dict[str, Reporter] = {}

    def progress(self, edit: str) -> Progress | None:
        """What the gateway told last of an edit that it works on."""
        reporter = self._reporters.get(edit)
        return reporter.known if reporter else None

    async def announce(self, edit: Edit) -> None:
        """Show that it goes on, unless it will only be failed or delivered."""
        if after_crash(edit, retry_unknown=self._retry_unknown) is State.WAITING:
            await self.world.messenger.announce(edit)

    async def develop(self, edit: Edit, tasks: asyncio.TaskGroup) -> None:
        """Bring an edit to its end from wherever it is; `tasks` gets what goes on beside it.

        Raises:
            StorageFault: the database refused; do it again, from what the row says then.
        """
        whole = self.world.tracing("edit", since=edit.created, edit=edit.id, model=edit.model)
        with bound_contextvars(edit=edit.id, private=edit.prompt), whole as note:
            try:
                await self._step(edit, note, tasks)
            except Overtaken:
                log.info("edit overtaken")
            finally:
                self._reporters.pop(edit.id, None)

    async def _step(self, edit: Edit, note: Note, tasks: asyncio.TaskGroup) -> None:
        """Bring it to its end; what goes wrong ends it in one plain sentence."""
        try:
            await self._pass_through(edit, tasks)
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
        if await self.moves.failed(edit, failure):
            await self.endings.say(edit, failure)

    async def _pass_through(self, edit: Edit, tasks: asyncio.TaskGroup) -> None:
        step = self.world.tracing
        if edit.state is State.CALLING:
            if after_crash(edit, retry_unknown=self._retry_unknown) is State.FAILED:
                raise Interrupted
            edit = await self.moves.to(edit, State.WAITING)
        if edit.state is State.WAITING:
            with step("waiting", since=edit.created):
                model = self._model(edit)
            with step("calling", model=edit.model) as note:
                edit = await self._call(edit, model, note, tasks)
        with step("delivering"):
            if edit.comparison:
                await self._compare.look(edit.comparison)
                return
            if edit.state is State.FETCHED:
                edit = await self.moves.to(edit, State.DELIVERING)
            await self._deliver(edit)

    async def _call(self, edit: Edit, model: Model, note: Note, tasks: asyncio.TaskGroup) -> Edit:
        pictures = await self.world.inputs.prepare(edit, model)
        edit = await self.moves.to(edit, State.CALLING)
        reporter = self._reporters[edit.id] = Reporter(edit.id)
        show = self.world.messenger.show
        reporting = tasks.create_task(reporter.run(lambda news: show(edit, news)))
        try:
            reporter.tell(Progress())
            options = shaped(edit.options, model, pictures)
            request = Request(edit.id, model, edit.prompt, pictures, options)
            outcome = await self.world.gateway.develop(request, reporter.tell)
        finally:
            reporting.cancel()
        note(gateway=outcome.gateway)
        return await self.moves.fetched(edit, outcome)

    async def _deliver(self, edit: Edit) -> None:
        try:
            sent = await self._hand_over(edit)
        except DeliveryFault as fault:
            if not fault.unreachable:
                raise
            # They shut the door on a picture that was made for them: that is paid, and the door stays shut.
            edit, sent = replace(edit, status_message=None), ()
        await self.moves.done(edit, sent)
        await self.endings.say(edit, None)  # after the row: a crash before it sends the picture again

    async def _hand_over(self, edit: Edit) -> tuple[Sent, ...]:
        """Deliver; once more where nobody knows whether Telegram took it: two pictures harm less."""
        outcome = Outcome(edit.results, edit.words)
        try:
            return await self.world.messenger.deliver(edit, outcome)
        except DeliveryFault as fault:
            if not fault.unknown:
                raise
            log.warning("delivered once more", why=fault.detail)
            return await self.world.messenger.deliver(edit, outcome)

    def _model(self, edit: Edit) -> Model:
        try:
            return self._shop.now.get(edit.model)
        except UnknownModel as error:
            raise ModelGone(model=edit.model) from error
