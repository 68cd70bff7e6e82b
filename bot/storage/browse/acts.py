"""What admins did, as operators look through it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.storage.browse import PAGE, Mark, Page, Who, before, names, paged
from bot.storage.database import Connection, Row


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act. `admin` None: the shell; `whom` None: of nobody. `what`: a word of `storage.acts.What`."""

    key: str
    at: int
    admin: Who | None
    what: str
    whom: Who | None
    details: str | None
    why: str | None


async def page(
    conn: Connection, whom: int | None, mark: Mark | None = None, most: int = PAGE
) -> Page[ActLine]:
    """A page of what was done to somebody, or of all."""
    at, key = before(mark)
    only, values = ("whom = ? AND", [whom]) if whom is not None else ("", [])
    rows = await conn.all(
        f"""
        SELECT * FROM admin_acts WHERE {only} at <= ? AND (at < ? OR key < ?)
        ORDER BY at DESC, key DESC LIMIT ?
        """,  # noqa: S608  our own words
        *values, at, at, key, most + 1,
    )  # fmt: skip
    ids = {row[column] for row in rows[:most] for column in ("admin", "whom") if row[column] is not None}
    people = await names.of_people(conn, ids)
    return paged(rows, lambda row: _line(row, people), lambda row: Mark(row["at"], row["key"]), most)


def _line(row: Row, people: Mapping[int, Who]) -> ActLine:
    return ActLine(
        key=row["key"],
        at=row["at"],
        admin=None if row["admin"] is None else people[row["admin"]],
        what=row["what"],
        whom=None if row["whom"] is None else people[row["whom"]],
        details=row["details"],
        why=row["why"],
    )
