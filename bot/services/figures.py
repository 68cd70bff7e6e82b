"""What happened in the last days, as numbers: for a person their own, for admins everybody's."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from bot.domain.days import Day, last_days
from bot.domain.edit import UNFINISHED, State
from bot.domain.people import wallet_of
from bot.domain.ports import Clock
from bot.storage import figures
from bot.storage.database import Connection, Database
from bot.storage.figures import Tally


@dataclass(frozen=True, slots=True)
class Spent:
    """The credits that a wallet spent on a day that began at `start` (epoch ms)."""

    start: int
    credits: int


@dataclass(frozen=True, slots=True)
class DayFigures:
    """The edits asked for on a day that began at `start` (epoch ms), by how they ended; `credits`: spent."""

    start: int
    done: int
    failed: int
    cancelled: int
    people: int
    credits: int


class Counted:
    """Edits, counted by how they ended."""

    __slots__ = ()
    done: int
    failed: int
    cancelled: int
    unfinished: int

    @property
    def edits(self) -> int:
        """All of them."""
        return self.done + self.failed + self.cancelled + self.unfinished

    @property
    def success(self) -> int | None:
        """How many of a hundred that ended by themselves are done; None where there were none."""
        ended = self.done + self.failed
        return round(100 * self.done / ended) if ended else None


@dataclass(frozen=True, slots=True)
class Stats(Counted):
    """Sums over the edits asked for in the last days; `credits` are those spent.

    `models`: how many were done with each; `errors`: how many failed, by text key. The most frequent first.
    """

    days: Sequence[DayFigures]
    done: int
    failed: int
    cancelled: int
    unfinished: int
    people: int
    newcomers: int
    credits: int
    models: Mapping[str, int]
    errors: Mapping[str, int]


class Figures:
    """Adds up by the days of the quota's timezone."""

    def __init__(self, database: Database, clock: Clock, zone: tzinfo) -> None:
        self._database, self._clock, self._zone = database, clock, zone

    async def spent(self, person: int, days: int) -> Sequence[Spent]:
        """What a person spent from their own wallet on each of the last days, today last."""
        wanted = last_days(days, self._clock.now(), self._zone)
        sums = await self._database.read(figures.spent, wallet_of(person), wanted)
        return [Spent(day.start, credits_) for day, credits_ in zip(wanted, sums, strict=True)]

    async def stats(self, days: int) -> Stats:
        """What all did in the last days, today among them."""
        wanted = last_days(days, self._clock.now(), self._zone)
        told = [await self._database.read(_day, day) for day in wanted]
        start, end = wanted[0].start, wanted[-1].end
        tallies = [tally for day, _ in told for tally in day]
        return Stats(
            days=[
                _figures(day.start, counted, people)
                for day, (counted, people) in zip(wanted, told, strict=True)
            ],
            done=_edits(tallies, State.DONE),
            failed=_edits(tallies, State.FAILED),
            cancelled=_edits(tallies, State.CANCELLED),
            unfinished=_edits(tallies, *UNFINISHED),
            people=await self._database.read(figures.people, start, end),
            newcomers=await self._database.read(figures.newcomers, start, end),
            credits=_credits(tallies),
            models=_most((each.model, each.edits) for each in tallies if each.state is State.DONE),
            errors=_most((each.error, each.edits) for each in tallies if each.state is State.FAILED),
        )


async def _day(conn: Connection, day: Day) -> tuple[Sequence[Tally], int]:
    return await figures.tallies(conn, day), await figures.people(conn, *day)


def _figures(start: int, tallies: Sequence[Tally], people: int) -> DayFigures:
    return DayFigures(
        start=start,
        done=_edits(tallies, State.DONE),
        failed=_edits(tallies, State.FAILED),
        cancelled=_edits(tallies, State.CANCELLED),
        people=people,
        credits=_credits(tallies),
    )


def _edits(tallies: Sequence[Tally], *states: State) -> int:
    return sum(each.edits for each in tallies if each.state in states)


def _credits(tallies: Sequence[Tally]) -> int:
    return sum(each.credits for each in tallies if each.state is State.DONE)


def _most(counts: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    total: Counter[str] = Counter()
    for name, count in counts:
        total[name] += count
    return dict(sorted(total.items(), key=lambda each: (-each[1], each[0])))
