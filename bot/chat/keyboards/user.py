"""Under /user: credits, limit, ban."""

from enum import StrEnum

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Button, Say, Verb, keyboard, pack

GRANTS = (10, 50)
BANS = ("1d", "1w", "0")
"""How long, as in /ban; 0: for good."""


class Act(StrEnum):
    """What a button does to a person; a number may follow."""

    SHOW = "s"
    GRANT = "g"
    LIMIT = "l"
    BAN = "b"
    SURE = "y"
    UNBAN = "u"


def user(say: Say, admin: int, person: int, *, banned: bool) -> InlineKeyboardMarkup:
    """What can be done for or to somebody."""
    rows = [[act(f"+{amount}", admin, person, Act.GRANT, amount) for amount in GRANTS]]
    rows[0].append(act(say("button-limit"), admin, person, Act.LIMIT))
    ending = (say("button-unban"), Act.UNBAN) if banned else (say("button-ban"), Act.BAN)
    return keyboard([*rows, [act(ending[0], admin, person, ending[1])]])


def how_long(say: Say, admin: int, person: int) -> InlineKeyboardMarkup:
    """For how long somebody is to be shut out, or not after all."""
    spans = [act(say(f"button-ban-{span}"), admin, person, Act.SURE, span) for span in BANS]
    return keyboard([spans, [act(say("button-back"), admin, person, Act.SHOW)]])


def act(label: str, admin: int, person: int, what: Act, value: object = "") -> Button:
    """A button that does that."""
    return label, pack(Verb.USER, admin, person, what, value)
