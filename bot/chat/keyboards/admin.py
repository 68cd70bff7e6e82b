"""Under what only admins see: the panel, switches of models and gateways."""

from collections.abc import Iterable
from enum import StrEnum

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Button, Say, Verb, keyboard, pack, short
from bot.chat.keyboards.questions import in_rows
from bot.domain.model import Model


class Page(StrEnum):
    """What /admin leads to."""

    HOME = "h"
    MODELS = "m"
    GATEWAYS = "g"
    STATS = "s"
    ASK = "a"
    CONSOLE = "c"


class Turn(StrEnum):
    """How a switch is to be."""

    ON = "1"
    OFF = "0"


def home(say: Say, admin: int, *, console: bool) -> InlineKeyboardMarkup:
    """All that an admin can do; with the way to the console, where there is one."""

    def asks(command: str) -> Button:
        return say(f"admin-{command}"), pack(Verb.ADMIN, admin, Page.ASK, command)

    consoles = [to(say, admin, Page.CONSOLE, "admin-console")] if console else []
    return keyboard(
        [
            [to(say, admin, Page.STATS, "admin-stats"), asks("user")],
            [asks("grant"), asks("limit"), asks("ban")],
            [to(say, admin, Page.MODELS, "admin-models"), to(say, admin, Page.GATEWAYS, "admin-gateways")],
            [asks("broadcast"), *consoles, to(say, admin, Page.HOME, "admin-fresh")],
        ]
    )


def models(
    say: Say, admin: int, choices: Iterable[tuple[Model, bool]], *, back: bool
) -> InlineKeyboardMarkup:
    """A switch for each model."""
    named = ((model.title, model.id, on) for model, on in choices)
    return _switches(say, admin, Verb.SWITCH_MODEL, named, back=back)


def gateways(
    say: Say, admin: int, choices: Iterable[tuple[str, bool]], *, back: bool
) -> InlineKeyboardMarkup:
    """A switch for each gateway."""
    named = ((name, name, on) for name, on in choices)
    return _switches(say, admin, Verb.SWITCH_GATEWAY, named, back=back)


def _switches(
    say: Say, admin: int, verb: Verb, named: Iterable[tuple[str, str, bool]], *, back: bool
) -> InlineKeyboardMarkup:
    buttons = [
        (
            say("switch-on" if on else "switch-off", name=label),
            pack(verb, admin, short(name), Turn.OFF if on else Turn.ON, int(back)),
        )
        for label, name, on in named
    ]
    rows = in_rows(buttons)
    return keyboard([*rows, [to(say, admin, Page.HOME, "button-back")]] if back else rows)


def to(say: Say, admin: int, page: Page, label: str) -> Button:
    """The way to a page of the panel."""
    return say(label), pack(Verb.ADMIN, admin, page)
