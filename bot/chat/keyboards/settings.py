"""Under /settings: a row for each setting, its values, and the way back to the defaults."""

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Say, Verb, keyboard, marked, pack, short
from bot.domain import settings
from bot.domain.model import Model
from bot.domain.people import Preferences
from bot.domain.settings import FORMS, SWITCH, Setting

OF_GROUP = "g"
"""Stands for an owner in data: whoever is an administrator of the group at the press."""
DEFAULT = "-"
"""Stands for a value, and for all of them."""

_IN_A_ROW = 3


def overview(say: Say, owner: object, model: Model, preferences: Preferences) -> InlineKeyboardMarkup:
    """All that can be set with that model, and how it is set."""
    rows = [
        [
            (
                label(say, each, settings.counts(each, preferences, model), owner),
                pack(Verb.SETTINGS, owner, each),
            )
        ]
        for each in settings.offered(model)
    ]
    if preferences != Preferences():
        rows.append([(say("settings-defaults"), pack(Verb.SETTINGS, owner, DEFAULT, DEFAULT))])
    return keyboard(rows)


def values(
    say: Say, owner: object, setting: Setting, model: Model, preferences: Preferences
) -> InlineKeyboardMarkup:
    """The values of one setting, the chosen one marked."""
    chosen = settings.counts(setting, preferences, model)
    others = [
        (marked(value(say, each), each == chosen), pack(Verb.SETTINGS, owner, setting, short(each)))
        for each in settings.values(setting, model)
        if owner == OF_GROUP or each != SWITCH[0]  # which is what a person's default is
    ]
    default = marked(_default(say, setting, owner), chosen is None)
    rows = [others[start : start + _IN_A_ROW] for start in range(0, len(others), _IN_A_ROW)]
    return keyboard(
        [
            [(default, pack(Verb.SETTINGS, owner, setting, DEFAULT))],
            *rows,
            [(say("button-back"), pack(Verb.SETTINGS, owner))],
        ]
    )


def label(say: Say, setting: Setting, chosen: str | None, owner: object) -> str:
    """A setting and how it is set."""
    said = value(say, chosen) if chosen else _default(say, setting, owner)
    return say("settings-line", setting=say(f"settings-{setting}"), value=said)


def value(say: Say, chosen: str) -> str:
    """A value in words, where it has any; what only a model knows is said as it is written."""
    return say(f"settings-value-{chosen}") if chosen in {*FORMS, *SWITCH} else chosen


def _default(say: Say, setting: Setting, owner: object) -> str:
    return say("settings-own" if owner == OF_GROUP else f"settings-{setting}-default")
