"""From SQLite to PostgreSQL, as an operator does it."""

import asyncio
import os
import pty
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner, Result

from bot import moving
from bot.cli import cli
from bot.config import load
from bot.domain.errors import StartupFault
from bot.shell import Clock
from bot.storage.database import Database
from bot.storage.lock import only_one
from bot.storage.migrate import migrate
from bot.storage.move import Bars
from tests import stores
from tests.stores import Cluster
from tests.test_cli import LEAST

pytestmark = pytest.mark.skipif(stores.server() is None, reason=stores.header())

ROWS = 600
"""In each table: more than a batch."""
AS_CHECKED = {
    ("broadcasts", "state"): "done",
    ("edits", "state"): "done",
    ("inbox", "state"): "done",
    ("ledger", "free"): 0,
    ("ledger", "kind"): "grant",
    ("payments", "state"): "paid",
    ("switches", "kind"): "model",
}
LEFT = {"migrations", "pulse", "leases", "tolls", "signs", "presses"}

Move = Callable[[], Result]


@pytest.fixture
def url(cluster: Cluster) -> str:
    """An empty database."""
    return cluster.empty()


@pytest.fixture
def move(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Move:
    monkeypatch.chdir(tmp_path)
    return lambda: CliRunner().invoke(cli, ["move", "--to", url], env=LEAST, prog_name="darkroom")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with rows in all tables, whose texts are in many scripts, and one with a NUL."""
    path = tmp_path_factory.mktemp("full") / "darkroom.db"
    asyncio.run(migrated(path))
    with closing(sqlite3.connect(path)) as database, database:
        for table in tables(database):
            columns = database.execute("SELECT name, type FROM pragma_table_info(?)", [table]).fetchall()
            places = ", ".join("?" * len(columns))
            rows = [
                [AS_CHECKED.get((table, name), text(at) if kind == "TEXT" else at) for name, kind in columns]
                for at in range(1, ROWS + 1)
            ]
            # Some tables have one row and no more.
            database.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({places})", rows)
    return path


async def migrated(path: Path) -> None:
    async with Database.open(path) as database:
        await migrate(database, 0)


@pytest.fixture
def source(full: Path, move: Move, tmp_path: Path) -> Path:
    """That one, as the bot's."""
    (tmp_path / "data").mkdir()
    return Path(shutil.copy(full, tmp_path / "data"))


def text(at: int) -> str:
    return f"{at} Grüße 图片 🎨 'quoted' \\ ?" + (" \0 NUL" if at == 7 else "")


def tables(database: sqlite3.Connection) -> list[str]:
    found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return sorted({name for (name,) in found} - LEFT)


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows, as PostgreSQL can hold them."""
    with closing(sqlite3.connect(path)) as database:
        return {
            name: sorted(
                (tuple(held(value) for value in row) for row in database.execute(f"SELECT * FROM {name}")),
                key=repr,
            )
            for name in tables(database)
        }


def held(value: object) -> object:
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def rows_at(url: str, names: list[str]) -> dict[str, list[tuple[object, ...]]]:
    return {name: sorted(said(url, f"SELECT * FROM {name}"), key=repr) for name in names}


def said(url: str, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url, autocommit=True) as database:
        cursor = database.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


class Counter:
    """A bar that does something once so many rows are copied."""

    def __init__(self, act: Callable[[], None], after: int = 0) -> None:
        self.act, self.after, self.done, self.titles = act, after, 0, list[str]()

    @contextmanager
    def __call__(self, title: str, rows: int) -> Iterator["Counter"]:
        self.titles.append(title)
        yield self

    def update(self, n_steps: int, /) -> None:
        if self.titles[-1] == "Copying":
            before, self.done = self.done, self.done + n_steps
            if before <= self.after < self.done:
                self.act()


def moved(url: str, bars: Bars) -> str:
    settings = load(config_file=None, environ=LEAST)
    return asyncio.run(moving.move(settings, url, Clock(), bars))


def test_every_row_arrives_and_new_ones_are_numbered_after_the_last(
    move: Move, source: Path, url: str
) -> None:
    before = rows_of(source)
    assert sum(map(len, before.values())) > 20 * ROWS
    told = move()
    assert (told.exit_code, told.stderr) == (0, "")
    assert rows_at(url, list(before)) == before
    first, then, *_ = told.stdout.splitlines()
    count = sum(map(len, before.values()))
    assert first.startswith(f"{count:,} rows of {len(before)} tables are in PostgreSQL")
    assert first.endswith(f"and the ledgers of {ROWS:,} wallets agree.")
    assert "database_url" in then
    assert "data/spool" in told.stdout
    assert rows_of(source) == before
    columns = "(key, wallet, at, kind, period) SELECT 'new', id, 1, 'grant', 0 FROM wallets LIMIT 1"
    new = said(url, f"INSERT INTO ledger {columns} RETURNING number")
    assert new == [(ROWS + 1,)]


def test_what_was_broken_off_goes_on_and_what_is_done_can_be_said_again(
    move: Move, source: Path, url: str
) -> None:
    def break_off() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        moved(url, Counter(break_off, after=7 * ROWS))
    names = list(rows_of(source))
    copied = sum(map(len, rows_at(url, names).values()))
    assert 7 * ROWS <= copied < 9 * ROWS
    for _ in range(2):
        assert move().exit_code == 0
        assert rows_at(url, names) == rows_of(source)


def test_a_database_that_holds_something_else_is_refused_and_not_touched(
    move: Move, source: Path, url: str
) -> None:
    assert move().exit_code == 0
    names = list(rows_of(source))
    for change, undo in (
        ("UPDATE wallets SET balance = 1 WHERE period = 550", "UPDATE wallets SET balance = period"),
        ("INSERT INTO switches VALUES ('gateway', 'theirs')", "DELETE FROM switches WHERE name = 'theirs'"),
        ("DELETE FROM messages; UPDATE people SET met = 0 WHERE id = 3", ""),
    ):
        said(url, change)
        before = rows_at(url, names)
        told = move()
        assert told.exit_code == 1
        assert "holds other rows than" in told.stderr
        assert told.stderr.endswith("Give one that is empty. No row was changed.\n")
        assert rows_at(url, names) == before
        said(url, undo or "SELECT 1")


def test_whoever_writes_meanwhile_is_found_out(source: Path, url: str) -> None:
    def write() -> None:
        said(url, "UPDATE wallets SET balance = balance + 1 WHERE free_used = 570")

    everything = sum(len(rows) for name, rows in rows_of(source).items() if name not in LEFT)
    with pytest.raises(StartupFault, match=r"differ in the ledger of 570 .*: somebody wrote") as raised:
        moved(url, Counter(write, after=everything - 1))
    assert raised.value.exit_code == 1


def test_nothing_is_moved_under_a_running_bot(move: Move, source: Path, url: str, tmp_path: Path) -> None:
    with only_one(tmp_path / "data"):
        told = move()
    assert (told.exit_code, "another bot works in" in told.stderr) == (1, True)
    assert said(url, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'") == []


def test_where_there_is_nothing_to_move_nothing_is_made(move: Move, tmp_path: Path) -> None:
    told = move()
    assert (told.exit_code, told.stderr) == (1, "There is no database at data/darkroom.db to move.\n")
    assert not (tmp_path / "data").exists()


def test_newer_schemas_are_left_to_newer_releases(move: Move, source: Path, url: str) -> None:
    with closing(sqlite3.connect(source, isolation_level=None)) as database:
        database.execute("INSERT INTO migrations VALUES ('9999_future.sql', 1)")
        told = move()
        assert (told.exit_code, "newer Darkroom" in told.stderr) == (78, True)
        database.execute("DELETE FROM migrations WHERE name = '9999_future.sql'")
    assert move().exit_code == 0
    said(url, "INSERT INTO migrations VALUES ('9999_future.sql', 1)")
    told = move()
    assert (told.exit_code, "newer Darkroom" in told.stderr) == (78, True)


@pytest.mark.parametrize(
    ("address", "code", "words"),
    [
        ("sqlite:///other.db", 2, "--to should be an address such as postgresql://"),
        ("postgresql://u:canary@127.0.0.1:9/x", 1, "cannot be opened"),
        ("postgresql://u:ca@nary@127.0.0.1/x", 78, "cannot be understood"),
        ("postgresql://u:canary@[x", 78, "cannot be understood"),
    ],
)
def test_an_address_that_leads_nowhere_is_a_sentence_without_its_password(
    source: Path, address: str, code: int, words: str
) -> None:
    told = CliRunner().invoke(cli, ["move", "--to", address], env=LEAST)
    assert (told.exit_code, words in told.stderr) == (code, True), told.stderr
    assert "nary" not in told.output


@pytest.mark.usefixtures("move")
def test_each_of_several_bots_comes_into_its_own_part(cluster: Cluster, full: Path, tmp_path: Path) -> None:
    tables = '[{"name":"shop","telegram":{"token":"1:shop"}},{"name":"club","telegram":{"token":"2:club"}}]'
    several = LEAST | {"DARKROOM_BOTS": tables}
    with cluster.database() as url:
        for bot in ("shop", "club"):
            (tmp_path / "data" / bot).mkdir(parents=True)
            shutil.copy(full, tmp_path / "data" / bot)
            told = CliRunner().invoke(cli, ["move", "--to", url, "--bot", bot], env=several)
            assert told.exit_code == 0, told.output
            assert "Once all bots are moved, let database_url be that address" in told.stdout
            assert said(url, f"SELECT count(*) FROM {bot}.wallets") == [(ROWS,)]
        assert said(url, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'") == []


def test_what_is_on_postgresql_already_has_tools_of_its_own(move: Move, url: str) -> None:
    told = CliRunner().invoke(cli, ["move", "--to", url], env=LEAST | {"DARKROOM_DATABASE_URL": url})
    assert (told.exit_code, "pg_dump" in told.stderr) == (1, True)


def test_on_a_terminal_a_bar_shows_how_far_it_is(source: Path, url: str, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command, environ = [sys.executable, "-m", "bot", "move", "--to", url], {**os.environ, **LEAST}
    with (
        os.fdopen(ours, "rb", buffering=0) as terminal,
        subprocess.Popen(
            command, cwd=tmp_path, env=environ, stdout=subprocess.PIPE, stderr=theirs, text=True
        ) as process,
    ):
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # nobody writes there any more
            while piece := terminal.read(4096):
                shown += piece
        told, _ = process.communicate(timeout=60)
    assert (process.returncode, "wallets agree" in told) == (0, True)
    assert b"Copying  [" in shown
    assert b"100%" in shown
    assert b"Comparing" not in shown, "there was nothing"
