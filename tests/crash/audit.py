"""The books, gone over by somebody who shares no code with those who keep them."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString, Protocol

FREE = 10
"""`quota.free`, credits a period."""

WAITING = """
    SELECT 1 FROM edits WHERE ended IS NULL OR told = 0
    UNION ALL SELECT 1 FROM inbox WHERE state = 'new'
"""
"""Gives a row while anything is left to be done."""
_ENDS = {"done": "settle", "failed": "release", "cancelled": "release"}


class Asked(Protocol):
    """A connection, of SQLite or of PostgreSQL."""

    def execute(self, sql: LiteralString, /) -> Iterable[Any]: ...


@dataclass(frozen=True, slots=True)
class Row:
    """An edit as it stands in the database."""

    id: str
    message: int
    state: str
    calls: int
    status_message: int | None
    error: str | None
    told: int

    @property
    def ended(self) -> bool:
        return self.state in _ENDS

    @property
    def answered(self) -> bool:
        """The gateway's pictures are stored."""
        return self.state in {"fetched", "delivering", "done"}


@dataclass(frozen=True, slots=True)
class Books:
    """What stood in the database at one moment: edits by the message that asked for them, and faults."""

    edits: dict[int, Row]
    faults: tuple[str, ...]
    states: tuple[str, ...] = ()
    overcharged: int = 0
    """Edits for which more than their price was taken."""


def of_the_dead(data: Path, copy: Path) -> Books:
    """The books of a bot that was killed, from a copy: opening the files would do the next start's work."""
    copy.mkdir(exist_ok=True)
    for name in ("darkroom.db", "darkroom.db-wal"):
        (copy / name).unlink(missing_ok=True)
        if (data / name).exists():
            shutil.copyfile(data / name, copy / name)
    (copy / "darkroom.db-shm").unlink(missing_ok=True)
    return _read(copy / "darkroom.db")


def all_ended(data: Path) -> bool:
    """Nothing waits in the books of a bot that lives."""
    file = data / "darkroom.db"
    if not file.exists():
        return False
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
        return database.execute(WAITING).fetchone() is None


def _read(file: Path) -> Books:
    with closing(sqlite3.connect(file)) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'edits'").fetchone():
            return Books({}, ())
        return read(database, _faults_of_the_file(database))


def read(database: Asked, faults: Iterable[str] = ()) -> Books:
    """The books as they stand, and the faults that were found before."""
    rows = database.execute("SELECT id, message, state, calls, status_message, error, told FROM edits")
    found = [Row(*each) for each in rows]
    ((overcharged,),) = database.execute(
        """
        SELECT count(*) FROM edits
        WHERE price < (SELECT -coalesce(sum(free + paid), 0) FROM ledger WHERE edit = edits.id)
        """
    )
    wrong = (*faults, *_faults_of_edits(database), *_faults_of_wallets(database))
    return Books({row.message: row for row in found}, wrong, tuple(row.state for row in found), overcharged)


def _faults_of_the_file(database: sqlite3.Connection) -> Iterator[str]:
    for (verdict,) in database.execute("PRAGMA integrity_check"):
        if verdict != "ok":
            yield f"integrity: {verdict}"
    for row in database.execute("PRAGMA foreign_key_check"):
        yield f"foreign key: {row}"


def _faults_of_edits(database: Asked) -> Iterator[str]:
    """Each edit has one hold of its price, and one end of it exactly when it has ended."""
    entries: dict[str, list[tuple[str, int]]] = {}
    for edit, kind, credits_ in database.execute(
        "SELECT edit, kind, free + paid FROM ledger WHERE edit IS NOT NULL ORDER BY number"
    ):
        entries.setdefault(edit, []).append((kind, credits_))
    for edit, state, price, ended in database.execute("SELECT id, state, price, ended FROM edits"):
        expected = [("hold", -price)]
        if state in _ENDS:
            expected.append((_ENDS[state], price if _ENDS[state] == "release" else 0))
        if (found := entries.pop(edit, [])) != expected:
            yield f"edit {edit} is {state}, and its entries are {found}"
        if (state in _ENDS) != (ended is not None):
            yield f"edit {edit} is {state}, ended {ended}"
    yield from (f"entries of no edit: {edit} {found}" for edit, found in entries.items())


def _faults_of_wallets(database: Asked) -> Iterator[str]:
    """Each wallet is the sum of its entries, and nobody spent more than there was."""
    for wallet, free_used, balance, used, left in database.execute(
        """
        SELECT wallets.id, free_used, balance,
            coalesce(-sum(CASE WHEN ledger.period = wallets.period THEN free END), 0), coalesce(sum(paid), 0)
        FROM wallets LEFT JOIN ledger ON ledger.wallet = wallets.id
        GROUP BY wallets.id, free_used, balance
        """
    ):
        if (used, left) != (free_used, balance):
            yield f"{wallet} says {free_used} used, {balance} left; its entries {used} and {left}"
        if used > FREE or left < 0:
            yield f"{wallet} spent more than it had: {used} of {FREE} free, {left} left"
