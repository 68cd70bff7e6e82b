"""Sums over what happened, a day at a time: nobody waits long for the reader. Never a person's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from bot.domain.days import Day
from bot.domain.edit import State
from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Tally:
    """How many edits of a day are in a state, with a model, failed for a reason; and their price in all."""

    state: State
    model: str
    error: str
    edits: int
    credits: int


@dataclass(frozen=True, slots=True)
class Took:
    """How many edits of a model took so many tenths of a second, to two digits: 9.8 s, 46 s, 120 s."""

    model: str
    tenths: int
    edits: int


async def tallies(conn: Connection, day: Day) -> Sequence[Tally]:
    """The edits that were asked for on a day."""
    rows = await conn.all(
        """
        SELECT state, model, coalesce(error, '') AS error, count(*) AS edits, sum(price) AS credits
        FROM edits WHERE created >= ? AND created < ? GROUP BY state, model, error
        """,
        *day,
    )
    return [
        Tally(State(row["state"]), row["model"], row["error"], row["edits"], row["credits"]) for row in rows
    ]


async def times(conn: Connection, start: int, end: int) -> tuple[Sequence[Took], Sequence[Took]]:
    """How long those took that were asked for then and are done: at the gateway, and in all."""
    gateway = await _times(conn, "answered - called", start, end)
    return gateway, await _times(conn, "ended - created", start, end)


async def _times(conn: Connection, span: str, start: int, end: int) -> Sequence[Took]:
    rows = await conn.all(
        f"""
        SELECT model, CASE WHEN took < 100 THEN took WHEN took < 1000 THEN (took + 5) / 10 * 10
            WHEN took < 10000 THEN (took + 50) / 100 * 100 ELSE (took + 500) / 1000 * 1000 END AS tenths,
            count(*) AS edits
        FROM (
            SELECT model, ({span}) / 100 AS took FROM edits WHERE state = 'done' AND ended IS NOT NULL
                AND answered IS NOT NULL AND created >= ? AND created < ?
        ) AS taken
        GROUP BY model, tenths
        """,  # noqa: S608  our own words
        start, end,
    )  # fmt: skip
    return [Took(row["model"], row["tenths"], row["edits"]) for row in rows]


async def people(conn: Connection, start: int, end: int) -> int:
    """How many people asked for an edit from then until then."""
    row = await conn.one(
        "SELECT count(DISTINCT person) AS n FROM edits WHERE created >= ? AND created < ?", start, end
    )
    return row["n"] if row else 0


async def more_than(conn: Connection, most: int, day: Day) -> bool:
    """Whether more edits than that were asked for on a day."""
    row = await conn.one(
        "SELECT 1 FROM edits WHERE created >= ? AND created < ? ORDER BY created LIMIT 1 OFFSET ?", *day, most
    )
    return row is not None


async def active(conn: Connection, since: int) -> int:
    """How many people wrote to the bot since then."""
    row = await conn.one("SELECT count(*) AS n FROM people WHERE seen >= ?", since)
    return row["n"] if row else 0


async def newcomers(conn: Connection, start: int, end: int) -> int:
    """How many people wrote to the bot for the first time."""
    row = await conn.one("SELECT count(*) AS n FROM people WHERE met >= ? AND met < ?", start, end)
    return row["n"] if row else 0


async def spent(conn: Connection, wallet: str, days: Sequence[Day]) -> Sequence[int]:
    """What a wallet's edits that are done cost, by the days on which they were asked for."""
    rows = await conn.all(
        f"""
        WITH days (number, first, until) AS (VALUES {", ".join(["(?, ?, ?)"] * len(days))})
        SELECT (
            SELECT coalesce(sum(price), 0) FROM edits
            WHERE wallet = ? AND state = 'done' AND created >= first AND created < until
        ) AS credits FROM days ORDER BY number
        """,  # noqa: S608  question marks
        *chain.from_iterable((number, *day) for number, day in enumerate(days)), wallet,
    )  # fmt: skip
    return [row["credits"] for row in rows]
