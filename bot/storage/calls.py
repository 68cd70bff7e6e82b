"""The calls of gateways, as numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Call:
    """A call that began at `at` (epoch ms) and took so many ms; `fault` None: it brought a picture."""

    edit: str
    gateway: str
    model: str
    at: int
    took: int
    fault: str | None = None
    status: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many calls of a gateway for a model ended in a fault, or took so many tenths to bring a picture."""

    gateway: str
    model: str
    fault: str | None
    tenths: int | None
    calls: int


async def add(conn: Connection, calls: Iterable[Call]) -> None:
    """Write some down, each after those of its edit."""
    for each in calls:
        await conn.run(
            """
            INSERT INTO calls (edit, number, gateway, model, at, took, fault, status)
            SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? FROM calls WHERE edit = ?
            """,
            each.edit, each.gateway, each.model, each.at, each.took, each.fault, each.status, each.edit,
        )  # fmt: skip


async def of_edit(conn: Connection, edit: str) -> Sequence[Call]:
    """An edit's, in their order."""
    rows = await conn.all("SELECT * FROM calls WHERE edit = ? ORDER BY number", edit)
    return [
        Call(row["edit"], row["gateway"], row["model"], row["at"], row["took"], row["fault"], row["status"])
        for row in rows
    ]


async def tallies(conn: Connection, since: int) -> Sequence[Tally]:
    """How those ended that began since then."""
    rows = await conn.all(
        """
        SELECT gateway, model, fault, CASE WHEN fault IS NULL THEN took / 100 END AS tenths, count(*) AS calls
        FROM calls WHERE at >= ? GROUP BY gateway, model, fault, tenths
        """,
        since,
    )
    return [Tally(row["gateway"], row["model"], row["fault"], row["tenths"], row["calls"]) for row in rows]


async def sweep(conn: Connection, until: int) -> int:
    """Remove those that began before then; returns how many."""
    return await conn.run("DELETE FROM calls WHERE at < ?", until)
