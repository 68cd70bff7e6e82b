"""Each release brings the database to its own schema, on SQLite and on PostgreSQL alike.

A process of the release before goes on with the new schema until it is stopped: a migration adds, and what is
no longer needed goes in the release after (expand, then contract). Once there is a release before, its code
belongs here, at work on this schema.
"""

from collections.abc import AsyncIterator

import pytest

from bot.domain.errors import StartupFault, StorageFault
from bot.storage.database import Connection, Database
from bot.storage.migrate import is_new, migrate, shipped
from tests.stores import Store


@pytest.fixture
async def empty(store: Store) -> AsyncIterator[Database]:
    async with Database.open(store.empty()) as opened:
        yield opened


async def tables(conn: Connection) -> set[str]:
    return await conn.tables()


async def test_an_empty_database_gets_the_whole_schema_once(empty: Database) -> None:
    assert await is_new(empty)
    assert list(await migrate(empty, now=1)) == sorted(shipped())
    assert list(await migrate(empty, now=2)) == []
    assert {"people", "wallets", "ledger", "inbox", "edits", "messages"} <= await empty.read(tables)
    assert not await is_new(empty)


async def test_a_migration_that_fails_leaves_nothing_behind(empty: Database) -> None:
    broken = {
        "0001_a.sql": "CREATE TABLE a (x BIGINT);",
        "0002_b.sql": "CREATE TABLE b (x BIGINT); nonsense;",
    }
    with pytest.raises(StorageFault):
        await migrate(empty, now=1, schema=broken)
    assert await empty.read(tables) == set()


async def test_a_database_of_a_newer_release_is_left_alone(empty: Database) -> None:
    newer = {**shipped(), "9999_future.sql": "CREATE TABLE future (x BIGINT);"}
    await migrate(empty, now=1, schema=newer)
    for look in (migrate(empty, now=2), is_new(empty)):
        with pytest.raises(StartupFault, match=r"newer Darkroom.*9999_future") as fault:
            await look
        assert fault.value.exit_code == 78
