"""Whether the ledger adds up, for the operator."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.storage import audit
from bot.storage.audit import Difference
from bot.storage.database import Connection, Database


@dataclass(frozen=True, slots=True)
class Audit:
    """What was added up, and what came out different."""

    wallets: int
    entries: int
    differences: Sequence[Difference]


async def audited(database: Database) -> Audit:
    """Add everything up anew, as of one moment, also while the bot works.

    Raises:
        StorageFault: the database cannot be read.
    """
    return await database.read(_audited)


async def _audited(conn: Connection) -> Audit:
    wallets, entries = await audit.counts(conn)
    return Audit(wallets, entries, await audit.differences(conn))
