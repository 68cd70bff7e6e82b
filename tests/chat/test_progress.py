"""What there is to say of how far an edit is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.progress import bar, estimate, pace, waiting, working
from bot.domain.ports import Progress


def test_who_waits_reads_the_place_and_what_is_usual_then() -> None:
    assert waiting(3, None) == (("status-waiting", {"ahead": 3}),)
    assert waiting(0, None) == (("status-next", {}),)
    assert waiting(2, 41.0)[1:] == (("status-then", {"unit": "seconds", "amount": 40}),)


def test_what_the_gateway_tells_counts_more_than_what_is_usual() -> None:
    half = {"bar": "▰▰▰▰▰▰▱▱▱▱▱▱", "percent": 50}
    assert working(Progress(percent=50), 1.0, 40.0) == (("status-progress", half),)
    assert working(Progress(percent=400), 1.0, None)[0][1]["percent"] == 100
    assert working(Progress(queue=2), 1.0, 40.0) == (("status-queued", {"queue": 2}),)


def test_without_enough_samples_nothing_is_promised() -> None:
    assert working(Progress(), 30.0, None) == waiting(None, None) == (("status-developing", {}),)


def test_the_bar_goes_with_the_usual_time_and_says_when_it_takes_longer() -> None:
    assert waiting(None, 40.0) == working(Progress(), 0.0, 40.0)
    begun, half, late = (working(Progress(), elapsed, 40.0)[1] for elapsed in (0.0, 20.0, 61.0))
    assert begun == ("status-usual", {"bar": "▱" * 12, "unit": "seconds", "amount": 40})
    assert half[1]["bar"] == "▰▰▰▰▰▱▱▱▱▱▱▱"
    assert late == ("status-longer", {"bar": "▰▰▰▰▰▰▰▰▰▰▰▱"})


@pytest.mark.parametrize(
    ("usual", "unit", "amount"),
    [
        (0.2, "seconds", 1),
        (6.1, "seconds", 7),
        (12.0, "seconds", 10),
        (43.0, "seconds", 45),
        (57.4, "seconds", 55),
        (58.0, "minutes", 1),
        (100.0, "minutes", 2),
    ],
)
def test_a_span_is_told_as_people_say_it(usual: float, unit: str, amount: int) -> None:
    assert waiting(1, usual)[1] == ("status-then", {"unit": unit, "amount": amount})


@given(st.floats(0.05, 900), st.floats(0.05, 300))
def test_an_estimate_only_grows_and_never_arrives(until: float, usual: float) -> None:
    seen = [estimate(until * step / 20, usual) for step in range(21)]
    assert all(earlier <= later for earlier, later in pairwise(seen))
    assert 0 <= seen[0] <= seen[-1] <= 95
    assert "▱" in bar(seen[-1])
    assert {len(bar(percent)) for percent in range(101)} == {12}


def test_many_who_wait_are_told_less_often() -> None:
    assert (pace(1, in_line=True), pace(1, in_line=False)) == (1.0, 3.0)
    assert pace(200, in_line=False) == 20.0
