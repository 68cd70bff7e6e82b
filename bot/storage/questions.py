"""What the bot asked people, until they answer or it is forgotten."""

import orjson

from bot.domain.edit import Draft, Place, Source, SourceKind, Wishes
from bot.domain.question import Asked, Question
from bot.storage.database import Connection, Row

_REPLACED = 0


async def put(conn: Connection, question: Question, message: int, expires: int) -> None:
    """Write a question down, asked in `message` (not above 0: on its way); it replaces those before."""
    draft = question.draft
    await replace(conn, draft.place.chat, draft.person)
    await conn.run(
        """
        INSERT INTO questions (chat, message, person, kind, data, expires) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (chat, message) DO UPDATE SET person = excluded.person, kind = excluded.kind,
            data = excluded.data, expires = excluded.expires, answered = NULL
        """,
        draft.place.chat, message, draft.person, question.asked, orjson.dumps(question).decode(), expires,
    )  # fmt: skip


async def sent(conn: Connection, chat: int, coming: int, message: int) -> None:
    """What was on its way was sent as that message."""
    await conn.run("UPDATE questions SET message = ? WHERE chat = ? AND message = ?", message, chat, coming)


async def drop(conn: Connection, chat: int, message: int) -> None:
    """Forget one."""
    await conn.run("DELETE FROM questions WHERE chat = ? AND message = ?", chat, message)


async def at(conn: Connection, chat: int, message: int, person: int, now: int) -> Question | None:
    """What that message asks that person; one that is on its way may be here already."""
    row = await conn.one(
        """
        SELECT data FROM questions
        WHERE chat = ? AND (message = ? OR message <= 0) AND person = ? AND expires > ?
        ORDER BY message DESC LIMIT 1
        """,
        chat, message, person, now,
    )  # fmt: skip
    return _question(row) if row else None


async def newest(
    conn: Connection, chat: int, person: int, update: int, now: int
) -> tuple[int, Question] | None:
    """The question that waits for that update's answer, and the message that asks it."""
    row = await conn.one(
        """
        SELECT message, data FROM questions
        WHERE chat = ? AND person = ? AND expires > ? AND (answered IS NULL OR answered = ?)
        ORDER BY expires DESC, message DESC LIMIT 1
        """,
        chat, person, now, update,
    )  # fmt: skip
    return (row["message"], _question(row)) if row else None


async def answer(conn: Connection, chat: int, message: int, update: int) -> None:
    """That update answers it, so that the next one does not."""
    await conn.run(
        "UPDATE questions SET answered = ? WHERE chat = ? AND message = ? AND answered IS NULL",
        update, chat, message,
    )  # fmt: skip


async def reopen(conn: Connection, chat: int, message: int, update: int) -> None:
    """That update did not answer it after all."""
    await conn.run(
        "UPDATE questions SET answered = NULL WHERE chat = ? AND message = ? AND answered = ?",
        chat, message, update,
    )  # fmt: skip


async def replace(conn: Connection, chat: int, person: int) -> None:
    """No question waits any more for the next words of that person."""
    await conn.run(
        "UPDATE questions SET answered = ? WHERE chat = ? AND person = ? AND answered IS NULL",
        _REPLACED, chat, person,
    )  # fmt: skip


async def forget(conn: Connection, person: int) -> None:
    """Forget what a person was asked."""
    await conn.run("DELETE FROM questions WHERE person = ?", person)


async def sweep(conn: Connection, now: int) -> int:
    """Forget what nobody answered in time."""
    return await conn.run("DELETE FROM questions WHERE expires <= ?", now)


def _question(row: Row) -> Question:
    kept = orjson.loads(row["data"])
    draft = kept["draft"]
    return Question(
        Asked(kept["asked"]),
        Draft(
            person=draft["person"],
            place=Place(**draft["place"]),
            prompt=draft["prompt"],
            sources=tuple(Source(**{**each, "kind": SourceKind(each["kind"])}) for each in draft["sources"]),
            wishes=Wishes(**draft["wishes"]),
            model=draft["model"],
            parent=draft["parent"],
        ),
        kept["preset"],
        kept.get("command"),
    )
