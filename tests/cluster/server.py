"""A PostgreSQL of our own, so that nobody else's is restarted."""

import asyncio
import os
import pwd
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from bot.bench.subject import spent

_OWNER = "postgres"
"""Who it runs as where we are root: PostgreSQL refuses to."""


# Numbers are given to transactions that write; this one is the last of them.
_COUNTS = """
    SELECT (SELECT sum(xact_commit + xact_rollback) FROM pg_stat_database),
        pg_current_xact_id()::text::bigint, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Transactions, those of them that wrote, and bytes of its log."""

    transactions: int
    writes: int
    log: int

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(
            self.transactions - other.transactions, self.writes - other.writes, self.log - other.log
        )


@dataclass(frozen=True)
class Server:
    """It runs, and can be restarted."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        return self._url("postgres")

    def database(self, name: str) -> str:
        """An empty one of that name, as a URL."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self._url(name)

    def _url(self, name: str) -> str:
        return f"postgresql://{_OWNER}@127.0.0.1:{self.port}/{name}"

    @property
    def cpu(self) -> float:
        """Seconds of CPU time of all its processes that live now; those that ended do not count."""
        main = int((self.folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        children = Path(f"/proc/{main}/task/{main}/children").read_text().split()
        return sum(_spent(pid) for pid in (main, *map(int, children)))

    def counts(self) -> Counts:
        """What it did since it was made."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            row = connection.execute(_COUNTS).fetchone()
        assert row
        return Counts(*map(int, row))

    async def restart(self) -> None:
        """As an upgrade of its package does: those who are connected are cut off."""
        await self.do("restart", "-m", "fast")

    async def do(self, what: str, *how: str) -> None:
        """What pg_ctl does, and wait for it."""
        log = self.folder / "log"
        await _run(
            self.folder, "pg_ctl", what, "-w", "-t", "60", "-s", "-D", self.folder / "data", "-l", log, *how
        )


def _spent(pid: int) -> float:
    try:
        return spent(pid)
    except (FileNotFoundError, ProcessLookupError):
        return 0.0


def installed() -> Path | None:
    """Where the newest PostgreSQL has its programs."""
    found = [each.parent for each in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda each: float(each.parent.name), default=None)


@asynccontextmanager
async def started() -> AsyncIterator[Server]:
    """One with a database that is safe on disk, as in earnest; gone in the end."""
    with tempfile.TemporaryDirectory(prefix="darkroom-cluster-") as name, socket.socket() as free:
        folder = Path(name)
        if os.geteuid() == 0:
            os.chown(folder, *pwd.getpwnam(_OWNER)[2:4])
        await _run(
            folder, "initdb", "-D", folder / "data", "-U", _OWNER, "-A", "trust", "-E", "UTF8", "--no-locale"
        )
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        server = Server(folder, port)
        options = (
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200"
        )
        await server.do("start", "-o", options)
        try:
            yield server
        finally:
            await server.do("stop", "-m", "immediate")


async def _run(folder: Path, program: str, *arguments: str | Path) -> None:
    where = installed()
    assert where, "there is no PostgreSQL in /usr/lib/postgresql; on Debian: apt-get install postgresql"
    user = {"user": _OWNER, "group": _OWNER, "extra_groups": []} if os.geteuid() == 0 else {}
    process = await asyncio.create_subprocess_exec(
        where / program,
        *arguments,
        cwd=folder,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        **user,  # type: ignore[arg-type]
    )
    assert await process.wait() == 0, f"{program} {arguments[0]} ended with {process.returncode}"
