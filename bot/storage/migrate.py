"""Brings a database to the schema of this release: numbered files, each applied once, all or nothing."""

from collections.abc import Mapping, Sequence
from importlib.resources import files

from bot.domain.errors import StartupFault
from bot.storage.database import Connection, Database

_TABLE = "migrations"
_APPLIED = f"CREATE TABLE {_TABLE} (name TEXT PRIMARY KEY, applied BIGINT NOT NULL)"


async def migrate(database: Database, now: int, *, schema: Mapping[str, str] | None = None) -> Sequence[str]:
    """Apply what is missing, in order; returns the names applied.

    Raises:
        StartupFault: the database knows a migration that this release does not; nothing was changed.
    """
    return await database.write_alone(_apply, dict(sorted((schema or shipped()).items())), now)


async def is_new(database: Database) -> bool:
    """Whether nothing was ever written to it; nothing is changed.

    Raises:
        StartupFault: it was written by a newer release.
    """
    return await database.read(_is_new)


def shipped() -> dict[str, str]:
    """The migrations of this release: file name -> SQL."""
    folder = files("bot.storage") / "schema"
    return {each.name: each.read_text("utf-8") for each in folder.iterdir() if each.name.endswith(".sql")}


async def _apply(conn: Connection, schema: Mapping[str, str], now: int) -> Sequence[str]:
    if _TABLE not in await conn.tables():
        await conn.run(_APPLIED)
    known = await _known(conn, schema)
    missing = [name for name in schema if name not in known]
    for name in missing:
        await conn.script(schema[name])
        await conn.run("INSERT INTO migrations (name, applied) VALUES (?, ?)", name, now)
    await conn.prepare()
    return missing


async def _is_new(conn: Connection) -> bool:
    return _TABLE not in await conn.tables() or not await _known(conn, shipped())


async def _known(conn: Connection, schema: Mapping[str, str]) -> set[str]:
    known = {row["name"] for row in await conn.all(f"SELECT name FROM {_TABLE}")}  # noqa: S608  our own word
    if newer := sorted(known - schema.keys()):
        raise StartupFault(
            f"The database was written by a newer Darkroom (it knows {', '.join(newer)}). "
            "Run that one, or restore a backup. Nothing was changed."
        )
    return known
