"""Under /invites."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Say, Verb, keyboard, pack
from bot.chat.keyboards.questions import in_rows
from bot.domain.access import Invite


def revoke(say: Say, shown: Sequence[Invite]) -> InlineKeyboardMarkup:
    """A button for each, by its number in the text."""
    buttons = [
        (say("button-revoke", number=number), pack(Verb.REVOKE, each.code))
        for number, each in enumerate(shown, start=1)
    ]
    return keyboard(in_rows(buttons))
