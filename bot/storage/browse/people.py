"""People, as operators look for them."""

from dataclasses import dataclass

from bot.storage.browse import PAGE, Mark, Page, Who, before, paged
from bot.storage.database import Connection, Row

_NAMED = r"lower(names.name) LIKE ? ESCAPE '\'"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody; `met`, `seen`: when they first and last wrote (epoch ms). A ban may end: `banned_until`."""

    who: Who
    language: str | None
    model: str | None
    banned: bool
    banned_until: int | None
    reachable: bool
    met: int
    seen: int


async def newest(conn: Connection, name: str, mark: Mark | None = None, most: int = PAGE) -> Page[PersonLine]:
    """A page of people whose name or username holds these letters in any case; all, where there are none."""
    at, key = before(mark)
    like, values = _likes(name)
    rows = await conn.all(
        f"""
        SELECT people.* FROM (
            SELECT id FROM people AS names
            WHERE met <= ? AND (met < ? OR id < ?) {like}
            ORDER BY met DESC, id DESC LIMIT ?
        ) AS found JOIN people ON people.id = found.id ORDER BY met DESC, people.id DESC
        """,  # noqa: S608  question marks
        at, at, int(key or 0), *values, most + 1,
    )  # fmt: skip
    return _page(rows, most)


async def by_username(conn: Connection, prefix: str, most: int = PAGE) -> Page[PersonLine]:
    """Those whose username begins so, in the order of the alphabet."""
    low = prefix.lower()
    rows = await conn.all(
        """
        SELECT * FROM people WHERE lower(username) >= ? AND lower(username) < ?
        ORDER BY lower(username) LIMIT ?
        """,
        low, low + "\U0010ffff", most,
    )  # fmt: skip
    return _page(rows, most)


async def by_id(conn: Connection, person: int) -> Page[PersonLine]:
    """The one of that number."""
    return _page(await conn.all("SELECT * FROM people WHERE id = ?", person), 1)


def _page(rows: list[Row], most: int) -> Page[PersonLine]:
    return paged(rows, _line, lambda row: Mark(row["met"], str(row["id"])), most)


def _likes(name: str) -> tuple[str, list[str]]:
    """A term and its values. SQLite's lower() knows ASCII alone, PostgreSQL's all; usernames are ASCII."""
    if not name:
        return "", []
    if name.isascii():
        return rf"AND ({_NAMED} OR lower(names.username) LIKE ? ESCAPE '\')", [_like(name)] * 2
    spelled = sorted({_like(each) for each in (name, name.lower(), name.upper(), name.title())})
    return f"AND ({' OR '.join([_NAMED] * len(spelled))})", spelled


def _like(text: str) -> str:
    low = "".join(each.lower() if each.isascii() else each for each in text)
    return "%" + "".join(f"\\{each}" if each in "\\%_" else each for each in low) + "%"


def _line(row: Row) -> PersonLine:
    return PersonLine(
        who=Who(row["id"], row["name"], row["username"]),
        language=row["language"] or row["spoken"],
        model=row["model"],
        banned=bool(row["banned"]),
        banned_until=row["banned_until"],
        reachable=bool(row["reachable"]),
        met=row["met"],
        seen=row["seen"],
    )
