"""Edits as rows. Every move names the state that it leaves: one that is no longer there moves nothing."""

from collections.abc import Sequence

import orjson

from bot.domain.comparison import Comparison
from bot.domain.edit import MOVES, UNFINISHED, Edit, Options, Place, Source, SourceKind, State
from bot.domain.picture import Kind, Picture, Stored
from bot.domain.ports import Outcome
from bot.storage.database import Connection, Row

_UNFINISHED = ", ".join(f"'{state}'" for state in UNFINISHED)


async def insert(conn: Connection, edit: Edit, update: int, part: int = 0) -> None:
    """Write an accepted edit down; `part` tells those apart that one update started."""
    await conn.run(
        """
        INSERT INTO edits (id, update_id, part, wallet, person, chat, message, thread,
            model, prompt, sources, options, price, state, created, parent, comparison)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        edit.id, update, part, edit.wallet, edit.person, edit.place.chat, edit.place.message,
        edit.place.thread, edit.model, edit.prompt, _json(edit.sources), _json(edit.options), edit.price,
        edit.state, edit.created, edit.parent, edit.comparison,
    )  # fmt: skip


async def get(conn: Connection, edit: str) -> Edit | None:
    """One edit by its id."""
    row = await conn.one("SELECT * FROM edits WHERE id = ?", edit)
    return from_row(row) if row else None


async def by_update(conn: Connection, update: int) -> Edit | None:
    """The edit that an update started, so that the same update starts no second one."""
    row = await conn.one("SELECT * FROM edits WHERE update_id = ? AND part = 0", update)
    return from_row(row) if row else None


async def compared(conn: Connection, comparison: str) -> Comparison:
    """All edits of a comparison."""
    rows = await conn.all("SELECT * FROM edits WHERE comparison = ? ORDER BY part", comparison)
    return Comparison(tuple(map(from_row, rows)), told=all(row["told"] for row in rows))


async def last_of(conn: Connection, person: int, chat: int) -> Edit | None:
    """What somebody asked for last in a chat; of a comparison the first model's."""
    row = await conn.one(
        """
        SELECT * FROM edits WHERE person = ? AND chat = ? AND prompt <> ''
        ORDER BY created DESC, update_id DESC, part LIMIT 1
        """,
        person, chat,
    )  # fmt: skip
    return from_row(row) if row else None


async def unfinished(conn: Connection) -> Sequence[Edit]:
    """All that has not ended, in the order of arrival."""
    return [
        from_row(row)
        for row in await conn.all(f"SELECT * FROM edits WHERE state IN ({_UNFINISHED}) ORDER BY created, id")  # noqa: S608  our own words
    ]


async def unfinished_of(conn: Connection, person: int) -> Sequence[Edit]:
    """A person's edits that have not ended, whoever pays for them."""
    # "+ 0": among all that has not ended, which is little, instead of among all that they ever asked for.
    sql = f"SELECT * FROM edits WHERE person + 0 = ? AND state IN ({_UNFINISHED}) ORDER BY created, id"  # noqa: S608  our own words
    return [from_row(row) for row in await conn.all(sql, person)]


async def count_unfinished(conn: Connection, wallet: str, person: int) -> int:
    """How many of a person's edits have not ended, of those that a wallet pays for."""
    row = await conn.one(
        f"SELECT count(*) AS n FROM edits WHERE wallet = ? AND person + 0 = ? AND state IN ({_UNFINISHED})",  # noqa: S608  our own words
        wallet, person,
    )  # fmt: skip
    return row["n"] if row else 0


async def of(conn: Connection, person: int) -> Sequence[Edit]:
    """All that a person ever asked for."""
    return [
        from_row(row)
        for row in await conn.all("SELECT * FROM edits WHERE person = ? ORDER BY created", person)
    ]


async def latest_of(
    conn: Connection, person: int, chat: int | None, *, most: int, skipped: int
) -> Sequence[Edit]:
    """What somebody asked for, newest first, in one chat or anywhere."""
    rows = await conn.all(
        """
        SELECT * FROM edits WHERE person = ? AND (CAST(? AS BIGINT) IS NULL OR chat = ?)
        ORDER BY created DESC, update_id DESC, part LIMIT ? OFFSET ?
        """,
        person, chat, chat, most, skipped,
    )  # fmt: skip
    return [from_row(row) for row in rows]


async def unfinished_in(conn: Connection, chat: int) -> Sequence[Edit]:
    """What has not ended of all that was asked for in a chat."""
    sql = f"SELECT * FROM edits WHERE chat = ? AND state IN ({_UNFINISHED}) ORDER BY created, id"  # noqa: S608  our own words
    return [from_row(row) for row in await conn.all(sql, chat)]


async def asked_since(conn: Connection, person: int, since: int) -> Sequence[int]:
    """When a person asked for edits since then, one moment for each."""
    rows = await conn.all("SELECT created FROM edits WHERE person = ? AND created > ?", person, since)
    return [row["created"] for row in rows]


async def spent(conn: Connection, wallet: str, person: int, since: int) -> int:
    """What a person has held or spent of a wallet since then."""
    row = await conn.one(
        """
        SELECT coalesce(sum(price), 0) AS n FROM edits
        WHERE wallet = ? AND person = ? AND created >= ? AND state NOT IN ('failed', 'cancelled')
        """,
        wallet, person, since,
    )  # fmt: skip
    return row["n"] if row else 0


async def spenders(conn: Connection, wallet: str, since: int, limit: int) -> Sequence[tuple[int, int]]:
    """Who has held or spent most of a wallet since then: person, credits."""
    rows = await conn.all(
        """
        SELECT person, sum(price) AS n FROM edits
        WHERE wallet = ? AND created >= ? AND state NOT IN ('failed', 'cancelled') AND price > 0
        GROUP BY person ORDER BY n DESC, person LIMIT ?
        """,
        wallet, since, limit,
    )  # fmt: skip
    return [(row["person"], row["n"]) for row in rows]


async def move_chat(conn: Connection, old: int, new: int) -> None:
    """What is in work goes on in another chat, where no message of the old one has its number."""
    await conn.run(
        f"""
        UPDATE edits SET chat = ?, message = 0, status_message = NULL
        WHERE chat = ? AND state IN ({_UNFINISHED})
        """,  # noqa: S608  our own words
        new, old,
    )  # fmt: skip


async def forget(conn: Connection, person: int) -> None:
    """Remove the content of a person's edits that have ended; the rows stay: the ledger names them."""
    await conn.run(
        "DELETE FROM messages WHERE edit IN (SELECT id FROM edits WHERE person = ? AND ended IS NOT NULL)",
        person,
    )
    await conn.run(
        """
        UPDATE edits SET prompt = '', sources = '[]', options = '{}', results = '[]', words = NULL,
            chat = 0, message = 0, thread = NULL, status_message = NULL, told = 1
        WHERE person = ? AND ended IS NOT NULL
        """,
        person,
    )


async def move(  # noqa: PLR0913  all that a move changes
    conn: Connection,
    edit: str,
    before: State,
    after: State,
    *,
    now: int,
    error: str | None = None,
    holder: str | None = None,
) -> bool:
    """Move an edit on; False if it is no longer in `before`, or somebody else than `holder` works on it."""
    if after not in MOVES[before]:
        raise ValueError(f"{before} -> {after} is no move")
    return bool(
        await conn.run(
            """
            UPDATE edits SET state = ?, calls = calls + ?, error = ?, ended = ?,
                called = CASE WHEN ? THEN ? ELSE called END, answered = CASE WHEN ? THEN ? ELSE answered END
            WHERE id = ? AND state = ? AND holder = coalesce(?, holder)
            """,
            after, int(after is State.CALLING), error, now if after.ended else None,
            after is State.CALLING, now, after is State.FETCHED, now, edit, before, holder,
        )
    )  # fmt: skip


async def take(conn: Connection, edit: str, holder: str) -> Edit | None:
    """From now on `holder` moves it on, and nobody else; None if there is none."""
    row = await conn.one("UPDATE edits SET holder = ? WHERE id = ? RETURNING *", holder, edit)
    return from_row(row) if row else None


async def keep_outcome(conn: Connection, edit: str, outcome: Outcome) -> None:
    """Note which pictures in the spool are the answer, and whose."""
    await conn.run(
        "UPDATE edits SET results = ?, words = ?, gateway = ? WHERE id = ?",
        _json(outcome.pictures), outcome.text, outcome.gateway, edit,
    )  # fmt: skip


def _json(value: object) -> str:
    return orjson.dumps(value).decode()


def from_row(row: Row) -> Edit:
    """The edit that stands in a row."""
    return Edit(
        id=row["id"],
        wallet=row["wallet"],
        person=row["person"],
        place=Place(row["chat"], row["message"], row["thread"]),
        model=row["model"],
        prompt=row["prompt"],
        sources=tuple(
            Source(each["file_id"], SourceKind(each["kind"]), each["size"], each.get("key"))
            for each in orjson.loads(row["sources"])
        ),
        options=Options(**orjson.loads(row["options"])),
        price=row["price"],
        state=State(row["state"]),
        created=row["created"],
        calls=row["calls"],
        status_message=row["status_message"],
        results=tuple(_stored(**each) for each in orjson.loads(row["results"])),
        words=row["words"],
        error=row["error"],
        parent=row["parent"],
        comparison=row["comparison"],
        called=row["called"],
        answered=row["answered"],
        gateway=row["gateway"],
        holder=row["holder"],
        told=bool(row["told"]),
    )


def _stored(key: str, picture: dict[str, object]) -> Stored:
    return Stored(key, Picture(Kind(picture["kind"]), picture["width"], picture["height"], picture["size"]))  # type: ignore[arg-type]
