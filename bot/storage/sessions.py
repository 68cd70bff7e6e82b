"""Links into the console, and the sessions that began with one; both by the hash of a token."""

from dataclasses import dataclass

from bot.storage.database import Connection, Row


@dataclass(frozen=True, slots=True)
class Session:
    """An admin who is signed in since `began`, and did something at `seen` (epoch ms)."""

    admin: int
    began: int
    seen: int


async def link(conn: Connection, token: str, admin: int, until: int) -> None:
    """Keep a link, in place of the admin's earlier ones."""
    await conn.run("DELETE FROM console_links WHERE admin = ?", admin)
    await conn.run("INSERT INTO console_links (hash, admin, until) VALUES (?, ?, ?)", token, admin, until)


async def linked(conn: Connection, token: str, now: int) -> int | None:
    """The admin for whom a link is still good."""
    row = await conn.one("SELECT admin FROM console_links WHERE hash = ? AND until > ?", token, now)
    return row["admin"] if row else None


async def use(conn: Connection, token: str) -> None:
    """A link has done its work."""
    await conn.run("DELETE FROM console_links WHERE hash = ?", token)


async def begin(conn: Connection, token: str, admin: int, now: int) -> None:
    """Somebody is signed in from now on."""
    await conn.run(
        "INSERT INTO console_sessions (hash, admin, began, seen) VALUES (?, ?, ?, ?)", token, admin, now, now
    )


async def get(conn: Connection, token: str) -> Session | None:
    """A session, be it over or not."""
    row = await conn.one("SELECT * FROM console_sessions WHERE hash = ?", token)
    return _session(row) if row else None


async def touch(conn: Connection, token: str, now: int) -> None:
    """Its admin did something."""
    await conn.run("UPDATE console_sessions SET seen = ? WHERE hash = ?", now, token)


async def end(conn: Connection, token: str) -> int | None:
    """End one session; returns whose it was, None if it was over already."""
    row = await conn.one("DELETE FROM console_sessions WHERE hash = ? RETURNING admin", token)
    return row["admin"] if row else None


async def end_all(conn: Connection, admin: int) -> None:
    """End all of an admin's sessions, and their links."""
    await conn.run("DELETE FROM console_sessions WHERE admin = ?", admin)
    await conn.run("DELETE FROM console_links WHERE admin = ?", admin)


async def sweep(conn: Connection, *, now: int, began: int, seen: int) -> None:
    """Remove links that are over at `now`, and sessions from before `began` or unused since `seen`."""
    await conn.run("DELETE FROM console_links WHERE until <= ?", now)
    await conn.run("DELETE FROM console_sessions WHERE began <= ? OR seen <= ?", began, seen)


def _session(row: Row) -> Session:
    return Session(row["admin"], row["began"], row["seen"])
