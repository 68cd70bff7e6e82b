"""Turns: of all who decide the same by rows that they do not change, one decides after the other."""

from enum import StrEnum

from bot.storage.database import Connection


class Turn(StrEnum):
    """What is decided."""

    INVITES = "invites"
    PRESETS = "presets"
    SWITCHES = "switches"


async def take(conn: Connection, turn: Turn) -> None:
    """Take the turn for the rest of the transaction; whoever took it at the same time runs again."""
    await conn.run(
        """
        INSERT INTO turns (what, taken) VALUES (?, 1)
        ON CONFLICT (what) DO UPDATE SET taken = turns.taken + 1
        """,
        turn,
    )
