"""A language: its file, of which each sentence is parsed when it is first said.

Parsed at once, ten languages took 14 MB, and 14 MB more for all that Babel knows of them; most are spoken by
few people, and only Telegram's menus want some plain sentences of every one.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, MessageReference, Pattern, Resource, Term, TermReference, TextElement
from fluent.syntax.visitor import Visitor

from bot.texts.direction import is_from_right, with_commands_apart

_ENTRY = re.compile(r"(?m)^(-?[a-zA-Z][\w-]*) *=.*(?:\n(?![-#a-zA-Z]).*)*")
_OWN_NAME = "language-name"

Functions = Mapping[str, Callable[[Any], Any]]


class Book:
    """The sentences of one language; `functions` are those that its file may call."""

    def __init__(self, tag: str, source: str, functions: Functions) -> None:
        self.locale = Locale.parse(tag, sep="-")
        self._functions = functions
        self._sources = {found[1]: found[0] for found in _ENTRY.finditer(source)}
        self._parsed: dict[str, Message | Term | None] = {}
        self._parser = FluentParser(with_spans=False)
        self._from_right = is_from_right(self._sources.get(_OWN_NAME, ""))

    def say(self, key: str, data: dict[str, Any]) -> tuple[str, list[Exception]] | None:
        """The sentence, and what is wrong with it; None where the file has none."""
        entry = self._entry(key)
        if not isinstance(entry, Message) or entry.value is None:
            return None
        if (plain := _plain(entry.value)) is not None:
            return plain, []
        if not self._bundle.has_message(key):
            self._bundle.add_resource(Resource([*self._needed(key)]))
        pattern = self._bundle.get_message(key).value
        assert pattern is not None  # noqa: S101  the entry has one
        text, faults = self._bundle.format_pattern(pattern, data)
        return str(text), faults

    @cached_property
    def _bundle(self) -> FluentBundle:
        functions = dict(self._functions)
        return FluentBundle([str(self.locale)], functions, use_isolating=False)  # see direction.py

    def _entry(self, name: str) -> Message | Term | None:
        """What stands under that name; a term's begins with a dash."""
        if name not in self._parsed and name in self._sources:
            source = self._sources[name]
            entry = self._parser.parse_entry(with_commands_apart(source) if self._from_right else source)
            self._parsed[name] = entry if isinstance(entry, Message | Term) else None
        return self._parsed.get(name)

    def _needed(self, name: str) -> Sequence[Message | Term]:
        """The entry of that name, and all that it refers to."""
        found: dict[str, Message | Term] = {}
        names = [name]
        for each in names:
            entry = self._entry(each)
            if entry is not None and each not in found:
                found[each] = entry
                names += _references(entry)
        return [*found.values()]


def _plain(pattern: Pattern) -> str | None:
    """The sentence, if nothing is to be filled in: then Babel need not know the language."""
    words = [each.value for each in pattern.elements if isinstance(each, TextElement)]
    return "".join(words) if len(words) == len(pattern.elements) else None


def _references(entry: Message | Term) -> Sequence[str]:
    reader = _Reader()
    reader.visit(entry)
    return reader.names


class _Reader(Visitor):
    """Notes the names of the entries that one refers to."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_MessageReference(self, node: MessageReference) -> None:  # noqa: N802  fluent's name
        self.names.append(node.id.name)

    def visit_TermReference(self, node: TermReference) -> None:  # noqa: N802  fluent's name
        self.names.append(f"-{node.id.name}")
        self.generic_visit(node)
