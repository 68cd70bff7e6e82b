"""Where credits are sold, and given back."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.keyboards.data import Say, Verb, keyboard, pack
from bot.chat.till import START
from bot.domain.payment import Pack, Payment


def packs(say: Say, offered: Sequence[Pack]) -> InlineKeyboardMarkup:
    """One button a pack."""
    return keyboard(
        [
            [
                (
                    say("pack-option", credits=each.credits, stars=each.stars),
                    pack(Verb.BUY, each.credits, each.stars),
                )
            ]
            for each in offered
        ]
    )


def more(say: Say, name: str, *, private: bool) -> InlineKeyboardMarkup:
    """Under the sentence that there are no credits left; `name` is the bot's."""
    return keyboard([[(say("button-buy"), pack(Verb.BUY))]]) if private else elsewhere(say, name)


def elsewhere(say: Say, name: str) -> InlineKeyboardMarkup:
    """To the private chat, where things are bought."""
    url = f"https://t.me/{name}?start={START}"
    return InlineKeyboardMarkup([[InlineKeyboardButton(say("button-buy"), url=url)]])


def sure(say: Say, payment: Payment) -> InlineKeyboardMarkup:
    """Under the question whether a payment shall be given back of which something is spent."""
    return keyboard(
        [
            [(say("button-refund", stars=payment.stars), pack(Verb.REFUND, payment.mark))],
            [(say("button-refund-not"), pack(Verb.REFUND))],
        ]
    )
