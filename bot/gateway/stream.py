"""Server-sent events as they come in: bytes in, JSON values out.

Takes what gateways send (wire 2c): any chunking, CRLF, CR, comments, `data:` without a space, several data
lines for an event, continuation lines without `data:`, events without a blank line between them, a last
line without its end. A line is looked at once, however it was cut.
https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

BOM = b"\xef\xbb\xbf"
LIMIT = 64 * 2**20
"""Bytes of one event or body; the largest pictures are a third of it as base64."""

_FIELDS = (b"data:", b"event:", b"id:", b"retry:")
_DONE = b"[DONE]"
_BLANK = b" \t\r\n"
_OPENS = re.compile(rb"[ \t]*[\[{]")
_TAIL = 32
_JUNK = 2000


class Shape(StrEnum):
    """What a body is by its first bytes, whatever its Content-Type says (R-CTYPE)."""

    JSON = "json"
    SSE = "sse"
    HTML = "html"
    PICTURE = "picture"
    TEXT = "text"


_MAGIC = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP", re.DOTALL)
_MAGIC_BYTES = 12


def shape(head: bytes | bytearray, *, whole: bool = False) -> Shape | None:
    """What a body is that begins so; None if more bytes are needed. `whole`: there are no more."""
    start = head.removeprefix(BOM).lstrip(_BLANK)
    first = start[:1]
    if first in (b"{", b"[", b'"'):
        return Shape.JSON
    if first == b"<":
        return Shape.HTML
    if first == b":" or start.startswith(_FIELDS):
        return Shape.SSE
    if whole:
        return Shape.PICTURE if _MAGIC.match(start) else Shape.TEXT
    undecided = len(start) < _MAGIC_BYTES and (
        not start or BOM.startswith(start) or first in (b"\x89", b"\xff", b"G", b"R")
    )
    if undecided or any(field.startswith(start) for field in _FIELDS):
        return None
    return Shape.PICTURE if _MAGIC.match(start) else Shape.TEXT


@dataclass(frozen=True, slots=True)
class Event:
    """A JSON value that an event held; `name` is what its `event:` line said."""

    name: str
    value: Any


class TooLarge(ValueError):
    """An event beyond LIMIT."""


class EventStream:
    """Turns bytes into events. `parse` makes a value of one event's data, and raises ValueError.

    `done`: [DONE] was seen. `torn`: something began like JSON and was none. `junk`: data that was no JSON.
    """

    def __init__(self, parse: Callable[[bytearray], Any]) -> None:
        self._parse = parse
        self._line = bytearray()
        self._data: list[bytearray] = []
        self._size = 0
        self._name = ""
        self._after_cr = False
        self._begun = False
        self.done = False
        self.torn = False
        self.junk = ""

    @property
    def gathered(self) -> int:
        """Bytes of the event that is still to be completed."""
        return len(self._line) + self._size

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """The events that this piece completes.

        Raises:
            TooLarge: an event is.
        """
        if self._after_cr and chunk:
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        if b"\n" not in chunk and b"\r" not in chunk:
            self._grow(chunk)
            return
        for piece in chunk.splitlines(keepends=True):
            self._grow(piece.rstrip(b"\r\n"))
            if piece.endswith((b"\n", b"\r")):
                yield from self._end_line()
        self._after_cr = chunk.endswith(b"\r")

    def close(self) -> Iterator[Event]:
        """The events that the end of the body completes."""
        if self._line:
            yield from self._end_line()
        yield from self._dispatch()

    def _grow(self, piece: bytes) -> None:
        self._line += piece
        if self.gathered > LIMIT:
            raise TooLarge

    def _end_line(self) -> Iterator[Event]:
        line, self._line = self._line, bytearray()
        if not self._begun:
            self._begun = True
            if line.startswith(BOM):
                del line[: len(BOM)]
        if not line or line.isspace():
            yield from self._dispatch()
            self._name = ""
        elif line.startswith(b"data:"):
            del line[: 6 if line[5:6] == b" " else 5]
            yield from self._datum(line)
        elif line.startswith(b"event:"):
            self._name = line[6:].decode("utf-8", "replace").strip()
        elif line != b"data" and not line.startswith((b":", b"id:", b"retry:")):
            yield from self._datum(line)  # a continuation without `data:`, or an error glued in between

    def _datum(self, line: bytearray) -> Iterator[Event]:
        whole = _OPENS.match(line) is not None and line[-_TAIL:].rstrip(_BLANK).endswith((b"}", b"]"))
        if len(line) < _TAIL and line.strip(_BLANK) == _DONE:
            yield from self._dispatch()
            self.done = True
            return
        if whole and self._data and not _OPENS.match(self._data[0]):
            yield from self._dispatch()
        if whole and not self._data:  # one value needs not wait for a blank line
            event = self._event(line)
            if event is not None:
                line.clear()  # what becomes of the event takes memory again
                yield event
                return
        self._data.append(line)
        self._size += len(line)

    def _dispatch(self) -> Iterator[Event]:
        lines, self._data, self._size = self._data, [], 0
        event = self._event(bytearray(b"\n").join(lines)) if len(lines) > 1 else None
        if event is not None:
            yield event
            return
        for line in lines:
            event = self._event(line)
            if event is not None:
                yield event
            elif line.strip(_BLANK):
                self.torn = self.torn or _OPENS.match(line) is not None
                self.junk = self.junk or line[:_JUNK].decode("utf-8", "replace")

    def _event(self, data: bytearray) -> Event | None:
        try:
            return Event(self._name, self._parse(data))
        except ValueError:
            return None
