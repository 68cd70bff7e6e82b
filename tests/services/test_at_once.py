"""Fifty people and processes at once: of all that decide by the same rows, none decides by old ones.

On SQLite one writes at a time; on PostgreSQL this is the proof of the rule in `storage/postgres/engine.py`.
"""

import asyncio
import random
from collections.abc import Awaitable
from contextlib import suppress

from bot.domain.album import Album, Piece
from bot.domain.edit import Edit, State
from bot.domain.errors import Interrupted, Refused
from bot.domain.payment import CHECKOUT_MS, Payment
from bot.domain.people import Person
from bot.domain.ports import Outcome, Sent
from bot.domain.quota import MemberCap
from bot.services.albums import Albums
from bot.services.audit import audited
from bot.services.moves import Overtaken
from bot.services.presets import MOST, Presets
from bot.services.switches import Switches
from bot.storage import payments
from tests.services.conftest import ADMIN, ANN, BOB, CATALOGUE, House, a_house, draft
from tests.stores import Store

CLUB, WORKERS, STEPS = -5, 50, 5
FREE, CAP, IN_LINE = 40, 25, 6
OVER_CAP = """
    SELECT person FROM edits WHERE wallet = 'g-5' AND state NOT IN ('failed', 'cancelled')
    GROUP BY person HAVING sum(price) > ?
"""
OVER_LINE = "SELECT person FROM edits WHERE ended IS NULL GROUP BY wallet, person HAVING count(*) > ?"


class Storm:
    """Whatever people, admins and workers do, in any order, by many at once."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.edits: list[Edit] = []
        self.random = random.Random(4701)

    async def work(self) -> None:
        for _ in range(STEPS):
            acts = self.ask, self.compare, self.finish, self.end, self.cancel, self.give, self.grant
            with suppress(Refused, Overtaken):
                await self.random.choice(acts)()

    async def ask(self) -> None:
        person, chat = self.random.choice([(ANN, ANN), (BOB, BOB), (ANN, CLUB), (BOB, CLUB)])
        update = next(self.house.updates)
        wanted = draft(person, "sepia", message=update, chat=chat)
        twice = (self.house.submit.edit(wanted, update=update) for _ in range(2))
        one, same = await asyncio.gather(*twice)  # the update came twice
        assert one.id == same.id
        self.edits.append(one)

    async def compare(self) -> None:
        update = next(self.house.updates)
        wanted = draft(BOB, "sepia", message=update)
        self.edits += await self.house.submit.compare(wanted, ("banana", "brush"), update=update)

    async def end(self) -> None:
        """By a worker that goes through, one that fails, and a person who cancels, all at the same time."""
        edit = self.random.choice(self.edits)
        fails = self.house.moves.failed(edit, Interrupted())
        told = await asyncio.gather(self.go_through(edit), fails, self.cancel(edit), return_exceptions=True)
        assert all(isinstance(each, Refused | Overtaken | bool | None) for each in told), told

    async def finish(self) -> None:
        await self.go_through(self.random.choice(self.edits))

    async def go_through(self, edit: Edit) -> None:
        edit = await self.house.moves.to(edit, State.CALLING)
        edit = await self.house.moves.fetched(edit, Outcome(()))
        await self.house.moves.done(await self.house.moves.to(edit, State.DELIVERING), (Sent(1),))

    async def cancel(self, edit: Edit | None = None) -> None:
        edit = edit or self.random.choice(self.edits)
        await self.house.submit.cancel(edit.id, person=edit.person)

    async def give(self) -> None:
        once = f"gift:{self.random.randrange(9)}"
        await self.house.wallets.give(person=ANN, chat=CLUB, credits=2, once=once)

    async def grant(self) -> None:
        once, credits_ = f"grant:{self.random.randrange(9)}", self.random.choice([-3, 5])
        await self.house.admin.grant(by=ADMIN, to=ANN, credits=credits_, reason="", once=once)


async def test_fifty_at_once_leave_books_that_add_up_and_no_limit_passed(store: Store) -> None:
    limits = {"cap": MemberCap(CAP), "waiting_per_wallet": IN_LINE}
    async with a_house(store.folder, FREE, FREE, **limits) as house:
        await house.groups.meet(CLUB, "Club")
        storm = Storm(house)
        storm.edits.append(await house.ask())
        await asyncio.gather(*(storm.work() for _ in range(WORKERS)))
        assert (await audited(house.database)).differences == []
        assert await house.rows(OVER_CAP, CAP) == []
        assert await house.rows(OVER_LINE, IN_LINE) == []
        assert await house.rows("SELECT id FROM wallets WHERE balance < 0 OR free_used > ?", FREE) == []
        ended = "SELECT count(DISTINCT state) FROM edits WHERE ended IS NOT NULL"
        assert await house.rows(ended) == [(3,)], "there was something to add up"


async def test_what_one_may_have_is_not_had_by_two_who_come_at_the_same_moment(store: Store) -> None:
    async with a_house(store.folder) as house:

        async def taken(*asked: Awaitable[object]) -> int:
            """How many of these got what they asked for."""
            told = await asyncio.gather(*asked, return_exceptions=True)
            assert all(not isinstance(each, Exception) or isinstance(each, Refused) for each in told), told
            return sum(not isinstance(each, Exception) and each is not False for each in told)

        invite = await house.access.invite(by=ADMIN, credits=2, uses=3)
        people = [Person(number, "") for number in range(1, 11)]
        assert await taken(*(house.access.accept(invite.code, each) for each in people)) == 3

        presets = Presets(house.database, house.clock)
        for number in range(MOST - 1):
            await presets.save(ANN, f"preset {number}", "sepia")
        assert await taken(*(presets.save(ANN, f"late {number}", "sepia") for number in range(5))) == 1
        assert await taken(*(presets.save(BOB, name, "sepia") for name in ("One", "ONE", "one"))) == 1

        off = [Switches(house.database, house.clock, house.shop, house.gateway) for _ in range(3)]
        names = [each.id for each in CATALOGUE.models]
        wanted = zip(off, names, strict=True)
        assert await taken(*(each.model(name, on=False, by=ADMIN, once=name) for each, name in wanted)) == 2

        now, write = house.clock.now(), house.database.write
        asking = (write(payments.reserve, "invoice", f"query {number}", now) for number in range(5))
        assert await taken(*asking) == 1
        late = now + CHECKOUT_MS
        paying = write(payments.insert, Payment("charge", ANN, 50, 25, "invoice", late))
        await asyncio.gather(paying, write(payments.reserve, "invoice", "one more", late))
        assert not await write(payments.reserve, "invoice", "and one more", late)


async def test_an_albums_picture_that_comes_while_it_is_handled_is_not_left_alone(house: House) -> None:
    album, albums = Album(ANN, "holiday"), Albums(house.database, house.clock)

    async def come(update: int) -> None:
        await albums.add(Piece(album, update, update, ANN, {}))

    async def handle() -> None:
        async with albums.handling(album):
            pass

    for update in range(1, 40, 2):
        await asyncio.gather(come(update), handle(), come(update + 1))
        lonely = "SELECT 1 FROM album_updates WHERE album NOT IN (SELECT album FROM albums)"
        assert await house.rows(lonely) == []
