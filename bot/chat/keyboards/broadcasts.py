"""Under the preview of a message to everybody, and while it is being sent."""

from enum import StrEnum

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Say, Verb, keyboard, pack


class Act(StrEnum):
    """What a button does with it."""

    SEND = "y"
    CANCEL = "n"
    STOP = "s"


def preview(say: Say, admin: int, broadcast: str, people: int) -> InlineKeyboardMarkup:
    """Send it to so many, or not."""
    send = say("button-send", people=people), pack(Verb.BROADCAST, admin, Act.SEND, broadcast)
    cancel = say("button-not-send"), pack(Verb.BROADCAST, admin, Act.CANCEL, broadcast)
    return keyboard([[send, cancel]])


def stop(say: Say, admin: int, broadcast: str) -> InlineKeyboardMarkup:
    """Nobody else gets it."""
    return keyboard([[(say("button-stop"), pack(Verb.BROADCAST, admin, Act.STOP, broadcast))]])
