"""Payments in Stars, and the invoices that are just being paid."""

from collections.abc import Sequence

from bot.domain.payment import CHECKOUT_MS, Payment, PaymentState
from bot.storage.database import Connection, Row


async def reserve(conn: Connection, nonce: str, query: str, now: int) -> bool:
    """Let one check-out pay an invoice; False while another one does, or where it was paid."""
    await conn.run("DELETE FROM checkouts WHERE at <= ?", now - CHECKOUT_MS)
    if await conn.one("SELECT 1 FROM payments WHERE nonce = ?", nonce):
        return False
    await conn.run(
        "INSERT INTO checkouts (nonce, query, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", nonce, query, now
    )
    return bool(await conn.one("SELECT 1 FROM checkouts WHERE nonce = ? AND query = ?", nonce, query))


async def insert(conn: Connection, payment: Payment) -> bool:
    """Write a payment down; False if it is known."""
    # Not removed: a check-out of the same invoice at this moment has to meet it.
    await conn.run(
        """
        INSERT INTO checkouts (nonce, query, at) VALUES (?, '', ?)
        ON CONFLICT (nonce) DO UPDATE SET query = ''
        """,
        payment.nonce, payment.at,
    )  # fmt: skip
    return bool(
        await conn.run(
            """
            INSERT INTO payments (charge, mark, person, stars, credits, nonce, at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            payment.charge, payment.mark, payment.person, payment.stars, payment.credits, payment.nonce,
            payment.at,
        )
    )  # fmt: skip


async def get(conn: Connection, charge: str) -> Payment | None:
    """A payment by its charge."""
    row = await conn.one("SELECT * FROM payments WHERE charge = ?", charge)
    return _payment(row) if row else None


async def marked(conn: Connection, mark: str) -> Payment | None:
    """A payment by its short name."""
    row = await conn.one("SELECT * FROM payments WHERE mark = ?", mark)
    return _payment(row) if row else None


async def of(conn: Connection, person: int, limit: int) -> Sequence[Payment]:
    """The last payments of a person, the newest first."""
    rows = await conn.all(
        "SELECT * FROM payments WHERE person = ? ORDER BY at DESC, number DESC LIMIT ?", person, limit
    )
    return [_payment(row) for row in rows]


async def for_nothing(conn: Connection, since: int) -> Sequence[Payment]:
    """What was paid since then for something unknown, and was not given back."""
    rows = await conn.all(
        "SELECT * FROM payments WHERE credits = 0 AND at >= ? AND state = 'paid' ORDER BY at", since
    )
    return [_payment(row) for row in rows]


async def unfinished(conn: Connection) -> Sequence[Payment]:
    """Those that are being given back, and those of which a person was not told."""
    rows = await conn.all(
        "SELECT * FROM payments WHERE state = 'refunding' OR told <> state ORDER BY at, number"
    )
    return [_payment(row) for row in rows]


async def move(conn: Connection, charge: str, before: PaymentState, after: PaymentState) -> bool:
    """Move a payment on; False if it was in another state."""
    return bool(
        await conn.run("UPDATE payments SET state = ? WHERE charge = ? AND state = ?", after, charge, before)
    )


async def wanted_back(conn: Connection, charge: str, admin: int, note: str) -> None:
    """Note who wants it back, and why."""
    await conn.run("UPDATE payments SET admin = ?, note = ? WHERE charge = ?", admin, note, charge)


async def told(conn: Connection, charge: str, state: PaymentState) -> None:
    """Its person knows of that state."""
    await conn.run("UPDATE payments SET told = ? WHERE charge = ?", state, charge)


async def exist(conn: Connection) -> bool:
    """Whether anybody ever paid."""
    return bool(await conn.one("SELECT 1 FROM payments LIMIT 1"))


async def seen(conn: Connection) -> int:
    """How many of the bot's Star transactions were looked through."""
    row = await conn.one("SELECT seen FROM star_cursor")
    return int(row["seen"]) if row else 0


async def see(conn: Connection, count: int) -> None:
    """So many were."""
    await conn.run(
        """
        INSERT INTO star_cursor (id, seen) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET seen = excluded.seen
        """,
        count,
    )


async def forget(conn: Connection, person: int) -> None:
    """Remove the words beside a person's payments; who, when and how much stays."""
    await conn.run("UPDATE payments SET note = NULL WHERE person = ? OR admin = ?", person, person)


def _payment(row: Row) -> Payment:
    return Payment(
        charge=row["charge"],
        person=row["person"],
        stars=row["stars"],
        credits=row["credits"],
        nonce=row["nonce"],
        at=row["at"],
        state=PaymentState(row["state"]),
        told=row["told"],
        admin=row["admin"],
        note=row["note"],
    )
