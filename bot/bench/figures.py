"""What was measured, beside the floor and the goals; as tables for people and as lines of JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

import orjson

_BIG = 100


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound for the median or its ratio to the floor (`of_ratio`); a lower one where `more` is better."""

    bound: float
    of_ratio: bool = False
    more: bool = False

    def excess(self, figure: "Figure") -> float:
        """How many times the bound it is; 1 and less is well."""
        judged = figure.ratio if self.of_ratio else figure.value
        if judged is None:
            return 0.0
        return self.bound / max(judged, 1e-9) if self.more else judged / self.bound

    def __str__(self) -> str:
        return f"{'>=' if self.more else '<='} {self.bound:g}{' x floor' if self.of_ratio else ''}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured several times, in turn with the floor where there is one; `of`: under which load."""

    of: str
    name: str
    unit: str
    values: Sequence[float]
    floors: Sequence[float] = ()
    goals: tuple[Goal, ...] = ()

    @property
    def value(self) -> float:
        """The median."""
        return median(self.values)

    @property
    def ratio(self) -> float | None:
        """The median of what each turn was to the floor's."""
        pairs = [pair for pair in zip(self.values, self.floors, strict=False) if pair[1]]
        return median(ours / floor for ours, floor in pairs) if pairs else None

    @property
    def excess(self) -> float:
        """How many times the bound it is, of its hardest goal; 1 and less is well, 0 where it has none."""
        return max((goal.excess(self) for goal in self.goals), default=0.0)

    def line(self) -> bytes:
        """As JSON."""
        goals = {"goals": [*map(str, self.goals)], "reached": self.excess <= 1} if self.goals else {}
        spread = {"least": round(min(self.values), 4), "most": round(max(self.values), 4)}
        return orjson.dumps(
            {"of": self.of, "figure": self.name, "unit": self.unit, **self.brief(), **spread, **goals}
        )

    def brief(self) -> dict[str, float]:
        """The median, and what it is to the floor."""
        told = {
            "median": self.value,
            "floor": median(self.floors) if self.floors else None,
            "ratio": self.ratio,
        }
        return {name: round(value, 4) for name, value in told.items() if value is not None}


def overview(figures: Sequence[Figure]) -> str:
    """A row for each load, a column for each name: medians, and in brackets what they are to the floor."""
    names = list(dict.fromkeys(f"{each.name} {each.unit}".strip() for each in figures))
    rows = [["", *names]]
    for load in dict.fromkeys(each.of for each in figures):
        found = {f"{each.name} {each.unit}".strip(): _cell(each) for each in figures if each.of == load}
        rows.append([load, *(found.get(name, "") for name in names)])
    return _columns(rows)


def judged(figures: Iterable[Figure]) -> str:
    """A row for each figure with its goals."""
    heads = ["", "median", "least - most", "floor", "x floor", "goal", ""]
    return _columns([heads, *map(_row, figures)])


def _cell(figure: Figure) -> str:
    return _short(figure.value) + ("" if figure.ratio is None else f" ({figure.ratio:.2f}x)")


def _row(figure: Figure) -> list[str]:
    spread = f"{_short(min(figure.values))} - {_short(max(figure.values))}"
    return [
        f"{figure.of}: {figure.name}",
        f"{_short(figure.value)} {figure.unit}",
        spread if len(figure.values) > 1 else "",
        _short(median(figure.floors)) if figure.floors else "",
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        ", ".join(map(str, figure.goals)),
        ("well" if figure.excess <= 1 else "MISSED") if figure.goals else "",
    ]


def _columns(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0])]
            + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        ).rstrip()
        for row in rows
    )


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= _BIG else f"{number:.3g}"
