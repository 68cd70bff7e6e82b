"""The database that the settings name: a SQLite file of our own, or somebody's PostgreSQL."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import structlog

from bot.config import Settings
from bot.domain.errors import StartupFault, StorageFault
from bot.domain.ports import Clock
from bot.storage import files
from bot.storage.database import Database
from bot.storage.migrate import is_new, migrate, shipped

log = structlog.get_logger()


@asynccontextmanager
async def database(settings: Settings, clock: Clock) -> AsyncIterator[Database]:
    """The database, at the schema of this release.

    Raises:
        StartupFault: it cannot be used; nothing was changed.
    """
    async with _opened(settings) as opened:
        try:
            applied = await migrate(opened, clock.now())
        except StorageFault as fault:
            raise StartupFault(f"The database {opened.name} cannot be used: {fault.detail}.") from fault
        for name in applied:
            log.info("migrated", migration=name)
        yield opened


@asynccontextmanager
async def unmigrated(settings: Settings) -> AsyncIterator[Database | None]:
    """The database as it is; None where there is none yet.

    Raises:
        StartupFault: it cannot be used.
    """
    if _is_file(settings) and not await asyncio.to_thread(file(settings).exists):
        yield None
        return
    async with _opened(settings) as opened:
        yield None if await is_new(opened) else opened


def is_shared(settings: Settings) -> bool:
    """Whether other processes may work with it at the same time."""
    return not _is_file(settings)


def file(settings: Settings) -> Path:
    """The file of a SQLite database, from `sqlite:///relative` or `sqlite:////absolute`.

    Raises:
        StartupFault: it is PostgreSQL, which has tools of its own for what is done with a file.
    """
    if not _is_file(settings):
        raise StartupFault(
            "The database is PostgreSQL, which brings tools for this: "
            "pg_dump --format=custom --file=FILE URL, and pg_restore --clean --dbname=URL FILE.",
            exit_code=1,
        )
    return Path(settings.database.partition("://")[2].removeprefix("/"))


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[Database]:
    where: Path | str = settings.database
    if _is_file(settings):
        where = file(settings)
        try:
            where.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StartupFault(f"database_url: {where.parent} cannot be made: {error.strerror}.") from error
        await refuse_flawed(where)
    async with Database.open(where) as opened:
        yield opened


async def refuse_flawed(path: Path) -> None:
    """A database file that is damaged, of a newer release or not ours must stay as it is.

    Raises:
        StartupFault: why, and what to do.
    """
    if flaw := await files.flaw(path, shipped()):
        raise StartupFault(f"The database {path} {flaw.fact}. Nothing was changed. {flaw.advice}.")
    if not all(os.access(each, os.W_OK) for each in (path, path.parent) if each.exists()):
        raise StartupFault(f"The database {path} cannot be written. Let this user write it and its folder.")


def _is_file(settings: Settings) -> bool:
    return settings.database.startswith("sqlite:")
