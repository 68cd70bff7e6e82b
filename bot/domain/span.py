"""Spans of time as admins write them."""

import re

_HOUR = 3_600_000
_UNITS = {"h": _HOUR, "d": 24 * _HOUR, "w": 7 * 24 * _HOUR}
_SPAN = re.compile(r"([1-9][0-9]{0,2})([hdw])", re.IGNORECASE)


def span(word: str) -> int | None:
    """The milliseconds that "12h", "3d" or "2w" stand for; None: it is no span of time."""
    found = _SPAN.fullmatch(word)
    return int(found[1]) * _UNITS[found[2].lower()] if found else None
