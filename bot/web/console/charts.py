"""Where the bars of a chart stand. Positions along the time are percentages, heights are pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.imaging.chart import ticks

HEIGHT, TOP, FOOT = 150, 14, 22
"""Of the bars at most, of the room above them, and of the words below."""
_SHARE = 0.66
_WIDEST = 5.0
_LEAST = 2.0


@dataclass(frozen=True, slots=True)
class Part:
    """One of the values of a column."""

    kind: str
    value: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its label. `marked`: there is room for the label; `thin`: but none on a phone."""

    left: float
    middle: float
    wide: float
    label: str
    total: int
    parts: Sequence[Part]
    marked: bool
    thin: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns, and lines with a number at their height (y, value)."""

    columns: Sequence[Column]
    lines: Sequence[tuple[float, int]]

    @property
    def height(self) -> int:
        """Of all of it."""
        return TOP + HEIGHT + FOOT


def columns(labels: Sequence[str], series: Sequence[tuple[str, Sequence[int]]]) -> Chart:
    """Stacked columns. `series`: kind and values, the lowest first."""
    totals = [sum(values) for values in zip(*(values for _, values in series), strict=True)]
    marks = ticks(max(totals, default=0))
    pitch = 100 / max(1, len(labels))
    wide = min(_WIDEST, pitch * _SHARE)
    stride = 1 if len(labels) <= 8 else len(labels) // 6  # noqa: PLR2004  a week's fit, and today's column
    found = []
    for place, (label, total) in enumerate(zip(labels, totals, strict=True)):
        middle, back = (place + 0.5) * pitch, len(labels) - 1 - place
        parts = _parts([(kind, values[place]) for kind, values in series], HEIGHT / marks[-1])
        marked, thin = back % stride == 0, back % (2 * stride) != 0 and len(labels) > 8  # noqa: PLR2004
        found.append(Column(middle - wide / 2, middle, wide, label, total, parts, marked, thin))
    return Chart(found, [(TOP + HEIGHT * (1 - mark / marks[-1]), mark) for mark in marks])


def _parts(values: Sequence[tuple[str, int]], scale: float) -> Sequence[Part]:
    parts, foot = [], float(TOP + HEIGHT)
    for kind, value in values:
        if value:
            height = max(_LEAST, value * scale)
            foot -= height
            parts.append(Part(kind, value, round(foot, 1), round(height, 1)))
    return parts
