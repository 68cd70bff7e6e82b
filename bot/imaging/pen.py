"""A light sheet to draw charts on, in whole pixels; shapes twice as large, so that curves come out smooth."""

import struct
import zlib
from typing import NamedTuple

from PIL import Image, ImageDraw

from bot.imaging.lettering import Anchor, drawable, font

INK, FAINT, HAIR = "#1f2a37", "#6b7787", "#e3e8ee"
_SHEET, _CARD = "#eef1f5", "#ffffff"
_ROUND = 22
_TWICE = 2
_HALO = 3
_QUICK = 3
"""Of zlib: from 4 on it takes longer than it saves."""


class Box(NamedTuple):
    """Pixels from `left` and `top` on, up to and without `right` and `bottom`."""

    left: int
    top: int
    right: int
    bottom: int


class Pen:
    """Draws; what the font cannot write is left out."""

    def __init__(self, width: int, height: int) -> None:
        self._image = Image.new("RGB", (width * _TWICE, height * _TWICE), _SHEET)
        self._draw = ImageDraw.Draw(self._image)
        self._written: list[tuple[tuple[float, float], str, int, str, Anchor]] = []

    def card(self, box: Box) -> None:
        """Something to draw on, lighter than the sheet."""
        self._draw.rounded_rectangle(_twice(box), _ROUND * _TWICE, _CARD)

    def bar(self, box: Box, colour: str, *, grows: str | None = None) -> None:
        """A bar; its end is round where it `grows` to, "up" or "right"."""
        radius = min(6, (box.right - box.left) // 3, (box.bottom - box.top) // 2)
        corners = {"up": (True, True, False, False), "right": (False, True, True, False)}.get(grows or "")
        if corners and radius > 0:
            self._draw.rounded_rectangle(_twice(box), radius * _TWICE, colour, corners=corners)
        else:
            self._draw.rectangle(_twice(box), colour)

    def line(self, left: int, right: int, y: int, colour: str, *, dash: int = 0) -> None:
        """A level line, of dashes of that length if there is one."""
        for start in range(left, right, 2 * dash) if dash else (left,):
            end = min(right, start + dash) if dash else right
            self._draw.rectangle(_twice(Box(start, y - 1, end, y + 1)), colour)

    def write(self, at: tuple[float, float], text: str, size: int, colour: str, anchor: Anchor) -> None:
        """A text beside, around or above a point, over all that is drawn."""
        if drawable(text):
            self._written.append((at, text, size, colour, anchor))

    def png(self) -> bytes:
        """The picture."""
        image = self._image.reduce(_TWICE)
        draw = ImageDraw.Draw(image)
        for at, text, size, colour, anchor in self._written:  # letters come out smooth by themselves
            draw.text(at, text, colour, font(size), anchor, stroke_width=_HALO, stroke_fill=_CARD)
        return _png(image)


def _twice(box: Box) -> tuple[int, int, int, int]:
    """As Pillow wants it: with the last pixel in it."""
    left, top, right, bottom = (each * _TWICE for each in box)
    return left, top, right - 1, bottom - 1


def _png(image: Image.Image) -> bytes:
    """Without filters: Pillow tries all on each row, takes half of a chart's time for it, and gains a fifth.

    https://www.w3.org/TR/png-3/#5DataRep
    """
    pixels, row = image.tobytes(), 3 * image.width
    rows = b"".join(b"\0" + pixels[at : at + row] for at in range(0, len(pixels), row))
    head = struct.pack(">2I5B", *image.size, 8, 2, 0, 0, 0)  # 8 bits for each of red, green and blue
    body = _chunk(b"IDAT", zlib.compress(rows, _QUICK))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + body + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
