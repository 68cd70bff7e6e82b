"""The edits that a person asked for, newest first, with their results."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.edit import Edit
from bot.domain.ports import Sent
from bot.storage import edits, messages
from bot.storage.database import Connection, Database

PAGE = 10
_FARTHEST = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """An edit, and where its results are: one message for each, none where it has none."""

    edit: Edit
    results: Sequence[Sent]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of entries, counted from 0. `older`: whether there is one more."""

    number: int
    entries: Sequence[Entry]
    older: bool


class History:
    """Reads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, person: int, number: int, *, chat: int | None = None) -> Page:
        """A page of a person's edits; of a chat only those asked for there, for others read along.

        Raises:
            ValueError: no page has such a number.
        """
        if not 0 <= number <= _FARTHEST:
            raise ValueError(number)
        return await self._database.read(_page, person, number, chat)

    async def results(self, edit: Edit) -> Sequence[Sent]:
        """Where an edit's results are, in their order."""
        return await self._database.read(messages.results, edit)


async def _page(conn: Connection, person: int, number: int, chat: int | None) -> Page:
    found = await edits.latest_of(conn, person, chat, most=PAGE + 1, skipped=number * PAGE)
    entries = [Entry(edit, await messages.results(conn, edit)) for edit in found[:PAGE]]
    return Page(number, entries, older=len(found) > PAGE)
