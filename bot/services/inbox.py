"""Every update from Telegram, written down before Telegram is told that we have it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from bot.domain.ports import Clock
from bot.storage import inbox
from bot.storage.database import Connection, Database
from bot.storage.inbox import Letter


class Inbox:
    """What came and waits to be handled, in the order of arrival."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def store(self, updates: Sequence[Mapping[str, Any]]) -> int:
        """Write a batch down, whole or not at all; returns how many of them are new.

        Raises:
            StorageFault: nothing was written; ask Telegram for the same batch again.
        """
        bodies = [(update["update_id"], _body(update)) for update in updates]
        return await self._database.write(_store, bodies, self._clock.now())

    async def pending(self, limit: int) -> Sequence[Letter]:
        """The oldest that wait."""
        return await self._database.read(inbox.pending, limit)

    async def done(self, update: int) -> None:
        """It was handled."""
        await self._database.write(inbox.done, update)

    async def park(self, update: int, why: str) -> None:
        """It cannot be handled; `why` for the operator."""
        await self._database.write(inbox.park, update, why)


def _body(update: Mapping[str, Any]) -> str:
    """As JSON; half a character, which no database takes, becomes a question mark."""
    try:
        return orjson.dumps(update).decode()
    except TypeError:
        return json.dumps(update, ensure_ascii=False).encode("utf-8", "replace").decode()


async def _store(conn: Connection, bodies: Sequence[tuple[int, str]], now: int) -> int:
    new = 0
    for update, body in bodies:
        new += await inbox.insert(conn, update, body, now)
    return new
