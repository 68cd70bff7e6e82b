"""What JSON complains about: `error{}`, `error""`, `[{error}]`, `detail`, `base_resp`, `code` + `message`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

_DEPTH = 4
_WORDS = 4000
_FINE = frozenset({"0", "200", "ok", "success", "none", ""})
_RESULTS = ("choices", "candidates", "data", "output", "images")
_CODES = frozenset({"code", "http_code", "error_code", "status", "status_code"})
_BESIDE = ("code", "type", "error_code", "status_code", "http_code", "retry_after")
_WAITS = frozenset({"retrydelay", "retry_after"})
_ECHOES = frozenset({"flagged_input", "input", "loc", "prompt"})  # they quote what the person wrote
_HTTP_STATUS = re.compile("[45][0-9]{2}")
_ITEMS = 20
_TELLING = ("message", "msg", "status_msg", "error_msg", "error_message", "detail")


@dataclass(frozen=True, slots=True)
class Complaint:
    """Codes, types and messages as one text; a status that the body itself tells; waits that it asks for.

    `headers` are those that OpenRouter passes on inside the body.
    """

    words: str
    status: int | None = None
    waits: tuple[object, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()


def complaints(value: object, name: str = "") -> Iterator[Complaint]:
    """What this value complains about; `name` of the event that it came in.

    >>> [each.words for each in complaints([{"error": {"code": 400, "message": "no"}}])]
    ['400 no']
    """
    if isinstance(value, list):
        for item in value[:_WORDS]:
            yield from complaints(item, name)
    elif isinstance(value, dict):
        yield from _in_mapping(value, name)


def _in_mapping(body: dict[str, Any], name: str) -> Iterator[Complaint]:
    for key in ("error", "errors"):
        if body.get(key):
            yield _complaint(body[key], beside=body)
    kind = str(body.get("type") or name)
    if "error" in (kind, name) or kind.endswith("partial_failed"):
        if not body.get("error"):
            yield _complaint(body)
    elif not any(body.get(key) for key in _RESULTS) and not body.get("error") and _refuses(body):
        yield _complaint(body)
    yield from _in_parts(body)


def _in_parts(body: dict[str, Any]) -> Iterator[Complaint]:
    """MiniMax's `base_resp`, DashScope's failed task, a Responses object, items and choices with an error."""
    base = body.get("base_resp")
    if isinstance(base, dict) and str(base.get("status_code", 0)).lower() not in _FINE:
        yield Complaint(words=f"base_resp {base.get('status_code')} {base.get('status_msg', '')}"[:_WORDS])
    output = body.get("output")
    if isinstance(output, dict) and str(output.get("task_status", "")).upper() == "FAILED":
        yield _complaint(output)
    response = body.get("response")
    if isinstance(response, dict) and response.get("error"):
        yield _complaint(response["error"])
    for key in ("data", "choices"):
        items = body.get(key)
        for item in items if isinstance(items, list) else ():
            yield from _in_item(item)


def _in_item(item: object) -> Iterator[Complaint]:
    if not isinstance(item, dict):
        return
    for holder in (item, item.get("delta"), item.get("message")):
        if isinstance(holder, dict) and holder.get("error"):
            yield _complaint(holder["error"])


def _refuses(body: dict[str, Any]) -> bool:
    """A body without results that says `code` + `message`, `detail`, or `success: false`."""
    code = body.get("code", body.get("error_code", body.get("status_code")))
    coded = code is not None and str(code).lower() not in _FINE
    told = any(body.get(key) for key in _TELLING)
    bare = told and code is None and body.get("success") is None and isinstance(body.get("message", ""), str)
    return (coded and (told or "error_code" in body)) or body.get("success") is False or bare


def _complaint(error: object, beside: Mapping[str, Any] | None = None) -> Complaint:
    notes = _Notes()
    notes.take(error)
    for key in _BESIDE:
        item = beside.get(key) if beside else None
        if not isinstance(item, (dict, list)):
            notes.take({key: item})
    return Complaint(
        words=" ".join(dict.fromkeys(notes.words))[:_WORDS],
        status=notes.statuses[0] if notes.statuses else None,
        waits=tuple(notes.waits),
        headers=tuple(notes.headers.items()),
    )


class _Notes:
    """Walks through an error, and notes what it says."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.statuses: list[int] = []
        self.waits: list[object] = []
        self.headers: dict[str, str] = {}

    def take(self, value: object, depth: int = 0) -> None:
        if depth > _DEPTH:
            return
        if isinstance(value, str):
            self.words.append(value[:_WORDS])
            if value.lstrip().startswith(("{", "[")):  # E-NESTED: the message is itself JSON
                self.take(_parsed(value), depth + 1)
        elif isinstance(value, list):
            for item in value[:_ITEMS]:
                self.take(item, depth + 1)
        elif isinstance(value, dict):
            for key, item in value.items():
                self._take_field(str(key).lower(), item, depth)

    def _take_field(self, key: str, item: object, depth: int) -> None:
        if key in _WAITS:
            self.waits.append(item)
        elif key in _ECHOES:
            self.words.append(key)
        elif key == "headers" and isinstance(item, dict):
            self.headers.update({str(name).lower(): str(text) for name, text in item.items()})
        elif isinstance(item, (dict, list)):
            self.take(item, depth + 1)
        elif item is not None and not isinstance(item, bool):
            if key in _CODES and _HTTP_STATUS.fullmatch(str(item)):
                self.statuses.append(int(str(item)))
            self.take(str(item), depth)


def _parsed(text: str) -> object:
    try:
        return orjson.loads(text)
    except ValueError:
        return None
