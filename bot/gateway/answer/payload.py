"""Base64 in answers: megabytes in one string, in every spelling that gateways have.

Big payloads wait on a shelf while the rest is parsed (lift.py puts them there).
"""

import binascii
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias
from urllib.parse import unquote

import pybase64

from bot.domain.picture import HEAD_BYTES, sniff
from bot.gateway.call import Inline

Raw: TypeAlias = bytes | bytearray

MARK = "\ue0b6"
"""A private character; a token is `MARK number MARK`."""
TOKEN = re.compile(f"{MARK}([0-9]{{1,9}}){MARK}")
_AT_END = re.compile(rf"{TOKEN.pattern}\Z")
_TOKEN_LENGTH = 11
_SLICE = 3 * 2**16
_BLANKS = b" \t\r\n\x0b\x0c"
_BREAKS = b"\r\n"
_STANDARD = bytes.maketrans(b"-_", b"+/")
_PREFIX = re.compile(r"\s*data:[^,]{0,200}?;\s*base64\s*,|\s*base64:(?://)?", re.IGNORECASE)


class Shelf:
    """Where lifted payloads wait, by number. `exact`: texts are wanted back as they came."""

    def __init__(self, *, exact: bool = False) -> None:
        self.exact = exact
        self._payloads: dict[int, bytes] = {}
        self._next = 0

    def put(self, payload: bytes) -> bytes:
        """Keep it; returns its token as UTF-8."""
        self._payloads[self._next] = payload
        self._next += 1
        return f"{MARK}{self._next - 1}{MARK}".encode()

    def payload(self, token: str) -> bytes | None:
        """What a text that is one token stands for; None for any other text."""
        match = TOKEN.fullmatch(token)
        return None if match is None else self._payloads.get(int(match[1]))

    def restored(self, text: str) -> str:
        """The text as it came, with base64 in the place of tokens."""
        return self._replaced(text, pybase64.b64encode_as_string)

    def shortened(self, text: str) -> str:
        """The text with dots in the place of tokens."""
        return self._replaced(text, lambda _: "…")

    def _replaced(self, text: str, show: Callable[[bytes], str]) -> str:
        def shown(match: re.Match[str]) -> str:
            payload = self._payloads.get(int(match[1]))
            return match.group() if payload is None else show(payload)

        return TOKEN.sub(shown, text) if MARK in text else text

    def spelled(self, piece: str) -> Iterator[bytes]:
        """A piece of a text as UTF-8; tokens at its edges go back to base64, it may go on in the next."""
        start, end = 0, len(piece)
        first = TOKEN.match(piece)
        if first:
            start = first.end()
            yield from self._base64(first)
        last = _AT_END.search(piece, max(start, end - _TOKEN_LENGTH))
        yield piece[start : last.start() if last else end].encode("utf-8", "surrogatepass")
        if last:
            yield from self._base64(last)

    def _base64(self, token: re.Match[str]) -> Iterator[bytes]:
        payload = self._payloads.pop(int(token[1]), None)
        if payload is None:
            yield token.group().encode()
            return
        view = memoryview(payload)
        for at in range(0, len(view), _SLICE):
            yield pybase64.b64encode(view[at : at + _SLICE])

    @property
    def mark(self) -> int:
        """A point in time, for `forget`."""
        return self._next

    def forget(self, since: int, *, but: frozenset[int] = frozenset()) -> None:
        """Let go of what was put since, except these numbers."""
        for number in range(since, self._next):
            if number not in but:
                self._payloads.pop(number, None)


def strict(base64: bytes | bytearray | memoryview) -> bytes | None:
    """The bytes, if it is base64 of the standard alphabet with nothing beside it."""
    try:
        return pybase64.b64decode(base64, validate=True)
    except (binascii.Error, ValueError):
        return None


def loose(base64: bytes | bytearray) -> bytes | None:
    """The bytes, if it is base64 of either alphabet, in lines or not, its padding right or missing."""
    raw = base64.translate(_STANDARD, _BREAKS)
    missing = -len(raw) % 4
    return strict(raw + b"=" * missing if missing else raw)


def decoded(text: str, shelf: Shelf) -> bytes | None:
    """The bytes that base64 stands for, in every spelling of R-B64-*; None where it is none.

    Taken: a data URI or `base64://` before it, blanks in it, the URL-safe alphabet, missing padding.
    """
    prefix = _PREFIX.match(text)
    start = prefix.end() if prefix else 0
    if MARK in text:
        payload = shelf.payload(text[start:].strip())
        if payload is not None:
            return payload
        text, start = shelf.restored(text[start:]), 0
    try:
        raw = text[start:].encode("ascii")
    except UnicodeEncodeError:
        return None
    return strict(raw) or _tolerant(raw)


def _tolerant(raw: bytes) -> bytes | None:
    if b"%" in raw[-16:] or b"%2" in raw:
        raw = unquote(raw.decode("ascii")).encode("ascii", "replace")
    raw = raw.translate(_STANDARD, _BLANKS).rstrip(b"=")
    return strict(raw + b"=" * (-len(raw) % 4)) or None


def inline(text: str, shelf: Shelf) -> Inline | None:
    """The picture that base64 stands for; None if it is none, or none of a picture."""
    data = decoded(text, shelf)
    kind = sniff(data[:HEAD_BYTES]) if data else None
    return Inline(data=data, kind=kind) if data and kind else None
