"""Under /privacy."""

from enum import StrEnum

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Button, Say, Verb, keyboard, pack


class Sure(StrEnum):
    """How sure somebody is who wants to be forgotten."""

    NOT = "n"
    ASKED = "a"
    YES = "y"


def privacy(say: Say, person: int, *, asked: bool = False) -> InlineKeyboardMarkup:
    """Delete; when that was pressed, once more, or back."""

    def button(text: str, sure: Sure) -> Button:
        return say(text), pack(Verb.FORGET, person, sure)

    if not asked:
        return keyboard([[button("button-forget", Sure.ASKED)]])
    return keyboard([[button("button-forget-sure", Sure.YES)], [button("button-back", Sure.NOT)]])
