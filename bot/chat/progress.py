"""How far an edit is, as lines of words: keys of texts and their variables. Pure; times are seconds."""

import math

from bot.domain.ports import Progress

_WIDTH = 12
_AS_USUAL, _MOST = 85, 95
"""Where the bar stands once the usual time has passed, and where it comes to rest."""
_LONGER = 1.5
"""From so many usual times on it takes longer than usual; some seconds more or less are nothing to tell."""
_ROUNDED_FROM, _MINUTES_FROM = 10, 57.5
_PLACE_PACE, _BAR_PACE = 1.0, 3.0
_PER_SECOND = 10

Line = tuple[str, dict[str, object]]
Said = tuple[Line, ...]


def waiting(ahead: int | None, usual: float | None) -> Said:
    """Accepted, with so many before it in line; None: it does not stand in line any more."""
    if ahead is None:
        return _developing(0.0, usual)
    place: Line = ("status-waiting", {"ahead": ahead}) if ahead else ("status-next", {})
    return (place,) if usual is None else (place, ("status-then", _span(usual)))


def working(progress: Progress, elapsed: float, usual: float | None) -> Said:
    """What the gateway told or, where it tells nothing, what is usual."""
    if progress.percent is not None:
        percent = min(100, max(0, progress.percent))
        return (("status-progress", {"bar": bar(percent), "percent": percent}),)
    if progress.queue:
        return (("status-queued", {"queue": progress.queue}),)
    return _developing(elapsed, usual)


def estimate(elapsed: float, usual: float) -> int:
    """A percentage that goes with the time, slows down when it is over, and never arrives."""
    passed = elapsed / usual
    if passed <= 1:
        return round(_AS_USUAL * passed)
    return round(_MOST - (_MOST - _AS_USUAL) * math.exp(1 - passed))


def bar(percent: int) -> str:
    """A bar of fixed width."""
    full = round(_WIDTH * percent / 100)
    return "▰" * full + "▱" * (_WIDTH - full)


def pace(waits: int, *, in_line: bool) -> float:
    """Seconds between two changes of one status, so that many leave room for results."""
    return max(_PLACE_PACE if in_line else _BAR_PACE, waits / _PER_SECOND)


def _developing(elapsed: float, usual: float | None) -> Said:
    developing: Line = ("status-developing", {})
    if not usual:
        return (developing,)
    shown = bar(estimate(elapsed, usual))
    if elapsed > _LONGER * usual:
        return developing, ("status-longer", {"bar": shown})
    return developing, ("status-usual", {"bar": shown, **_span(usual)})


def _span(seconds: float) -> dict[str, object]:
    """As people say it: 7 s, 40 s, 2 min."""
    if seconds < _ROUNDED_FROM:
        return {"unit": "seconds", "amount": max(1, math.ceil(seconds))}
    if seconds < _MINUTES_FROM:
        return {"unit": "seconds", "amount": 5 * round(seconds / 5)}
    return {"unit": "minutes", "amount": max(1, round(seconds / 60))}
