"""Figures of the last day, week or month."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import tzinfo

import structlog

from bot.domain.days import Day, last_days
from bot.domain.edit import UNFINISHED, State
from bot.domain.errors import StorageFault
from bot.domain.ports import Clock
from bot.services.console.numbers import most, times
from bot.services.console.sums import Sum, Sums, added, hours
from bot.services.console.views import Bucket, OfModel, Overview, Span
from bot.storage import figures
from bot.storage.database import Connection, Database

log = structlog.get_logger()

_HOURS, _DAYS = 24, {Span.WEEK: 7, Span.MONTH: 30}
_FIRST, _PAUSE = 10.0, 600.0


class Overviews:
    """Adds up by hours, and by the days of the quota's timezone."""

    def __init__(self, database: Database, clock: Clock, zone: tzinfo) -> None:
        self._database, self._clock, self._zone = database, clock, zone
        self._sums = Sums(database)

    async def of(self, span: Span) -> Overview:
        """Figures of a span. Quick, once `prepare` ran."""
        now = self._clock.now()
        buckets = _buckets(span, now, self._zone)
        sums = [await self._sums.of(each, now) for each in buckets]
        start, end = buckets[0].start, buckets[-1].end
        people, newcomers = await self._database.read(_people, start, end)
        whole = added(sums)
        counts = _ends(whole)
        return Overview(
            span=span,
            start=start,
            end=end,
            buckets=[
                Bucket(start=each.start, **_ends(found)) for each, found in zip(buckets, sums, strict=True)
            ],
            people=people,
            newcomers=newcomers,
            errors=most((error, n) for (state, _, error), n in whole.edits.items() if state is State.FAILED),
            gateway=times(sum(whole.gateway.values(), Counter())),
            whole=times(sum(whole.whole.values(), Counter())),
            models=_models(whole),
            **counts,
        )

    async def prepare(self) -> None:
        """Add up what is over, so that nobody has to wait for it.

        Raises:
            StorageFault: the database refused.
        """
        for span in Span:
            await self.of(span)
        self._sums.forget(self._clock.now())

    async def run(self) -> None:
        """Prepare every ten minutes, until cancelled; the start itself has other things to do."""
        await asyncio.sleep(_FIRST)
        while True:
            try:
                await self.prepare()
            except StorageFault as fault:
                log.warning("figures not added up", detail=fault.detail)
            await asyncio.sleep(_PAUSE)


def _buckets(span: Span, now: int, zone: tzinfo) -> Sequence[Day]:
    """Hours, the running one last, or days."""
    if span is not Span.DAY:
        return last_days(_DAYS[span], now, zone)
    begun = [hour for day in last_days(2, now, zone) for hour in hours(day) if hour.start <= now]
    return begun[-_HOURS:]


async def _people(conn: Connection, start: int, end: int) -> tuple[int, int]:
    return await figures.active(conn, start), await figures.newcomers(conn, start, end)


def _ends(found: Sum) -> dict[str, int]:
    ended: Counter[State] = Counter()
    for (state, _, _), count in found.edits.items():
        ended[state] += count
    return {
        "done": ended[State.DONE],
        "failed": ended[State.FAILED],
        "cancelled": ended[State.CANCELLED],
        "unfinished": sum(ended[state] for state in UNFINISHED),
        "credits": sum(spent for (state, _, _), spent in found.credits.items() if state is State.DONE),
    }


def _models(whole: Sum) -> Sequence[OfModel]:
    names = most((model, count) for (_, model, _), count in whole.edits.items())
    return [
        OfModel(
            model=name,
            gateway=times(whole.gateway.get(name, {})),
            whole=times(whole.whole.get(name, {})),
            **_ends(_only(whole, name)),
        )
        for name in names
    ]


def _only(whole: Sum, model: str) -> Sum:
    return Sum(
        Counter({kind: count for kind, count in whole.edits.items() if kind[1] == model}),
        Counter({kind: count for kind, count in whole.credits.items() if kind[1] == model}),
    )
