"""An edit's moves, each one transaction; the hold ends in the same one that ends the edit."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Concatenate, ParamSpec, TypeVar

import structlog

from bot.domain.alert import Alarm, Happened, Trouble, Well, What, refused, unheard
from bot.domain.comparison import Comparison
from bot.domain.edit import Edit, State
from bot.domain.errors import DeliveryFault, EditFailed, NoRoom, StorageFault
from bot.domain.ports import Clock, Outcome, Sent
from bot.domain.quota import Allowances
from bot.storage import edits, ledger, messages
from bot.storage.database import Connection, Database

P = ParamSpec("P")
T = TypeVar("T")
Delivered = tuple[Edit, tuple[Sent, ...]]

log = structlog.get_logger()

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0


class Overtaken(Exception):
    """Somebody else moved the edit, as by cancelling it: there is nothing left to do."""


class Moves:
    """Moves edits on; each move is whole, or not made."""

    def __init__(
        self, database: Database, clock: Clock, allowances: Allowances, alarm: Alarm = unheard
    ) -> None:
        self._database, self._clock, self._allowances = database, clock, allowances
        self._alarm = alarm

    async def to(self, edit: Edit, after: State) -> Edit:
        """A plain move.

        Raises:
            Overtaken: the edit is no longer in the state that it is said to be in.
            StorageFault: the database refused.
        """
        now = self._clock.now()
        if not await self._database.write(edits.move, edit.id, edit.state, after, now=now):
            raise Overtaken
        if after is State.CALLING:
            log.info("edit called", edit=edit.id, model=edit.model, waited=_seconds(edit.created, now))
            return replace(edit, state=after, calls=edit.calls + 1, called=now)
        return replace(edit, state=after)

    async def fetched(self, edit: Edit, outcome: Outcome) -> Edit:
        """The answer's pictures are in the spool. What was paid is written down, however long that takes.

        Raises:
            Overtaken: the edit was cancelled meanwhile.
        """
        now = self._clock.now()
        await self._insist(self._fetched, edit, outcome, now)
        edit = replace(edit, state=State.FETCHED, answered=now)
        log.info(
            "edit fetched",
            edit=edit.id,
            model=edit.model,
            gateway=outcome.gateway,
            pictures=len(outcome.pictures),
            seconds=_seconds(edit.called or now, now),
        )
        return replace(edit, results=outcome.pictures, words=outcome.text)

    async def done(self, edit: Edit, sent: tuple[Sent, ...]) -> None:
        """The pictures arrived: what was held is spent. Insists too, or they would be sent again."""
        if await self._insist(self._done, edit, sent):
            self._tell_delivered(edit, sent)

    async def failed(self, edit: Edit, error: EditFailed) -> bool:
        """No picture comes: what was held is given back. Insists too; False if the edit had ended already."""
        failed = await self._insist(self._failed, edit, error)
        if failed:
            self._tell_failed(edit, error)
        return failed

    async def gather(self, comparison: str) -> Comparison:
        """How a comparison stands; what is ready is being delivered from now on, if nothing is waited for."""
        return await self._insist(self._gather, comparison)

    async def all_done(self, delivered: Sequence[Delivered]) -> None:
        """The pictures of these arrived, all at once: see `done`."""
        for edit, sent in await self._insist(self._all_done, delivered):
            self._tell_delivered(edit, sent)

    async def all_told(self, ended: Sequence[Edit], said: Sent | None) -> None:
        """Nothing is left to be said about these; `said`: the words about all of them."""
        await self._insist(_all_told, ended, said)

    async def _insist(
        self, work: Callable[Concatenate[Connection, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Write, again and again while the database is full or locked: only a stop or a crash ends that."""
        pause = _FIRST_PAUSE
        while True:
            try:
                return await self._database.write(work, *args, **kwargs)
            except StorageFault as error:
                log.error("database refused", detail=error.detail, again_in=pause)
                self._alarm(refused(error.detail))
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _tell_failed(self, edit: Edit, error: EditFailed) -> None:
        seconds = _seconds(edit.created, self._clock.now())
        facts = {"edit": edit.id, "model": edit.model, "credits": edit.price, "seconds": seconds}
        log.warning("edit failed", error=error.text_key, **{**_told(error), **facts})
        if isinstance(error, NoRoom):
            self._alarm(refused(error.detail))
        elif isinstance(error, DeliveryFault):
            self._alarm(Happened(Trouble(What.DELIVERY), edit.id, mark=str(edit.place.chat)))

    def _tell_delivered(self, edit: Edit, sent: tuple[Sent, ...]) -> None:
        self._alarm(Well(frozenset({What.DELIVERY})))
        log.info(
            "edit delivered",
            edit=edit.id,
            model=edit.model,
            pictures=sum(each.position is not None for each in sent),
            credits=edit.price,
            seconds=_seconds(edit.created, self._clock.now()),
        )

    async def _fetched(self, conn: Connection, edit: Edit, outcome: Outcome, now: int) -> None:
        if not await edits.move(conn, edit.id, State.CALLING, State.FETCHED, now=now):
            raise Overtaken
        await edits.keep_outcome(conn, edit.id, outcome)

    async def _done(self, conn: Connection, edit: Edit, sent: tuple[Sent, ...]) -> bool:
        now = self._clock.now()
        if not await edits.move(conn, edit.id, State.DELIVERING, State.DONE, now=now):
            return False
        await ledger.settle(conn, edit.id, now)
        await messages.keep(conn, edit, sent)
        return True

    async def _gather(self, conn: Connection, comparison: str) -> Comparison:
        found = await edits.compared(conn, comparison)
        if found.whole:
            for edit in found.ready:
                if edit.state is State.FETCHED:
                    await edits.move(conn, edit.id, State.FETCHED, State.DELIVERING, now=self._clock.now())
        return found

    async def _all_done(self, conn: Connection, delivered: Sequence[Delivered]) -> list[Delivered]:
        return [(edit, sent) for edit, sent in delivered if await self._done(conn, edit, sent)]

    async def _failed(self, conn: Connection, edit: Edit, error: EditFailed) -> bool:
        now, current = self._clock.now(), await edits.get(conn, edit.id)
        if current is None or current.state.ended:
            return False
        await edits.move(conn, edit.id, current.state, State.FAILED, now=now, error=error.text_key)
        owner = await ledger.wallet(conn, edit.wallet, self._allowances, now)
        return await ledger.release(conn, owner, edit.id, now)


def _told(error: EditFailed) -> dict[str, object]:
    """What an operator may know of a failure: a model's own words (`text`) may repeat those of a person."""
    return {name: value for name, value in error.data.items() if name != "text" and value}


def _seconds(since: int, now: int) -> float:
    return round((now - since) / 1000, 1)


async def _all_told(conn: Connection, ended: Sequence[Edit], said: Sent | None) -> None:
    for edit in ended:
        await edits.told(conn, edit.id)
    if said:
        await messages.keep(conn, ended[0], (said,))
