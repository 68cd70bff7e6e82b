"""What stands below a picture, and other words with marks. Entities, never a parse mode: words are words."""

from dataclasses import dataclass

from telegram import MessageEntity

from bot.chat.utf16 import CAPTION_LIMIT, TEXT_LIMIT, cut, units

_LEAST = 2
"""One character and an ellipsis."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A text, below a picture of at most 1024 UTF-16 units, and what is marked in it."""

    text: str = ""
    entities: tuple[MessageEntity, ...] = ()


def caption(head: str, prompt: str = "") -> Caption:
    """A line, and below it the prompt, folded away and cut so that both fit."""
    head = cut(head, CAPTION_LIMIT)
    start = units(head) + 1
    if not prompt or start + _LEAST > CAPTION_LIMIT:
        return Caption(head)
    quoted = cut(prompt, CAPTION_LIMIT - start)
    quote = MessageEntity(MessageEntity.EXPANDABLE_BLOCKQUOTE, start, units(quoted))
    return Caption(f"{head}\n{quoted}", (quote,))


def said(text: str | Caption) -> Caption:
    """A message of its own, cut where it is only words."""
    return Caption(cut(text, TEXT_LIMIT)) if isinstance(text, str) else text
