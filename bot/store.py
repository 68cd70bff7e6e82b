"""Where all is kept, as the settings say: rows in SQLite or PostgreSQL, pictures in a folder or a bucket."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from bot.config import Settings
from bot.domain.errors import StartupFault, StorageFault
from bot.domain.ports import Clock
from bot.domain.spool import Spool
from bot.storage import files
from bot.storage.database import Database
from bot.storage.migrate import is_new, migrate, shipped
from bot.storage.spool import FolderSpool

if TYPE_CHECKING:
    from bot.storage.postgres.jobs import Jobs
    from bot.storage.postgres.seats import Seats

log = structlog.get_logger()


@asynccontextmanager
async def database(settings: Settings, clock: Clock, name: str = "darkroom") -> AsyncIterator[Database]:
    """The database, at the schema of this release; `name`: as what we are known to PostgreSQL.

    Raises:
        StartupFault: it cannot be used; nothing was changed.
    """
    async with _opened(settings, name) as opened:
        try:
            applied = await migrate(opened, clock.now())
        except StorageFault as fault:
            raise StartupFault(f"The database {opened.name} cannot be used: {fault.detail}.") from fault
        for each in applied:
            log.info("migrated", migration=each)
        yield opened


@asynccontextmanager
async def shared(settings: Settings, name: str) -> AsyncIterator[tuple["Jobs", "Seats"]]:
    """What several processes share beside the rows, where `is_shared`: jobs, and seats."""
    from bot.storage.postgres.jobs import Jobs  # noqa: PLC0415  an extra, which few install
    from bot.storage.postgres.seats import Seats  # noqa: PLC0415

    most, grace = settings.limits.total, settings.stop_grace
    async with (
        Jobs.open(settings.database, name, most=most, grace=grace) as jobs,
        Seats.open(settings.database, name) as seats,
    ):
        yield jobs, seats


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


def spool(settings: Settings) -> Spool:
    """Where pictures are; nothing is asked for yet.

    Raises:
        StartupFault: the bucket cannot be one.
    """
    if not settings.spool.bucket:
        return FolderSpool(settings.spool_folder)
    try:
        from bot.storage.s3 import BucketSpool, s3  # noqa: PLC0415  an extra, which few install
    except ImportError as error:
        raise StartupFault("spool.bucket: needs the extra s3: pip install 'obstore>=0.12,<0.13'.") from error
    bucket = s3(settings.spool.bucket, setting="spool", **settings.spool.way)
    return BucketSpool(bucket, prefix=settings.spool.prefix, folder=settings.spool_folder)


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
async def _opened(settings: Settings, name: str = "darkroom") -> AsyncIterator[Database]:
    where: Path | str = settings.database
    if _is_file(settings):
        where = file(settings)
        try:
            where.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StartupFault(f"database_url: {where.parent} cannot be made: {error.strerror}.") from error
        await refuse_flawed(where)
    async with Database.open(where, name) as opened:
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
