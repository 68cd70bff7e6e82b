"""Databases as files: looked at before anything is changed, and copied whole."""

import asyncio
import os
import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.domain.errors import StorageFault

_MAGIC = b"SQLite format 3\0"
_QUICK_BYTES = 100_000_000
"""Up to this size a database is read through at each start (60 MB in 0.06 s); larger ones at a backup."""
_PATIENCE = 10
_RESTORE = "put a backup in its place: darkroom restore FILE --force"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a file cannot be used as the database, and what to do about it; both continue a sentence."""

    fact: str
    advice: str


async def flaw(path: Path, known: Collection[str], *, new: bool = True) -> Flaw | None:
    """What is wrong with the file, which is only read; None where it can be used.

    `known` are the migrations of this release; `new`: it need not be there yet.
    """
    return await asyncio.to_thread(_flaw, path, known, new)


async def copy(source: Path, target: Path) -> int:
    """Copy a database, in use or not, check the copy and put it in place whole; returns its size in bytes.

    `target` is readable by its owner only: it holds people's data. https://sqlite.org/backup.html

    Raises:
        StorageFault: the source is no sound database, or the target cannot be written.
    """
    fresh = target.with_name(f"{target.name}.new")
    try:
        size = await asyncio.to_thread(_copy, source, fresh, target)
        await asyncio.to_thread(_replace, fresh, target)
    except (sqlite3.Error, OSError) as error:
        await asyncio.to_thread(_tidy, fresh)
        raise StorageFault(detail=f"{source} -> {target}: {error}") from error
    return size


def _flaw(path: Path, known: Collection[str], new: bool) -> Flaw | None:  # noqa: FBT001  of `flaw`
    try:
        if new and (not path.exists() or path.stat().st_size == 0):
            return None
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                return Flaw("is no database", f"Move it away, or {_RESTORE}")
        with closing(_reading(path, mode=_mode(path))) as database:
            return _flaw_within(database, known, new) or _damage(database, path, new)
    except OSError as error:
        return Flaw(f"cannot be read: {error.strerror}", "Let this user read and write it")
    except sqlite3.OperationalError as error:  # locked for long, or a log beside it that cannot be opened
        return Flaw(f"cannot be read: {error}", "Let this user read and write it and its folder, alone")
    except sqlite3.DatabaseError as error:
        return _damaged(str(error))


def _mode(path: Path) -> str:
    """A journal beside it tells of a crash in the middle of a change; only who may write can undo that."""
    return "rw" if path.with_name(f"{path.name}-journal").exists() else "ro"


def _flaw_within(database: sqlite3.Connection, known: Collection[str], new: bool) -> Flaw | None:  # noqa: FBT001  of `flaw`
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if new and not tables:
        return None  # the very first start was cut off before it made any
    if "migrations" not in tables:
        return Flaw("is a database, but none of Darkroom's", f"Move it away, or {_RESTORE}")
    applied = {name for (name,) in database.execute("SELECT name FROM migrations")}
    if newer := sorted(applied - set(known)):
        names = ", ".join(newer)
        return Flaw(f"was written by a newer Darkroom (it knows {names})", f"Run that one, or {_RESTORE}")
    return None


def _damage(database: sqlite3.Connection, path: Path, new: bool) -> Flaw | None:  # noqa: FBT001  of `flaw`
    if new and path.stat().st_size > _QUICK_BYTES:
        return None
    (verdict,) = database.execute("PRAGMA quick_check(1)").fetchone()
    return None if verdict == "ok" else _damaged(verdict)


def _damaged(why: str) -> Flaw:
    return Flaw(f"is damaged ({' '.join(why.split())})", _RESTORE[0].upper() + _RESTORE[1:])


def _reading(path: Path, mode: str = "ro") -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_PATIENCE)


def _copy(source: Path, fresh: Path, target: Path) -> int:
    if target.exists() and target.samefile(source):
        raise OSError("that is the database itself")
    _tidy(fresh)
    fresh.touch(mode=0o600)
    with closing(_reading(source)) as original, closing(sqlite3.connect(fresh)) as made:
        original.backup(made)
        (verdict,) = made.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        made.execute("PRAGMA journal_mode = DELETE")
    return fresh.stat().st_size


def _replace(fresh: Path, target: Path) -> None:
    _tidy(target, "-wal", "-shm")  # they belong to the old one; to the new one they would be poison
    fresh.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _tidy(path: Path, *endings: str) -> None:
    for ending in endings or ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
