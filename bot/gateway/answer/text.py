"""Pictures in prose: the rules of WIRE.md, section 3, step 4, in their order.

Everything here reads a text out of which big payloads were lifted before, once, at the end.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.gateway.answer.harvest import Harvest
from bot.gateway.answer.markdown import Target, targets
from bot.gateway.answer.payload import MARK, inline
from bot.gateway.call import Found, Inline, Link
from bot.gateway.links import IMAGE_ENDINGS, VIDEO_ENDINGS, bare, clean, ending

NAKED = 64
"""So many characters at least make a text base64 (R-B64-NAKED)."""

_FENCE = re.compile(r"```|~~~")
_LANGUAGE = re.compile(r"[ \t]*([\w+.-]{1,20})?[ \t]*(?=\r?\n|[ \t{]|$)")
_INLINE_CODE = re.compile(r"`[^`\n]{1,4000}`")
_HTML_IMAGE = re.compile(
    r"""<img\b[^<>]{0,2000}?\bsrc\s{0,5}=\s{0,5}(?:"([^"]{1,16000})"|'([^']{1,16000})'|([^\s>"']{1,16000}))""",
    re.IGNORECASE,
)
_DATA_URI = re.compile(r"data:[\w.+/-]{0,80}(?:;[\w=.+-]{1,80}){0,4}?;\s?base64\s?,\s?", re.IGNORECASE)
_SCHEME = re.compile(r"base64://", re.IGNORECASE)
_RUN = re.compile(f"[A-Za-z0-9+/_%{MARK}-]*={{0,2}}")
_VIDEO = re.compile(r"<video\b", re.IGNORECASE)
_WRAPPED = range(20, 129)
_JSON_BASE64 = re.compile(
    f'"(?:data:[^"]{{0,100}}base64,)?([A-Za-z0-9+/_=\\\\{MARK}-]{{{NAKED},}}|{MARK}[0-9]+{MARK})"'
)

Place = tuple[int, Found]


@dataclass(frozen=True, slots=True)
class _Prose:
    """A text without its prompts in JSON and its code in the line; `visible` lacks all code.

    Blanked with spaces, so that places are the same in each.
    """

    text: str
    visible: str
    encoded: tuple[Place, ...]


def pictures(text: str, harvest: Harvest, *, torn: bool) -> list[Found]:
    """Images and data URIs, in order; if there are none, what may be one after all.

    `torn`: the text ends in the middle, so that what touches its end is half (E-CUT).
    """
    prose = _prose(text, harvest)
    links = targets(prose.text)
    if _is_video(prose.text, links):
        return []  # a cover is not the product (R-VIDEO)
    places = [
        *prose.encoded,
        *_images(prose.text, links, harvest),
        *_encoded(prose.text, links, harvest, torn=torn),
    ]
    return [found for _, found in sorted(places, key=lambda place: place[0])]


def guesses(text: str, harvest: Harvest, *, torn: bool) -> list[Found]:
    """What may be a picture where nothing else is: the first of the rules that finds one."""
    prose = _prose(text, harvest)
    links = targets(prose.text)
    if _is_video(prose.text, links):
        return []
    downloads = [
        target.url for target in links if target.download and not target.preview and not target.image
    ]
    return (
        _resolved(downloads, harvest)
        or _whole(text.strip(), harvest, torn=torn)
        or _resolved(_bare_images(prose.visible, links, torn=torn), harvest)
    )


def _resolved(urls: list[str], harvest: Harvest) -> list[Found]:
    return [Link(url) for url in map(harvest.resolve, urls) if url]


def _is_video(text: str, links: list[Target]) -> bool:
    return _VIDEO.search(text) is not None or any(
        ending(url) in VIDEO_ENDINGS
        for url in (*(target.url for target in links), *(url for *_, url in bare(text)))
    )


def _images(text: str, links: list[Target], harvest: Harvest) -> Iterator[Place]:
    for target in links:
        enlarged = target.label.startswith("![") and ending(target.url) in IMAGE_ENDINGS
        if (target.image and not target.linked and not target.preview) or enlarged:
            found = harvest.found(target.url)
            if found is not None:
                yield target.start, found
    for match in _HTML_IMAGE.finditer(text):
        found = harvest.found(clean(match[1] or match[2] or match[3]))
        if found is not None:
            yield match.start(), found


