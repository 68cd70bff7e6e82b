"""What stands in the tables about one person, for admins."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger: how the credits that are left changed; `note`: a reason, or a limit."""

    at: int
    kind: str
    credits: int
    note: str | None


async def seen(conn: Connection, person: int) -> tuple[int, int] | None:
    """When somebody first and last wrote."""
    row = await conn.one("SELECT met, seen FROM people WHERE id = ?", person)
    return (row["met"], row["seen"]) if row else None


async def entries(conn: Connection, wallet: str, most: int) -> Sequence[Entry]:
    """The newest lines of a wallet's ledger."""
    rows = await conn.all(
        """
        SELECT at, kind, free + paid AS credits, note FROM ledger WHERE wallet = ?
        ORDER BY at DESC, number DESC LIMIT ?
        """,
        wallet, most,
    )  # fmt: skip
    return [Entry(row["at"], row["kind"], row["credits"], row["note"]) for row in rows]


async def own_limit(conn: Connection, wallet: str) -> int | None:
    """A wallet's own free credits for each period, where an admin set them."""
    row = await conn.one("SELECT free_limit FROM wallets WHERE id = ?", wallet)
    return row["free_limit"] if row else None
