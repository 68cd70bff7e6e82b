"""Edits and updates as jobs, where many processes share a database: each is put there with what it is about.

Which lines there are, who waits behind whom, and what nobody works on. Jobs are rows of procrastinate's;
`postgres/jobs.py` takes them. https://procrastinate.readthedocs.io
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.edit import UNFINISHED, Edit
from bot.storage.database import Connection
from bot.storage.edits import from_row

_UNFINISHED = ", ".join(f"'{state}'" for state in UNFINISHED)
_NO_JOB = "NOT EXISTS (SELECT 1 FROM procrastinate_jobs WHERE queueing_lock = {} AND status IN ('todo', 'doing'))"


class Queue(StrEnum):
    """What a job is about."""

    EDITS = "edits"
    UPDATES = "updates"


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be done by any process, after all others in the same lane; more urgent ones come first.

    `key`: what it is about, in one job at a time.
    """

    queue: Queue
    key: str
    lane: str
    urgency: int = 0


FIRST = 1
"""The urgency of what was begun before: results come before new work, whose urgency is 0 or less."""


async def put(conn: Connection, job: Job) -> None:
    """Have it done once this transaction is committed."""
    await conn.one(
        """
        SELECT procrastinate_defer_jobs_v1(ARRAY[
            ROW(CAST(? AS text), CAST(? AS text), CAST(? AS integer), CAST(? AS text), CAST(? AS text),
                jsonb_build_object('key', CAST(? AS text)), NULL)
        ]::procrastinate_job_to_defer_v1[])
        """,
        job.queue, job.queue, job.urgency, job.lane, job.key, job.key,
    )  # fmt: skip


async def drop(conn: Connection, key: str) -> None:
    """Have it done no more; whoever is at it is told to stop."""
    await conn.all(
        """
        SELECT procrastinate_cancel_job_v1(id, true, true) FROM procrastinate_jobs
        WHERE queueing_lock = ? AND status IN ('todo', 'doing')
        """,
        key,
    )


async def is_there(conn: Connection, key: str) -> bool:
    """Whether it is still to be done, or being done."""
    return await conn.one(f"SELECT 1 AS n WHERE NOT ({_NO_JOB.format('?')})", key) is None  # noqa: S608  our own words


async def rounds(conn: Connection, wallet: str) -> tuple[int | None, int | None, int | None]:
    """The wallet's last unfinished round, the last one that is served, the first one that waits."""
    row = await conn.one(
        f"""
        SELECT max(CASE WHEN wallet = ? THEN round END) AS mine,
            max(CASE WHEN state <> 'waiting' THEN round END) AS served,
            min(CASE WHEN state = 'waiting' THEN round END) AS least
        FROM edits WHERE state IN ({_UNFINISHED})
        """,  # noqa: S608  our own words
        wallet,
    )
    assert row is not None  # noqa: S101  an aggregate gives a row
    return row["mine"], row["served"], row["least"]


async def lanes(conn: Connection, wallet: str) -> Mapping[int, int]:
    """How many unfinished edits are in each of a wallet's lanes."""
    rows = await conn.all(
        f"SELECT lane, count(*) AS n FROM edits WHERE wallet = ? AND state IN ({_UNFINISHED}) GROUP BY lane",  # noqa: S608  our own words
        wallet,
    )
    return {row["lane"]: row["n"] for row in rows}


async def line_up(conn: Connection, edit: str, turn: int, lane: int) -> None:
    """Its round, and its lane among its wallet's."""
    await conn.run("UPDATE edits SET round = ?, lane = ? WHERE id = ?", turn, lane, edit)


async def waiting(conn: Connection) -> tuple[Sequence[tuple[str, str]], int]:
    """Edits that wait, each with its wallet, in the order of their turns; and how many are in work."""
    rows = await conn.all("SELECT id, wallet FROM edits WHERE state = 'waiting' ORDER BY round, created, id")
    row = await conn.one("SELECT count(*) AS n FROM edits WHERE state IN ('calling', 'fetched', 'delivering')")
    return [(row["id"], row["wallet"]) for row in rows], row["n"] if row else 0


async def forsaken_edits(conn: Connection, before: int) -> Sequence[Edit]:
    """What has not ended, or ended before that time and nobody said so, and nobody will do."""
    rows = await conn.all(
        f"""
        SELECT * FROM edits WHERE (state IN ({_UNFINISHED}) OR (told = 0 AND ended < ?))
            AND {_NO_JOB.format("edits.id")}
        """,  # noqa: S608  our own words
        before,
    )
    return [from_row(row) for row in rows]


async def forsaken_updates(conn: Connection, before: int) -> Sequence[tuple[int, str]]:
    """Updates that came before that time, were not handled, and that nobody will handle: id and body."""
    rows = await conn.all(
        f"""
        SELECT update_id, body FROM inbox WHERE state = 'new' AND received < ?
            AND {_NO_JOB.format("'update/' || inbox.update_id")} ORDER BY received, update_id
        """,  # noqa: S608  our own words
        before,
    )
    return [(row["update_id"], row["body"]) for row in rows]
