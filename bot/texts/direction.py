"""Left to right beside right to left, so that nobody's words turn those of others around.

What runs the other way is isolated as Fluent does it, between U+2068 and U+2069. Fluent's own switch would
mark every number and every English sentence as well, and people copy commands and links out of these.
Telegram finds a /command between marks all the same (`match_bot_commands` in https://github.com/tdlib/td).

https://www.unicode.org/reports/tr9/ · https://projectfluent.org/fluent/guide/functions.html
"""

import re
import unicodedata

from babel import Locale
from fluent.runtime.types import FluentType

_OPENING, _ISOLATE, _POP = "\u2066\u2067\u2068", "\u2068", "\u2069"
_FROM_RIGHT, _NUMBERS = {"R", "AL"}, {"EN", "AN"}
_TURNING = {"RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}
_PARAGRAPHS = re.compile("([\n\r\x1c-\x1e\x85\u2029]+)")
_LONE = re.compile(f"(?m)^{_ISOLATE}([^\u2066-\u2069]*){_POP}$")
_COMMAND = re.compile(
    r"(?<![\w/])(?:/[a-z_]+)?@\{ \$\w+ \}"  # @{ $name }, /edit@{ $name }
    r"|(?<![\w/])[/@][a-z_]+(?: [a-z0-9]+)*"  # /help, /privacy delete, /give 20
    r"|--[a-z]+ [\d:]+"  # --ar 16:9
)
_NAME = re.compile(f"@{_ISOLATE}(\\w+){_POP}", re.ASCII)


class Words(str, FluentType):
    """Words that are not the sentence's own: of people, of models, names, moments."""

    __slots__ = ()

    def format(self, locale: Locale) -> str:  # type: ignore[override]  # Fluent's, not that of str
        """As they stand in a sentence of that language."""
        return isolated(self, locale)


def isolated(words: str, locale: Locale) -> str:
    """The words, kept apart where they could run against a sentence of that language."""
    if _runs_against(words, locale):
        return "".join(map(_isolate, _PARAGRAPHS.split(words)))
    return words


def settled(text: str) -> str:
    """The text with no mark that does harm.

    A line that is nothing but somebody's words takes their direction, and a @name to be pressed stays whole.
    """
    return _LONE.sub(r"\1", _NAME.sub(r"@\1", text))


def with_commands_apart(source: str) -> str:
    """A language that is written right to left, its /commands and @names still read from the left."""
    return _COMMAND.sub(rf"{_ISOLATE}\g<0>{_POP}", source)


def is_from_right(words: str) -> bool:
    """Whether any of it is written from right to left."""
    return any(unicodedata.bidirectional(each) in _FROM_RIGHT for each in words)


def _runs_left(locale: Locale) -> bool:
    return bool(locale.text_direction == "rtl")


def _runs_against(words: str, locale: Locale) -> bool:
    kinds = {unicodedata.bidirectional(each) for each in words}
    if kinds & _TURNING:
        return True
    if _runs_left(locale):  # 16:9 is turned around, "5 minutes ago" is not, and a bar fills from the right
        return "L" in kinds or (bool(kinds & _NUMBERS) and not kinds & _FROM_RIGHT)
    return bool(kinds & {*_FROM_RIGHT, "AN"})


def _isolate(line: str) -> str:
    """One line between marks; marks of its own are paired up first, lest they end ours."""
    if not line or _PARAGRAPHS.fullmatch(line):
        return line
    kept, open_ = [], 0
    for each in line:
        if each == _POP and not open_:
            continue
        open_ += (each in _OPENING) - (each == _POP)
        kept.append(each)
    return _ISOLATE + "".join(kept) + _POP * (open_ + 1)
