"""Markdown images and links, as models write them: any alt text, brackets in links, titles, references.

A parser of CommonMark would be stricter than the gateways: an alt text may be the whole prompt, with brackets
and line breaks in it (R-MD-URL), and a link may hold brackets (R-URL-PARENS) or spaces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.gateway.links import IMAGE_ENDINGS, ending

_MARKS = re.compile(r"!\[|\[|\]\(|\]")
_STOPS = re.compile(r"[()\s\\]")
_REST = re.compile(r"""\s{0,20}(?:"[^"]{0,2000}"|'[^']{0,2000}'|\([^()]{0,2000}\))?\s{0,20}\)""")
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")
_DESTINATION = re.compile(r"https?\s{0,3}:\s{0,3}/|data:|base64:|\.{0,2}/", re.IGNORECASE)
_REFERENCE = re.compile(r"!\[([^\[\]]{0,4000})\](?:\[([^\[\]\n]{0,200})\])?(?!\()")
_DEFINITION = re.compile(r"^[ >]{0,6}\[([^\[\]\n]{1,200})\]:[ \t]*<?([^\s<>]{1,16000})>?", re.MULTILINE)
_DONE = re.compile(r"\s*(\d{1,3})\s*[%％]\s*")
_PERCENT = re.compile(r"[^%％]{0,12}?\d{1,3}(?:\.\d{1,9})?\s{0,3}[%％].{0,4}")
_PREVIEW = re.compile(r"预览|預覽|preview", re.IGNORECASE)
_ALL = 100
_DOWNLOAD = re.compile(r"下载|下載|保存|⏬|⬇|download|save", re.IGNORECASE)
_FIRST = re.compile(r"[\w./]")
_LONGEST = 16_384
_BRACKETS = 16


@dataclass(frozen=True, slots=True)
class Target:
    """An image or a link with the place where it stands; `linked`: an image that is itself a link's text."""

    start: int
    end: int
    label: str
    url: str
    image: bool
    linked: bool = False

    @property
    def percent(self) -> bool:
        """A link that stands for a percentage: a preview on the way, or the result once more."""
        return _PERCENT.fullmatch(self.label) is not None

    @property
    def preview(self) -> bool:
        """No result, or not yet (R-PREVIEW-LINK)."""
        if self.image:  # strictly: an alt text may be a prompt such as "crop 50%"
            done = _DONE.fullmatch(self.label)
            return done is not None and int(done[1]) < _ALL
        return self.percent or _PREVIEW.search(self.label) is not None

    @property
    def download(self) -> bool:
        """The same picture again, or the only way to it (R-DOWNLOAD-*)."""
        return _DOWNLOAD.search(self.label) is not None


class _Opening(NamedTuple):
    start: int
    end: int
    image: bool


def targets(text: str) -> list[Target]:
    """All images and links with a destination, in order."""
    found: list[Target] = []
    openings: list[_Opening] = []
    done = 0
    for mark in _MARKS.finditer(text):
        if mark.start() < done:
            continue
        sign = mark.group()
        if sign in ("![", "["):
            openings.append(_Opening(mark.start(), mark.end(), image=sign == "!["))
        elif sign == "](":
            target = _target(text, mark, openings)
            if target is not None:
                done = target.end
                found.append(target)
        elif openings and not openings[-1].image:
            openings.pop()
    return sorted([*found, *_references(text)], key=lambda target: target.start)


def _target(text: str, mark: re.Match[str], openings: list[_Opening]) -> Target | None:
    if not openings:
        return None
    destination = _destination(text, mark.end())
    if destination is None:
        if not openings[-1].image:
            openings.pop()
        return None
    url, end = destination
    opening = openings.pop()
    target = Target(opening.start, end, text[opening.end : mark.start()], url, opening.image)
    if target.image:
        linked = bool(openings) and openings[-1].end == target.start and text.startswith("](", end)
        return Target(target.start, end, target.label, url, image=True, linked=linked)
    if openings and openings[-1].image and not (target.download or target.percent):
        outer = openings.pop()  # `![a [ b](url)`: the alt text holds a bracket
        return Target(outer.start, end, text[outer.end : mark.start()], url, image=True)
    return target


def _destination(text: str, start: int) -> tuple[str, int] | None:
    """What stands between `](` and its `)`: the link, and where it ends; None if it is none."""
    while start < len(text) and text[start].isspace():
        start += 1
    if text.startswith("<", start):
        close = text.find(">", start, start + _LONGEST)
        rest = _REST.match(text, close + 1) if close > 0 else None
        return (text[start + 1 : close], rest.end()) if rest else None
    if text[start : start + 5].lower() in ("data:", "base6"):
        end = text.find(")", start)
        return (_TITLE.sub("", text[start:end]), end + 1) if end > 0 else None
    if not _FIRST.match(text, start):
        return None
    stop = _balanced(text, start)
    rest = _REST.match(text, stop)
    if rest:
        url, end = text[start:stop], rest.end()
    else:
        line = text.find("\n", stop, stop + _LONGEST)
        close = text.rfind(")", stop, line) if line >= 0 else text.find(")", stop, stop + _LONGEST)
        if close < 0:
            return None
        url, end = _TITLE.sub("", text[start:close]), close + 1
    url = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", url)
    return (url, end) if _DESTINATION.match(url) or ending(url) in IMAGE_ENDINGS else None


def _balanced(text: str, start: int) -> int:
    """Where the link ends: at a space, or at the bracket that it did not open (R-URL-PARENS)."""
    depth = 0
    at = start
    for _ in range(_BRACKETS):
        stop = _STOPS.search(text, at, start + _LONGEST)
        if stop is None:
            break
        sign = stop.group()
        at = stop.end()
        if sign == "\\":
            at += 1
        elif sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        else:
            return stop.start()
    return min(len(text), start + _LONGEST)


def _references(text: str) -> Iterator[Target]:
    """Images whose link stands elsewhere (R-MD-REF)."""
    definitions = {match[1].strip().lower(): match[2] for match in _DEFINITION.finditer(text)}
    for match in _REFERENCE.finditer(text) if definitions else ():
        url = definitions.get((match[2] or match[1]).strip().lower())
        if url:
            yield Target(match.start(), match.end(), match[1], url, image=True)
