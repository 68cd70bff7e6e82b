"""What admins did: who, what, when and why. Append-only."""

from dataclasses import dataclass
from enum import StrEnum

from bot.storage.database import Connection


class What(StrEnum):
    """What an admin can do that changes something, and their coming and going."""

    GRANT = "grant"
    LIMIT = "limit"
    BAN = "ban"
    UNBAN = "unban"
    MODEL_OFF = "model-off"
    MODEL_ON = "model-on"
    GATEWAY_OFF = "gateway-off"
    GATEWAY_ON = "gateway-on"
    BROADCAST = "broadcast"
    BROADCAST_STOP = "broadcast-stop"
    INVITE = "invite"
    INVITE_END = "invite-end"
    REFUND = "refund"
    SIGN_IN = "sign-in"
    SIGN_OUT = "sign-out"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that an admin did. `once` names it; `details`: the amount, the model, and the like."""

    once: str
    admin: int | None
    what: What
    whom: int | None = None
    details: str | None = None
    why: str | None = None


async def add(conn: Connection, act: Act, now: int) -> bool:
    """Write it down, in the transaction that changes what it tells of; False if it was done before."""
    return bool(
        await conn.run(
            """
            INSERT INTO admin_acts (key, at, admin, what, whom, details, why) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO NOTHING
            """,
            act.once, now, act.admin, act.what, act.whom, act.details, act.why or None,
        )
    )  # fmt: skip


async def is_done(conn: Connection, once: str) -> bool:
    """Whether an act of that name is written down."""
    return await conn.one("SELECT 1 FROM admin_acts WHERE key = ?", once) is not None


async def why_banned(conn: Connection, person: int) -> str | None:
    """The reason that was given for somebody's last ban."""
    row = await conn.one(
        "SELECT why FROM admin_acts WHERE whom = ? AND what = ? ORDER BY at DESC LIMIT 1", person, What.BAN
    )
    return row["why"] if row else None


async def forget(conn: Connection, person: int) -> None:
    """Remove the reasons that were given about somebody, or by them; who, what and when stays."""
    await conn.run("UPDATE admin_acts SET why = NULL WHERE whom = ? OR admin = ?", person, person)
