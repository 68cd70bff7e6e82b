"""What only one of several processes does, and which: whoever holds a lease counts its beats up."""

from dataclasses import dataclass

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Lease:
    """Who holds it, and how often that was confirmed: a holder whose beats stand still is dead."""

    holder: str
    beats: int


async def get(conn: Connection, what: str) -> Lease | None:
    """Who does that; None: nobody."""
    row = await conn.one("SELECT holder, beats FROM leases WHERE what = ?", what)
    return Lease(row["holder"], row["beats"]) if row else None


async def take(conn: Connection, what: str, holder: str, dead: Lease | None) -> bool:
    """Do it from now on, in the place of nobody or of somebody dead; False: somebody else was faster."""
    if dead is None:
        free = "INSERT INTO leases (what, holder, beats) VALUES (?, ?, 0) ON CONFLICT DO NOTHING"
        return bool(await conn.run(free, what, holder))
    return bool(
        await conn.run(
            "UPDATE leases SET holder = ?, beats = beats + 1 WHERE what = ? AND holder = ? AND beats = ?",
            holder, what, dead.holder, dead.beats,
        )
    )  # fmt: skip


async def beat(conn: Connection, what: str, holder: str) -> bool:
    """Confirm that it is still done; False: somebody else does it now."""
    sql = "UPDATE leases SET beats = beats + 1 WHERE what = ? AND holder = ?"
    return bool(await conn.run(sql, what, holder))


async def leave(conn: Connection, what: str, holder: str) -> None:
    """Do it no longer."""
    await conn.run("DELETE FROM leases WHERE what = ? AND holder = ?", what, holder)
