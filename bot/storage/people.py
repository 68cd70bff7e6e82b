"""Everybody who wrote to the bot."""

import orjson

from bot.domain.edit import Wishes
from bot.domain.people import Person, Preferences
from bot.storage.database import Connection, Row


async def meet(conn: Connection, person: Person, now: int, *, private: bool = False) -> Person:
    """Write down who somebody is today, and whether they write in private; what they chose stays."""
    row = await conn.one(
        """
        INSERT INTO people (id, name, username, spoken, met, seen, private) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, username = excluded.username,
            spoken = excluded.spoken, seen = excluded.seen, reachable = 1,
            private = CASE WHEN excluded.private = 1 THEN 1 ELSE people.private END
        RETURNING *
        """,
        person.id, person.name, person.username, person.spoken, now, now, int(private),
    )  # fmt: skip
    assert row is not None  # noqa: S101  an upsert returns its row
    return _person(row)


async def get(conn: Connection, person: int) -> Person | None:
    """Somebody by Telegram's id."""
    row = await conn.one("SELECT * FROM people WHERE id = ?", person)
    return _person(row) if row else None


async def by_username(conn: Connection, username: str) -> Person | None:
    """Whoever was last seen under that name; names change hands."""
    row = await conn.one(
        "SELECT * FROM people WHERE lower(username) = lower(?) ORDER BY seen DESC LIMIT 1", username
    )
    return _person(row) if row else None


async def choose_model(conn: Connection, person: int, model: str) -> None:
    """Keep the model that somebody chose."""
    await conn.run("UPDATE people SET model = ? WHERE id = ?", model, person)


async def choose_language(conn: Connection, person: int, language: str | None) -> None:
    """Keep the language that somebody chose; None follows Telegram's again."""
    await conn.run("UPDATE people SET language = ? WHERE id = ?", language, person)


async def prefer(conn: Connection, person: int, preferences: Preferences) -> None:
    """Keep what somebody wishes of all results."""
    await conn.run(
        "UPDATE people SET preferences = ? WHERE id = ?", orjson.dumps(preferences).decode(), person
    )


async def mark_reachable(conn: Connection, person: int, *, reachable: bool) -> None:
    """Whether the bot can write to somebody: no longer after being blocked."""
    await conn.run("UPDATE people SET reachable = ? WHERE id = ?", int(reachable), person)


async def ban(conn: Connection, person: int, until: int | None, now: int) -> None:
    """Shut somebody out, be it before their first word."""
    await conn.run(
        """
        INSERT INTO people (id, name, met, seen, banned, banned_until) VALUES (?, '', ?, ?, 1, ?)
        ON CONFLICT (id) DO UPDATE SET banned = 1, banned_until = excluded.banned_until
        """,
        person, now, now, until,
    )  # fmt: skip


async def unban(conn: Connection, person: int) -> None:
    """Let somebody in again."""
    await conn.run("UPDATE people SET banned = 0, banned_until = NULL WHERE id = ?", person)


async def forget(conn: Connection, person: int) -> None:
    """Forget how somebody is called; an id without a name stays, with what was chosen, and a ban."""
    await conn.run("UPDATE people SET name = '', username = NULL WHERE id = ?", person)


def preferences(text: str) -> Preferences:
    """Preferences as they were written down."""
    kept = orjson.loads(text)
    return Preferences(Wishes(**kept.get("wishes", {})), kept.get("caption"), kept.get("quote"))


def _person(row: Row) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        username=row["username"],
        spoken=row["spoken"],
        language=row["language"],
        model=row["model"],
        banned=bool(row["banned"]),
        admitted=row["admitted"] is not None,
        reachable=bool(row["reachable"]),
        preferences=preferences(row["preferences"]),
        banned_until=row["banned_until"],
    )
