"""What a person or a group chooses once, for all that follows."""

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Say, Verb, keyboard, marked, pack, price_of, short
from bot.domain.model import Catalogue, Model
from bot.texts import Texts

FOLLOW_TELEGRAM = "-"
"""Stands for a language in data: as Telegram says."""
EACH_OWN = "-"
"""Stands for a group's model in data: each member's own choice."""


def models(say: Say, catalogue: Catalogue, person: int, chosen: str) -> InlineKeyboardMarkup:
    """The models on offer, a person's choice marked."""
    return keyboard(
        [
            [
                (
                    marked(say("model-option", title=each.title, price=price_of(each)), each.id == chosen),
                    pack(Verb.MODEL, person, short(each.id)),
                )
            ]
            for each in catalogue.models
        ]
    )


def group_models(say: Say, catalogue: Catalogue, chosen: Model | None) -> InlineKeyboardMarkup:
    """The models that a group can choose, and none; for whoever is an administrator there at the press."""
    rows = [
        [
            (
                marked(say("model-option", title=each.title, price=price_of(each)), each == chosen),
                pack(Verb.GROUP_MODEL, short(each.id)),
            )
        ]
        for each in catalogue.models
    ]
    own = marked(say("group-model-own"), chosen is None)
    return keyboard([*rows, [(own, pack(Verb.GROUP_MODEL, EACH_OWN))]])


def languages(texts: Texts, language: str, person: int, chosen: str | None) -> InlineKeyboardMarkup:
    """The languages in their own words; `chosen` None: as Telegram says."""
    rows = [
        [(marked(texts.say(tag, "language-name"), tag == chosen), pack(Verb.LANGUAGE, person, tag))]
        for tag in texts.languages
    ]
    follow = marked(texts.say(language, "language-auto"), chosen is None)
    return keyboard([*rows, [(follow, pack(Verb.LANGUAGE, person, FOLLOW_TELEGRAM))]])
