"""How SQLite runs what is asked of it: each statement with its plan, and who asked for it."""

import inspect
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.storage.connection import Connection, Engine, Row, T, Work

SMALL = frozenset(
    {
        # What an operator set up, or admins do now and then.
        *("migrations", "switches", "alerts", "invites", "broadcasts", "console_links", "console_sessions"),
        # A row, or one for each process.
        *("pulse", "star_cursor", "leases", "turns"),
        # Only what belongs to this moment: each row goes within minutes.
        *("albums", "album_updates", "presses", "signs", "tolls", "checkouts"),
    }
)
"""Tables that stay small however long a bot lives; all others grow with its people and their edits."""
OPEN = frozenset(
    {
        *("edits_unfinished", "edits_unfinished_of", "edits_untold", "inbox_new", "inbox_parked"),
        *("payments_open", "broadcasts_sending"),
    }
)
"""Indexes of what waits for somebody, and of nothing else."""

_MADE = re.compile(r"(?:CO-ROUTINE|MATERIALIZE) (\S+)")
_READ = re.compile(r"(?:SCAN|SEARCH) (\S+)(?:.* USING (?:COVERING )?INDEX (\S+))?")
_CONSTANT = re.compile(r"SCAN (\d+ )?CONSTANT ROWS?")
_SORTED = re.compile(r"USE TEMP B-TREE FOR (?!RIGHT PART)")
"""Not what came in order along an index, where only rows of the same moment are sorted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement, the steps in which SQLite runs it, and the line that asks for it."""

    file: Path
    line: int
    steps: tuple[str, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """Steps that take the longer the more people and edits there ever were."""
        return tuple(_faults(self.steps))


def _faults(steps: Sequence[str]) -> Iterator[str]:
    made = {found[1] for step in steps if (found := _MADE.match(step))}
    growing = [step for step in steps if _grows(step, made)]
    for step in steps:
        if step in growing and (step.startswith("SCAN") or "AUTOMATIC" in step):
            yield step
        if _SORTED.match(step) and growing:
            yield step


def _grows(step: str, made: Collection[str]) -> bool:
    """Whether it reads a table that does, or an index of all of it; `made`: what earlier steps gathered."""
    read = None if _CONSTANT.match(step) else _READ.match(step)
    return read is not None and read[1] not in SMALL and read[1] not in made and read[2] not in OPEN


@dataclass(frozen=True, slots=True)
class Planning:
    """A transaction whose statements are noted, and run."""

    conn: Connection
    asked: list[Asked]

    async def all(self, sql: str, *values: object) -> list[Row]:
        """See `Connection`."""
        await self._note(inspect.currentframe(), sql, values)
        return await self.conn.all(sql, *values)

    async def one(self, sql: str, *values: object) -> Row | None:
        """See `Connection`."""
        await self._note(inspect.currentframe(), sql, values)
        return await self.conn.one(sql, *values)

    async def run(self, sql: str, *values: object) -> int:
        """See `Connection`."""
        await self._note(inspect.currentframe(), sql, values)
        return await self.conn.run(sql, *values)

    async def script(self, sql: str) -> None:
        """See `Connection`; only migrations have scripts."""
        await self.conn.script(sql)

    async def tables(self) -> set[str]:
        """See `Connection`."""
        return await self.conn.tables()

    async def prepare(self) -> None:
        """See `Connection`."""
        await self.conn.prepare()

    async def now(self) -> int:
        """See `Connection`."""
        return await self.conn.now()

    async def _note(self, frame: object, sql: str, values: tuple[object, ...]) -> None:
        assert inspect.isframe(frame)
        asking = frame.f_back
        assert asking
        plan = await self.conn.all(f"EXPLAIN QUERY PLAN {sql}", *values)
        steps = tuple(row["detail"] for row in plan)
        self.asked.append(Asked(Path(asking.f_code.co_filename), asking.f_lineno, steps))


class Planned:
    """An engine, all of whose transactions are noted: for the `engine` of a database."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.name = engine, engine.name
        self.asked: list[Asked] = []

    async def write(self, work: Work[T]) -> T:
        """See `Engine`."""
        return await self.engine.write(self._noted(work))

    async def write_alone(self, work: Work[T]) -> T:
        """See `Engine`."""
        return await self.engine.write_alone(self._noted(work))

    async def write_in_turn(self, work: Work[T]) -> T:
        """See `Engine`."""
        return await self.engine.write_in_turn(self._noted(work))

    async def read(self, work: Work[T]) -> T:
        """See `Engine`."""
        return await self.engine.read(self._noted(work))

    async def empty_log(self) -> None:
        """See `Engine`."""
        await self.engine.empty_log()

    def _noted(self, work: Work[T]) -> Work[T]:
        return lambda conn: work(Planning(conn, self.asked))
