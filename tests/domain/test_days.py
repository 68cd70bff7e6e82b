"""Days in a timezone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.days import last_days

HOUR = 3_600_000


def at(zone: str, *moment: int) -> int:
    return round(datetime(*moment, tzinfo=ZoneInfo(zone)).timestamp() * 1000)  # type: ignore[arg-type, misc]


def test_today_is_the_last_and_holds_now() -> None:
    now = round(datetime(2026, 11, 21, 12, tzinfo=UTC).timestamp() * 1000)
    days = last_days(3, now, UTC)
    assert [day.end - day.start for day in days] == [24 * HOUR] * 3
    assert days[0].end == days[1].start
    assert days[-1].start == now - 12 * HOUR


@pytest.mark.parametrize(
    ("zone", "moment", "hours"),
    [
        ("Europe/Berlin", (2026, 3, 29, 12), 23),
        ("Europe/Berlin", (2026, 10, 25, 12), 25),
        ("Asia/Shanghai", (2026, 10, 25, 0), 24),
        ("Asia/Shanghai", (2026, 10, 25, 23, 59), 24),
        ("America/Santiago", (2026, 9, 6, 12), 23),  # clocks skip midnight itself
    ],
)
def test_a_day_is_as_long_as_the_clocks_make_it(zone: str, moment: tuple[int, ...], hours: int) -> None:
    (day,) = last_days(1, at(zone, *moment), ZoneInfo(zone))
    assert day.end - day.start == hours * HOUR
    assert day.start <= at(zone, *moment) < day.end
