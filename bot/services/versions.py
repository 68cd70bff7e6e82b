"""Edits as a tree of versions: what a reply goes on from, and the way back.

A result is gone on from in full quality while the spool has it; later from what Telegram keeps of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.domain.edit import Edit, Source, SourceKind
from bot.domain.picture import Stored
from bot.domain.ports import Sent
from bot.domain.spool import Spool
from bot.storage import edits, messages
from bot.storage.database import Connection, Database


@dataclass(frozen=True, slots=True)
class Found:
    """The pictures that a reply is about; `parent`: the edit whose result they are."""

    sources: tuple[Source, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """The pictures that an edit started from, and the edit that made them; None: somebody's own pictures."""

    sources: tuple[Source, ...]
    edit: Edit | None = None

    def position(self, source: Source) -> int | None:
        """Which of that edit's results it is."""
        keys = [stored.key for stored in self.edit.results] if self.edit else []
        return keys.index(source.key) if source.key in keys else None


class Versions:
    """Finds the edits behind messages; works as well after a restart, and however old a message is."""

    def __init__(self, database: Database, spool: Spool) -> None:
        self._database, self.spool = database, spool

    async def behind(self, chat: int, message: int, shown: Source | None, *, person: int) -> Found | None:
        """What a person's reply to a message edits; `shown` is the picture in it, None: nothing.

        In reply to our words about an edit of theirs, that is its pictures once more, with new words.
        """
        edit, position = await self._database.read(_look_up, chat, message)
        if edit is None:
            return Found((shown,)) if shown else None
        if position is None:
            return Found(edit.sources, edit.parent) if edit.person == person else None
        if shown is None:
            return None
        key = edit.results[position].key if position < len(edit.results) else None
        return Found((replace(shown, key=key),), edit.id)

    async def before(self, edit: Edit) -> Before:
        """What an edit started from, as far as it can be shown again by its file at Telegram."""
        parent = await self._database.read(edits.get, edit.parent) if edit.parent else None
        sources = tuple(each for each in edit.sources if each.kind is not SourceKind.STICKER)
        return Before(sources, parent if parent and parent.results else None)

    async def originals(self, edit: Edit, chat: int, message: int) -> Sequence[tuple[int, Stored]]:
        """The files that the model made, by their position: of the picture in a message, else of all."""
        known, position = await self._database.read(_look_up, chat, message)
        asked = position if known and known.id == edit.id else None
        return [
            (place, stored)
            for place, stored in enumerate(edit.results)
            if asked in {None, place} and await self.has(stored.key)
        ]

    async def has(self, key: str | None) -> bool:
        """Whether the spool has that file now; it may be swept at any moment."""
        return key is not None and await self.spool.size(key) is not None

    async def keep(self, edit: Edit, sent: Iterable[Sent]) -> None:
        """Note messages that show an edit's pictures, so that a reply to one goes on from it."""
        await self._database.write(messages.keep, edit, sent)


def goes_back(edit: Edit) -> bool:
    """Whether there is a picture before it to go back to."""
    return any(each.kind is not SourceKind.STICKER for each in edit.sources)


async def _look_up(conn: Connection, chat: int, message: int) -> tuple[Edit | None, int | None]:
    trace = await messages.find(conn, chat, message)
    return (await edits.get(conn, trace.edit), trace.position) if trace else (None, None)
