"""The data that buttons carry: `verb:part:...`, at most 64 bytes.

The data comes back from the client, so it is only ever a name: whoever handles it looks up what it names,
and checks whose it is (SAFETY 3.4).
"""

import hashlib
from collections.abc import Callable, Sequence
from enum import StrEnum

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.model import Catalogue, Model

LIMIT = 64

Say = Callable[..., str]
"""`say(key, **data)`: a sentence in somebody's language."""
Button = tuple[str, str]
"""What it says, and its data."""


class Verb(StrEnum):
    """What a button does."""

    CANCEL = "cancel"
    AGAIN = "again"
    OTHER = "other"
    WITH = "with"
    BACK = "back"
    ORIGINAL = "orig"
    UNDO = "undo"
    MODEL = "model"
    GROUP_MODEL = "gmodel"
    LANGUAGE = "lang"
    FORGET = "forget"
    HISTORY = "hist"
    SHOW = "show"
    READY = "ready"
    MORE = "more"
    FIRST = "first"
    TAKES = "takes"
    TAKE = "take"
    PRESET = "preset"
    PRESETS = "presets"
    SETTINGS = "set"
    COMPARE = "cmp"
    COMPARE_START = "cgo"
    KEEP = "keep"
    ADMIN = "adm"
    USER = "usr"
    BROADCAST = "bc"
    SWITCH_MODEL = "swm"
    SWITCH_GATEWAY = "swg"
    REVOKE = "revoke"
    BUY = "buy"
    REFUND = "refund"


def pack(verb: Verb, *parts: object) -> str:
    """Data for a button.

    Raises:
        ValueError: more than Telegram carries.
    """
    data = ":".join((verb, *map(str, parts)))
    if len(data.encode()) > LIMIT:
        raise ValueError(f"{data!r} has more than {LIMIT} bytes")
    return data


def unpack(data: str) -> tuple[Verb, tuple[str, ...]] | None:
    """Verb and parts; None for what we never wrote, or do not write any more."""
    word, *parts = data.split(":")
    return (Verb(word), tuple(parts)) if word in set(Verb) else None


def short(name: str) -> str:
    """A model's or a preset's name within the data's 64 bytes, the same after each start."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def by_short(catalogue: Catalogue, name: str) -> Model | None:
    """The model with that short name, while it is on offer."""
    return next((model for model in catalogue.models if short(model.id) == name), None)


def price_of(model: Model) -> str:
    """What a picture of that model costs; where size or quality decide, from the least to the most."""
    least, most = model.price_range
    return str(least) if least == most else f"{least}–{most}"


def marked(label: str, chosen: bool) -> str:  # noqa: FBT001  a fact of the label, not a switch
    """The label of something that can be chosen."""
    return f"✓ {label}" if chosen else label


def keyboard(rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup:
    """Telegram's form of it."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )
