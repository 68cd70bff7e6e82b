"""The append-only list of every change of every wallet, and the running totals beside it."""

from dataclasses import dataclass, replace

from bot.domain.people import person_of, wallet_of
from bot.domain.quota import Allowances, Split, Wallet
from bot.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Held:
    """What a wallet has set aside for edits that have not ended."""

    free: int
    paid: int


async def wallet(conn: Connection, wallet: str, allowances: Allowances, now: int) -> Wallet:
    """The wallet in the period of `now`; one that was never used is full."""
    allowance, row = allowances.of(wallet), await conn.one("SELECT * FROM wallets WHERE id = ?", wallet)
    if row is None:
        found = Wallet(wallet, period=allowance.starts(now))
    else:
        found = Wallet(
            wallet,
            row["period"],
            row["free_used"],
            row["balance"],
            row["free_limit"],
            refunded=row["refunded"],
        )
    if allowance.after_hours and (person := person_of(wallet)):
        met = await conn.one("SELECT met FROM people WHERE id = ?", person)
        found = found.of_somebody_met(met["met"], allowance, now) if met else found
    return found.renewed(allowance, now)


async def hold(conn: Connection, owner: Wallet, edit: str, split: Split, now: int) -> None:
    """Set credits aside for an edit."""
    await _save(conn, owner.take(split))
    await _append(
        conn,
        f"hold:{edit}",
        owner.id,
        "hold",
        now,
        split=Split(-split.free, -split.paid, split.period),
        edit=edit,
    )


async def settle(conn: Connection, edit: str, now: int) -> bool:
    """The picture arrived: what was held is spent. False if the edit's hold had ended before."""
    return bool(
        await conn.run(
            """
            INSERT INTO ledger (key, wallet, at, kind, period, edit)
            SELECT ?, wallet, ?, 'settle', period, edit FROM ledger WHERE key = ?
            ON CONFLICT (key) DO NOTHING
            """,
            f"end:{edit}", now, f"hold:{edit}",
        )
    )  # fmt: skip


async def release(conn: Connection, owner: Wallet, edit: str, now: int) -> bool:
    """No picture came: what was held is given back. False if the edit's hold had ended before."""
    held = await conn.one("SELECT free, paid, period FROM ledger WHERE key = ?", f"hold:{edit}")
    if held is None:
        return False
    split = Split(-held["free"], -held["paid"], held["period"])
    if not await _append(conn, f"end:{edit}", owner.id, "release", now, split=split, edit=edit):
        return False
    await _save(conn, owner.give_back(split))
    return True


async def grant(  # noqa: PLR0913  an entry is a record of who gave what to whom, when and why
    conn: Connection, owner: Wallet, credits_: int, *, key: str, now: int, admin: int | None, note: str
) -> bool:
    """Add to the balance, or take from it. False if that very grant was made before."""
    await _save(conn, owner)
    split = Split(0, credits_, owner.period)
    if not await _append(conn, key, owner.id, "grant", now, split=split, admin=admin, note=note):
        return False
    await conn.run("UPDATE wallets SET balance = balance + ? WHERE id = ?", credits_, owner.id)
    return True


async def pay(conn: Connection, owner: Wallet, credits_: int, *, charge: str, now: int) -> bool:
    """Add to the balance what was paid for. False if that very payment was added before."""
    await _save(conn, owner)
    split = Split(0, credits_, owner.period)
    if not await _append(conn, f"payment:{charge}", owner.id, "payment", now, split=split):
        return False
    await conn.run("UPDATE wallets SET balance = balance + ? WHERE id = ?", credits_, owner.id)
    return True


async def take_back(  # noqa: PLR0913  an entry is a record of what was given back, by whom and why
    conn: Connection,
    owner: Wallet,
    credits_: int,
    *,
    charge: str,
    now: int,
    admin: int | None,
    note: str | None,
) -> bool:
    """Take what was paid for from the balance, into debt if need be. False if that was done before."""
    await _save(conn, owner)
    key, split = f"refund:{charge}", Split(0, -credits_, owner.period)
    if not await _append(conn, key, owner.id, "refund", now, split=split, admin=admin, note=note):
        return False
    await _save(conn, owner.take_back(credits_))
    return True


async def give(conn: Connection, giver: Wallet, taker: Wallet, credits_: int, *, key: str, now: int) -> None:
    """Move credits from a person's balance into another one's."""
    for owner, paid, side in ((giver, -credits_, "out"), (taker, credits_, "in")):
        await _save(conn, replace(owner, balance=owner.balance + paid))
        split = Split(0, paid, owner.period)
        await _append(conn, f"{key}:{side}", owner.id, "gift", now, split=split, admin=person_of(giver.id))


async def was_given(conn: Connection, key: str) -> bool:
    """Whether that very gift was made before."""
    return await conn.one("SELECT 1 FROM ledger WHERE key = ?", f"{key}:out") is not None


async def limit(
    conn: Connection, owner: Wallet, free: int | None, *, key: str, now: int, admin: int | None
) -> bool:
    """Set the wallet's own free credits for each period; None follows the settings again."""
    await _save(conn, owner)
    note = "default" if free is None else str(free)
    if not await _append(
        conn, key, owner.id, "limit", now, split=Split(0, 0, owner.period), admin=admin, note=note
    ):
        return False
    await conn.run("UPDATE wallets SET free_limit = ? WHERE id = ?", free, owner.id)
    return True


async def forget(conn: Connection, person: int) -> None:
    """Remove the words beside what a person was given or gave; who, when and how much stays."""
    await conn.run(
        "UPDATE ledger SET note = NULL WHERE kind IN ('grant', 'refund') AND (wallet = ? OR admin = ?)",
        wallet_of(person), person,
    )  # fmt: skip


async def held(conn: Connection, wallet: str) -> Held:
    """What is set aside at this moment."""
    row = await conn.one(
        """
        SELECT coalesce(-sum(held.free), 0) AS free, coalesce(-sum(held.paid), 0) AS paid
        FROM edits JOIN ledger held ON held.key = 'hold:' || edits.id
        WHERE edits.wallet = ? AND edits.state IN ('waiting', 'calling', 'fetched', 'delivering')
        """,
        wallet,
    )
    return Held(row["free"], row["paid"]) if row else Held(0, 0)


async def _append(  # noqa: PLR0913  one argument a column
    conn: Connection,
    key: str,
    wallet: str,
    kind: str,
    now: int,
    *,
    split: Split,
    edit: str | None = None,
    admin: int | None = None,
    note: str | None = None,
) -> bool:
    return bool(
        await conn.run(
            """
            INSERT INTO ledger (key, wallet, at, kind, free, paid, period, edit, admin, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
            """,
            key, wallet, now, kind, split.free, split.paid, split.period, edit, admin, note,
        )
    )  # fmt: skip


async def _save(conn: Connection, wallet: Wallet) -> None:
    await conn.run(
        """
        INSERT INTO wallets (id, period, free_used, balance, free_limit, refunded) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET period = excluded.period, free_used = excluded.free_used,
            balance = excluded.balance, free_limit = excluded.free_limit, refunded = excluded.refunded
        """,
        wallet.id, wallet.period, wallet.free_used, wallet.balance, wallet.limit, wallet.refunded,
    )  # fmt: skip
