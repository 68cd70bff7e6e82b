"""The groups that the bot was addressed in."""

import orjson

from bot.domain.people import Group, Preferences, wallet_of_group
from bot.storage.database import Connection, Row
from bot.storage.people import preferences


async def get(conn: Connection, chat: int) -> Group | None:
    """A group by its id at Telegram."""
    row = await conn.one("SELECT * FROM groups WHERE id = ?", chat)
    return _group(row) if row else None


async def meet(conn: Connection, chat: int, title: str, language: str | None, now: int) -> Group:
    """Write down what a group is called today, and what is spoken there; what was chosen for it stays."""
    row = await conn.one(
        """
        INSERT INTO groups (id, title, language, seen) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, seen = excluded.seen, present = 1,
            language = coalesce(excluded.language, groups.language)
        RETURNING *
        """,
        chat, title, language, now,
    )  # fmt: skip
    assert row is not None  # noqa: S101  an upsert returns its row
    return _group(row)


async def choose_model(conn: Connection, chat: int, model: str | None) -> None:
    """Keep a group's model; None leaves it to the members."""
    await conn.run("UPDATE groups SET model = ? WHERE id = ?", model, chat)


async def prefer(conn: Connection, chat: int, wanted: Preferences) -> None:
    """Keep what a group wishes of all results."""
    await conn.run("UPDATE groups SET preferences = ? WHERE id = ?", orjson.dumps(wanted).decode(), chat)


async def leave(conn: Connection, chat: int) -> None:
    """The bot is no longer in it."""
    await conn.run("UPDATE groups SET present = 0 WHERE id = ?", chat)


async def close(conn: Connection, chat: int, until: int | None) -> None:
    """The bot may not send pictures there; None: perhaps it may again."""
    await conn.run("UPDATE groups SET closed_until = ? WHERE id = ?", until, chat)


async def move(conn: Connection, old: int, new: int, now: int) -> None:
    """A group has a new id; its wallet goes along, and what was chosen, where nothing is chosen there yet."""
    await conn.run(
        """
        INSERT INTO groups (id, title, moved_to, seen, present) VALUES (?, '', ?, ?, 0)
        ON CONFLICT (id) DO UPDATE SET moved_to = excluded.moved_to, present = 0
        """,
        old, new, now,
    )  # fmt: skip
    await conn.run(
        """
        INSERT INTO groups (id, title, model, preferences, language, wallet, seen)
        SELECT ?, title, model, preferences, language, coalesce(wallet, ?), ? FROM groups WHERE id = ?
        ON CONFLICT (id) DO UPDATE SET wallet = excluded.wallet,
            model = coalesce(groups.model, excluded.model),
            preferences = coalesce(nullif(groups.preferences, '{}'), excluded.preferences)
        """,
        new, wallet_of_group(old), now, old,
    )  # fmt: skip


def _group(row: Row) -> Group:
    return Group(
        id=row["id"],
        title=row["title"],
        wallet=row["wallet"] or wallet_of_group(row["id"]),
        model=row["model"],
        preferences=preferences(row["preferences"]),
        language=row["language"],
        present=bool(row["present"]),
        closed_until=row["closed_until"],
        moved_to=row["moved_to"],
    )
