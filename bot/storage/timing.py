"""How long each model took lately."""

from collections.abc import Sequence

from bot.storage.database import Connection


async def latest(conn: Connection, model: str, limit: int) -> Sequence[int]:
    """Milliseconds from asking to the answer with a picture, of the model's newest ones."""
    rows = await conn.all(
        """
        SELECT answered - called AS took FROM edits WHERE model = ? AND answered IS NOT NULL
        ORDER BY answered DESC LIMIT ?
        """,
        model,
        limit,
    )
    return [row["took"] for row in rows]
