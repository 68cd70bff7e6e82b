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
from bot.domain.meter import SILENT, Meter, kind_of
from bot.domain.ports import Clock, Outcome, Sent
from bot.domain.quota import Allowances
from bot.storage import edits, ledger, messages, statuses
from bot.storage.database import Connection, Database

P = ParamSpec("P")
T = TypeVar("T")

Delivered = Sequence[tuple[Edit, tuple[Sent, ...]]]
"""Edits, and the messages that brought the pictures of each."""

log = structlog.get_logger()

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0


class Overtaken(Exception):
    """Somebody else moved the edit, as by cancelling it: there is nothing left to do."""


class Moves:
    """Moves edits on; each move is whole, or not made.

    Those that were made are told to `meter` and to the log, and what is wrong to `alarm`. `holder`: who makes
    them; it moves on nothing that another process took over.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        allowances: Allowances,
        meter: Meter = SILENT,
        alarm: Alarm = unheard,
        *,
        holder: str = "",
    ) -> None:
        self._database, self._clock, self._allowances = database, clock, allowances
        self._meter, self._alarm, self._holder = meter, alarm, holder

    async def take(self, edit: str) -> Edit | None:
        """Hold it: whoever held it before moves it on no more. None if there is none.

        Raises:
            StorageFault: the database refused.
        """
        return await self._database.write(edits.take, edit, self._holder)

    async def to(self, edit: Edit, after: State) -> Edit:
        """A plain move.

        Raises:
            Overtaken: the edit is no longer in the state that it is said to be in, or no longer ours.
            StorageFault: the database refused.
        """
        now, holder = self._clock.now(), self._holder
        if not await self._database.write(edits.move, edit.id, edit.state, after, now=now, holder=holder):
            raise Overtaken
        if after is State.CALLING:
            log.info("edit called", **_facts(edit, waited=_seconds(edit.created, now)))
            if not edit.calls:  # what a crash repeats stood in line once
                self._meter.waited(_seconds(edit.created, now))
            return replace(edit, state=after, calls=edit.calls + 1, called=now)
        return replace(edit, state=after)

    async def fetched(self, edit: Edit, outcome: Outcome) -> Edit:
        """The answer's pictures are in the spool. What was paid is written down, however long that takes.

        Raises:
            Overtaken: the edit was cancelled meanwhile, or is no longer ours.
        """
        now = self._clock.now()
        await self._insist(self._fetched, edit, outcome, now)
        if edit.called is not None:
            self._meter.answered(edit.model, outcome.gateway or "", _seconds(edit.called, now))
        edit = replace(edit, state=State.FETCHED, answered=now, gateway=outcome.gateway)
        seconds, pictures = _seconds(edit.called or now, now), len(outcome.pictures)
        log.info("edit fetched", **_facts(edit, seconds=seconds, pictures=pictures))
        return replace(edit, results=outcome.pictures, words=outcome.text)

    async def done(self, edit: Edit, sent: tuple[Sent, ...]) -> None:
        """The pictures arrived: what was held is spent. Insists too, or they would be sent again."""
        if await self._insist(self._done, edit, sent):
            self._tell(((edit, sent),))

    async def failed(self, edit: Edit, error: EditFailed) -> bool:
        """No picture comes: what was held is given back. Insists too; False if the edit had ended already."""
        ended = await self._insist(self._failed, edit, error)
        if ended:
            self._meter.ended(State.FAILED, ended.model, ended.gateway or "", kind_of(error))
            self._tell_failed(ended, error)
        return ended is not None

    def cancelled(self, edit: Edit) -> None:
        """Somebody else made this move; it is counted here, like all that end an edit."""
        log.info("edit cancelled", **_facts(edit, credits=edit.price))
        self._meter.ended(State.CANCELLED, edit.model, edit.gateway or "", "")

    async def gather(self, comparison: str) -> Comparison:
        """How a comparison stands; if nothing is waited for, what is ready is being delivered, by us."""
        return await self._insist(self._gather, comparison)

    async def all_done(self, delivered: Delivered) -> None:
        """The pictures of these arrived, all at once: see `done`."""
        self._tell(await self._insist(self._all_done, delivered))

    async def all_told(self, ended: Sequence[Edit], said: Sent | None) -> None:
        """Nothing is left to be said about these; `said`: the words about all of them."""
        await self._insist(_all_told, ended, said)

    def _tell(self, delivered: Delivered) -> None:
        """What is delivered together had to wait for the last of its pictures."""
        came = max((edit.answered or 0 for edit, _ in delivered), default=0)
        now = self._clock.now()
        for edit, sent in delivered:
            if sent and came:
                self._meter.delivered(_seconds(came, now))
            self._meter.ended(State.DONE, edit.model, edit.gateway or "", "")
            self._alarm(Well(frozenset({What.DELIVERY})))
            pictures = sum(each.position is not None for each in sent)
            seconds = _seconds(edit.created, now)
            facts = _facts(edit, pictures=pictures, seconds=seconds, credits=edit.price)
            log.info("edit delivered", **facts)

    def _tell_failed(self, edit: Edit, error: EditFailed) -> None:
        seconds = _seconds(edit.created, self._clock.now())
        facts = _told(error) | {"error": error.text_key, "seconds": seconds, "credits": edit.price}
        log.warning("edit failed", **_facts(edit, **facts))
        if isinstance(error, NoRoom):
            self._alarm(refused(error.detail))
        elif isinstance(error, DeliveryFault):
            self._alarm(Happened(Trouble(What.DELIVERY), edit.id, mark=str(edit.place.chat)))

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

    async def _fetched(self, conn: Connection, edit: Edit, outcome: Outcome, now: int) -> None:
        if not await self._move(conn, edit, State.CALLING, State.FETCHED, now):
            raise Overtaken
        await edits.keep_outcome(conn, edit.id, outcome)

    async def _done(self, conn: Connection, edit: Edit, sent: tuple[Sent, ...]) -> bool:
        now = self._clock.now()
        if not await self._move(conn, edit, State.DELIVERING, State.DONE, now):
            return False
        await ledger.settle(conn, edit.id, now)
        await messages.keep(conn, edit, sent)
        return True

    async def _gather(self, conn: Connection, comparison: str) -> Comparison:
        found = await edits.compared(conn, comparison)
        if found.whole:
            for edit in found.ready:
                if edit.holder != self._holder:
                    await edits.take(conn, edit.id, self._holder)
                if edit.state is State.FETCHED:
                    await self._move(conn, edit, State.FETCHED, State.DELIVERING, self._clock.now())
        return found

    async def _all_done(self, conn: Connection, delivered: Delivered) -> Delivered:
        return [(edit, sent) for edit, sent in delivered if await self._done(conn, edit, sent)]

    async def _failed(self, conn: Connection, edit: Edit, error: EditFailed) -> Edit | None:
        now, current = self._clock.now(), await edits.get(conn, edit.id)
        if current is None or current.state.ended:
            return None
        if not await self._move(conn, edit, current.state, State.FAILED, now, error.text_key):
            return None
        owner = await ledger.wallet(conn, edit.wallet, self._allowances, now)
        return current if await ledger.release(conn, owner, edit.id, now) else None

    async def _move(
        self, conn: Connection, edit: Edit, before: State, after: State, now: int, error: str | None = None
    ) -> bool:
        return await edits.move(conn, edit.id, before, after, now=now, error=error, holder=self._holder)


def _seconds(since: int, now: int) -> float:
    """Between two moments (epoch ms); a clock that was set back makes none."""
    return max(0, now - since) / 1000


def _facts(edit: Edit, **more: object) -> dict[str, object]:
    """What the log says of a step."""
    gateway = {"gateway": edit.gateway} if edit.gateway else {}
    return {**gateway, **more, "edit": edit.id, "model": edit.model}


def _told(error: EditFailed) -> dict[str, object]:
    """What an operator may know of a failure: a model's own words (`text`) may repeat those of a person."""
    return {name: value for name, value in error.data.items() if name != "text" and value}


async def _all_told(conn: Connection, ended: Sequence[Edit], said: Sent | None) -> None:
    for edit in ended:
        await statuses.told(conn, edit.id)
    if said:
        await messages.keep(conn, ended[0], (said,))
