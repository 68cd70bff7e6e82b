from pathlib import Path

import pytest

from bot.domain.errors import StartupFault, StorageFault
from bot.storage.database import Connection, Database
from bot.storage.migrate import migrate, shipped


async def tables(conn: Connection) -> set[str]:
    return {row["name"] for row in await conn.all("SELECT name FROM sqlite_master WHERE type = 'table'")}


async def test_an_empty_file_gets_the_whole_schema_once(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "new.db") as database:
        assert list(await migrate(database, now=1)) == sorted(shipped())
        assert list(await migrate(database, now=2)) == []
        assert {"people", "wallets", "ledger", "inbox", "edits", "messages"} <= await database.read(tables)


async def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    broken = {
        "0001_a.sql": "CREATE TABLE a (x BIGINT);",
        "0002_b.sql": "CREATE TABLE b (x BIGINT); nonsense;",
    }
    async with Database.open(tmp_path / "new.db") as database:
        with pytest.raises(StorageFault):
            await migrate(database, now=1, schema=broken)
        assert await database.read(tables) == set()


async def test_a_database_of_a_newer_release_is_left_alone(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "new.db") as database:
        await migrate(
            database, now=1, schema={**shipped(), "9999_future.sql": "CREATE TABLE future (x BIGINT);"}
        )
        with pytest.raises(StartupFault, match=r"newer Darkroom.*9999_future") as fault:
            await migrate(database, now=2)
    assert fault.value.exit_code == 78
