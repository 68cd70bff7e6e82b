"""Buttons that were pressed a moment ago. Times are epoch milliseconds."""

from bot.storage.database import Connection


async def begin(conn: Connection, button: str, update: int, now: int, until: int) -> bool:
    """Press it; False: another press of it still counts, or is being worked on. The same update may again."""
    return bool(
        await conn.run(
            """
            INSERT INTO presses (button, update_id, until) VALUES (?, ?, ?)
            ON CONFLICT (button) DO UPDATE SET update_id = excluded.update_id, until = excluded.until
            WHERE presses.until <= ? OR presses.update_id = excluded.update_id
            """,
            button, update, until, now,
        )
    )  # fmt: skip


async def end(conn: Connection, button: str, until: int) -> None:
    """It counts until then."""
    await conn.run("UPDATE presses SET until = ? WHERE button = ?", until, button)


async def sweep(conn: Connection, before: int) -> None:
    """Forget those that count no more."""
    await conn.run("DELETE FROM presses WHERE until < ?", before)
