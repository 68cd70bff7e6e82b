"""Each release brings the database to its own schema, on SQLite and on PostgreSQL alike.

A process of the release before goes on with the new schema until it is stopped: a migration adds, and what is
no longer needed goes in the release after (expand, then contract). Three things see to that: the rule here; a
process that lives through a migration (tests/services/test_next_release.py); all tests on PostgreSQL, whose
tables have columns of a next release (tests/stores.py).
"""

import re
import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping

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


FIRST = "0001_start.sql"
CONTRACTED: Mapping[str, str] = {}
"""Files that take away, each with the release since which nobody needs what they take."""
_ADDS = re.compile(r"ALTER TABLE (\w+) ADD COLUMN \w+ (BIGINT|TEXT)( NOT NULL DEFAULT \S+)?", re.ASCII)
_HARMLESS = re.compile(r"CREATE TABLE|CREATE INDEX|UPDATE|INSERT INTO", re.ASCII)


def statements(script: str) -> Iterator[str]:
    """Each on a line, without comments."""
    begun = ""
    for piece in re.sub(r"--[^\n]*", "", script).split(";"):
        begun += f"{piece};"
        if sqlite3.complete_statement(begun):
            if said := begun.removesuffix(";").split():
                yield " ".join(said)
            begun = ""


def hurts(statement: str, unique: set[str]) -> bool:
    """Whether it may break a process that knows nothing of it: takes away, renames, or refuses its rows."""
    if dropped := re.fullmatch(r"DROP INDEX (\w+)", statement):
        return dropped[1] in unique  # any other one made reading fast, and nothing more
    return not (_ADDS.fullmatch(statement) or _HARMLESS.match(statement))


def test_no_migration_takes_away_what_a_process_of_the_release_before_works_with() -> None:
    scripts = {name: list(statements(script)) for name, script in shipped().items()}
    every = [each for script in scripts.values() for each in script]
    unique = {found[1] for each in every if (found := re.match(r"CREATE UNIQUE INDEX (\w+)", each))}
    hurting = {
        f"{name}: {each}"
        for name, script in scripts.items()
        if name != FIRST and name not in CONTRACTED
        for each in script
        if hurts(each, unique)
    }
    assert hurting == set()
    assert len(every) > len(scripts), "they were read"


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE people",
        "ALTER TABLE people DROP COLUMN name",
        "ALTER TABLE people RENAME COLUMN name TO title",
        "ALTER TABLE people ADD COLUMN rank BIGINT NOT NULL",
        "ALTER TABLE people ADD COLUMN rank BIGINT UNIQUE",
        "ALTER TABLE people ADD COLUMN rank BIGINT CHECK (rank > 0)",
        "CREATE UNIQUE INDEX people_name ON people (name)",
        "DROP INDEX once",
        "DELETE FROM people",
    ],
)
def test_the_rule_sees_what_would_hurt(statement: str) -> None:
    assert hurts(statement, {"once"})
