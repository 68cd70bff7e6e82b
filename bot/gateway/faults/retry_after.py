"""How long a gateway asks to wait, in every form that ERRORS.md, section 1, lists."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 7 * 24 * 3600.0
"""Nobody waits longer; a larger number is a mistake of units."""

_NUMBER = re.compile(r"\s*(\d{1,15}(?:\.\d{1,9})?)\s*s?\s*\Z")
_UNITS = {"ms": 0.001, "milliseconds": 0.001, "s": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0}
_PROSE = re.compile(
    r"(?:try again|retry|wait|available again|resets?)\s*(?:after|in|for)?\s+"
    r"((?:\d{1,6}(?:\.\d{1,6})?\s*(?:milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|h)\b\s*)+"
    r"|\d{1,6}(?:\.\d{1,6})?(?=\s*(?:seconds|secs)))",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?:try again|retry|wait)\s*(?:after|in|for)?\s+((?:\d{1,6}(?:\.\d{1,6})?(?:ms|s|m|h))+)", re.IGNORECASE
)
_CHINESE = re.compile(r"(\d{1,6})\s*(秒|分钟|小时)(?:后|之后)")
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)", re.IGNORECASE)


def retry_after(headers: Mapping[str, str], told: Iterable[object] = (), prose: str = "") -> float | None:
    """Seconds to wait; None if the answer does not say.

    `headers` by lower-case names, a date counts from the answer's own `date`. `told`: values of `retryDelay`
    and `retry_after` in the body. `prose`: the body's words.
    """
    sources = (
        _scaled(_number(headers.get("retry-after-ms")), 0.001),
        _number(headers.get("retry-after")),
        _until(headers.get("retry-after"), headers),
        _number(headers.get("llm_provider-retry-after")),  # LiteLLM hands its provider's headers on like this
        *(_number(value) for value in told),
        _spoken(prose),
        _reset(headers),
    )
    return next((value for value in sources if value is not None and 0 <= value <= LONGEST), None)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    match = _NUMBER.match(str(value))
    return float(match[1]) if match else None


def _scaled(value: float | None, factor: float) -> float | None:
    return None if value is None else round(value * factor, 3)


def _date(text: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text or "")
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _until(text: str | None, headers: Mapping[str, str]) -> float | None:
    then, now = _date(text), _date(headers.get("date"))
    return None if then is None or now is None else max(0.0, (then - now).total_seconds())


def _reset(headers: Mapping[str, str]) -> float | None:
    """OpenRouter tells epoch milliseconds."""
    reset, now = _number(headers.get("x-ratelimit-reset")), _date(headers.get("date"))
    if reset is None or now is None:
        return None
    waiting = reset / 1000 - now.timestamp()
    return round(waiting, 3) if waiting >= 0 else None


def _spoken(prose: str) -> float | None:
    match = _PROSE.search(prose) or _COMPACT.search(prose)
    if match:
        parts = _PART.findall(match[1])
        return (
            round(sum(float(number) * _unit(unit) for number, unit in parts), 3)
            if parts
            else _number(match[1])
        )
    chinese = _CHINESE.search(prose)
    return float(chinese[1]) * {"秒": 1, "分钟": 60, "小时": 3600}[chinese[2]] if chinese else None


def _unit(name: str) -> float:
    name = name.lower()
    if name.startswith(("ms", "milli")):
        return 0.001
    return {"s": 1.0, "m": 60.0, "h": 3600.0}[name[0]]
