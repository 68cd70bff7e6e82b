"""Recorded answers, read from disk and explained one after the other: `darkroom explain`."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from bot.gateway.explain import explain, recorded

_KEYS = frozenset({"file", "request", "base_url", "endpoint", "chunk"})


@dataclass(frozen=True, slots=True)
class Told:
    """What was made of one recorded answer; with a `problem` it could not be read, and there are no facts."""

    facts: Mapping[str, Any]
    problem: str | None = None

    @property
    def line(self) -> bytes:
        """One line of JSON without its end; a problem has one too, so that no line slips."""
        value = {"error": self.problem} if self.problem else self.facts
        try:
            return json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:  # half a surrogate pair
            return json.dumps(value).encode()


def explain_all(names: Iterable[str], stdin: Iterable[bytes], *, advice: bool = False) -> Iterator[Told]:
    """The files in order; "-" stands for the lines of `stdin`."""
    for name in names:
        yield from (
            explain_lines(stdin, advice=advice) if name == "-" else explain_files([name], advice=advice)
        )


@dataclass(frozen=True, slots=True)
class _Wish:
    file: str
    request: object = None
    base_url: str | None = None
    endpoint: str | None = None
    chunk: int = 0


def explain_files(names: Iterable[str], *, advice: bool = False) -> Iterator[Told]:
    """One answer a file. `advice`: with what Darkroom would do."""
    for name in names:
        yield _told(_Wish(name), advice=advice)


def explain_lines(lines: Iterable[bytes], *, advice: bool = False) -> Iterator[Told]:
    """One answer a line of JSON: `{"file", "request"?, "base_url"?, "endpoint"?, "chunk"?}`.

    `request` is the JSON that was sent; `chunk` feeds the body in pieces of so many bytes, 0 whole.
    Empty lines are skipped.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        wish = _wish(line)
        yield _told(wish, advice=advice) if isinstance(wish, _Wish) else Told({}, f"line {number}: {wish}")


def _wish(line: bytes) -> _Wish | str:
    """What a line asks for, or what is wrong with it."""
    try:
        found = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return f"is no JSON: {error.msg}"
    if not isinstance(found, dict) or not isinstance(found.get("file"), str):
        return 'needs a "file"'
    given = {key: value for key, value in found.items() if key in _KEYS and value is not None}
    for key in ("base_url", "endpoint"):
        if not isinstance(given.get(key, ""), str):
            return f"{key} should be text"
    chunk = given.get("chunk", 0)
    if not isinstance(chunk, int) or isinstance(chunk, bool) or chunk < 0:
        return "chunk should be a whole number, 0 or more"
    return _Wish(**given)


def _told(wish: _Wish, *, advice: bool) -> Told:
    try:
        content = Path(wish.file).read_bytes()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        return Told({}, f"{wish.file} cannot be read: {why}")
    answer = recorded(wish.file, content)
    facts = explain(
        answer.status,
        answer.headers,
        answer.body,
        request=wish.request,
        base_url=wish.base_url,
        endpoint=wish.endpoint,
        chunk=wish.chunk,
        broken=answer.broken,
        advice=advice,
    )
    return Told(facts)
