"""What admins sent to everybody, and how far that is."""

from collections.abc import Sequence

from bot.domain.broadcast import Broadcast, Fate, Phase
from bot.storage.database import Connection, Row

_PEOPLE = """
    FROM people WHERE private = 1 AND reachable = 1 AND id <> ?
        AND (banned = 0 OR banned_until <= ?) AND met <= ?
"""
"""Whom the bot can write to, and may; values: the admin, now, and when it began."""
_COUNTED = {
    Fate.SENT: "UPDATE broadcasts SET sent = sent + 1 WHERE id = ?",
    Fate.UNREACHABLE: "UPDATE broadcasts SET unreachable = unreachable + 1 WHERE id = ?",
    Fate.FAILED: "UPDATE broadcasts SET failed = failed + 1 WHERE id = ?",
    Fate.GONE: "UPDATE broadcasts SET failed = failed + 1 WHERE id = ?",
}


async def insert(conn: Connection, broadcast: Broadcast, now: int) -> None:
    """Write a draft down; the same once more is the same."""
    await conn.run(
        """
        INSERT INTO broadcasts (id, admin, chat, message, created) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET message = excluded.message
        """,
        broadcast.id, broadcast.admin, broadcast.chat, broadcast.message, now,
    )  # fmt: skip


async def get(conn: Connection, broadcast: str) -> Broadcast | None:
    """One by its id."""
    row = await conn.one("SELECT * FROM broadcasts WHERE id = ?", broadcast)
    return _broadcast(row) if row else None


async def sending(conn: Connection) -> Sequence[Broadcast]:
    """Those that are being sent, in the order in which they began."""
    rows = await conn.all("SELECT * FROM broadcasts WHERE state = 'sending' ORDER BY began, id")
    return [_broadcast(row) for row in rows]


async def people(conn: Connection, admin: int, now: int) -> int:
    """How many get what that admin sends."""
    row = await conn.one(f"SELECT count(*) AS n {_PEOPLE}", admin, now, now)
    return row["n"] if row else 0


async def begin(conn: Connection, broadcast: str, status: int, total: int, now: int) -> None:
    """It is being sent from now on."""
    await conn.run(
        "UPDATE broadcasts SET state = 'sending', status_message = ?, total = ?, began = ? WHERE id = ?",
        status, total, now, broadcast,
    )  # fmt: skip


async def move(conn: Connection, broadcast: str, before: Phase, after: Phase, now: int) -> bool:
    """End it; False if it is no longer in `before`."""
    return bool(
        await conn.run(
            "UPDATE broadcasts SET state = ?, ended = ? WHERE id = ? AND state = ?",
            after, now, broadcast, before,
        )
    )  # fmt: skip


async def following(conn: Connection, broadcast: Broadcast, now: int) -> int | None:
    """Whose turn it is; from now on they had theirs."""
    here = await conn.one("SELECT cursor, began FROM broadcasts WHERE id = ?", broadcast.id)
    assert here is not None  # noqa: S101  a broadcast is never deleted
    row = await conn.one(
        f"SELECT id {_PEOPLE} AND id > ? ORDER BY id LIMIT 1",
        broadcast.admin, now, here["began"], here["cursor"],
    )  # fmt: skip
    if row is None:
        return None
    await conn.run(
        "UPDATE broadcasts SET cursor = ?, tried = tried + 1 WHERE id = ?", row["id"], broadcast.id
    )
    return int(row["id"])


async def count(conn: Connection, broadcast: str, fate: Fate) -> None:
    """What became of the last one."""
    await conn.run(_COUNTED[fate], broadcast)


async def count_unknown(conn: Connection) -> None:
    """A stop or a crash came before anybody knew what became of the last one."""
    await conn.run("UPDATE broadcasts SET failed = tried - sent - unreachable WHERE state = 'sending'")


def _broadcast(row: Row) -> Broadcast:
    return Broadcast(
        id=row["id"],
        admin=row["admin"],
        chat=row["chat"],
        message=row["message"],
        phase=Phase(row["state"]),
        status=row["status_message"],
        total=row["total"],
        tried=row["tried"],
        sent=row["sent"],
        unreachable=row["unreachable"],
        failed=row["failed"],
    )
