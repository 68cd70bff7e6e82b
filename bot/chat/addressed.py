"""Whether a message is meant for the bot, and what it asks. Pure.

In private everything is. In groups: a mention in text or caption, `/edit` or `/imagine`, or a reply to the
bot; never anything else (DESIGN 7).
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from bot.chat.utf16 import clean, part, without

COMMANDS = frozenset({"edit", "imagine", "compare"})
"""Commands that may stand in a caption."""

_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?", re.ASCII)
_LEFT_OVER = " \t\n,:;，：；、"
"""What stands between a mention and the request."""


class Way(Enum):
    """How a message was addressed, the plainest first; COMPARE is a command with another end."""

    COMPARE = auto()
    COMMAND = auto()
    MENTION = auto()
    PRIVATE = auto()
    REPLY = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A message entity: kind, place in UTF-16 units, and the user of a `text_mention`."""

    kind: str
    offset: int
    length: int
    user: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A message's text or caption. `private` chat, `reply`: to a message of the bot."""

    text: str
    spans: tuple[Span, ...] = ()
    private: bool = False
    reply: bool = False


@dataclass(frozen=True, slots=True)
class Me:
    """Who we are; `name` is the username."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """What somebody asks of us, without the mention or command that says so."""

    prompt: str
    way: Way


def address(line: Line, me: Me) -> Call | None:
    """What the line asks of us; None where it is not for us."""
    command = _leading_command(line)
    if command:
        name, receiver = command
        if receiver and receiver.lower() != me.name.lower():
            return None
        if name.lower() in COMMANDS:
            return Call(_rest(line, line.spans[:1]), _way(name) or Way.COMMAND)
        if not line.private:
            return None
    mentions = tuple(span for span in line.spans if _means(span, line.text, me))
    if mentions:
        rest = _rest(line, mentions)
        beside = _COMMAND.match(rest)
        return Call(_bare(rest), (_way(beside[1]) if beside else None) or Way.MENTION)
    if line.private:
        return Call(clean(line.text), Way.PRIVATE)
    return Call(clean(line.text), Way.REPLY) if line.reply else None


def _leading_command(line: Line) -> tuple[str, str | None] | None:
    first = line.spans[0] if line.spans else None
    if first is None or first.kind != "bot_command" or first.offset != 0:
        return None
    found = _COMMAND.fullmatch(part(line.text, 0, first.length))
    return (found[1], found[2]) if found else None


def _way(command: str) -> Way | None:
    return Way.COMPARE if command.lower() == "compare" else None


def _means(span: Span, text: str, me: Me) -> bool:
    if span.kind == "text_mention":
        return span.user == me.id
    return span.kind == "mention" and part(text, span.offset, span.length).lower() == f"@{me.name}".lower()


def _bare(prompt: str) -> str:
    """Without the command, where somebody writes both: "@bot /edit make it red"."""
    found = _COMMAND.match(prompt)
    return prompt[found.end() :].lstrip(_LEFT_OVER) if found and found[1].lower() in COMMANDS else prompt


def _rest(line: Line, spans: tuple[Span, ...]) -> str:
    rest = clean(without(line.text, ((span.offset, span.length) for span in spans)))
    return re.sub(r"[ \t]{2,}", " ", rest.lstrip(_LEFT_OVER))
