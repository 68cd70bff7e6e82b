"""What Telegram's refusals mean, and which calls may be made again.

`BadRequest` and `TimedOut` are `NetworkError`s in python-telegram-bot, so its classes alone say too little.
Texts: https://github.com/tdlib/telegram-bot-api and SAFETY 1.2.
"""

import re
from contextlib import suppress
from datetime import timedelta
from enum import Enum, auto
from types import TracebackType

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.gateway.form import Unanswered

_TOKEN = re.compile(r"(?<!\d)\d{6,}:[A-Za-z0-9_-]{30,}")
_MOST_SAID = 300


class Fate(Enum):
    """What became of a call that raised."""

    REFUSED = auto()
    NOT_DONE = auto()
    UNKNOWN = auto()


class Refusal(Enum):
    """Why Telegram refused, as far as that changes what we do."""

    UNREACHABLE = auto()
    NO_THREAD = auto()
    NO_REPLY = auto()
    NO_RIGHT = auto()
    NO_PHOTO = auto()
    NO_TEXT = auto()
    NOT_MODIFIED = auto()
    MESSAGE_GONE = auto()
    QUERY_OLD = auto()
    FILE_TOO_BIG = auto()
    FILE_UNAVAILABLE = auto()
    OTHER = auto()


_WORDS: tuple[tuple[str, Refusal], ...] = (
    ("chat not found", Refusal.UNREACHABLE),
    ("user is deactivated", Refusal.UNREACHABLE),
    ("peer_id_invalid", Refusal.UNREACHABLE),
    ("message thread not found", Refusal.NO_THREAD),
    ("topic_deleted", Refusal.NO_THREAD),
    ("topic_closed", Refusal.NO_THREAD),
    ("message to be replied not found", Refusal.NO_REPLY),
    ("message to reply not found", Refusal.NO_REPLY),
    ("not enough rights", Refusal.NO_RIGHT),
    ("have no rights to send", Refusal.NO_RIGHT),
    ("chat_restricted", Refusal.NO_RIGHT),
    ("chat_send_", Refusal.NO_RIGHT),
    ("chat_write_forbidden", Refusal.NO_RIGHT),
    ("photo_invalid_dimensions", Refusal.NO_PHOTO),
    ("image_process_failed", Refusal.NO_PHOTO),
    ("photo_save_file_invalid", Refusal.NO_PHOTO),
    ("photo_ext_invalid", Refusal.NO_PHOTO),
    ("photo_invalid", Refusal.NO_PHOTO),
    ("media_invalid", Refusal.NO_PHOTO),
    ("too big for a photo", Refusal.NO_PHOTO),
    ("there is no text in the message", Refusal.NO_TEXT),
    ("message is not modified", Refusal.NOT_MODIFIED),
    ("message to edit not found", Refusal.MESSAGE_GONE),
    ("message to delete not found", Refusal.MESSAGE_GONE),
    ("message to copy not found", Refusal.MESSAGE_GONE),
    ("message can't be", Refusal.MESSAGE_GONE),
    ("message_id_invalid", Refusal.MESSAGE_GONE),
    ("query is too old", Refusal.QUERY_OLD),
    ("query id is invalid", Refusal.QUERY_OLD),
    ("file is too big", Refusal.FILE_TOO_BIG),
    ("temporarily unavailable", Refusal.FILE_UNAVAILABLE),
)

CLOSED = frozenset({Refusal.NO_RIGHT, Refusal.UNREACHABLE})
"""Of a whole chat: nothing else that is tried there helps."""


def refusal(error: TelegramError) -> Refusal:
    """What a refusal means."""
    said = error.message.lower()
    meaning = next((meaning for words, meaning in _WORDS if words in said), Refusal.OTHER)
    return Refusal.UNREACHABLE if isinstance(error, Forbidden) and meaning not in CLOSED else meaning


def fate(error: TelegramError) -> Fate:
    """Whether the call was refused, surely not done, or perhaps done."""
    if not isinstance(error, NetworkError) or isinstance(error, BadRequest):
        return Fate.REFUSED
    cause = error.__cause__
    if cause is None or isinstance(cause, TelegramError):  # a status and a body came: 5xx, or 413
        return Fate.REFUSED if "too large" in error.message.lower() else Fate.NOT_DONE
    return Fate.NOT_DONE if isinstance(cause, Unanswered) and cause.unsent else Fate.UNKNOWN


def may_repeat(error: TelegramError, endpoint: str) -> bool:
    """Whether to call again.

    What sends is not repeated while it may have been done: people would read it twice.
    """
    what = fate(error)
    if what is Fate.UNKNOWN:
        return not endpoint.startswith(("send", "copy", "forward"))
    return what is Fate.NOT_DONE


def seconds(error: RetryAfter) -> float:
    """How long Telegram wants us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def describe(error: TelegramError) -> str:
    """What was said, for the operator: short, and without a token, whatever it quotes."""
    prefix = "unknown outcome: " if fate(error) is Fate.UNKNOWN else ""
    return f"{prefix}{type(error).__name__}: {quoted(error.message)}"


def quoted(said: str) -> str:
    """Telegram's own words, cut short and without a token."""
    return _TOKEN.sub("[token]", said)[:_MOST_SAID]


class harmless(suppress):  # noqa: N801  reads as a statement
    """Lets a refusal pass that means: it is so already, or it does not matter any more."""

    def __init__(self, *harmless: Refusal) -> None:
        super().__init__(BadRequest)
        self._harmless = harmless

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        return isinstance(error, TelegramError) and refusal(error) in self._harmless
