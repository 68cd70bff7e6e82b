"""Moments in words that people understand: how long until then, and when that is."""

from datetime import datetime, timedelta, tzinfo

from babel import Locale
from babel.dates import format_skeleton, format_timedelta, get_datetime_format

_MINUTE = 60_000
_DAY = 86_400_000
_WEEK = 7 * _DAY


def wait(now: int, then: int, locale: str) -> str:
    """As in "in 5 hours"; less than a minute is one. Epoch milliseconds."""
    left = timedelta(milliseconds=max(_MINUTE, then - now))
    return format_timedelta(left, granularity="minute", threshold=1, add_direction=True, locale=locale)


def moment(now: int, then: int, locale: str, zone: tzinfo) -> str:
    """As in "00:00 UTC", with the day where that is a day or more ahead. Epoch milliseconds."""
    at = datetime.fromtimestamp(then / 1000, zone)
    clock = f"{format_skeleton('Hm', at, locale=locale)} {_zone(at)}"
    if then - now < _DAY:
        return clock
    day = format_skeleton("MMMd", at, locale=locale)
    return str(get_datetime_format("medium", locale)).replace("{0}", clock).replace("{1}", day)


def ago(now: int, then: int, locale: str, zone: tzinfo) -> str:
    """As in "5 minutes ago"; after a week the day, and that of another year with it. Epoch milliseconds."""
    passed = now - then
    if passed < _WEEK:
        left = timedelta(milliseconds=-max(_MINUTE, passed))
        return format_timedelta(left, granularity="minute", threshold=1, add_direction=True, locale=locale)
    at, today = (datetime.fromtimestamp(each / 1000, zone) for each in (then, now))
    return format_skeleton("MMMd" if at.year == today.year else "yMMMd", at, locale=locale)


def day(then: int, locale: str, zone: tzinfo) -> str:
    """As in "Nov 21", below a bar of a chart; of right-to-left languages charts know only the digits."""
    at = datetime.fromtimestamp(then / 1000, zone)
    if Locale.parse(locale).text_direction == "rtl":
        return f"{at.day}/{at.month}"
    return format_skeleton("MMMd", at, locale=locale)


def _zone(at: datetime) -> str:
    """The distance from UTC: names of zones are ambiguous (CST is in China and in Chicago)."""
    minutes = round((at.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return "UTC" + (f"{sign}{hours}" if minutes else "") + (f":{rest:02}" if rest else "")
