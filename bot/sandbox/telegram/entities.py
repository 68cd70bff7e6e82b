"""Message entities: what Telegram finds in a text by itself, and parse_mode HTML.

Offsets and lengths are UTF-16 units.
"""

import re
from collections.abc import Iterable

from bot.sandbox.telegram.refusals import ApiError, Json, bad_request

# After td/telegram/MessageEntity.cpp: a name of 4 to 32 letters, a command of up to 64.
_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@<>])")),
    ("url", re.compile(r"(?<!\w)https?://[^\s<>\"]*[^\s<>\".,;:!?)]", re.IGNORECASE)),
    ("mention", re.compile(r"(?<![\w/@])@[A-Za-z0-9_]{4,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)
_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_CHARACTER = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TAG = re.compile(r"<(/?)([^\s>]*)([^>]*)>")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_LAST_CODE_POINT = 0x10FFFF


def utf16_length(text: str) -> int:
    """The length of a text as Telegram counts it: UTF-16 code units (an emoji is two or more)."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "surrogatepass")


def find_entities(text: str) -> list[Json]:
    """Commands, mentions, links and hashtags, as Telegram marks them without being asked."""
    found: list[tuple[int, int, str]] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), kind))
    return [
        {"type": kind, "offset": utf16_length(text[:start]), "length": utf16_length(text[start:end])}
        for start, end, kind in sorted(found)
    ]


def with_found(text: str, given: Iterable[Json]) -> list[Json]:
    """Given entities and, where none of them lies, the found ones; sorted as Telegram sorts them."""
    kept = [entity for entity in given if entity["length"] > 0]
    extra = [
        each
        for each in find_entities(text)
        if not any(
            one["offset"] < each["offset"] + each["length"] and each["offset"] < one["offset"] + one["length"]
            for one in kept
        )
    ]
    return sorted(kept + extra, key=lambda entity: (entity["offset"], -entity["length"]))


def check_entities(text: str, entities: Iterable[Json]) -> None:
    """Refuses entities that end after the text, in td's words."""
    end = utf16_length(text)
    for entity in entities:
        offset, length = entity["offset"], entity["length"]
        if offset < 0 or offset > end:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
        if length <= 0 or offset + length > end:
            raise bad_request(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
                f"at UTF-16 offset {offset + length}"
            )


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without white space around it, as Telegram keeps it; entities move along."""
    kept = text.strip()
    shift = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(kept)
    moved: list[Json] = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        stop = min(end, entity["offset"] + entity["length"] - shift)
        if stop > start:
            moved.append(entity | {"offset": start, "length": stop - start})
    return kept, moved


def unparsable(reason: str) -> ApiError:
    """A text that its parse_mode does not understand."""
    return bad_request(f"can't parse entities: {reason}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The plain text of Telegram's HTML and its entities; https://core.telegram.org/bots/api#html-style.

    Raises:
        ApiError: "can't parse entities: ..." with the byte offset, in td's words.
    """
    plain, units, at = [], 0, 0
    open_tags: list[tuple[str, Json]] = []
    entities: list[Json] = []
    while at < len(source):
        if character := _CHARACTER.match(source, at):
            piece, at = _decode(character), character.end()
        elif source[at] == "<":
            closing, name, attributes, at = _read_tag(source, at)
            if closing:
                entity = _close(open_tags, name, source, closing - 1)
                entity["length"] = units - entity["offset"]
                entities.append(entity)
            else:
                open_tags.append((name, _open(name, attributes, units)))
            continue
        else:
            piece, at = source[at], at + 1
        plain.append(piece)
        units += utf16_length(piece)
    if open_tags:
        raise unparsable(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return "".join(plain), sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _decode(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < _LAST_CODE_POINT else match.group()


def _bytes_before(source: str, at: int) -> int:
    return len(source[:at].encode("utf-8", "surrogatepass"))


def _read_tag(source: str, at: int) -> tuple[int, str, str, int]:
    """(position + 1 of an end tag or 0, name, attributes, position after it)."""
    match = _TAG.match(source, at)
    offset = _bytes_before(source, at)
    if not match:
        kind = "end" if source.startswith("</", at) else "start"
        raise unparsable(f"Unclosed {kind} tag at byte offset {offset}")
    closing, name, attributes = match.groups()
    if not closing and name.lower() not in _TAGS:
        raise unparsable(f'Unsupported start tag "{name.lower()}" at byte offset {offset}')
    return (at + 1 if closing else 0), name.lower(), attributes, match.end()


def _close(open_tags: list[tuple[str, Json]], name: str, source: str, at: int) -> Json:
    offset = _bytes_before(source, at)
    if not open_tags:
        raise unparsable(f"Unexpected end tag at byte offset {offset}")
    expected, entity = open_tags.pop()
    if name and name != expected:
        raise unparsable(
            f'Unmatched end tag at byte offset {offset}, expected "</{expected}>", found "</{name}>"'
        )
    return entity


def _open(name: str, attributes: str, offset: int) -> Json:
    values = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(attributes)}
    entity: Json = {"type": _TAGS[name], "offset": offset, "length": 0}
    if name == "span" and values.get("class") != "tg-spoiler":
        raise unparsable('Tag "span" must have class "tg-spoiler"')
    if name == "a":
        entity["url"] = values.get("href", "")
    if name == "tg-emoji":
        entity["custom_emoji_id"] = values.get("emoji-id", "")
    if name == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    return entity
