"""Wishes that people write among their words: `--ar 16:9`, `@16:9`, `16:9`, `--n 2`, `--size 1024x1024`.

Only what the model knows is taken; all else stays as it was written, since the model may read it itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.edit import Wishes
from bot.domain.model import Model

_PLAIN = str.maketrans("０１２３４５６７８９：＝＠×＊*　", "0123456789:=@xxx ")
"""How Chinese keyboards write them; what comes out is as long as what goes in."""

_DASHES = r"(?:--|[—–－]{1,2})"
"""Phones make one long dash of two."""
_BEFORE = r"(?<![A-Za-z0-9_@.:/\-—–－])"
_RATIO = r"\d{1,2}:\d{1,2}"
_STOPS = r"\s,;，、；。"
_VALUE = rf"[^{_STOPS}]*[^{_STOPS}.!?)）]"
_VALUED = re.compile(
    rf"{_BEFORE}{_DASHES}(?P<name>ar|aspect|n|size|quality|style)(?:=|[ \t]+)(?P<value>{_VALUE})",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"{_BEFORE}(?:--|[—–－]{{1,2}}(?=\w+\s*$))(?P<name>file|photo)(?![\w-])", re.IGNORECASE | re.ASCII
)
_AT = re.compile(rf"{_BEFORE}@(?P<value>{_RATIO})(?![\d:])")
_FIRST = re.compile(rf"\s*(?P<tag>(?P<value>{_RATIO}))(?=[{_STOPS}]|$)")
_LAST = re.compile(rf"(?:(?<=[{_STOPS}.])|^)(?P<tag>[(（]?(?P<value>{_RATIO})[)）]?)(?=[\s.。!！]*$)")
_LEANING = re.compile(
    r"(?:\b(?:to|in|into|as|at|of|is|it|be|with|from|score|ratio|format)|[成为到是用比以按])[ \t]*$",
    re.IGNORECASE,
)
"""Words that would hang in the air without the ratio after them, as in "crop it to 16:9"."""
_SEPARATORS = ",;，、；"


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt without the wishes in it, and the wishes."""

    prompt: str
    wishes: Wishes


@dataclass(frozen=True, slots=True)
class _Tag:
    """Where a wish stands; nothing between `start` and `end` where its words are needed as well."""

    start: int
    end: int
    wish: Wishes


def read(text: str, model: Model) -> Asked:
    """What somebody asks of a model. Of two wishes of a kind the last one counts.

    The prompt is empty where there was nothing but wishes.
    """
    tags = sorted(_tags(text.translate(_PLAIN), model), key=lambda tag: tag.start)
    wishes = Wishes()
    for tag in tags:
        wishes = tag.wish.over(wishes)
    return Asked(_without(text, [tag for tag in tags if tag.end > tag.start]), wishes)


def _tags(plain: str, model: Model) -> Iterator[_Tag]:
    has_ratio, rest = False, plain
    for pattern in (_VALUED, _BARE, _AT):
        for match in pattern.finditer(plain):
            said = match.groupdict()
            wish = _wish(said.get("name", "ar").lower(), said.get("value", ""), model)
            if wish:
                has_ratio = has_ratio or wish.ratio is not None
                rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
                yield _Tag(match.start(), match.end(), wish)
    lone = _FIRST.match(rest) or _LAST.search(rest)
    wish = _wish("ar", lone["value"], model) if lone and not has_ratio else None
    if lone and wish:
        needed = _LEANING.search(rest[: lone.start("tag")])
        yield _Tag(lone.start("tag"), lone.start("tag") if needed else lone.end("tag"), wish)


def _wish(name: str, value: str, model: Model) -> Wishes | None:
    """The wish, where the model knows it."""
    match name:
        case "file" | "photo":
            return Wishes(as_file=name == "file")
        case "n":
            number = int(value) if value.isdecimal() and len(value) < 4 else 0  # noqa: PLR2004  no model draws a thousand
            return Wishes(count=min(number, model.max_count)) if number and model.max_count > 1 else None
        case "size":
            known = _known(value, model.sizes)
            return Wishes(size=known) if known else None
        case "quality":
            known = _known(value, model.qualities)
            return Wishes(quality=known) if known else None
        case "style":
            known = _known(value, model.styles)
            return Wishes(style=known) if known else None
        case _:
            known = _known(value, model.ratios)
            return Wishes(ratio=known) if known else None


def _known(value: str, offered: Sequence[str]) -> str | None:
    return next((each for each in offered if each.lower() == value.lower()), None)


def _without(text: str, tags: Sequence[_Tag]) -> str:
    """The text without these; nothing else is touched where there are none."""
    if not tags:
        return text
    left, at = "", 0
    for tag in tags:
        left, at = _joined(left, text[at : tag.start]), tag.end
    return _joined(left, text[at:]).strip(_SEPARATORS + " \t\n")


def _joined(left: str, right: str) -> str:
    """Two pieces between which something was taken out."""
    left, right = left.rstrip(" \t"), right.lstrip(" \t")
    if left and right and left[-1] in _SEPARATORS and right[0] in _SEPARATORS:
        right = right[1:].lstrip(" \t")
    space = (
        " " if left and right and "\n" not in (left[-1], right[0]) and right[0] not in ".,;!?，、；。" else ""
    )
    return left + space + right
