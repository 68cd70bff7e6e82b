"""Under /presets: what a person keeps, and what can be done with it."""

from collections.abc import Sequence
from enum import StrEnum

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Button, Say, Verb, keyboard, pack, short
from bot.chat.keyboards.questions import in_rows


class Act(StrEnum):
    """What a button of /presets does: all others name a preset."""

    LIST = "l"
    MANAGE = "m"
    SAVE = "s"
    OPEN = "o"
    RENAME = "r"
    DELETE = "d"
    SURE = "y"


def presets(say: Say, person: int, names: Sequence[str]) -> InlineKeyboardMarkup:
    """A press uses one."""
    uses = [(say("preset-button", name=name), pack(Verb.PRESET, person, short(name))) for name in names]
    rows = [*in_rows(uses), [_act(say("button-save-preset"), person, Act.SAVE)]]
    if names:
        rows.append([_act(say("button-manage-presets"), person, Act.MANAGE)])
    return keyboard(rows)


def manage(say: Say, person: int, names: Sequence[str]) -> InlineKeyboardMarkup:
    """A press opens one."""
    opens = [_act(say("preset-button", name=name), person, Act.OPEN, name) for name in names]
    return keyboard([*in_rows(opens), [_act(say("button-back"), person, Act.LIST)]])


def one(say: Say, person: int, name: str, *, sure: bool = False) -> InlineKeyboardMarkup:
    """Rename or delete; when that was pressed (`sure`), once more or back."""
    if sure:
        return keyboard(
            [
                [_act(say("button-delete-sure"), person, Act.SURE, name)],
                [_act(say("button-back"), person, Act.OPEN, name)],
            ]
        )
    return keyboard(
        [
            [
                _act(say("button-rename"), person, Act.RENAME, name),
                _act(say("button-delete"), person, Act.DELETE, name),
            ],
            [_act(say("button-back"), person, Act.MANAGE)],
        ]
    )


def _act(label: str, person: int, act: Act, name: str = "") -> Button:
    return label, pack(Verb.PRESETS, person, act, short(name) if name else "")
