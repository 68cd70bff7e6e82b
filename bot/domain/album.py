"""Pictures that belong together, though Telegram sends each as an update of its own."""

from dataclasses import dataclass
from typing import Any, NamedTuple


class Album(NamedTuple):
    """Telegram's name of an album, and the chat that it came to."""

    chat: int
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A message of an album, with the update that brought it."""

    album: Album
    update: int
    message: int
    person: int
    body: dict[str, Any]
