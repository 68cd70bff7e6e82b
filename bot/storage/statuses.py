"""What people were told of edits: which message shows how far one is, and whether all was said."""

from collections.abc import Sequence

from bot.domain.edit import Edit
from bot.storage.database import Connection
from bot.storage.edits import from_row


async def untold(conn: Connection) -> Sequence[Edit]:
    """What ended with something left to be said or cleared away."""
    rows = await conn.all("SELECT * FROM edits WHERE told = 0 AND ended IS NOT NULL ORDER BY ended, id")
    return [from_row(row) for row in rows]


async def keep_status(conn: Connection, edit: str, message: int) -> bool:
    """Note which message shows how far it is; False: it has ended, or another one shows that.

    A comparison has one for all of its edits.
    """
    return bool(
        await conn.run(
            """
            UPDATE edits SET status_message = ? WHERE status_message IS NULL AND ended IS NULL
                AND (id = ? OR comparison = (SELECT comparison FROM edits WHERE id = ?))
            """,
            message, edit, edit,
        )
    )  # fmt: skip


async def told(conn: Connection, edit: str) -> None:
    """Note that nothing is left to be said about an edit that ended."""
    await conn.run("UPDATE edits SET told = 1 WHERE id = ?", edit)
