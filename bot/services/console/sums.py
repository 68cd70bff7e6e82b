"""Sums over hours and days, each added up once: what is over and ended does not change any more."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.domain.days import Day
from bot.domain.edit import UNFINISHED, State
from bot.storage import figures
from bot.storage.database import Connection, Database
from bot.storage.figures import Took

HOUR = 3600 * 1000
_KEPT_HOURS, _KEPT_DAYS = 50 * HOUR, 33 * 24 * HOUR

Kind = tuple[State, str, str]
"""State, model, and the text key of why it failed."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The edits asked for in a time: how many of each kind, what they cost, and how long they took.

    `gateway`, `whole`: by model, how many took so many tenths of a second.
    """

    edits: Counter[Kind] = field(default_factory=Counter)
    credits: Counter[Kind] = field(default_factory=Counter)
    gateway: dict[str, Counter[int]] = field(default_factory=dict)
    whole: dict[str, Counter[int]] = field(default_factory=dict)

    @property
    def settled(self) -> bool:
        """Whether nothing of it is in work."""
        return not any(state in UNFINISHED for state, _, _ in self.edits)


class Sums:
    """Reads little at a time, so that nobody waits long for the reader; remembers what cannot change.

    A day of more edits than `at_once` is read by its hours.
    """

    def __init__(self, database: Database, at_once: int = 2000) -> None:
        self._database, self._at_once = database, at_once
        self._known: dict[Day, Sum] = {}

    async def of(self, span: Day, now: int) -> Sum:
        """The sum of an hour or a day."""
        if found := self._known.get(span):
            return found
        over = span.end <= now
        most = self._at_once if span.end - span.start > HOUR else None
        found = await self._database.read(_counted, span, most)
        if found is None:  # the hours of a day that is over need not be remembered beside it
            parts = [each for each in hours(span) if each.start <= now]
            found = added([await (self._hour(each) if over else self.of(each, now)) for each in parts])
        if over and found.settled:
            self._known[span] = found
        return found

    async def _hour(self, hour: Day) -> Sum:
        return self._known.get(hour) or await self._database.read(_counted, hour, None) or Sum()

    def forget(self, now: int) -> None:
        """Let go of what no page will ask for any more."""
        self._known = {
            span: known
            for span, known in self._known.items()
            if span.end > now - (_KEPT_HOURS if span.end - span.start <= HOUR else _KEPT_DAYS)
        }


def hours(day: Day) -> Iterator[Day]:
    """The hours of a day; the last one is shorter where clocks are set by half of one."""
    for start in range(day.start, day.end, HOUR):
        yield Day(start, min(start + HOUR, day.end))


def added(sums: Iterable[Sum]) -> Sum:
    """All of them as one."""
    whole = Sum()
    for each in sums:
        whole.edits.update(each.edits)
        whole.credits.update(each.credits)
        for ours, theirs in ((whole.gateway, each.gateway), (whole.whole, each.whole)):
            for model, counts in theirs.items():
                ours.setdefault(model, Counter()).update(counts)
    return whole


async def _counted(conn: Connection, span: Day, most: int | None) -> Sum | None:
    """The sum; None where that would be of more edits than `most`."""
    if most is not None and await figures.more_than(conn, most, span):
        return None
    found = Sum()
    for each in await figures.tallies(conn, span):
        found.edits[each.state, each.model, each.error] += each.edits
        found.credits[each.state, each.model, each.error] += each.credits
    for ours, took in zip((found.gateway, found.whole), await figures.times(conn, *span), strict=True):
        _count(ours, took)
    return found


def _count(counts: dict[str, Counter[int]], took: Iterable[Took]) -> None:
    for each in took:
        counts.setdefault(each.model, Counter())[each.tenths] += each.edits
