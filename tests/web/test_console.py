"""The small parts of the console's pages."""

import asyncio

import pytest
from starlette.requests import Request
from starlette.types import Message

from bot.web.console import charts, forms
from bot.web.console.forms import FormFault
from bot.web.console.render import lasts, number, signed, took


async def test_a_form_that_never_ends_is_given_up() -> None:
    told: asyncio.Queue[Message] = asyncio.Queue()
    told.put_nowait({"type": "http.request", "body": b"credits=5&", "more_body": True})
    headers = [(b"content-type", b"application/x-www-form-urlencoded; charset=utf-8")]
    with pytest.raises(FormFault) as raised:
        await forms.read(Request({"type": "http", "headers": headers}, told.get), seconds=0.01)
    assert raised.value.status == 408


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (lasts(0.4), "0 s"),
        (lasts(59.6), "1 min"),
        (lasts(200), "3 min 20 s"),
        (lasts(3600 * 11 + 60), "11 h"),
        (lasts(86_400 * 2 + 3600), "2 d 1 h"),
        (took(840), "0.8 s"),
        (took(75_000), "1 min 15 s"),
        (number(1_234_567), "1\u202f234\u202f567"),
        (signed(-1200), "−1\u202f200"),
        (signed(5), "+5"),
    ],
)
def test_lengths_of_time_and_numbers_are_short(written: str, expected: str) -> None:
    assert written == expected


def test_columns_stand_side_by_side_as_high_as_they_count() -> None:
    chart = charts.columns(["Mon", "Tue"], [("done", [30, 0]), ("failed", [10, 0])])
    first, second = chart.columns
    assert [(part.kind, part.top + part.height) for part in first.parts] == [
        ("done", 164.0),
        ("failed", 51.5),
    ]
    assert first.parts[-1].top == chart.lines[-1][0] == charts.TOP
    assert (second.parts, second.total) == ([], 0)
    assert first.left + first.wide < second.left
    assert charts.columns([], []).columns == []
