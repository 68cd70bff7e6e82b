"""Small calm bar charts as PNG. Synchronous: some hundredths of a second, for a thread.

They lie on light cards, so that they read well in Telegram's dark mode too. What the font cannot write is
left out: whoever sends a chart says in its caption what it shows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.imaging.lettering import drawable, number, shortened, width
from bot.imaging.pen import FAINT, HAIR, INK, Box, Pen

WIDTH = 1000
"""Pixels: sharp on phones, where a photo is some 350 points wide."""
COLOURS = ("#3b7dd8", "#e8894a", "#b9c2cd")
"""Of the first, second and third series; people of every eyesight tell them apart."""

_ALONE, _BESIDE = 560, 400
_GAP, _PAD = 16, 30
_TITLE, _WORD = 34, 28
_TITLE_ROW, _LEGEND_ROW, _LABEL_ROW, _VALUE_ROW = 64, 46, 44, 40
_WIDEST_BAR, _BAR_SHARE, _LEAST = 72, 0.68, 2
_ROW, _ROW_BAR, _LABELS_SHARE = 56, 32, 0.46
_STRIDES, _APART = (1, 2, 3, 7, 14, 30, 45), 20
_FAR = 10


@dataclass(frozen=True, slots=True)
class Series:
    """One value a column, and what they are."""

    label: str
    values: Sequence[int]


@dataclass(frozen=True, slots=True)
class Line:
    """A value to compare all columns with; left out where it is far above them."""

    label: str
    value: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Upright bars, up to three series stacked; of the `labels` below, as many are written as fit."""

    title: str
    labels: Sequence[str]
    series: Sequence[Series]
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Lying bars, each with its label; one that cannot be written is its number, counted from 1."""

    title: str
    rows: Sequence[tuple[str, int]]


Panel = Columns | Rows


def draw(*stacked: Sequence[Panel]) -> bytes:
    """Panels beside one another, and these below one another, as a PNG of WIDTH pixels."""
    tall = _ALONE if len(stacked) == 1 else _BESIDE
    heights = [max(_height(each, tall) for each in beside) for beside in stacked]
    pen, top = Pen(WIDTH, sum(heights) + _GAP * (len(heights) + 1)), _GAP
    for beside, height in zip(stacked, heights, strict=True):
        pitch = (WIDTH - _GAP) // len(beside)
        for place, each in enumerate(beside):
            _panel(pen, Box(_GAP + place * pitch, top, (place + 1) * pitch, top + height), each)
        top += height + _GAP
    return pen.png()


def ticks(highest: int) -> range:
    """Round numbers up to one that is not below the highest: two to five of them, from 0 on."""
    step = 1
    while -(-highest // step) > 4:  # noqa: PLR2004  more would be a ladder
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return range(0, max(step, -(-highest // step) * step) + 1, step)


def _height(panel: Panel, tall: int) -> int:
    return tall if isinstance(panel, Columns) else _TITLE_ROW + _ROW * len(panel.rows) + _PAD


def _panel(pen: Pen, box: Box, panel: Panel) -> None:
    pen.card(box)
    inner = Box(box.left + _PAD, box.top + _TITLE_ROW, box.right - _PAD, box.bottom - _PAD // 2)
    title = shortened(panel.title, _TITLE, inner.right - inner.left)
    pen.write((inner.left, box.top + _TITLE_ROW // 2 + 4), title, _TITLE, INK, "lm")
    if isinstance(panel, Columns):
        _columns(pen, inner, panel)
    else:
        _rows(pen, inner, panel.rows)


def _columns(pen: Pen, box: Box, panel: Columns) -> None:
    totals = [sum(each) for each in zip(*(series.values for series in panel.series), strict=True)]
    highest = max(totals, default=0)
    line = panel.line if panel.line and panel.line.value <= _FAR * max(1, highest) else None
    top = box.top + _VALUE_ROW
    if line or len(panel.series) > 1:
        _legend(pen, (box.left, box.top + _LEGEND_ROW // 2), panel.series, line)
        top += _LEGEND_ROW
    marks = ticks(max(highest, line.value if line else 0))
    left = box.left + round(max(width(number(each), _WORD) for each in marks)) + 14
    plot = Box(left, top, box.right, box.bottom - _LABEL_ROW)
    scale = (plot.bottom - plot.top) / marks[-1]
    for mark in marks:
        y = plot.bottom - round(mark * scale)
        pen.line(plot.left, plot.right, y, HAIR)
        pen.write((plot.left - 14, y), number(mark), _WORD, FAINT, "rm")
    _bars(pen, plot, panel.series, scale)
    if line:
        pen.line(plot.left, plot.right, plot.bottom - round(line.value * scale), FAINT, dash=10)
    _values(pen, plot, totals, scale)
    _labels(pen, plot, panel.labels)


def _legend(pen: Pen, at: tuple[int, int], series: Sequence[Series], line: Line | None) -> None:
    x, y = at
    for each, colour in zip(series, COLOURS, strict=False):
        if len(series) > 1:
            pen.bar(Box(x, y - 10, x + 20, y + 10), colour)
            pen.write((x + 30, y), each.label, _WORD, FAINT, "lm")
            x += 30 + round(width(each.label, _WORD)) + 34
    if line:
        pen.line(x, x + 50, y, FAINT, dash=10)
        pen.write((x + 60, y), line.label, _WORD, FAINT, "lm")


def _bars(pen: Pen, plot: Box, series: Sequence[Series], scale: float) -> None:
    columns = list(zip(*(each.values for each in series), strict=True))
    for (left, right), values in zip(_places(plot, len(columns)), columns, strict=True):
        below, last = 0, max((place for place, each in enumerate(values) if each), default=0)
        for place, (value, colour) in enumerate(zip(values, COLOURS, strict=False)):
            foot = plot.bottom - round(below * scale)
            head = min(plot.bottom - round((below + value) * scale), foot - _LEAST)  # a little is seen too
            if value:
                pen.bar(Box(left, head, right, foot), colour, grows="up" if place == last else None)
            below += value


def _values(pen: Pen, plot: Box, totals: Sequence[int], scale: float) -> None:
    """The number above each bar, or where there is no room for all, above the first of the highest."""
    pitch = (plot.right - plot.left) / max(1, len(totals))
    all_fit = all(width(number(each), _WORD) + 8 <= pitch for each in totals)
    chosen = range(len(totals)) if all_fit else [totals.index(max(totals))]
    places = list(_places(plot, len(totals)))
    for place in chosen:
        if totals[place]:
            text, head = number(totals[place]), plot.bottom - max(_LEAST, round(totals[place] * scale))
            left, _ = _span(plot, sum(places[place]) / 2, text)
            pen.write((left, head - 10), text, _WORD, INK, "ls")


def _labels(pen: Pen, plot: Box, labels: Sequence[str]) -> None:
    """As many as fit, counted back from the last one, which is today."""
    middles = [sum(place) / 2 for place in _places(plot, len(labels))]
    for stride in sorted({*_STRIDES, max(1, len(labels) - 1), max(1, len(labels))}):
        chosen = range(len(labels) - 1, -1, -stride)
        spans = [_span(plot, middles[place], labels[place]) for place in chosen]
        if all(right + _APART <= left for (left, _), (_, right) in pairwise(spans)):
            for place, (left, _) in zip(chosen, spans, strict=True):
                pen.write((left, plot.bottom + 34), labels[place], _WORD, FAINT, "ls")
            return


def _rows(pen: Pen, box: Box, rows: Sequence[tuple[str, int]]) -> None:
    most = _LABELS_SHARE * (box.right - box.left)
    labels = [
        shortened(label if drawable(label) else f"{place}.", _WORD, most)
        for place, (label, _) in enumerate(rows, start=1)
    ]
    values = [number(value) for _, value in rows]
    left = box.left + round(max((width(each, _WORD) for each in labels), default=0)) + 20
    right = box.right - round(max((width(each, _WORD) for each in values), default=0)) - 14
    scale = (right - left) / max(1, *(value for _, value in rows), 1)
    for place, (label, value, (_, amount)) in enumerate(zip(labels, values, rows, strict=True)):
        middle = box.top + place * _ROW + _ROW // 2
        end = left + max(_LEAST, round(amount * scale))
        pen.write((box.left, middle), label, _WORD, INK, "lm")
        pen.bar(Box(left, middle - _ROW_BAR // 2, end, middle + _ROW_BAR // 2), COLOURS[1], grows="right")
        pen.write((end + 14, middle), value, _WORD, FAINT, "lm")


def _places(plot: Box, count: int) -> Iterator[tuple[int, int]]:
    """Where each of so many bars begins and ends, from the left."""
    pitch = (plot.right - plot.left) / max(1, count)
    wide = max(1, min(_WIDEST_BAR, round(pitch * _BAR_SHARE)))
    for place in range(count):
        left = plot.left + round(place * pitch + (pitch - wide) / 2)
        yield left, left + wide


def _span(plot: Box, middle: float, text: str) -> tuple[float, float]:
    """From where to where a text stands around that middle, moved so that it does not leave the plot."""
    wide = width(text, _WORD)
    left = max(plot.left, min(middle - wide / 2, plot.right - wide))
    return left, left + wide
