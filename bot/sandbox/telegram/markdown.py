"""parse_mode MarkdownV2: https://core.telegram.org/bots/api#markdownv2-style."""

import re

from bot.sandbox.telegram.entities import unparsable, utf16_length
from bot.sandbox.telegram.refusals import Json

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_MARKS = (("__", "underline"), ("||", "spoiler"), ("*", "bold"), ("_", "italic"), ("~", "strikethrough"))
_LINK_END = re.compile(r"\]\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_CODE = re.compile(r"(`(?:``)?)((?:[^`\\]|\\.)*?)\1", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "text_link": "TextUrl",
}


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """The plain text of MarkdownV2 and its entities.

    Raises:
        ApiError: "can't parse entities: ..." for a reserved character without a backslash or an open mark.
    """
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.plain: list[str] = []
        self.units = 0
        self.open: list[tuple[Json, int]] = []
        self.done: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if not (self._escape() or self._code() or self._link_end() or self._mark()):
                self._literal()
        if self.open:
            entity, at = self.open[-1]
            raise unparsable(
                f"Can't find end of {_NAMES[entity['type']]} entity at byte offset {self._bytes(at)}"
            )
        return "".join(self.plain), sorted(self.done, key=lambda each: (each["offset"], -each["length"]))

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _add(self, text: str, consumed: int) -> None:
        self.plain.append(text)
        self.units += utf16_length(text)
        self.at += consumed

    def _begin(self, kind: str, consumed: int) -> None:
        self.open.append(({"type": kind, "offset": self.units, "length": 0}, self.at))
        self.at += consumed

    def _end(self, consumed: int, **extra: str) -> None:
        entity, _ = self.open.pop()
        entity["length"] = self.units - entity["offset"]
        self.done.append(entity | extra)
        self.at += consumed

    def _escape(self) -> bool:
        following = self.source[self.at + 1 : self.at + 2]
        if self.source[self.at] != "\\" or not following or not 0 < ord(following) < 127:  # noqa: PLR2004 - ASCII
            return False
        self._add(following, 2)
        return True

    def _code(self) -> bool:
        if self.source[self.at] != "`":
            return False
        match = _CODE.match(self.source, self.at)
        if not match:
            raise unparsable(f"Can't find end of Code entity at byte offset {self._bytes(self.at)}")
        text = _ESCAPED.sub(r"\1", match[2])
        entity: Json = {"type": "pre" if match[1] == "```" else "code", "offset": self.units}
        language, newline, rest = text.partition("\n")
        if entity["type"] == "pre" and newline and re.fullmatch(r"[\w+#-]*", language):
            text = rest
            entity |= {"language": language} if language else {}
        self._add(text, match.end() - self.at)
        self.done.append(entity | {"length": utf16_length(text)})
        return True

    def _link_end(self) -> bool:
        if self.source[self.at] == "[":
            self._begin("text_link", 1)
            return True
        inside = self.open and self.open[-1][0]["type"] == "text_link"
        if self.source[self.at] != "]" or not inside:
            return False
        match = _LINK_END.match(self.source, self.at)
        if not match:
            raise unparsable(f"Can't find end of a URL at byte offset {self._bytes(self.at)}")
        self._end(match.end() - self.at, url=_ESCAPED.sub(r"\1", match[1]))
        return True

    def _mark(self) -> bool:
        for mark, kind in _MARKS:
            if self.source.startswith(mark, self.at):
                if self.open and self.open[-1][0]["type"] == kind:
                    self._end(len(mark))
                else:
                    self._begin(kind, len(mark))
                return True
        return False

    def _literal(self) -> None:
        character = self.source[self.at]
        if character == ">" and (self.at == 0 or self.source[self.at - 1] == "\n"):
            self.at += 1  # a quotation: its text counts, its entity is of no use here
            return
        if character in _RESERVED:
            raise unparsable(
                f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
            )
        self._add(character, 1)
