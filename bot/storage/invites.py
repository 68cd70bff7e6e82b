"""Invitations, and who came by each."""

from collections.abc import Sequence

from bot.domain.access import Invite
from bot.storage.database import Connection, Row

_ALL = """
    SELECT invites.*, (SELECT count(*) FROM invited WHERE invited.code = invites.code) AS used FROM invites
"""


async def put(conn: Connection, invite: Invite, now: int) -> None:
    """Write an invitation down."""
    await conn.run(
        "INSERT INTO invites (code, credits, uses, admin, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
        invite.code, invite.credits, invite.uses, invite.admin, now, invite.expires,
    )  # fmt: skip


async def get(conn: Connection, code: str) -> Invite | None:
    """An invitation by its code."""
    row = await conn.one(f"{_ALL} WHERE code = ?", code)
    return _invite(row) if row else None


async def newest(conn: Connection, now: int) -> Sequence[Invite]:
    """Those that are neither revoked nor expired, the newest first."""
    rows = await conn.all(f"{_ALL} WHERE revoked = 0 AND expires > ? ORDER BY created DESC, code", now)
    return [_invite(row) for row in rows]


async def revoke(conn: Connection, code: str) -> None:
    """Let nobody in by it any more."""
    await conn.run("UPDATE invites SET revoked = 1 WHERE code = ?", code)


async def came(conn: Connection, code: str, person: int) -> bool:
    """Whether somebody came by it before."""
    return await conn.one("SELECT 1 FROM invited WHERE code = ? AND person = ?", code, person) is not None


async def let_in(conn: Connection, code: str, person: int, now: int) -> None:
    """Somebody came by it."""
    await conn.run("INSERT INTO invited (code, person, at) VALUES (?, ?, ?)", code, person, now)
    await conn.run("UPDATE people SET admitted = coalesce(admitted, ?) WHERE id = ?", now, person)


def _invite(row: Row) -> Invite:
    return Invite(
        code=row["code"],
        credits=row["credits"],
        uses=row["uses"],
        expires=row["expires"],
        admin=row["admin"],
        used=row["used"],
        revoked=bool(row["revoked"]),
    )
