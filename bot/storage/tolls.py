"""What the processes of a cluster sent lately to each place (`domain/toll.py`)."""

import json

from bot.domain.toll import Book
from bot.storage.database import Connection


async def taken(conn: Connection, place: int) -> Book:
    """What is written of a place; nobody else reads or changes it until the transaction ends."""
    row = await conn.one(
        """
        INSERT INTO tolls (place) VALUES (?) ON CONFLICT (place) DO UPDATE SET over = tolls.over
        RETURNING flying, landed, closed
        """,
        place,
    )
    assert row is not None  # noqa: S101  an INSERT that returns
    return Book(tuple(json.loads(row["flying"])), tuple(json.loads(row["landed"])), row["closed"])


async def keep(conn: Connection, place: int, book: Book) -> None:
    """Write down what became of it."""
    await conn.run(
        "UPDATE tolls SET flying = ?, landed = ?, closed = ?, over = ? WHERE place = ?",
        json.dumps(book.flying),
        json.dumps(book.landed),
        book.closed,
        book.over(),
        place,
    )


async def sweep(conn: Connection, before: int) -> int:
    """Remove what was over by then; returns how many places."""
    return await conn.run("DELETE FROM tolls WHERE over < ?", before)
