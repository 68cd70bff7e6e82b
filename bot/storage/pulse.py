"""The proof that the database still takes writes."""

from bot.storage.database import Connection


async def beat(conn: Connection, now: int) -> None:
    """Write the time down."""
    await conn.run(
        "INSERT INTO pulse (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at", now
    )
