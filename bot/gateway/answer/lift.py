"""Lifts big base64 out of the raw bytes of an answer before anything parses them.

It is decoded once, at memory speed, and a short token of base64-like characters stands in its place. What is
left is small, so JSON, texts and regular expressions never meet megabytes (and a Chinese sentence beside a
picture does not double its size).
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO

from bot.gateway.answer.odd import odd_pictures, without_middle
from bot.gateway.answer.payload import Raw, Shelf, strict

SMALL = 4096
"""Shorter payloads stay where they are."""

_SLICE = 3 * 2**16
_INTRO = b";base64,"
_ENDS = (b'"', b")", b" ", b"\n", b"'", b"<", b">", b"]", b"`")
_ESCAPE = re.compile(rb"\\(?!/)")  # PHP writes every slash in JSON as `\/`: that one ends no payload
_BACKSLASH = re.compile(rb"\\")
_QUOTE = (b'"',)
_LINE = (b'"', b"\n")
_BLANKS = b" \t\r\n"
_GOES_BEFORE = re.compile(rb"[A-Za-z0-9+/_=-]\r?\n\Z")  # as short as a token is, it might go on there
_GOES_ON = re.compile(rb"(?:\\r)?\\n(?:[A-Za-z0-9+/_=-]|\\/){20}")  # in another line: see `odd.py`


def lifted_json(raw: Raw, shelf: Shelf) -> Raw:
    """The JSON text with a token in the place of each big payload in its strings."""
    if len(raw) < SMALL:
        return raw
    return _lifted(
        raw, (span for start, end in _long_strings(raw) for span in _payloads(raw, start, end)), shelf
    )


def lifted_text(raw: Raw, shelf: Shelf) -> Raw:
    """The plain text with a token in the place of each big payload: data URIs, whole lines, strings.

    Unless it is wanted as it came, pictures in other spellings go too, and the middle of endless words.
    """
    if len(raw) < SMALL:
        return raw
    lines = (
        span
        for start, end in _long_lines(raw)
        if not _GOES_BEFORE.search(raw, max(0, start - 3), start)
        for span in _payloads(raw, start, end, _BACKSLASH)
    )
    raw = _lifted(raw, lines, shelf)
    if shelf.exact or len(raw) < SMALL:
        return raw
    return without_middle(_lifted(raw, odd_pictures(raw, SMALL), shelf))


def _long_strings(raw: Raw) -> Iterator[tuple[int, int]]:
    """Start and end of a JSON text's strings that fill a block at least."""
    return (span for span in _long_runs(raw, _QUOTE) if span[0] > 0 and span[1] < len(raw))


def _long_lines(raw: Raw) -> Iterator[tuple[int, int]]:
    """Start and end of what fills a block at least without a quote or a line's end, blanks left out."""
    for start, end in _long_runs(raw, _LINE):
        blank = next((at for at in range(start, end) if raw[at] not in _BLANKS), end)
        last = next((at for at in range(end, blank, -1) if raw[at - 1] not in _BLANKS), blank)
        yield blank, last


def _long_runs(raw: Raw, ends: tuple[bytes, ...]) -> Iterator[tuple[int, int]]:
    """What fills a block at least between two ends, or an end and the text's: one memchr a block finds it."""
    at = SMALL
    while at < len(raw):
        if any(raw.find(end, at, at + SMALL) >= 0 for end in ends):
            at += SMALL
            continue
        start = max(raw.rfind(end, at - SMALL, at) for end in ends)
        start = start + 1 if start >= 0 else at - SMALL
        stop = min((found for end in ends if (found := raw.find(end, at)) >= 0), default=len(raw))
        yield start, stop
        at = stop + 1


def _payloads(
    raw: Raw, start: int, end: int, escape: re.Pattern[bytes] = _ESCAPE
) -> Iterator[tuple[int, int, bytes]]:
    """The big payloads between start and end: after each `;base64,`, or else what lies between escapes."""
    intro = raw.find(_INTRO, start, end)
    if intro < 0:
        while end - start >= SMALL:
            stop = _end(raw, start, end, escape)
            yield from _payload(raw, start, stop)
            start = stop + 2
    while intro >= 0:
        start = intro + len(_INTRO)
        stop = end
        for delimiter in _ENDS:
            found = raw.find(delimiter, start, stop)
            stop = found if found >= 0 else stop
        last = _end(raw, start, stop, escape)
        if not _GOES_ON.match(raw, last):
            yield from _payload(raw, start, last)
        intro = raw.find(_INTRO, stop, end)


def _end(raw: Raw, start: int, end: int, escape: re.Pattern[bytes]) -> int:
    first = raw.find(b"\\", start, end)
    found = escape.search(raw, first, end) if first >= 0 else None
    return found.start() if found else end


def _payload(raw: Raw, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
    if end - start >= SMALL:
        slashed = raw.find(b"\\", start, end) >= 0
        data = _unslashed(raw, start, end) if slashed else strict(memoryview(raw)[start:end])
        if data is not None:
            yield start, end, data


def _unslashed(raw: Raw, start: int, end: int) -> bytes | None:
    """What base64 with escaped slashes stands for; slice by slice, never a second copy of it all."""
    decoded = BytesIO()
    rest = b""
    for at in range(start, end, _SLICE):
        piece = rest + raw[at : min(at + _SLICE, end)].translate(None, b"\\")
        usable = len(piece) if at + _SLICE >= end else len(piece) // 4 * 4
        data = strict(piece[:usable])
        if data is None:
            return None
        decoded.write(data)
        rest = piece[usable:]
    return decoded.getvalue()


def _lifted(raw: Raw, spans: Iterable[tuple[int, int, bytes]], shelf: Shelf) -> Raw:
    pieces: list[Raw] = []
    done = 0
    for start, end, data in spans:
        pieces += (raw[done:start], shelf.put(data))
        done = end
    if not done:
        return raw
    pieces.append(raw[done:])
    return b"".join(pieces)
