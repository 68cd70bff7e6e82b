"""Letters in pictures, by a font of our own: none of the machine's is relied upon. Synchronous.

The font is Noto Sans CJK, cut to the characters of our texts by `make font`; its licence lies beside it.
"""

import io
from functools import cache
from importlib.resources import files
from typing import Literal

from PIL import ImageFont

FONT = files("bot.imaging") / "fonts" / "NotoSansCJKsc-part.otf"

Anchor = Literal["ls", "rs", "ms", "lm", "rm", "mm"]
"""Where a text stands: left, right or in the middle of x, and on y (s) or around it (m)."""

_NO_CHARACTER = "\uffff"
_LOOK = 32


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The font, of so many pixels."""
    return ImageFont.truetype(io.BytesIO(FONT.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str) -> bool:
    """Whether the font has every character, so that no empty box takes its place.

    It has none of scripts whose letters join or run from the right, as Arabic: that takes libraries which may
    be missing.
    """
    return all(map(_known, text))


def width(text: str, size: int) -> float:
    """How wide a text becomes; 0 where it is not drawn."""
    return font(size).getlength(text) if drawable(text) else 0


def shortened(text: str, size: int, room: float) -> str:
    """The text, cut with an ellipsis to the room that there is."""
    if width(text, size) <= room:
        return text
    while text and width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def number(value: int) -> str:
    """A number as people read it at a glance: 999, 1.2k, 35k, 4M."""
    scaled, unit = float(value), ""
    for larger in ("k", "M", "B", "T"):
        if round(scaled) < 1000:  # noqa: PLR2004  three digits
            break
        scaled, unit = scaled / 1000, larger
    digits = f"{scaled:.1f}" if unit and scaled < 9.95 else f"{scaled:.0f}"  # noqa: PLR2004  becomes 10
    return digits.removesuffix(".0") + unit


@cache
def _known(character: str) -> bool:
    return _look(character) != _look(_NO_CHARACTER)


def _look(character: str) -> tuple[tuple[int, int], bytes]:
    mask = font(_LOOK).getmask(character)
    return mask.size, bytes(mask)
