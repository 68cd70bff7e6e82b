"""Charts, read as pixels."""

import io
import re
from collections.abc import Sequence
from functools import reduce
from itertools import groupby, pairwise

import pytest
from PIL import Image, ImageChops

from bot.imaging.chart import COLOURS, WIDTH, Columns, Line, Rows, Series, draw, ticks
from bot.imaging.lettering import drawable, font, number, shortened, width
from bot.imaging.pen import FAINT
from bot.texts import source, tags

BLUE, AMBER, GREY = COLOURS
DAYS = [f"Nov {day}" for day in range(1, 31)]


def opened(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png))
    assert picture.format == "PNG"
    return picture.convert("RGB")


def columns(values: Sequence[int], *more: Sequence[int], line: Line | None = None) -> Image.Image:
    labels = [DAYS[place % 30] for place in range(len(values))]
    series = [Series("done", values), *(Series("failed", each) for each in more)]
    return opened(draw([Columns("Edits a day", labels, series, line)]))


class Ink:
    """Where a picture has exactly that colour, from `top` on."""

    def __init__(self, picture: Image.Image, colour: str, top: int = 0) -> None:
        picture = picture.crop((0, top, picture.width, picture.height))
        bands = ImageChops.difference(picture, Image.new("RGB", picture.size, colour)).split()
        far = reduce(ImageChops.lighter, bands)
        self._dots, self._wide = far.point([255] + [0] * 255).tobytes(), picture.width

    def columns(self) -> list[int]:
        return [self._dots[x :: self._wide].count(255) for x in range(self._wide)]

    def rows(self) -> list[int]:
        starts = range(0, len(self._dots), self._wide)
        return [self._dots[start : start + self._wide].count(255) for start in starts]


def bars(counts: Sequence[int]) -> list[int]:
    """The most of each run of counts that are not 0."""
    return [max(group) for there, group in groupby(counts, key=bool) if there]


def heights(picture: Image.Image, colour: str = BLUE, top: int = 116) -> list[int]:
    """How high each bar of a colour is, from the left; the legend is above."""
    return bars(Ink(picture, colour, top).columns())


@pytest.mark.parametrize("many", [1, 7, 30, 90])
def test_bars_are_as_high_as_their_values(many: int) -> None:
    values = [1 + (7 * place) % 40 for place in range(many)]
    found = heights(columns(values))
    assert len(found) == many
    scale = max(found) / max(values)
    assert all(abs(high - value * scale) <= 1 for high, value in zip(found, values, strict=True))


def test_a_bar_of_a_ticks_value_ends_at_its_hairline() -> None:
    picture = columns([100, 50, 0, 25])
    found = heights(picture)
    assert len(found) == 3
    assert abs(found[1] - found[0] / 2) <= 1
    assert abs(found[2] - found[0] / 4) <= 1


def test_stacked_bars_add_up() -> None:
    done, failed, cancelled = (60, 20, 0), (20, 40, 10), (20, 0, 0)
    picture = columns(done, failed, cancelled)
    blue, amber, grey = (heights(picture, colour) for colour in COLOURS)
    whole = blue[0] + amber[0] + grey[0]
    for found, values in ((blue, [60, 20]), (amber, [20, 40, 10]), (grey, [20])):
        assert [round(each * 100 / whole) for each in found] == pytest.approx(values, abs=1)


def test_a_little_is_seen_beside_very_much_and_nothing_is_not() -> None:
    assert [each > 0 for each in heights(columns([10**15, 1, 0]))] == [True, True]


@pytest.mark.parametrize("values", [[], [0], [0] * 30])
def test_where_nothing_was_there_are_no_bars(values: list[int]) -> None:
    assert heights(columns(values)) == []


def test_a_line_is_drawn_at_its_value_unless_it_is_far_above() -> None:
    def dashes(picture: Image.Image) -> list[int]:
        rows = Ink(picture, FAINT).rows()
        return [y for y, found in enumerate(rows) if found > 200]

    picture = columns([10, 5, 5, 0], line=Line("5 free a day", 5))
    first, last = dashes(picture)
    blue = Ink(picture, BLUE, 116).rows()
    wider = next(116 + y for y, found in enumerate(blue) if found > 100)
    assert abs((first + last + 1) / 2 - wider) <= 2
    assert dashes(columns([1, 0], line=Line("1000 free a day", 1000))) == []


