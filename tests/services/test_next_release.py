"""A process of this release lives on while one of the next migrates: its work goes on as if nothing was."""

from pathlib import Path

from bot.domain.edit import State
from bot.domain.errors import FaultKind, GatewayFault
from bot.services.audit import audited
from bot.storage.database import Connection, Database
from bot.storage.migrate import migrate, shipped
from tests.services.conftest import ANN, BOB, House, a_house
from tests.services.test_develop import working
from tests.stores import Store, where

OFTEN = 6
"""From the sixth time on PostgreSQL keeps a statement's plan, which a new column makes stale."""


async def tables(conn: Connection) -> set[str]:
    return await conn.tables()


async def next_release(folder: Path) -> None:
    """What another process does at its start: each table gets columns, and there are new ones."""
    async with Database.open(where(folder)) as database:
        known = sorted(await database.read(tables) - {"migrations"})
        script = "".join(
            f"ALTER TABLE {table} ADD COLUMN next_word TEXT;\n"
            f"ALTER TABLE {table} ADD COLUMN next_number BIGINT NOT NULL DEFAULT 0;\n"
            for table in known
        )
        script += "CREATE TABLE next_table (id BIGINT PRIMARY KEY);"
        assert await migrate(database, 1, schema={**shipped(), "9999_next.sql": script})


async def a_life(house: House, times: int) -> None:
    """Edits that succeed, one that fails and one that is cancelled, a grant, and looks at all of it."""
    async with working(house):
        for _ in range(times):
            await house.ask(ANN)
        await house.messenger.until_ended(len(await house.states()))
    failed = await house.ask(BOB)
    await house.moves.failed(failed, GatewayFault(FaultKind.CONTENT_POLICY))
    cancelled = await house.ask(BOB)
    assert await house.submit.cancel(cancelled.id, person=BOB)
    await house.account.statement(BOB)


async def test_a_process_goes_on_while_the_next_release_migrates_beneath_it(
    store: Store, tmp_path: Path
) -> None:
    async with a_house(store.alone(tmp_path), free=100) as house:
        await a_life(house, OFTEN)
        await next_release(tmp_path)
        house.restart()  # of the worker alone; what it works with on the database stays as it is
        await a_life(house, OFTEN)
        states = list((await house.states()).values())
        assert [states.count(each) for each in (State.DONE, State.FAILED, State.CANCELLED)] == [12, 2, 2]
        assert (await audited(house.database)).differences == []
