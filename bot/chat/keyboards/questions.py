"""Under the bot's questions: ready-made edits and presets; which of too many pictures, or which model."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Button, Say, Verb, keyboard, pack, price_of, short
from bot.domain.model import Catalogue

READY = (
    "background", "restore", "colour", "sharper", "vivid", "portrait", "anime", "watercolour", "cartoon",
    "pencil", "oil", "pixel", "mono", "sunset", "comic", "clay", "figure", "sticker",
)  # fmt: skip
"""Ready-made edits: each has its words `ready-<name>` and `ready-<name>-prompt`."""

LIST, BACK = "list", "back"
"""What TAKES shows: the models that take all pictures, or what stood there before."""

_A_PAGE = 8
_A_ROW = 2


def ready(say: Say, person: int, presets: Sequence[str], page: int = 0) -> InlineKeyboardMarkup:
    """What can be done with a picture at a press, own presets first; a page of it.

    Raises:
        ValueError: there is no such page.
    """
    buttons: list[Button] = [
        *((say("preset-button", name=name), pack(Verb.PRESET, person, short(name))) for name in presets),
        *((say(f"ready-{name}"), pack(Verb.READY, person, name)) for name in READY),
    ]
    pages = [buttons[at : at + _A_PAGE] for at in range(0, len(buttons), _A_PAGE)]
    if page not in range(len(pages)):
        raise ValueError(page)
    turning = []
    if page:
        turning.append((say("button-back"), pack(Verb.MORE, person, page - 1)))
    if page + 1 < len(pages):
        turning.append((say("button-more"), pack(Verb.MORE, person, page + 1)))
    return keyboard([*in_rows(pages[page]), turning])


def too_many(say: Say, person: int, limit: int, *, wider: bool) -> InlineKeyboardMarkup:
    """More pictures than the model takes: the first of them, or (`wider`) a model that takes all."""
    rows = []
    if limit:
        rows.append([(say("button-first", limit=limit), pack(Verb.FIRST, person, limit))])
    if wider:
        rows.append([(say("button-other"), pack(Verb.TAKES, person, limit, LIST))])
    return keyboard(rows)


def wider_models(say: Say, catalogue: Catalogue, person: int, given: int, limit: int) -> InlineKeyboardMarkup:
    """The models that take as many pictures, with what they cost."""
    rows = [
        [
            (
                say("model-option", title=each.title, price=price_of(each)),
                pack(Verb.TAKE, person, short(each.id)),
            )
        ]
        for each in catalogue.models
        if each.max_pictures >= given
    ]
    return keyboard([*rows, [(say("button-back"), pack(Verb.TAKES, person, limit, BACK))]])


def in_rows(buttons: Sequence[Button], width: int = _A_ROW) -> list[Sequence[Button]]:
    """Buttons beside each other."""
    return [buttons[at : at + width] for at in range(0, len(buttons), width)]
