"""Days as people live them: from midnight to midnight in a timezone, be they 23, 24 or 25 hours long."""

from datetime import datetime, timedelta, tzinfo
from itertools import pairwise
from typing import NamedTuple


class Day(NamedTuple):
    """From `start` up to and without `end`, epoch milliseconds."""

    start: int
    end: int


def last_days(count: int, now: int, zone: tzinfo) -> tuple[Day, ...]:
    """The last `count` days, the one that holds `now` as the last of them."""
    today = datetime.fromtimestamp(now / 1000, zone).date()
    dates = [today + timedelta(days=each) for each in range(1 - count, 2)]
    # Where clocks skip midnight, fold 0 gives the moment at which they do.
    midnights = [datetime(each.year, each.month, each.day, tzinfo=zone) for each in dates]
    borders = [round(each.timestamp() * 1000) for each in midnights]
    return tuple(Day(start, end) for start, end in pairwise(borders))
