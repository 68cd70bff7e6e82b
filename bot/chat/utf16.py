"""Telegram counts text in UTF-16 code units: https://core.telegram.org/api/entities#entity-length."""

import unicodedata
from collections.abc import Iterable

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ANSWER_LIMIT = 200

_CODEC = "utf-16-le"


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text.encode(_CODEC, "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The text, shortened with an ellipsis to at most `limit` units, no character split."""
    if units(text) <= limit:
        return text
    head = text.encode(_CODEC, "surrogatepass")[: 2 * (limit - 1)]
    return head.decode(_CODEC, "ignore") + "…"


def part(text: str, offset: int, length: int) -> str:
    """The characters of an entity."""
    return text.encode(_CODEC, "surrogatepass")[2 * offset : 2 * (offset + length)].decode(_CODEC, "replace")


def without(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """The text without some (offset, length) ranges."""
    data = text.encode(_CODEC, "surrogatepass")
    for offset, length in sorted(ranges, reverse=True):
        data = data[: 2 * offset] + data[2 * (offset + length) :]
    return data.decode(_CODEC, "replace")


def clean(text: str) -> str:
    """The text as every database and gateway can take it: no NUL, no half of a character.

    Empty where there is nothing to be seen, as of spaces, joiners and marks of direction alone.
    """
    whole = text.encode(_CODEC, "surrogatepass").decode(_CODEC, "replace").replace("\0", "").strip()
    return whole if any(unicodedata.category(each)[0] not in "ZC" for each in whole) else ""
