"""What stands under status messages, results and sentences that say why there is none."""

from enum import StrEnum

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Say, Verb, keyboard, pack, price_of, short
from bot.domain.edit import Edit
from bot.domain.model import Catalogue
from bot.services.versions import goes_back


class Stage(StrEnum):
    """Under what a keyboard stands: a result, sent as a photo or a file, or why there is none."""

    RESULT = "r"
    FILE = "d"
    FAILURE = "f"


def cancel(say: Say, edit: str) -> InlineKeyboardMarkup:
    """Under the status message."""
    return keyboard([[(say("button-cancel"), pack(Verb.CANCEL, edit))]])


def after(say: Say, edit: Edit, stage: Stage) -> InlineKeyboardMarkup:
    """Under a result, or under the sentence that says why there is none."""
    again = "button-retry" if stage is Stage.FAILURE else "button-again"
    rows = [
        [
            (say(again), pack(Verb.AGAIN, stage, edit.id)),
            (say("button-other"), pack(Verb.OTHER, stage, edit.id)),
        ]
    ]
    more = []
    if stage is Stage.RESULT:
        more.append((say("button-original"), pack(Verb.ORIGINAL, edit.id)))
    if stage is not Stage.FAILURE and goes_back(edit):
        more.append((say("button-undo"), pack(Verb.UNDO, edit.id)))
    return keyboard([*rows, more] if more else rows)


def other(say: Say, catalogue: Catalogue, edit: Edit, stage: Stage) -> InlineKeyboardMarkup:
    """The other models on which an edit could be done again: those that take its pictures."""
    pictures = len(edit.sources)
    rows = [
        [
            (
                say("model-option", title=each.title, price=price_of(each)),
                pack(Verb.WITH, stage, edit.id, short(each.id)),
            )
        ]
        for each in catalogue.models
        if each.id != edit.model and each.min_pictures <= pictures <= each.max_pictures
    ]
    return keyboard([*rows, [(say("button-back"), pack(Verb.BACK, stage, edit.id))]])
