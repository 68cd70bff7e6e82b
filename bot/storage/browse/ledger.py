"""The ledger, as operators look through it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.storage.browse import PAGE, Mark, Page, Who, before, names, paged
from bot.storage.database import Connection, Row


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry: how the credits that are left changed. `admin`: who granted or gave; `note`: why, a limit."""

    key: str
    at: int
    wallet: str
    who: Who
    kind: str
    free: int
    paid: int
    edit: str | None
    admin: Who | None
    note: str | None

    @property
    def credits(self) -> int:
        """Both together."""
        return self.free + self.paid


async def page(
    conn: Connection, wallet: str | None, mark: Mark | None = None, most: int = PAGE
) -> Page[EntryLine]:
    """A page of a wallet's entries, or of everybody's."""
    at, key = before(mark)
    only, values = ("wallet = ? AND", [wallet]) if wallet else ("", [])
    rows = await conn.all(
        f"""
        SELECT * FROM ledger WHERE {only} at <= ? AND (at < ? OR key < ?)
        ORDER BY at DESC, key DESC LIMIT ?
        """,  # noqa: S608  our own words
        *values, at, at, key, most + 1,
    )  # fmt: skip
    wallets, people = await _named(conn, rows[:most])
    return paged(rows, lambda row: _line(row, wallets, people), lambda row: Mark(row["at"], row["key"]), most)


async def of_edit(conn: Connection, edit: str) -> Sequence[EntryLine]:
    """An edit's hold, and its end."""
    rows = await conn.all(
        "SELECT * FROM ledger WHERE key IN ('hold:' || ?, 'end:' || ?) ORDER BY at, kind", edit, edit
    )
    wallets, people = await _named(conn, rows)
    return [_line(row, wallets, people) for row in rows]


async def _named(conn: Connection, rows: Sequence[Row]) -> tuple[Mapping[str, Who], Mapping[int, Who]]:
    wallets = await names.of_wallets(conn, {row["wallet"] for row in rows})
    people = await names.of_people(conn, {row["admin"] for row in rows if row["admin"] is not None})
    return wallets, people


def _line(row: Row, wallets: Mapping[str, Who], people: Mapping[int, Who]) -> EntryLine:
    return EntryLine(
        key=row["key"],
        at=row["at"],
        wallet=row["wallet"],
        who=wallets[row["wallet"]],
        kind=row["kind"],
        free=row["free"],
        paid=row["paid"],
        edit=row["edit"],
        admin=None if row["admin"] is None else people[row["admin"]],
        note=row["note"],
    )
