"""How far it is, as streams tell it in prose: percentages and places in a queue (R-PROGRESS)."""

import re
from collections.abc import Iterator

from bot.domain.ports import Progress

_SIGN = re.compile(
    r"""
    (?P<skip>(?:https?://|data:)[^\s)\]>"'`]*)                          # percent signs in links count nothing
    | (?P<steps>进度)                                                    # `进度 42..54..67..`
    | (?P<line>\n)
    | (?:排队|队列|前面|前方|queue)[^\d\n%％]{0,20}(?P<place>\d{1,5})(?![\d%％])
    | (?<![0-9A-Za-z%])(?P<percent>\d{1,3})(?:\.\d{1,3})?[ ]?[%％](?![0-9A-Fa-f]{2})
    | (?<![0-9A-Za-z%])(?P<step>\d{1,3})(?=\.\.)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What may yet become a sign, and waits for the next piece.
_UNDECIDED = re.compile(
    r"(?:\d{1,5}(?:\.\d{0,3})?[ ]?|h(?:t(?:t(?:p(?:s?(?::/?)?)?)?)?)?|d(?:a(?:ta?)?)?|进"
    r"|(?:排|排队|队|队列|前|前面|前方|q(?:u(?:eu?)?)?|queue)[^\d\n%％]{0,20}\d{0,5})\Z",
    re.IGNORECASE,
)
_LINK_END = re.compile(r"""[\s)\]>"'`]""")
_LONGEST = 40
_LONG, _END = 2**18, 2**15
_ALL = 100


class ProgressScanner:
    """Reads a text that comes in pieces; each character is looked at once, of a huge piece both ends."""

    def __init__(self) -> None:
        self._rest = ""
        self._in_link = False
        self._in_steps = False

    def feed(self, piece: str) -> Iterator[Progress]:
        """What this piece tells."""
        if len(piece) > _LONG:
            yield from self._fed(piece[:_END])
            yield from self.close()
            piece = piece[-_END:]
        yield from self._fed(piece)

    def _fed(self, piece: str) -> Iterator[Progress]:
        text = self._rest + piece
        self._rest = ""
        at = self._after_link(text)
        undecided = _UNDECIDED.search(text, max(at, len(text) - _LONGEST))
        if undecided:
            text, self._rest = text[: undecided.start()], undecided.group()
        yield from self._signs(text, at)

    def close(self) -> Iterator[Progress]:
        """What the last characters tell, now that nothing follows."""
        rest, self._rest = self._rest, ""
        yield from self._signs(rest, 0)

    def _after_link(self, text: str) -> int:
        if not self._in_link:
            return 0
        end = _LINK_END.search(text)
        self._in_link = end is None
        return len(text) if end is None else end.start()

    def _signs(self, text: str, at: int) -> Iterator[Progress]:
        for match in _SIGN.finditer(text, at):
            kind = match.lastgroup
            if kind == "skip":
                self._in_link = match.end() == len(text)
            elif kind == "steps":
                self._in_steps = True
            elif kind == "line":
                self._in_steps = False
            elif kind == "place":
                yield Progress(queue=int(match["place"]))
            elif kind == "percent" or self._in_steps:
                percent = int(match[match.lastgroup or 0])
                if percent <= _ALL:
                    yield Progress(percent=percent)
