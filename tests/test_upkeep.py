"""Backup, restore and the ledger's check, as an operator calls them."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import upkeep
from bot.cli import cli
from bot.config import Settings, load
from bot.storage.database import Connection, Database
from bot.storage.lock import only_one
from tests import stores
from tests.stores import SQLITE, Store
from tests.test_cli import LEAST
from tests.whole.town import environment, outside

Darkroom = Callable[..., Result]


@pytest.fixture
def darkroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Darkroom:
    monkeypatch.chdir(tmp_path)

    def darkroom(*arguments: str) -> Result:
        return CliRunner().invoke(cli, arguments, env=LEAST, prog_name="darkroom")

    return darkroom


@pytest.fixture
def settings() -> Settings:
    return load(config_file=None, environ=LEAST)


@pytest.fixture
def database(darkroom: Darkroom, tmp_path: Path) -> Path:
    """A database in which person 7 has 5 credits."""
    assert darkroom("grant", "7", "5").exit_code == 0
    return tmp_path / "data" / "darkroom.db"


def balance(path: Path) -> int:
    with closing(sqlite3.connect(path)) as opened:
        (found,) = opened.execute("SELECT balance FROM wallets WHERE id = 'p7'").fetchone()
    return int(found)


def test_a_ledger_that_adds_up_is_one_line_and_exit_0(darkroom: Darkroom, database: Path) -> None:
    told = darkroom("check", "--ledger")
    assert (told.exit_code, told.stdout) == (0, "ok    ledger: 1 wallets and 1 entries add up\n")


def test_every_difference_is_a_line_with_what_is_stored_and_what_it_should_be(
    darkroom: Darkroom, database: Path
) -> None:
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("UPDATE wallets SET balance = 50, free_used = 3")
        opened.commit()
    told = darkroom("check", "--ledger")
    assert told.exit_code == 1
    assert told.stdout.splitlines() == [
        "FAULT p7: balance: 50, should be 5",
        "FAULT p7: free credits used: 3, should be 0",
    ]


def test_the_ledger_of_nothing_is_well_and_makes_no_database(darkroom: Darkroom, tmp_path: Path) -> None:
    assert darkroom("check", "--ledger").exit_code == 0
    assert not (tmp_path / "data").exists()


def test_a_backup_goes_back_where_it_came_from(darkroom: Darkroom, database: Path, tmp_path: Path) -> None:
    assert darkroom("backup", "copy.db").exit_code == 0
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600
    darkroom("grant", "7", "20")
    refused = darkroom("restore", "copy.db")
    assert refused.exit_code == 1
    assert "--force replaces it" in refused.stderr
    assert balance(database) == 25
    assert darkroom("restore", "copy.db", "--force").exit_code == 0
    assert balance(database) == 5
    assert database.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in database.parent.glob("darkroom.db*")) == ["darkroom.db"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"no database", "is no database"), (b"", "is no database"), (b"SQLite format 3\0" * 64, "is damaged")],
)
def test_what_is_no_backup_touches_nothing(
    darkroom: Darkroom, database: Path, tmp_path: Path, content: bytes, expected: str
) -> None:
    (tmp_path / "bad.db").write_bytes(content)
    before = database.read_bytes()
    told = darkroom("restore", "bad.db", "--force")
    assert told.exit_code == 1
    assert told.stderr.startswith(f"bad.db {expected}")
    assert told.stderr.endswith("Nothing was changed.\n")
    assert database.read_bytes() == before


def test_a_backup_of_the_future_is_refused(darkroom: Darkroom, database: Path, tmp_path: Path) -> None:
    darkroom("backup", "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as opened:
        opened.execute("INSERT INTO migrations VALUES ('9999_future.sql', 1)")
        opened.commit()
    told = darkroom("restore", "copy.db", "--force")
    assert (told.exit_code, "newer Darkroom" in told.stderr) == (1, True)


def test_nothing_is_restored_under_a_running_bot(darkroom: Darkroom, database: Path, tmp_path: Path) -> None:
    darkroom("backup", "copy.db")
    with only_one(tmp_path / "data"):
        told = darkroom("restore", "copy.db", "--force")
    assert told.exit_code == 1
    assert "another bot works in" in told.stderr


def test_a_backup_that_cannot_be_made_is_one_line_about_the_disk(darkroom: Darkroom, tmp_path: Path) -> None:
    told = darkroom("backup", "copy.db")
    assert told.exit_code == 1
    assert "unable to open database file" in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert not (tmp_path / "copy.db").exists()


def test_check_names_a_damaged_database(database: Path, settings: Settings) -> None:
    with database.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x7f\xff" * 2048)
    found = asyncio.run(upkeep._database(settings))
    assert [(each.subject, each.well) for each in found] == [("database", False)]
    assert "is damaged" in found[0].sentence


async def test_what_is_checked_granted_and_counted_from_the_shell_is_the_same_on_both_databases(
    store: Store, tmp_path: Path
) -> None:
    store.alone(tmp_path)
    async with outside(tmp_path) as (telegram, gateway):
        settings = load(config_file=None, environ=environment(telegram, gateway, tmp_path))
        subjects = {each.subject: each for each in await upkeep.check(settings)}
        assert all(each.well for each in subjects.values()), subjects
        assert subjects["database"].sentence == "will be made at the first start"
        assert "granted" in await upkeep.grant(settings, "7", 5)
        assert "7 (7) has 20 credits, 10 of them granted." in await upkeep.grant(settings, "7", 5)
        assert (await upkeep.stats(settings, 7)).startswith("The last 7 days: 0 edits of 0 people")
        (sound,) = [each for each in await upkeep.check(settings) if each.subject == "database"]
        assert sound.sentence.endswith(": sound")
        assert ("PostgreSQL" in sound.sentence) != (store.kind == SQLITE)
    assert [each.sentence for each in await upkeep.audit(settings)] == ["1 wallets and 2 entries add up"]


async def test_a_balance_that_was_meddled_with_is_a_line_with_what_it_should_be(
    store: Store, tmp_path: Path
) -> None:
    settings = load(config_file=None, environ=LEAST | _there(store.alone(tmp_path)))
    await upkeep.grant(settings, "7", 5)

    async def meddle(conn: Connection) -> None:
        await conn.run("UPDATE wallets SET balance = 50")

    async with Database.open(stores.where(tmp_path)) as opened:
        await opened.write(meddle)
    (told,) = await upkeep.audit(settings)
    assert (told.subject, told.well, told.sentence) == ("p7", False, "balance: 50, should be 5")


def _there(folder: Path) -> dict[str, str]:
    return stores.environment(folder) or {"DARKROOM_DATABASE_URL": f"sqlite:///{stores.where(folder)}"}


@pytest.mark.parametrize("command", [("grant", "7", "5"), ("stats",), ("check", "--ledger")])
def test_a_postgresql_that_is_away_is_one_line_without_its_password_and_exit_1(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    url = "postgresql://bot:canary-of-a-password@127.0.0.1:9/darkroom"
    told = CliRunner().invoke(cli, command, env=LEAST | {"DARKROOM_DATABASE_URL": url})
    assert told.exit_code == 1
    assert told.stderr.startswith("The database 127.0.0.1:9/darkroom cannot be opened: ")
    assert (len(told.stderr.splitlines()), "canary" in told.output) == (1, False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [("backup", "copy.db"), ("restore", __file__)])
def test_backup_and_restore_of_postgresql_name_the_tools_for_it(command: tuple[str, ...]) -> None:
    url = "postgresql://bot@127.0.0.1:9/darkroom"
    told = CliRunner().invoke(cli, command, env=LEAST | {"DARKROOM_DATABASE_URL": url})
    assert told.exit_code == 1
    assert "pg_dump --format=custom" in told.stderr
