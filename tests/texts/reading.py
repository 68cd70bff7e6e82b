"""The files of the languages taken apart, and values to fill their gaps with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from babel import Locale
from fluent.syntax import FluentParser, FluentSerializer, ast, visitor

from bot.texts import FALLBACK, Texts, source, tags

LANGUAGES = tags()
OTHERS = tuple(tag for tag in LANGUAGES if tag != FALLBACK)
NUMBERS = (0, 1, 2, 3, 5, 11, 21, 100, 1_000_000)
NOW = round(datetime(2026, 11, 20, 18, 40, tzinfo=UTC).timestamp() * 1000)
LATER = NOW + 11 * 86_400_000
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}


class Stopped:
    """A clock that always shows the same time."""

    def now(self) -> int:
        return NOW


TEXTS = Texts(Stopped(), strict=True)


@dataclass
class Reading(visitor.Visitor):
    """What stands in one message: its variables, functions, selectors, and the words between."""

    pattern: str = ""
    names: set[str] = field(default_factory=set)
    calls: set[tuple[str, str]] = field(default_factory=set)
    plurals: list[set[str]] = field(default_factory=list)
    counted: set[str] = field(default_factory=set)
    choices: dict[str, set[str]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  fluent's name
        self.names.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802  fluent's name
        for each in node.arguments.positional:
            assert isinstance(each, ast.VariableReference)
            self.calls.add((node.id.name, each.id.name))
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802  fluent's name
        keys = {each.key.name for each in node.variants if isinstance(each.key, ast.Identifier)}
        named = keys - CATEGORIES
        assert isinstance(node.selector, ast.VariableReference)
        if not named or keys - named > {"other"}:
            self.plurals.append(keys - named)
            self.counted.add(node.selector.id.name)
        if named:
            self.choices[node.selector.id.name] = named | (keys & {"other"})
        self.generic_visit(node)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802  fluent's name
        self.words.append(node.value)

    @property
    def prose(self) -> str:
        """The words alone, a variable being a thing among them."""
        return "\N{OBJECT REPLACEMENT CHARACTER}".join(self.words)


@cache
def messages(language: str) -> dict[str, Reading]:
    """All messages of a language."""
    found: dict[str, Reading] = {}
    for entry in FluentParser().parse(source(language)).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands there twice"
            reading = Reading(FluentSerializer().serialize_entry(entry))
            reading.visit(entry.value)
            found[entry.id.name] = reading
    return found


def categories(language: str) -> set[str]:
    """The kinds of number that a language tells apart, by CLDR."""
    return set(Locale.parse(language, sep="-").plural_form.tags) | {"other"}


def samples(reading: Reading) -> Iterator[dict[str, object]]:
    """Values for all variables of a message: each number, and each variant of what is chosen by a word."""
    times = {name for _, name in reading.calls}
    most = max((len(keys) for keys in reading.choices.values()), default=1)
    for at in range(max(most, len(NUMBERS)) if reading.names else 1):
        number = NUMBERS[at % len(NUMBERS)]
        data: dict[str, object] = {name: LATER if name in times else number for name in reading.names}
        if at % 2:
            data |= dict.fromkeys(reading.names - times - reading.counted, "Nano Banana Pro (edit)")
        for name, keys in reading.choices.items():
            key = sorted(keys)[at % len(keys)]
            if key != "other":
                data[name] = key
        yield data


@cache
def said(language: str, key: str) -> tuple[str, ...]:
    """A message as people may get it."""
    return tuple({TEXTS.say(language, key, **data): None for data in samples(messages(language)[key])})
