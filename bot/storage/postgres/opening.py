"""Opens a PostgreSQL database, or says in a sentence why it cannot be."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict

from bot.domain.errors import StartupFault, StorageFault
from bot.storage.postgres.dialect import CURSOR, PostgresRow, Raw, rows, types
from bot.storage.postgres.engine import Postgres
from bot.storage.postgres.faults import told
from bot.storage.postgres.pool import Pool

OLDEST = 14
_DEFAULTS = {
    "connect_timeout": "5",
    "keepalives_idle": "30",
    "tcp_user_timeout": "20000",
}
# As long as SQLite's busy_timeout for a lock; a statement that reads a whole table may take longer.
_LIMITS = (
    "SET lock_timeout = 10000; SET statement_timeout = 30000; SET idle_in_transaction_session_timeout = 60000"
)
_STATE = """
    SELECT current_schema() AS schema, current_user AS role,
        current_setting('transaction_read_only') AS read_only,
        coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS may
"""


@asynccontextmanager
async def opened(url: str, name: str) -> AsyncIterator[Postgres]:
    """Look at the database first, then work on it with a bounded number of connections, called `name` there.

    Raises:
        StartupFault: it cannot be reached or used; nothing was changed.
    """
    pool, where = Pool(connected(url, name)), place(url)
    try:
        version = await _look(pool, where, _schema(url))
        yield Postgres(f"PostgreSQL {version} at {where}", pool)
    finally:
        await pool.close()


def connected(url: str, name: str) -> Callable[[], Awaitable[Raw]]:
    """The maker of connections to a database, which are called `name` there.

    Raises:
        StartupFault: nobody can tell from that URL where it is.
    """
    how = asked(url, name)

    async def connect() -> Raw:
        raw = await psycopg.AsyncConnection[PostgresRow].connect(
            **how, autocommit=True, context=types(), row_factory=rows, cursor_factory=CURSOR
        )
        await raw.execute(_LIMITS)
        return raw

    return connect


def place(url: str) -> str:
    """Where it is, to be read: host, port and name, and nothing secret.

    Raises:
        StartupFault: nobody can tell from that URL.
    """
    known = asked(url)
    name = known.get("dbname") or known.get("user") or ""
    return f"{known.get('host') or 'localhost'}:{known.get('port') or 5432}/{name}"


def asked(url: str, name: str = "darkroom") -> dict[str, Any]:
    """What that URL asks for, and what we ask for beside it; `name`: as what the server knows us.

    Raises:
        StartupFault: nobody can tell from that URL.
    """
    try:
        told = conninfo_to_dict(url)
    except (psycopg.Error, UnicodeDecodeError):  # its words may hold half of the password
        told = {}
    ports = str(told.get("port", "5432")).split(",")
    if not told or not all(map(str.isdigit, ports)) or "@" in f"{told.get('host')}{told.get('dbname')}":
        raise StartupFault(
            "database_url: cannot be understood. "
            "In a password, @ : / ? # % are written as %40 %3A %2F %3F %23 %25."
        )
    return {**_DEFAULTS, **told, "application_name": name}


async def _look(pool: Pool, where: str, schema: str | None) -> int:
    """Its version; the schema that the URL names is made, where it is not there."""
    try:
        async with pool.lent() as raw:
            version = raw.info.server_version // 10_000
            encoding = raw.info.parameter_status("server_encoding")
            state = await (await raw.execute(_STATE)).fetchone()
            if state and state["schema"] is None and schema:
                with suppress(errors.DuplicateSchema, errors.UniqueViolation):  # another process was faster
                    await raw.execute(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
                state = await (await raw.execute(_STATE)).fetchone()
    except (psycopg.Error, StorageFault) as error:
        reason = told(error) if isinstance(error, psycopg.Error) else error.detail
        # Not 78: a server that is just starting up says no, too, and a moment later it is there.
        raise StartupFault(f"The database {where} cannot be opened: {reason}.", exit_code=1) from error
    assert state is not None  # noqa: S101  a SELECT without FROM gives a row
    if why := _why(version, encoding, state, schema or "public"):
        raise StartupFault(f"The database {where} {why}. Nothing was changed.")
    return version


def _schema(url: str) -> str | None:
    """The one that `options=-c search_path=...` names."""
    found = re.search(r"-c *search_path=([a-z][a-z0-9_]*)$", str(asked(url).get("options", "")))
    return found[1] if found else None


def _why(version: int, encoding: str | None, state: PostgresRow, wanted: str) -> str | None:
    if version < OLDEST:
        return f"is PostgreSQL {version}; Darkroom needs {OLDEST} or newer"
    if encoding != "UTF8":
        return f"holds text as {encoding}; make one with ENCODING 'UTF8'"
    if state["read_only"] == "on":
        return "takes no changes; it is a standby, or set to be read only"
    if not state["may"]:
        schema, role = state["schema"] or wanted, state["role"]
        grant = f'GRANT CREATE, USAGE ON SCHEMA {schema} TO "{role}"'
        return f"lets {role} make no tables; as its owner say: {grant}"
    return None
