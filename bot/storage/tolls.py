"""What the processes of a cluster sent lately to each place (`domain/toll.py`)."""

import json
from collections.abc import Mapping, Sequence
from itertools import chain

from bot.domain.toll import Book
from bot.storage.database import Connection


async def taken(conn: Connection, places: Sequence[int]) -> dict[int, Book]:
    """What is written of places; nobody else reads or changes it until the transaction ends.

    In this order: whoever wants the same places takes them one after the other, in one order for all.
    """
    rows = await conn.all(
        f"""
        INSERT INTO tolls (place) VALUES {", ".join(["(?)"] * len(places))}
        ON CONFLICT (place) DO UPDATE SET over = tolls.over RETURNING place, flying, landed, closed
        """,  # noqa: S608  only question marks
        *places,
    )
    return {
        row["place"]: Book(tuple(json.loads(row["flying"])), tuple(json.loads(row["landed"])), row["closed"])
        for row in rows
    }


async def keep(conn: Connection, books: Mapping[int, Book]) -> None:
    """Write down what became of places."""
    values = [
        (place, json.dumps(book.flying), json.dumps(book.landed), book.closed, book.over())
        for place, book in books.items()
    ]
    await conn.run(
        f"""
        INSERT INTO tolls (place, flying, landed, closed, over)
        VALUES {", ".join(["(?, ?, ?, ?, ?)"] * len(values))}
        ON CONFLICT (place) DO UPDATE SET flying = excluded.flying, landed = excluded.landed,
            closed = excluded.closed, over = excluded.over
        """,  # noqa: S608  only question marks
        *chain.from_iterable(values),
    )


async def sweep(conn: Connection, before: int) -> int:
    """Remove what was over by then; returns how many places."""
    return await conn.run("DELETE FROM tolls WHERE over < ?", before)
