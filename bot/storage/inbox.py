"""Every update from Telegram, written down before Telegram is told that we have it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Letter:
    """An update that waits to be handled."""

    update: int
    body: dict[str, Any]


async def insert(conn: Connection, update: int, body: str, now: int) -> bool:
    """Write one update down; False if it is known already.

    Ids are compared one by one: after a quiet week Telegram goes on with a smaller one (SAFETY 1.2).
    """
    return bool(
        await conn.run(
            "INSERT INTO inbox (update_id, body, received) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            update,
            body,
            now,
        )
    )


async def pending(conn: Connection, limit: int) -> Sequence[Letter]:
    """What waits, oldest first."""
    rows = await conn.all(
        "SELECT update_id, body FROM inbox WHERE state = 'new' ORDER BY received, update_id LIMIT ?", limit
    )
    return [Letter(row["update_id"], orjson.loads(row["body"])) for row in rows]


async def letter(conn: Connection, update: int) -> Letter | None:
    """One that waits."""
    row = await conn.one("SELECT update_id, body FROM inbox WHERE update_id = ? AND state = 'new'", update)
    return Letter(row["update_id"], orjson.loads(row["body"])) if row else None


async def oldest(conn: Connection) -> int | None:
    """When the one was written down that waits longest."""
    row = await conn.one("SELECT min(received) AS at FROM inbox WHERE state = 'new'")
    return row["at"] if row else None


async def received(conn: Connection, update: int) -> int | None:
    """When it was written down."""
    row = await conn.one("SELECT received FROM inbox WHERE update_id = ?", update)
    return int(row["received"]) if row else None


async def done(conn: Connection, update: int) -> None:
    """It was handled; what somebody wrote is not kept longer than needed."""
    await conn.run("UPDATE inbox SET state = 'done', body = '' WHERE update_id = ? AND state = 'new'", update)


async def park(conn: Connection, update: int, why: str) -> None:
    """It cannot be handled, and is kept aside for the operator."""
    await conn.run(
        "UPDATE inbox SET state = 'parked', note = ? WHERE update_id = ? AND state = 'new'", why, update
    )


async def forget(conn: Connection, person: int) -> None:
    """Forget what was parked of a person; of what was handled nothing is left anyway."""
    await conn.run(
        """
        UPDATE inbox SET body = '' WHERE state = 'parked' AND (body LIKE ? OR body LIKE ?)
        """,
        f'%"id":{person},%', f'%"id":{person}}}%',
    )  # fmt: skip


async def sweep(conn: Connection, before: int) -> int:
    """Forget what was handled or parked before that time; Telegram repeats nothing older than a day."""
    return await conn.run("DELETE FROM inbox WHERE received < ? AND state <> 'new'", before)