def _encoded(text: str, links: list[Target], harvest: Harvest, *, torn: bool) -> Iterator[Place]:
    """Data URIs and `base64://` that stand in no image (R-DATA-BARE, R-B64-SCHEME)."""
    taken = [(target.start, target.end) for target in links if target.image]
    taken += [match.span() for match in _HTML_IMAGE.finditer(text)]
    for pattern in (_DATA_URI, _SCHEME):
        for match in pattern.finditer(text):
            if any(start <= match.start() < end for start, end in taken):
                continue
            end = _base64_end(text, match.end())
            if torn and end >= len(text.rstrip()):
                continue
            picture = inline(text[match.end() : end], harvest.shelf)
            if picture is not None:
                yield match.start(), picture


def _base64_end(text: str, start: int) -> int:
    """Where base64 ends: at the first other character, unless its lines are wrapped at one width."""
    run = _RUN.match(text, start)
    end = run.end() if run else start
    width = end - start
    while width in _WRAPPED and text.startswith(("\n", "\r\n"), end):
        run = _RUN.match(text, end + (2 if text[end] == "\r" else 1))
        if (
            run is None
            or not 0 < len(run.group()) <= width
            or text[run.end() : run.end() + 1] not in _LINE_ENDS
        ):
            break
        end, width = run.end(), len(run.group()) if len(run.group()) == width else 0
    return end


_LINE_ENDS = ("", "\n", "\r", ")", '"', "'", "`", "<")


def _prose(text: str, harvest: Harvest) -> _Prose:
    """Takes code out: prompts in JSON fences, code in the line; base64 in fences stays (R-FENCE, R-B64-*)."""
    encoded: list[Place] = []
    if text.strip()[:1] == "{":  # JSON without a fence
        encoded += [(0, picture) for picture in _in_fence(text, harvest)]
    hidden: list[tuple[int, int]] = []
    fenced: list[tuple[int, int]] = []
    fences = [match.span() for match in _FENCE.finditer(text)]
    for (_, start), (end, _) in zip(fences[::2], fences[1::2], strict=False):
        fenced.append((start, end))
        language = _LANGUAGE.match(text, start, end)
        inside = language.end() if language else start
        found = [(start, picture) for picture in _in_fence(text[inside:end], harvest)]
        encoded += found
        json_end = end if found else _json_end(text, inside, end)
        if json_end > inside:
            hidden.append((inside, json_end))
    outside = _blanked(text, [*fenced, *fences])
    code = [match.span() for match in _INLINE_CODE.finditer(outside)]
    return _Prose(_blanked(text, [*hidden, *code]), _blanked(outside, code), tuple(encoded))


def _in_fence(code: str, harvest: Harvest) -> list[Inline]:
    """A fence that is one picture in base64, or JSON that holds some (R-B64-INJSON)."""
    stripped = code.strip()
    if stripped.startswith(("{", "[")):
        spelled = [
            match[1].replace("\\/", "/").replace("\\n", "") for match in _JSON_BASE64.finditer(stripped)
        ]
    else:
        spelled = [stripped] if stripped[:1] not in ("!", "<", "") else []
    return [picture for picture in (inline(each, harvest.shelf) for each in spelled) if picture is not None]


def _json_end(text: str, start: int, end: int) -> int:
    """Where the JSON at the beginning of a fence ends; `start` if there is none."""
    code = text[start:end]
    blank = len(code) - len(code.lstrip())
    if not code[blank:].startswith(("{", "[{")):
        return start
    try:
        return start + json.JSONDecoder(strict=False).raw_decode(code, blank)[1]
    except (ValueError, RecursionError):
        return start + max(code.rfind("}") + 1, blank)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end <= done:
            continue
        pieces += (text[done : max(start, done)], " " * (end - max(start, done)))
        done = end
    return "".join((*pieces, text[done:]))


def _whole(text: str, harvest: Harvest, *, torn: bool) -> list[Found]:
    """The text is nothing but a link, or but base64 (R-BARE-URL, R-B64-NAKED)."""
    if torn or not text:
        return []
    text = text.removeprefix("<").removesuffix(">").strip()
    found = next(bare(text), None)
    if found is not None and found[0] == 0 and found[1] == len(text):
        return _resolved([text], harvest)
    picture = inline(text, harvest.shelf) if MARK in text or len(text) >= NAKED else None
    return [picture] if picture else []


def _bare_images(text: str, links: list[Target], *, torn: bool) -> list[str]:
    """Links with an image's ending outside code; neither previews nor the page behind a thumbnail."""
    skipped = [(target.start, target.end) for target in links if target.preview or target.linked]
    end_of_text = len(text.rstrip())
    return [
        url
        for start, end, url in bare(text)
        if ending(url) in IMAGE_ENDINGS
        and not any(first <= start < last for first, last in skipped)
        and not (torn and end >= end_of_text)
    ]
