"""Every update from Telegram, written down before Telegram is told that we have it."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import orjson

from bot.domain.ports import Clock
from bot.storage import inbox
from bot.storage.database import Connection, Database
from bot.storage.inbox import Letter


Enlist = Callable[[Connection, int, Mapping[str, Any]], Awaitable[None]]
"""Within the transaction that writes an update down: sees to it that somebody handles it."""


async def by_itself(conn: Connection, update: int, body: Mapping[str, Any]) -> None:
    """Whoever handles updates finds it in the inbox."""


class Inbox:
    """What came and waits to be handled, in the order of arrival."""

    def __init__(self, database: Database, clock: Clock, enlist: Enlist = by_itself) -> None:
        self._database, self._clock, self._enlist = database, clock, enlist

    async def store(self, updates: Sequence[Mapping[str, Any]]) -> int:
        """Write a batch down, whole or not at all; returns how many of them are new.

        Raises:
            StorageFault: nothing was written; ask Telegram for the same batch again.
        """
        letters = [(update, _body(update)) for update in updates]
        return await self._database.write(self._store, letters, self._clock.now())

    async def pending(self, limit: int) -> Sequence[Letter]:
        """The oldest that wait."""
        return await self._database.read(inbox.pending, limit)

    async def letter(self, update: int) -> Letter | None:
        """That one, if it was not handled."""
        return await self._database.read(inbox.letter, update)

    async def done(self, update: int) -> None:
        """It was handled."""
        await self._database.write(inbox.done, update)

    async def park(self, update: int, why: str) -> None:
        """It cannot be handled; `why` for the operator."""
        await self._database.write(inbox.park, update, why)

    async def _store(self, conn: Connection, letters: Sequence[tuple[Mapping[str, Any], str]], now: int) -> int:
        new = 0
        for update, body in letters:
            if await inbox.insert(conn, update["update_id"], body, now):
                await self._enlist(conn, update["update_id"], update)
                new += 1
        return new


def _body(update: Mapping[str, Any]) -> str:
    """As JSON; half a character, which no database takes, becomes a question mark."""
    try:
        return orjson.dumps(update).decode()
    except TypeError:
        return json.dumps(update, ensure_ascii=False).encode("utf-8", "replace").decode()

