"""What an answer without a picture means: the table, applied."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson

from bot.domain.errors import FaultKind, GatewayFault
from bot.gateway.faults.complaint import Complaint, complaints
from bot.gateway.faults.redact import redacted
from bot.gateway.faults.retry_after import retry_after
from bot.gateway.faults.table import FAILED, REFUSALS, REFUSALS_IN_FAILURES, STATUS_NAMES, TABLE

_NO_ERROR = 400
_WORDS = 4000
_TITLE = re.compile(r"<title[^>]*>(.{0,300}?)</title", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Signs:
    """What else an answer told beside its errors.

    `finishes`: reasons for the end, in upper case. `refusals`: `message.refusal` and the like. `text`: the
    model's words. `torn`: it ended in the middle. `page`: it was HTML, or no answer of an API at all. `head`:
    the body's beginning, where it was no JSON.
    """

    finishes: Sequence[str] = ()
    refusals: Sequence[str] = ()
    text: str | None = None
    torn: bool = False
    page: bool = False
    head: str = ""


def classify(status: int, body: object, headers: Mapping[str, str]) -> GatewayFault:
    """What a refused request means.

    Args:
        status: of HTTP.
        body: parsed JSON, or bytes or text as they came.
        headers: by lower-case names.
    """
    value = _parsed(body) if isinstance(body, bytes) else body
    if isinstance(value, str):
        return judge(status, headers, signs=Signs(page=True, head=value))
    return judge(status, headers, tuple(complaints(value)), Signs(head=_dump(value)))


def judge(
    status: int, headers: Mapping[str, str], told: Sequence[Complaint] = (), signs: Signs | None = None
) -> GatewayFault:
    """The fault of an answer that brought no picture, from all that it told (ERRORS.md, section 1)."""
    signs = signs or Signs()
    words = " ".join(each.words for each in told) or _heading(signs.head, failed=status >= _NO_ERROR)
    named = _status(status, told, words.lower())
    waits = [wait for each in told for wait in each.waits]
    passed_on = dict(pair for each in told for pair in each.headers)
    return GatewayFault(
        kind=_kind(named, words.lower(), signs, complained=bool(told)),
        status=named or status,
        retry_after=retry_after({**passed_on, **headers}, waits, words),
        detail=redacted(words or "; ".join((*signs.refusals, *signs.finishes)) or signs.text or signs.head),
        text=next(iter(signs.refusals), None) or signs.text or None,
    )


def _kind(status: int | None, words: str, signs: Signs, *, complained: bool) -> FaultKind:
    if signs.refusals:
        return FaultKind.CONTENT_POLICY
    for row in TABLE:
        if (
            any(word in words for word in row.words)
            or not row.finishes.isdisjoint(signs.finishes)
            or status in row.statuses
        ):
            return row.kind
    if complained or signs.torn or signs.page or "ERROR" in signs.finishes:
        return FaultKind.UPSTREAM
    return FaultKind.CONTENT_POLICY if _refused((signs.text or "").lower()) else FaultKind.NO_IMAGE


def _status(status: int, told: Sequence[Complaint], words: str) -> int | None:
    """The status that counts: the body's own, then HTTP's, then what words say in a 200; None for success."""
    own = next((each.status for each in told if each.status is not None), None)
    if own is not None or status >= _NO_ERROR:
        return own or status
    if not told:
        return None
    return next((number for name, number in STATUS_NAMES.items() if name in words), None)


def _heading(head: str, *, failed: bool) -> str:
    """The words of a page or of plain text; a page that came with 200 says nothing about errors."""
    if not failed:
        return ""
    title = _TITLE.search(head)
    if title:
        return title[1].strip()
    return "" if head.lstrip().startswith("<") else head[:_WORDS]


def _refused(text: str) -> bool:
    failed = any(word in text for word in FAILED)
    return any(word in text for word in (REFUSALS + REFUSALS_IN_FAILURES if failed else REFUSALS))


def _parsed(body: bytes) -> object:
    try:
        return orjson.loads(body)
    except ValueError:
        return body.decode("utf-8", "replace")[:_WORDS]


def _dump(body: object) -> str:
    try:
        return orjson.dumps(body).decode()[:_WORDS]
    except (TypeError, ValueError):
        return ""
