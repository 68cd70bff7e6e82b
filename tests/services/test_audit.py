"""`darkroom check --ledger`: damage of each kind, planted on purpose, is found and named."""

import asyncio

import pytest

from bot.domain.errors import Interrupted
from bot.services.audit import audited
from bot.services.moves import Moves
from bot.storage.database import Connection
from bot.storage.sqlite import Sqlite
from tests.services.conftest import ADMIN, ANN, BOB, House
from tests.services.test_develop import working

LAWS = """
    SELECT conrelid::regclass::text, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    FROM pg_constraint WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace
"""


async def some_life(house: House) -> None:
    """Edits e1 done, e2 failed, e3 cancelled, e4 waiting; grants, limits, and a new day."""
    async with working(house):
        await house.ask(ANN)
        await house.messenger.until_ended(1)
    await Moves(house.database, house.clock, house.allowances).failed(await house.ask(ANN), Interrupted())
    cancelled = await house.ask(BOB)
    await house.submit.cancel(cancelled.id, person=BOB)
    await house.admin.grant(by=ADMIN, to=BOB, credits=5, reason="", once="grant:1")
    await house.admin.limit(by=ADMIN, person=BOB, credits=1, once="limit:1")
    house.clock.move(24 * 3600)
    await house.ask(BOB, count=3)


async def plant(house: House, sql: str) -> None:
    """Damage that the schema would not let in."""

    async def change(conn: Connection) -> None:
        await conn.run("PRAGMA ignore_check_constraints = ON")
        await conn.run(sql)

    async def change_there(conn: Connection) -> None:
        laws = [tuple(row) for row in await conn.all(LAWS)]
        for table, name, _ in laws:
            await conn.run(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        await conn.run(sql)
        for table, name, law in laws:  # for what comes: other tests work with these tables
            await conn.run(f"ALTER TABLE {table} ADD CONSTRAINT {name} {law} NOT VALID")

    engine = house.database.engine
    if isinstance(engine, Sqlite):
        await engine.writer.visit(lambda raw: raw.execute("PRAGMA foreign_keys = OFF"))
        await house.database.write(change)
    else:
        await house.database.write(change_there)


async def found(house: House) -> list[tuple[str, str, str, str]]:
    return [
        (each.wallet, each.what, each.stored, each.recomputed)
        for each in (await audited(house.database)).differences
    ]


async def test_a_ledger_that_was_only_written_by_the_bot_adds_up(house: House) -> None:
    await some_life(house)
    audit = await audited(house.database)
    assert audit.differences == []
    assert (audit.wallets, audit.entries) == (2, 9)


DAMAGE = {
    "a balance without an entry": (
        "UPDATE wallets SET balance = 7 WHERE id = 'p101'",
        ("p101", "balance", "7", "0"),
    ),
    "free credits given back without an entry": (
        "UPDATE wallets SET free_used = 0 WHERE id = 'p101'",
        ("p101", "free credits used", "0", "1"),
    ),
    "a limit without an entry": (
        "UPDATE wallets SET free_limit = 99 WHERE id = 'p102'",
        ("p102", "free credits of its own", "99", "1"),
    ),
    "a total below zero": (
        "UPDATE wallets SET balance = -2 WHERE id = 'p101'",
        ("p101", "balance below zero", "-2", "0 or more"),
    ),
    "a payment without credits": (
        """INSERT INTO payments (charge, mark, person, stars, credits, nonce, at)
        VALUES ('c1', 'm', 102, 50, 25, 'n', 0)""",
        ("p102", "payment c1", "0", "25"),
    ),
    "credits without a payment": (
        """INSERT INTO ledger (key, wallet, at, kind, paid, period)
        VALUES ('payment:c9', 'p102', 0, 'payment', 1, 0)""",
        ("p102", "payment that nobody made", "payment:c9", "none"),
    ),
    "used below zero": (
        "UPDATE wallets SET free_used = -2 WHERE id = 'p101'",
        ("p101", "free credits used below zero", "-2", "0 or more"),
    ),
    "a grant that was removed": (
        "DELETE FROM ledger WHERE key = 'grant:1'",
        ("p102", "balance", "3", "-2"),
    ),
    "a wallet that was removed": (
        "DELETE FROM wallets WHERE id = 'p101'",
        ("p101", "entries without a wallet", "none", "4"),
    ),
    "an edit that ended and was never paid": (
        "DELETE FROM ledger WHERE key = 'end:e1'",
        ("p101", "end of edit e1", "none", "settle"),
    ),
    "an edit that ended twice": (
        """INSERT INTO ledger (key, wallet, at, kind, period, edit)
        SELECT 'again', wallet, at, 'settle', period, edit FROM ledger WHERE key = 'end:e2'""",
        ("p101", "end of edit e2", "release + settle", "release"),
    ),
    "a failed edit that was charged": (
        "UPDATE edits SET state = 'failed' WHERE id = 'e1'",
        ("p101", "end of edit e1", "settle", "release"),
    ),
    "an unfinished edit with an end": (
        "UPDATE edits SET state = 'waiting' WHERE id = 'e1'",
        ("p101", "end of edit e1", "settle", "none"),
    ),
    "an edit without a hold": (
        "DELETE FROM ledger WHERE key = 'hold:e4'",
        ("p102", "hold of edit e4", "none", "3"),
    ),
    "a hold of another price": (
        "UPDATE ledger SET paid = paid - 1 WHERE key = 'hold:e4'",
        ("p102", "hold of edit e4", "4", "3"),
    ),
    "more given back than was held": (
        "UPDATE ledger SET free = 9 WHERE key = 'end:e2'",
        ("p101", "release of edit e2", "9", "1"),
    ),
    "a hold without an edit": (
        "DELETE FROM edits WHERE id = 'e4'",
        ("p102", "hold without an edit", "e4", "none"),
    ),
    "somebody else's entry": (
        "UPDATE ledger SET wallet = 'p102' WHERE key = 'end:e1'",
        ("p101", "payer of edit e1", "p102", "p101"),
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
async def test_damage_of_each_kind_is_found_and_named(house: House, damage: str) -> None:
    await some_life(house)
    sql, expected = DAMAGE[damage]
    await plant(house, sql)
    assert expected in await found(house)


async def test_a_database_in_use_is_added_up_as_of_one_moment(house: House) -> None:
    await some_life(house)

    async def spend() -> None:
        for _ in range(40):
            edit = await house.ask(ADMIN)
            await house.submit.cancel(edit.id, person=ADMIN)

    async with asyncio.TaskGroup() as tasks:
        spending = tasks.create_task(spend())
        while not spending.done():
            assert await found(house) == []
