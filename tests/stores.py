"""The databases that tests run on: SQLite always, PostgreSQL too where one answers.

A folder says which: where it holds the file `database_url`, that is the database of what lives there. Each
worker has one on PostgreSQL, made from the schema once and emptied before each test: 0.4 ms (TRUNCATE: 50).
"""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import LiteralString
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
from psycopg import sql

from bot.storage.database import Database
from bot.storage.migrate import migrate

SQLITE, POSTGRES = "sqlite", "postgresql"
NAMED = "DARKROOM_TEST_POSTGRES"
_GUESSES = ("postgresql://root@127.0.0.1:5432/postgres", "postgresql://postgres@127.0.0.1:5432/postgres")
_MARK = "database_url"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
_WIDER = (
    "ALTER TABLE {} ADD COLUMN of_the_next_release TEXT, ADD COLUMN counted_there BIGINT NOT NULL DEFAULT 0"
)


def where(folder: Path, file: str = "darkroom.db") -> Path | str:
    """The database of what lives in a folder; on SQLite that file in it."""
    mark = folder / _MARK
    return mark.read_text() if mark.exists() else folder / file


def environment(folder: Path) -> dict[str, str]:
    """The setting that leads there."""
    found = where(folder)
    return {"DARKROOM_DATABASE_URL": found} if isinstance(found, str) else {}


@cache
def server() -> str | None:
    """A PostgreSQL that lets us make databases, as a URL; None where none answers.

    Raises:
        psycopg.OperationalError: one was named, and does not answer.
    """
    named = os.environ.get(NAMED)
    for url in (named,) if named else _GUESSES:
        try:
            with psycopg.connect(url, connect_timeout=2):
                return url
        except psycopg.OperationalError:
            if named:
                raise
    return None


def header() -> str:
    """What a run says about it at its beginning."""
    if url := server():
        with psycopg.connect(url) as connection:
            version = connection.info.parameter_status("server_version")
        return f"PostgreSQL: {version} at {urlsplit(url).hostname}"
    return f"PostgreSQL: NONE ANSWERS, so nothing is tested on it ({NAMED} names one)"


class Cluster:
    """Databases for one worker's tests."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._server = psycopg.connect(url, autocommit=True)
        self._spares = ExitStack()
        self._spare = ""

    @contextmanager
    def database(self, options: LiteralString = "") -> Iterator[str]:
        """A database with nothing in it, as a URL; dropped in the end."""
        bare = f"darkroom_test_{uuid4().hex[:12]}"
        name = sql.Identifier(bare)
        self._server.execute(sql.SQL("CREATE DATABASE {} " + options).format(name))
        try:
            # Whether the disk is fast is not what is tested.
            self._server.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(name))
            yield urlsplit(self._url)._replace(path=f"/{bare}").geturl()
        finally:
            self._server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))

    def empty(self) -> str:
        """A database with nothing in it, until somebody asks for the next one: to drop one takes long."""
        if not self._spare:
            self._spare = self._spares.enter_context(self.database())
        with psycopg.connect(self._spare, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        return self._spare

    @contextmanager
    def role(self, password: str) -> Iterator[tuple[str, Callable[[str], str]]]:
        """Somebody who may log in and nothing else: their name, and a URL as theirs."""
        role = f"darkroom_test_{uuid4().hex[:12]}"
        name = sql.Identifier(role)
        self._server.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(name, password))
        place = urlsplit(self._url).netloc.rpartition("@")[2]
        try:
            yield role, lambda url: urlsplit(url)._replace(netloc=f"{role}:{password}@{place}").geturl()
        finally:
            self._server.execute(sql.SQL("DROP ROLE {}").format(name))

    def close(self) -> None:
        self._spares.close()
        self._server.close()


class Desk:
    """A database with the schema, which is emptied for each test.

    Its tables are as a next release may leave them, with columns that nobody knows here: a process of this
    release has to go on with them.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        asyncio.run(_migrated(url))
        self._connection = psycopg.connect(url, autocommit=True)
        self._ours = self._tables()
        kept = sorted(self._ours - {"migrations"})
        for name in kept:
            if name.startswith("procrastinate_"):
                continue
            self._connection.execute(sql.SQL(_WIDER).format(sql.Identifier(name)))
        # One statement: what refers to what does not matter until its end.
        parts = (
            sql.SQL("d{} AS (DELETE FROM {})").format(sql.SQL(str(at)), sql.Identifier(name))
            for at, name in enumerate(kept)
        )
        self._empty = sql.SQL("WITH {} SELECT 1").format(sql.SQL(", ").join(parts))

    def clear(self) -> None:
        """As it was when it was made."""
        for name in self._tables() - self._ours:
            self._connection.execute(sql.SQL("DROP TABLE {}").format(sql.Identifier(name)))
        self._connection.execute(self._empty)

    def close(self) -> None:
        self._connection.close()

    def _tables(self) -> set[str]:
        return {name for (name,) in self._connection.execute(_TABLES)}


async def _migrated(url: str) -> None:
    async with Database.open(url) as database:
        await migrate(database, 0)


class Store:
    """The kind of database that a test runs on, and how its folders come to one."""

    def __init__(self, kind: str, folder: Path, cluster: Cluster | None, desk: Desk | None) -> None:
        self.kind, self.folder, self._cluster, self._desk = kind, folder, cluster, desk
        self.at(folder)

    def empty(self) -> Path | str:
        """A database of its own, without the schema."""
        return self._cluster.empty() if self._cluster else self.folder / "empty.db"

    def alone(self, folder: Path) -> Path:
        """From now on what lives in that folder works with a database whose tables may be changed."""
        if self._cluster:
            (folder / _MARK).write_text(self._cluster.empty())
        return folder

    def at(self, folder: Path) -> Path:
        """From now on what lives in that folder, and no other, works with an empty database of that kind."""
        if self._desk:
            self._desk.clear()
            (folder / _MARK).write_text(self._desk.url)
        return folder
