"""What is no sound database of this release is named before anything is changed; copies are whole."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.errors import StorageFault
from bot.storage.database import Connection, Database
from bot.storage.files import copy, flaw
from bot.storage.migrate import migrate, shipped


async def made(path: Path, rows: int = 300) -> Path:
    async def fill(conn: Connection) -> None:
        for number in range(rows):
            await conn.run(
                "INSERT INTO inbox (update_id, body, received) VALUES (?, ?, 1)", number, "x" * 500
            )

    async with Database.open(path) as database:
        await migrate(database, 1)
        await database.write(fill)
    return path


def overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def of_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO migrations VALUES ('9999_future.sql', 1)")
        database.commit()


def of_somebody_else(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE bookmarks (url TEXT)")


DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "letters instead of a header": (lambda path: overwrite(path, 0, b"Dear database,  "), "is no database"),
    "a text": (lambda path: path.write_text("hello"), "is no database"),
    "half a file": (
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        "is damaged",
    ),
    "a page of noise": (lambda path: overwrite(path, 5 * 4096, b"\x7f\xff" * 2048), "is damaged"),
    "a first page of noise": (lambda path: overwrite(path, 100, b"\x7f\xff" * 1000), "is damaged"),
    "a database of the future": (of_the_future, "newer Darkroom (it knows 9999_future.sql)"),
    "a database of somebody else's": (of_somebody_else, "none of Darkroom's"),
}


@pytest.mark.parametrize("damage", DAMAGE)
async def test_what_is_wrong_is_said_in_a_line_and_nothing_is_written(tmp_path: Path, damage: str) -> None:
    path = await made(tmp_path / "darkroom.db")
    harm, expected = DAMAGE[damage]
    harm(path)
    before = path.read_bytes()
    found = await flaw(path, shipped())
    assert found
    assert expected in found.fact
    assert "darkroom restore FILE --force" in found.advice
    assert "\n" not in found.fact
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [None, b""])
async def test_nothing_yet_is_no_flaw_at_the_start_but_no_backup_either(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "darkroom.db"
    if content is not None:
        path.write_bytes(content)
    assert await flaw(path, shipped()) is None
    assert await flaw(path, shipped(), new=False)


async def test_a_first_start_that_was_cut_off_is_no_flaw_at_the_next_one(tmp_path: Path) -> None:
    path = tmp_path / "darkroom.db"
    async with Database.open(path):
        pass
    assert path.stat().st_size
    assert await flaw(path, shipped()) is None
    assert await flaw(path, shipped(), new=False)


async def test_a_change_that_a_crash_cut_off_is_undone_and_no_flaw(tmp_path: Path) -> None:
    path, crashed = await made(tmp_path / "darkroom.db"), tmp_path / "crashed.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN")
        database.execute("UPDATE inbox SET body = 'half'")
        for ending in ("", "-journal"):
            shutil.copyfile(f"{path}{ending}", f"{crashed}{ending}")
        database.execute("ROLLBACK")
    assert await flaw(crashed, shipped()) is None
    with closing(sqlite3.connect(crashed)) as database:
        assert not database.execute("SELECT 1 FROM inbox WHERE body = 'half'").fetchall()


async def test_a_database_in_use_has_no_flaw(tmp_path: Path) -> None:
    path = await made(tmp_path / "darkroom.db")
    async with Database.open(path):
        assert await flaw(path, shipped()) is None
    assert await flaw(path, shipped()) is None


async def test_a_backup_made_under_load_is_complete_and_for_its_owner_only(tmp_path: Path) -> None:
    path, backup = await made(tmp_path / "darkroom.db"), tmp_path / "copy.db"

    async def pair(conn: Connection, number: int) -> None:
        for half in (0, 1):
            await conn.run(
                "INSERT INTO inbox (update_id, body, received) VALUES (?, '', 2)", 2 * number + half
            )

    async def count(conn: Connection) -> int:
        return len(await conn.all("SELECT 1 FROM inbox WHERE received = 2"))

    async with Database.open(path) as database:

        async def load() -> None:
            for number in range(1_000, 1_100):
                await database.write(pair, number)

        async with asyncio.TaskGroup() as tasks:
            writing = tasks.create_task(load())
            while not writing.done():
                await copy(path, backup)
                assert backup.stat().st_mode & 0o777 == 0o600
                assert await flaw(backup, shipped(), new=False) is None
                with closing(sqlite3.connect(backup)) as copied:
                    (found,) = copied.execute("SELECT count(*) FROM inbox WHERE received = 2").fetchone()
                assert found % 2 == 0
        await copy(path, backup)
    async with Database.open(backup) as copied_back:
        assert await copied_back.read(count) == 200


async def test_a_damaged_database_becomes_no_backup_and_the_old_backup_stays(tmp_path: Path) -> None:
    path, backup = await made(tmp_path / "darkroom.db"), tmp_path / "copy.db"
    await copy(path, backup)
    before = backup.read_bytes()
    overwrite(path, 5 * 4096, b"\x7f\xff" * 2048)
    with pytest.raises(StorageFault, match=r"copy\.db"):
        await copy(path, backup)
    assert backup.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir() if "copy" in each.name) == ["copy.db"]


async def test_a_backup_never_replaces_the_database_itself(tmp_path: Path) -> None:
    path = await made(tmp_path / "darkroom.db")
    async with Database.open(path):
        with pytest.raises(StorageFault, match="is the database itself"):
            await copy(path, tmp_path / "." / "darkroom.db")
