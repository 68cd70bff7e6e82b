"""Figures of the last day, week or month."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo

from bot.domain.days import Day, last_days
from bot.domain.edit import UNFINISHED, State
from bot.services.console.numbers import added, most, times
from bot.services.console.views import Bucket, OfModel, Overview, Span
from bot.storage import figures
from bot.storage.database import Connection, Database
from bot.storage.figures import Tally, Took

_HOUR = 3600 * 1000
_HOURS, _DAYS = 24, {Span.WEEK: 7, Span.MONTH: 30}


@dataclass(slots=True)
class _Found:
    """What was counted: by bucket, and of all the times that edits took."""

    tallies: list[tuple[Day, Sequence[Tally], int]] = field(default_factory=list)
    gateway: list[Took] = field(default_factory=list)
    whole: list[Took] = field(default_factory=list)


def buckets(span: Span, now: int, zone: tzinfo) -> Sequence[Day]:
    """Hours, the running one last, or days."""
    if span is not Span.DAY:
        return last_days(_DAYS[span], now, zone)
    end = now - now % _HOUR + _HOUR
    return [Day(end - (left + 1) * _HOUR, end - left * _HOUR) for left in reversed(range(_HOURS))]


async def overview(database: Database, span: Span, now: int, zone: tzinfo) -> Overview:
    """Figures of a span, read bucket by bucket, so that nobody waits long for the reader."""
    wanted, found = buckets(span, now, zone), _Found()
    for bucket in wanted:
        counted, people, (gateway, whole) = await database.read(_counted, bucket)
        found.tallies.append((bucket, counted, people))
        found.gateway += gateway
        found.whole += whole
    start, end = wanted[0].start, wanted[-1].end
    people, newcomers = await database.read(_people, start, end)
    return _told(span, Day(start, end), found, people=people, newcomers=newcomers)


async def _counted(
    conn: Connection, bucket: Day
) -> tuple[Sequence[Tally], int, tuple[Sequence[Took], Sequence[Took]]]:
    return (
        await figures.tallies(conn, bucket),
        await figures.people(conn, *bucket),
        await figures.times(conn, *bucket),
    )


async def _people(conn: Connection, start: int, end: int) -> tuple[int, int]:
    return await figures.people(conn, start, end), await figures.newcomers(conn, start, end)


def _told(span: Span, whole: Day, found: _Found, *, people: int, newcomers: int) -> Overview:
    tallies = [tally for _, some, _ in found.tallies for tally in some]
    counts = _ends(tallies)
    return Overview(
        span=span,
        start=whole.start,
        end=whole.end,
        buckets=[_bucket(day, some, active) for day, some, active in found.tallies],
        people=people,
        newcomers=newcomers,
        errors=most((each.error, each.edits) for each in tallies if each.state is State.FAILED),
        gateway=times(added((each.tenths, each.edits) for each in found.gateway)),
        whole=times(added((each.tenths, each.edits) for each in found.whole)),
        models=_models(tallies, found),
        **counts,
    )


def _bucket(day: Day, tallies: Sequence[Tally], people: int) -> Bucket:
    return Bucket(start=day.start, people=people, **_ends(tallies))


def _ends(tallies: Sequence[Tally]) -> dict[str, int]:
    ended: Counter[State] = Counter()
    for each in tallies:
        ended[each.state] += each.edits
    return {
        "done": ended[State.DONE],
        "failed": ended[State.FAILED],
        "cancelled": ended[State.CANCELLED],
        "unfinished": sum(ended[state] for state in UNFINISHED),
        "credits": sum(each.credits for each in tallies if each.state is State.DONE),
    }


def _models(tallies: Sequence[Tally], found: _Found) -> Sequence[OfModel]:
    gateway, whole = _by_model(found.gateway), _by_model(found.whole)
    names = most((each.model, each.edits) for each in tallies)
    return [
        OfModel(
            model=name,
            gateway=times(gateway.get(name, {})),
            whole=times(whole.get(name, {})),
            **_ends([each for each in tallies if each.model == name]),
        )
        for name in names
    ]


def _by_model(took: Sequence[Took]) -> Mapping[str, Mapping[int, int]]:
    counts: dict[str, Counter[int]] = {}
    for each in took:
        counts.setdefault(each.model, Counter())[each.tenths] += each.edits
    return counts
