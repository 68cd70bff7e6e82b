"""JSON as gateways write it: mostly right, sometimes with NaN, lone surrogates or raw line breaks."""

import json
from collections.abc import Iterator
from typing import Any

import orjson

from bot.gateway.answer.payload import Raw

_HUGE = 18


class NotJson(ValueError):
    """No JSON, not even of the tolerant kind."""


def _integer(digits: str) -> int | float:
    # int() refuses more than 4300 digits, and nobody counts that far.
    return int(digits) if len(digits) <= _HUGE else float(digits)


_TOLERANT = json.JSONDecoder(strict=False, parse_int=_integer)


def loads(raw: Raw) -> Any:
    """The value of a JSON text.

    Raises:
        NotJson: it is none, or nested too deeply.
    """
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        text = raw.decode("utf-8", "replace")
    value, end = _first(text, _blank(text, 0))
    if _blank(text, end) < len(text):
        raise NotJson
    return value


def leading(text: str) -> Iterator[tuple[Any, int]]:
    """The JSON values at the beginning of a text, one after another, each with its end (E-GLUED)."""
    at = _blank(text, 0)
    while at < len(text) and text[at] in "{[":
        try:
            value, end = _first(text, at)
        except NotJson:
            return
        yield value, end
        at = _blank(text, end)


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _first(text: str, at: int) -> tuple[Any, int]:
    try:
        return _TOLERANT.raw_decode(text, at)
    except (ValueError, RecursionError) as error:
        raise NotJson from error
