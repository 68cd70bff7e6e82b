"""Edits, as operators look through them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.edit import UNFINISHED, Edit, State
from bot.storage.browse import PAGE, Mark, Page, Who, before, paged
from bot.storage.database import Connection, Row
from bot.storage.edits import from_row

_UNFINISHED = ", ".join(f"'{state}'" for state in UNFINISHED)
_MANY = 1_000_000
_LINES = """
    SELECT edits.*, people.name, people.username
    FROM edits LEFT JOIN people ON people.id = edits.person
"""


@dataclass(frozen=True, slots=True)
class EditLine:
    """An edit, whose it is, and when it ended (epoch ms)."""

    edit: Edit
    who: Who
    ended: int | None


@dataclass(frozen=True, slots=True)
class Sought:
    """Which edits; None: whichever. `error`: the text key that they failed with."""

    state: State | None = None
    error: str | None = None
    person: int | None = None
    model: str | None = None


async def page(
    conn: Connection, sought: Sought, mark: Mark | None = None, most: int = PAGE
) -> Page[EditLine]:
    """A page of them, read along the one index that fits best, whatever the statistics say."""
    found = _conditions(sought)
    terms, values = "".join(f"{term} AND " for term, _ in found), [value for _, value in found]
    at, key = before(mark)
    rows = await conn.all(
        f"""
        {_LINES} WHERE {terms} created <= ? AND (created < ? OR edits.id < ?)
        ORDER BY created DESC, edits.id DESC LIMIT ?
        """,
        *values, at, at, key, most + 1,
    )  # fmt: skip
    return paged(rows, _line, lambda row: Mark(row["created"], row["id"]), most)


async def live(conn: Connection, most: int) -> Sequence[EditLine]:
    """What has not ended, the newest."""
    rows = await conn.all(
        f"{_LINES} WHERE state IN ({_UNFINISHED}) ORDER BY created DESC, edits.id DESC LIMIT ?", most
    )
    return [_line(row) for row in rows]


async def unfinished(conn: Connection) -> int:
    """How many have not ended; in order, or another index would look better, and be read from end to end."""
    row = await conn.one(
        f"""
        SELECT count(*) AS n FROM (
            SELECT created FROM edits WHERE state IN ({_UNFINISHED}) ORDER BY created LIMIT {_MANY}
        ) AS living
        """  # noqa: S608  our own words
    )
    return row["n"] if row else 0


async def get(conn: Connection, edit: str) -> EditLine | None:
    """One of them."""
    row = await conn.one(f"{_LINES} WHERE edits.id = ?", edit)
    return _line(row) if row else None


def _conditions(sought: Sought) -> list[tuple[str, object]]:
    """What is asked for: the narrowest first, along its index; the others are kept from choosing theirs."""
    living, ended = f"state IN ({_UNFINISHED}) AND state = ?", "state = ? AND ended IS NOT NULL"
    unfinished = sought.state is not None and not sought.state.ended
    wanted = [
        (living, "", sought.state if unfinished else None),
        ("edits.person = ?", "edits.person + 0 = ?", sought.person),
        ("edits.error = ?", "edits.error || '' = ?", sought.error),
        ("edits.model = ?", "edits.model || '' = ?", sought.model),
        (ended, "state || '' = ?", None if unfinished else sought.state),
    ]
    asked = [(along, beside, value) for along, beside, value in wanted if value is not None]
    return [(beside if number else along, value) for number, (along, beside, value) in enumerate(asked)]


def _line(row: Row) -> EditLine:
    return EditLine(from_row(row), Who(row["person"], row["name"] or "", row["username"]), row["ended"])
