"""Brings a database to the schema of this release: numbered files, each applied once, all or nothing."""

from collections.abc import Mapping, Sequence
from importlib.resources import files

from bot.domain.errors import StartupFault
from bot.storage.database import Connection, Database

_APPLIED = "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied BIGINT NOT NULL)"


async def migrate(database: Database, now: int, *, schema: Mapping[str, str] | None = None) -> Sequence[str]:
    """Apply what is missing, in order; returns the names applied.

    Raises:
        StartupFault: the database knows a migration that this release does not; nothing was changed.
    """
    return await database.write(_apply, dict(sorted((schema or shipped()).items())), now)


def shipped() -> dict[str, str]:
    """The migrations of this release: file name -> SQL."""
    folder = files("bot.storage") / "schema"
    return {each.name: each.read_text("utf-8") for each in folder.iterdir() if each.name.endswith(".sql")}


async def _apply(conn: Connection, schema: Mapping[str, str], now: int) -> Sequence[str]:
    await conn.run(_APPLIED)
    known = {row["name"] for row in await conn.all("SELECT name FROM migrations")}
    if newer := sorted(known - schema.keys()):
        raise StartupFault(
            f"The database was written by a newer Darkroom (it knows {', '.join(newer)}). "
            "Run that one, or restore a backup. Nothing was changed."
        )
    missing = [name for name in schema if name not in known]
    for name in missing:
        await conn.script(schema[name])
        await conn.run("INSERT INTO migrations (name, applied) VALUES (?, ?)", name, now)
    return missing