def test_lying_bars_are_as_long_as_their_values() -> None:
    picture = opened(draw([Rows("Failures", [("rules", 40), ("slow", 20), ("busy", 1)])]))
    lengths = bars(Ink(picture, AMBER).rows())
    assert len(lengths) == 3
    assert abs(lengths[1] - lengths[0] / 2) <= 1
    assert abs(lengths[2] - lengths[0] / 40) <= 1


def test_panels_stand_beside_and_below_one_another() -> None:
    day = Columns("a", DAYS, [Series("", [3] * 30)])
    alone, stacked = opened(draw([day])), opened(draw([day], [day, day], [Rows("b", [("c", 1)])]))
    assert alone.width == stacked.width == WIDTH
    assert 550 <= alone.height <= 620 < stacked.height
    assert len(bars(Ink(alone, BLUE).columns())) == 30
    assert len(bars(Ink(stacked, BLUE).rows())) == 2
    assert len(bars(Ink(stacked, BLUE, top=430).columns())) == 60


def test_no_label_of_any_language_leaves_an_empty_box() -> None:
    """`make font`, where this fails. What runs from right to left stays out of the picture."""
    labels = {tag: re.findall(r"(?m)^(?:chart-[\w-]+|why) =(.*(?:\n +.*)*)", source(tag)) for tag in tags()}
    assert labels["en"]
    assert labels["zh-hans"]
    for tag, found in labels.items():
        missing = {each for each in "".join(found) if not each.isspace() and not drawable(each)}
        assert not missing or tag == "ar", f"{tag}: {missing}"
    assert drawable("11月21日 · 21 нояб. · 21 août · 1,2k")
    assert not drawable("شكرا")


def test_each_character_of_a_chinese_label_has_a_look_of_its_own() -> None:
    box = font(40).getmask("\uffff")
    looks = {bytes(font(40).getmask(each)) for each in "每天的任务完成失败取消点数"}
    assert len(looks) == 13
    assert bytes(box) not in looks


def test_a_chinese_title_is_really_in_the_picture() -> None:
    def ink(title: str) -> int:
        picture = opened(draw([Columns(title, DAYS, [Series("", [1] * 30)])])).crop((0, 16, WIDTH, 80))
        return sum(value < 100 for value in picture.convert("L").tobytes())

    assert ink("每天的任务") > 500
    assert ink("شكرا") == 0


def test_a_row_whose_label_cannot_be_written_is_a_number() -> None:
    assert draw([Rows("x", [("شكرا", 3)])]) == draw([Rows("x", [("1.", 3)])])


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"), (999, "999"), (1000, "1k"), (1234, "1.2k"), (9_960, "10k"), (35_400, "35k"),
        (999_600, "1M"), (4_000_000, "4M"), (1_500_000_000, "1.5B"), (10**15, "1000T"),
    ],
)  # fmt: skip
def test_numbers_read_at_a_glance(value: int, said: str) -> None:
    assert number(value) == said


@pytest.mark.parametrize("highest", [0, 1, 3, 9, 10, 11, 99, 101, 12_345, 10**15 + 1])
def test_ticks_are_few_round_and_reach_the_highest(highest: int) -> None:
    marks = list(ticks(highest))
    assert marks[0] == 0
    assert 2 <= len(marks) <= 5
    assert max(marks) >= highest
    assert {second - first for first, second in pairwise(marks)} == {marks[1]}
    assert str(marks[1]).rstrip("0") in {"1", "2", "5"}


def test_long_words_are_cut_to_their_room() -> None:
    cut = shortened("W" * 200, 28, 300)
    assert cut.endswith("…")
    assert width(cut, 28) <= 300
    assert draw([Rows("W" * 300, [("W" * 300, 1)])])
