"""What the figures look like: charts with their words in somebody's language."""

from collections.abc import Callable, Sequence
from functools import partial

from bot.chat.keyboards.data import Say
from bot.domain.quota import Period
from bot.imaging.chart import Columns, Line, Rows, Series, draw
from bot.services.account import Statement
from bot.services.figures import DayFigures, Spent, Stats

MOST = 6
"""As many reasons for failures are told; the rest together."""


def spending(say: Say, days: Sequence[Spent], statement: Statement) -> Callable[[], bytes]:
    """What somebody spent on each day, beside what comes free each day."""
    line = None
    if statement.period is Period.DAY and statement.free:
        line = Line(say("chart-free", free=statement.free), statement.free)
    values = [day.credits for day in days]
    columns = Columns(say("chart-spent"), _labels(say, days), [Series("", values)], line)
    return partial(draw, [columns])


def stats(say: Say, told: Stats) -> Callable[[], bytes]:
    """Edits a day by how they ended, people and credits a day, and why edits failed."""
    labels, days = _labels(say, told.days), told.days
    series = [
        Series(say("chart-done"), [day.done for day in days]),
        Series(say("chart-failed"), [day.failed for day in days]),
        Series(say("chart-cancelled"), [day.cancelled for day in days]),
    ]
    people, credits_ = [day.people for day in days], [day.credits for day in days]
    rows: list[Sequence[Columns | Rows]] = [
        [Columns(say("chart-edits"), labels, series)],
        [
            Columns(say("chart-people"), labels, [Series("", people)]),
            Columns(say("chart-spent"), labels, [Series("", credits_)]),
        ],
    ]
    if told.errors:
        rows.append([Rows(say("chart-failures"), failures(say, told))])
    return partial(draw, *rows)


def failures(say: Say, told: Stats) -> Sequence[tuple[str, int]]:
    """Why edits failed, in words, and how many; what has no words of its own comes last, with the rest."""
    rest = say("why", error="")
    counts: dict[str, int] = {}
    for error, count in told.errors.items():
        words = say("why", error=error)
        counts[words] = counts.get(words, 0) + count
    others = counts.pop(rest, 0)
    named = sorted(counts.items(), key=lambda each: -each[1])
    others += sum(count for _, count in named[MOST:])
    return [*named[:MOST], *([(rest, others)] if others else [])]


def _labels(say: Say, days: Sequence[Spent] | Sequence[DayFigures]) -> Sequence[str]:
    return [say("chart-day", at=day.start) for day in days]
