"""The models and gateways that admins switched off."""

from enum import StrEnum

from bot.storage.database import Connection


class Kind(StrEnum):
    """What can be switched off."""

    MODEL = "model"
    GATEWAY = "gateway"


async def off(conn: Connection, kind: Kind) -> frozenset[str]:
    """The names of those that are off."""
    rows = await conn.all("SELECT name FROM switches WHERE kind = ?", kind)
    return frozenset(row["name"] for row in rows)


async def switch(conn: Connection, kind: Kind, name: str, *, on: bool) -> bool:
    """Note that one is on or off; False if it was so before."""
    if on:
        return bool(await conn.run("DELETE FROM switches WHERE kind = ? AND name = ?", kind, name))
    return bool(
        await conn.run(
            "INSERT INTO switches (kind, name) VALUES (?, ?) ON CONFLICT (kind, name) DO NOTHING", kind, name
        )
    )
