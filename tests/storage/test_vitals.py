"""How much waits, as gauges and alerts read it."""

import pytest

from bot.domain.edit import UNFINISHED, Edit, Options, Place, State
from bot.domain.quota import Allowance, Allowances, Period, Split
from bot.storage import edits, inbox, ledger, vitals
from bot.storage.database import Connection, Database

FREE = Allowances(Allowance(100, Period.DAY), Allowance(0, Period.DAY))
PRICE = 3


async def ask(conn: Connection, number: int, state: State) -> None:
    """An edit of somebody of their own, brought to a state the way that edits come there."""
    wallet, name = f"p{number}", f"e{number}"
    owner = await ledger.wallet(conn, wallet, FREE, now=number)
    place, first = Place(number, 1), State.WAITING
    made = Edit(name, wallet, number, place, "m", "sepia", (), Options(), PRICE, first, number)
    await edits.insert(conn, made, update=number)
    await ledger.hold(conn, owner, name, Split(PRICE, 0, owner.period), now=number)
    way = [State.CALLING, State.FETCHED, State.DELIVERING, State.DONE]
    before = State.WAITING
    for after in way[: way.index(state) + 1] if state in way else ():
        assert await edits.move(conn, name, before, after, now=number)
        before = after
    if state is State.DONE:
        assert await ledger.settle(conn, name, now=number)


async def test_where_nothing_waits_every_figure_is_0(database: Database) -> None:
    assert await database.read(vitals.look) == vitals.Vitals(dict.fromkeys(UNFINISHED, 0), 0, 0, None)


async def test_what_is_unfinished_held_or_unread_is_counted_and_what_ended_is_not(
    database: Database,
) -> None:
    states = [State.WAITING, State.WAITING, State.CALLING, State.FETCHED, State.DELIVERING, State.DONE]
    for number, state in enumerate(states, 1):
        await database.write(ask, number, state)
    for update, received in ((1, 50), (2, 40), (3, 30)):
        await database.write(inbox.insert, update, "{}", received)
    await database.write(inbox.done, 3)
    found = await database.read(vitals.look)
    assert found.edits == {State.WAITING: 2, State.CALLING: 1, State.FETCHED: 1, State.DELIVERING: 1}
    assert found.held == 5 * PRICE
    assert isinstance(found.held, int), "a sum is a Decimal where nobody looks"
    assert (found.letters, found.oldest) == (2, 40)


@pytest.mark.parametrize("state", [State.FAILED, State.CANCELLED])
async def test_credits_that_were_given_back_are_not_held(database: Database, state: State) -> None:
    async def give_up(conn: Connection) -> None:
        assert await edits.move(conn, "e1", State.WAITING, state, now=2)
        assert await ledger.release(conn, await ledger.wallet(conn, "p1", FREE, now=2), "e1", now=2)

    await database.write(ask, 1, State.WAITING)
    await database.write(give_up)
    assert (await database.read(vitals.look)).held == 0
