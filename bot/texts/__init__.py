"""Every word that a person reads. A language is one `.ftl` file in this folder (https://projectfluent.org)."""

from collections.abc import Callable, Mapping
from datetime import UTC, tzinfo
from enum import Enum
from importlib.resources import files
from typing import Any

import structlog

from bot.domain.errors import DarkroomError
from bot.domain.ports import Clock
from bot.texts import times
from bot.texts.book import Book
from bot.texts.direction import Words, isolated, settled
from bot.texts.languages import negotiate

FALLBACK = "en"
NOTHING = "none"
"""What a variable that is None reads as, for selectors."""

_LONG = 500

log = structlog.get_logger()


class TextFault(LookupError):
    """A text or one of its variables is missing: a bug, raised where `strict` is set."""


class Texts:
    """Sentences by language and key.

    `zone` is that of `quota.timezone`; `strict` raises where words are missing.
    """

    def __init__(self, clock: Clock, *, zone: tzinfo = UTC, strict: bool = False) -> None:
        self._clock, self._zone, self._strict = clock, zone, strict
        self._books: dict[str, Book] = {}
        self.languages = tags()
        """The tags of all languages, in alphabetical order."""

    def choose(self, *wanted: str | None) -> str:
        """The language for somebody who wants these tags, best first."""
        return negotiate(wanted, self.languages) or FALLBACK

    def say(self, language: str, key: str, /, **data: object) -> str:
        """The sentence, in English where that language has none.

        Raises:
            TextFault: a word or a variable is missing, and this is `strict`.
        """
        short, long = _split(data)
        for tag in (language, FALLBACK):
            if tag not in self.languages:
                continue
            book = self._book(tag)
            said = book.say(key, short)
            if said is None:
                continue
            text, faults = said
            if faults:
                self._complain(f"{tag}/{key}: {faults[0]}")
            for mark, words in long.items():
                text = text.replace(mark, isolated(words, book.locale))
            return settled(text)
        self._complain(f"{language}/{key}: no such text")
        return key

    def explain(self, language: str, error: DarkroomError, /, **more: object) -> str:
        """The sentence of an error."""
        return self.say(language, error.text_key, **{**error.data, **more})

    def _complain(self, what: str) -> None:
        if self._strict:
            raise TextFault(what)
        log.error("text missing", text=what)

    def _book(self, tag: str) -> Book:
        if tag not in self._books:
            self._books[tag] = Book(tag, source(tag), self._functions(tag.replace("-", "_")))
        return self._books[tag]

    def _functions(self, locale: str) -> Mapping[str, Callable[[Any], Any]]:
        """What a sentence may call, of moments in epoch milliseconds."""
        return {
            "WAIT": lambda then: times.wait(self._clock.now(), int(then), locale),
            "MOMENT": lambda then: Words(times.moment(self._clock.now(), int(then), locale, self._zone)),
            "AGO": lambda then: Words(times.ago(self._clock.now(), int(then), locale, self._zone)),
            "DAY": lambda then: times.day(int(then), locale, self._zone),
        }


def tags() -> tuple[str, ...]:
    """The languages whose files stand in the folder, in alphabetical order."""
    names = sorted(each.name for each in files(__package__).iterdir())
    return tuple(name.removesuffix(".ftl") for name in names if name.endswith(".ftl"))


def source(tag: str) -> str:
    """What stands in a language's file."""
    return (files(__package__) / f"{tag}.ftl").read_text(encoding="utf-8")


def _split(data: Mapping[str, object]) -> tuple[dict[str, Any], dict[str, str]]:
    """The variables as Fluent takes them, and what is too long for it (1000 characters), by its mark."""
    short, long = {}, {}
    for name, each in data.items():
        value = _fluent(each)
        if isinstance(value, str) and len(value) > _LONG:
            mark = f"\ue000{name}\ue001"
            long[mark], value = value, mark
        short[name] = value
    return short, long


def _fluent(value: object) -> Any:
    """What Fluent understands: numbers stay numbers, all else is text."""
    if value is None:
        return NOTHING
    if isinstance(value, Enum):
        return str(value.value)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else Words(value)
