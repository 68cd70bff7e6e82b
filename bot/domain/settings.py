"""What can be set for all edits to come: each setting with its values, and where it is kept.

Values are plain words, as buttons and texts need them; None is the default.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.edit import Wishes
from bot.domain.model import Model
from bot.domain.people import Preferences

_MOST_PICTURES = 10


class Setting(StrEnum):
    """What can be set, in the order in which people see it."""

    RATIO = "ratio"
    SIZE = "size"
    QUALITY = "quality"
    STYLE = "style"
    COUNT = "count"
    FORM = "form"
    CAPTION = "caption"
    QUOTE = "quote"


FORMS = ("photo", "file")
SWITCH = ("on", "off")


@dataclass(frozen=True, slots=True)
class _Kind:
    """`values`: what a model lets one choose. `read` and `write`: the value within preferences."""

    values: Callable[[Model], Iterable[str]]
    read: Callable[[Preferences], str | None]
    write: Callable[[Preferences, str | None], Preferences]


def values(setting: Setting, model: Model) -> tuple[str, ...]:
    """What can be chosen with that model beside the default; nothing where it does not know the setting."""
    return tuple(_KINDS[setting].values(model))


def offered(model: Model) -> tuple[Setting, ...]:
    """The settings that mean something to that model."""
    return tuple(each for each in Setting if values(each, model))


def chosen(setting: Setting, preferences: Preferences) -> str | None:
    """The value that somebody chose, whatever the model; None where they chose none."""
    return _KINDS[setting].read(preferences)


def counts(setting: Setting, preferences: Preferences, model: Model) -> str | None:
    """What that model makes of what somebody chose; None where it does not know it."""
    granted = model.granted(preferences.wishes)
    wishes = Wishes(
        granted.count, granted.size, granted.quality, granted.style, granted.ratio, preferences.wishes.as_file
    )
    value = chosen(setting, replace(preferences, wishes=wishes))
    return value if value in values(setting, model) else None


def kept(preferences: Preferences, model: Model) -> tuple[tuple[Setting, str], ...]:
    """What somebody chose that this model does not know; it counts again with one that does."""
    said = ((each, chosen(each, preferences)) for each in Setting)
    return tuple((each, value) for each, value in said if value and not counts(each, preferences, model))


def choose(setting: Setting, value: str | None, preferences: Preferences) -> Preferences:
    """The preferences with that value; None chooses the default."""
    return _KINDS[setting].write(preferences, value)


def _wish(name: str, offers: Callable[[Model], Iterable[str]]) -> _Kind:
    """A wish that is kept as it is called."""
    return _Kind(
        offers,
        lambda kept: getattr(kept.wishes, name),
        lambda kept, value: replace(kept, wishes=_with(kept.wishes, name, value)),
    )


def _with(wishes: Wishes, name: str, value: object) -> Wishes:
    return replace(wishes, **{name: value})  # type: ignore[arg-type]


def _switch(name: str) -> _Kind:
    """A part of the result that is there unless it is switched off."""
    return _Kind(
        lambda _: SWITCH,
        lambda kept: _word(getattr(kept, name), *SWITCH),
        lambda kept, value: replace(kept, **{name: _is(value, SWITCH[0])}),  # type: ignore[arg-type]
    )


def _word(said: bool | None, yes: str, no: str) -> str | None:  # noqa: FBT001  a value, not a switch
    return None if said is None else yes if said else no


def _is(value: str | None, yes: str) -> bool | None:
    return None if value is None else value == yes


_KINDS = {
    Setting.RATIO: _wish("ratio", lambda model: model.ratios),
    Setting.SIZE: _wish("size", lambda model: model.sizes),
    Setting.QUALITY: _wish("quality", lambda model: model.qualities),
    Setting.STYLE: _wish("style", lambda model: model.styles),
    Setting.COUNT: _Kind(
        lambda model: map(str, range(2, min(model.max_count, _MOST_PICTURES) + 1)),
        lambda kept: str(kept.wishes.count) if kept.wishes.count else None,
        lambda kept, value: replace(kept, wishes=_with(kept.wishes, "count", int(value) if value else None)),
    ),
    Setting.FORM: _Kind(
        lambda _: FORMS,
        lambda kept: _word(kept.wishes.as_file, "file", "photo"),
        lambda kept, value: replace(kept, wishes=_with(kept.wishes, "as_file", _is(value, "file"))),
    ),
    Setting.CAPTION: _switch("caption"),
    Setting.QUOTE: _switch("quote"),
}
