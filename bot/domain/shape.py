"""The shape of a result: that of the photo, unless somebody said otherwise."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.edit import Options
from bot.domain.model import Model
from bot.domain.picture import Stored

_RATIO = re.compile(r"(\d+):(\d+)")
_PIXELS = re.compile(r"\d+[x*]\d+")


def shaped(options: Options, model: Model, pictures: Sequence[Stored]) -> Options:
    """What to ask for, with the ratio nearest to the first picture's where none was said.

    Models that take no ratio are asked nothing more, and a size in pixels is a shape of its own.
    """
    if options.ratio or not pictures or _PIXELS.fullmatch(options.size or ""):
        return options
    first = pictures[0].picture
    return replace(options, ratio=nearest(first.width, first.height, model.ratios))


def nearest(width: int, height: int, ratios: Sequence[str]) -> str | None:
    """The ratio that changes the shape least: twice as wide is as far as half as wide."""
    wanted = math.log(width / height)
    known = {each: math.log(int(found[1]) / int(found[2])) for each in ratios if (found := _read(each))}
    return min(known, key=lambda each: abs(known[each] - wanted), default=None)


def _read(ratio: str) -> re.Match[str] | None:
    """Operators write others too, such as "auto"."""
    found = _RATIO.fullmatch(ratio)
    return found if found and int(found[1]) and int(found[2]) else None
