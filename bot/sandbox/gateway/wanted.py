"""A request that was understood and found right, and the checks that all endpoints share."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.effects import Kind
from bot.sandbox.gateway import refusals
from bot.sandbox.gateway.refusals import Refused

Json = dict[str, Any]
Source = str | bytes
Size = tuple[int, int]

MAX_N = 10


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request asks for.

    `sources` are the pictures in their order: an http(s) link, a data URI, or the bytes of an upload.
    `details` keeps the parameters that answers echo (size, quality, ...).
    """

    model: str
    prompt: str
    sources: tuple[Source, ...] = ()
    mask: bytes | None = None
    n: int = 1
    size: Size | None = None
    kind: Kind | None = None
    stream: bool = False
    pictures_wanted: bool = True
    partial_images: int = 0
    details: Mapping[str, Any] = field(default_factory=dict)


def checked_n(body: Mapping[str, Any]) -> int:
    """`n`, from 1 to MAX_N."""
    n = body.get("n", 1)
    if n is None:
        return 1
    if not isinstance(n, int) or isinstance(n, bool) or not 1 <= n <= MAX_N:
        raise refusals.bad_value("n", n, f"integers from 1 to {MAX_N}")
    return n


def checked_word(body: Mapping[str, Any], name: str, allowed: frozenset[str]) -> str | None:
    """A parameter that takes one of a few words; None where it is not given."""
    value = body.get(name)
    if value is None or (isinstance(value, str) and value in allowed):
        return value
    raise refusals.bad_value(name, value, ", ".join(f"'{word}'" for word in sorted(allowed)))


def checked_bool(body: Mapping[str, Any], name: str) -> bool:
    """A parameter that is true or false; false where it is not given."""
    value = body.get(name)
    if value is None or isinstance(value, bool):
        return bool(value)
    message = f"Invalid type for '{name}': expected a boolean, but got {type(value).__name__} instead."
    raise refusals.bad_request(message, name, "invalid_type")


def pixels(size: str | None) -> Size | None:
    """Pixels of "1024x1536", "16:9", "2K"; None for none, "auto" and what is no size."""
    if size is None:
        return None
    if match := re.fullmatch(r"(\d+)[x*](\d+)", size):
        return int(match[1]), int(match[2])
    if match := re.fullmatch(r"(\d+):(\d+)", size):
        return ratio_pixels(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"([1-4])K", size):
        return int(match[1]) * 1024, int(match[1]) * 1024
    return None


def ratio_pixels(across: int, down: int) -> Size:
    """About a megapixel of this ratio, in steps of 64 pixels."""
    ratio = max(0.2, min(5.0, across / max(1, down)))
    width = math.sqrt(1024 * 1024 * ratio)
    return round(width / 64) * 64, round(width / ratio / 64) * 64


def picture_link(url: object, where: str) -> str:
    """An http(s) link or a data URI; raises Refused for anything else (E-400-SHAPE)."""
    if not isinstance(url, str):
        message = f"Invalid type for '{where}': expected a string."
        raise refusals.bad_request(message, where, "invalid_type")
    if re.match(r"https?://[^/\s]|data:image/[\w.+-]+;base64,", url):
        return url
    raise refusals.bad_picture_source()


def as_object(value: object, where: str) -> Json:
    """`value` if it is a JSON object."""
    if isinstance(value, dict):
        return value
    message = f"Invalid type for '{where}': expected an object, but got {type(value).__name__} instead."
    raise refusals.bad_request(message, where, "invalid_type")


def as_list(value: object, where: str) -> list[Any]:
    """`value` if it is a JSON array."""
    if isinstance(value, list):
        return value
    message = f"Invalid type for '{where}': expected an array, but got {type(value).__name__} instead."
    raise refusals.bad_request(message, where, "invalid_type")


Parser = Callable[[Json], Wanted]

__all__ = ["Json", "Parser", "Refused", "Size", "Source", "Wanted"]
