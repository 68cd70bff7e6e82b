"""How much waits in the database at a moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.edit import UNFINISHED, State
from bot.storage.database import Connection

_UNFINISHED = ", ".join(f"'{state}'" for state in UNFINISHED)


@dataclass(frozen=True, slots=True)
class Vitals:
    """Edits by unfinished state, credits held for them, and letters that wait.

    `oldest`: when the first of these letters was written down (epoch ms), None where none waits.
    """

    edits: Mapping[State, int]
    held: int
    letters: int
    oldest: int | None


async def look(conn: Connection) -> Vitals:
    """Read it; by indexes of what is unfinished alone, however much there was before."""
    states = await conn.all(
        f"SELECT state, count(*) AS n FROM edits WHERE state IN ({_UNFINISHED}) GROUP BY state"  # noqa: S608  our own words
    )
    held = await conn.one(
        f"""
        SELECT coalesce(-sum(held.free + held.paid), 0) AS n
        FROM edits JOIN ledger held ON held.key = 'hold:' || edits.id
        WHERE edits.state IN ({_UNFINISHED})
        """  # noqa: S608  our own words
    )
    inbox = await conn.one("SELECT count(*) AS n, min(received) AS oldest FROM inbox WHERE state = 'new'")
    counts = dict.fromkeys(UNFINISHED, 0) | {State(row["state"]): row["n"] for row in states}
    return Vitals(
        edits=counts,
        held=held["n"] if held else 0,
        letters=inbox["n"] if inbox else 0,
        oldest=inbox["oldest"] if inbox else None,
    )
