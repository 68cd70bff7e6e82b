import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

from bot.domain.access import Door, Mode
from bot.domain.edit import Draft, Edit, Place, Source, Wishes
from bot.domain.line import Line
from bot.domain.meter import SILENT, Meter
from bot.domain.model import Catalogue, Model
from bot.domain.people import Person
from bot.domain.ports import Seat
from bot.domain.quota import Allowance, Allowances, MemberCap, Period
from bot.domain.shop import Shop
from bot.services.acceptance import Terms
from bot.services.access import Access
from bot.services.account import Account
from bot.services.admin import Admin
from bot.services.bans import Bans
from bot.services.compare import Compare
from bot.services.develop import Developer, World
from bot.services.endings import Endings
from bot.services.groups import Groups
from bot.services.inbox import Inbox
from bot.services.inputs import Inputs
from bot.services.moves import Moves
from bot.services.runner import Runner
from bot.services.submit import Submit
from bot.services.wallets import Wallets
from bot.services.worker import Worker
from bot.storage.database import Connection, Database
from bot.storage.migrate import migrate
from bot.storage.spool import FolderSpool
from tests.fakes.clock import FakeClock
from tests.fakes.gateway import FakeGateway
from tests.fakes.messenger import FakeMessenger
from tests.stores import Store, where

ANN, BOB, ADMIN = 101, 102, 900
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]
# Here, not beside its test: pytest wants to know it before it reads tests.
settings.register_profile(
    "thorough", max_examples=200, stateful_step_count=40, deadline=None, suppress_health_check=SLOW
)
CATALOGUE = Catalogue(
    (
        Model("banana", "Banana", 1, "chat", max_pictures=3, max_count=10),
        Model("editor", "Editor", 4, "chat", min_pictures=1, max_pictures=1),
        Model("brush", "Brush", 2, "chat"),
    ),
    "banana",
)


@dataclass
class House:
    """All services over a real database, with fakes for Telegram, the gateway and the time."""

    folder: Path
    database: Database
    clock: FakeClock
    gateway: FakeGateway
    messenger: FakeMessenger
    allowances: Allowances
    waiting_per_wallet: int = 20
    per_wallet: int = 3
    total: int = 10
    holder: str = ""
    retry_unknown: bool = True
    cap: MemberCap | None = None
    meter: Meter = SILENT

    def __post_init__(self) -> None:
        self.updates = itertools.count(1)
        ids = itertools.count(1)
        self.new_id = lambda: f"e{next(ids)}"
        self.inbox = Inbox(self.database, self.clock)
        self.shop = Shop(CATALOGUE)
        self.account = Account(self.database, self.clock, self.shop, self.allowances)
        self.admin = Admin(self.database, self.clock, self.allowances, frozenset({ADMIN}))
        self.moves = Moves(self.database, self.clock, self.allowances, self.meter, holder=self.holder)
        self.developer = self._developer()
        self.submit = self._submit(self.developer)
        self.groups = Groups(self.database, self.clock, self.shop)
        self.wallets = Wallets(self.database, self.clock, self._terms())
        self.access = Access(
            self.database, self.clock, self.allowances, Door(Mode.INVITE), lambda: uuid4().hex
        )
        self.bans = Bans(self.database, self.clock, self.submit, self.admin.all)

    def restart(self) -> None:
        """A new process on the same data: nothing is left of what was in memory."""
        self.developer = self._developer()
        self.submit = self._submit(self.developer)

    async def ask(self, person: int = ANN, prompt: str = "sepia", **how: object) -> Edit:
        update = next(self.updates)
        return await self.submit.edit(draft(person, prompt, message=update, **how), update=update)

    async def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        async def select(conn: Connection) -> list[tuple[object, ...]]:
            return [tuple(row) for row in await conn.all(sql, *values)]

        return await self.database.read(select)

    async def states(self) -> dict[str, str]:
        return {str(edit): str(state) for edit, state in await self.rows("SELECT id, state FROM edits")}

    async def until_told(self) -> None:
        async with asyncio.timeout(60):
            while await self.rows("SELECT 1 FROM edits WHERE told = 0"):  # noqa: ASYNC110  rows tell nobody
                await asyncio.sleep(0.001)

    def _terms(self) -> Terms:
        return Terms(self.allowances, self.waiting_per_wallet, frozenset({ADMIN}), self.cap)

    def _submit(self, developer: Worker) -> Submit:
        return Submit(
            self.database,
            self.clock,
            shop=self.shop,
            terms=self._terms(),
            worker=developer,
            new_id=self.new_id,
        )

    def _developer(self) -> Worker:
        limits = Line(per_wallet=self.per_wallet, total=self.total)
        return Runner(self.database, self.work(), limits)

    def work(self, seat: Seat | None = None) -> Developer:
        spool, messenger = FolderSpool(self.folder), self.messenger
        compare = Compare(self.moves, messenger, seat)
        return Developer(
            self.moves,
            World(self.gateway, messenger, Inputs(messenger, spool)),
            Endings(self.database, messenger, compare),
            compare,
            shop=self.shop,
            retry_unknown=self.retry_unknown,
        )


def draft(person: int, prompt: str, *, message: int, **how: object) -> Draft:
    count, sources, model = how.get("count", 1), how.get("sources", ()), how.get("model")
    chat = how.get("chat", person)
    assert isinstance(count, int)
    assert isinstance(chat, int)
    assert isinstance(sources, tuple)
    assert model is None or isinstance(model, str)
    return Draft(person, Place(chat, message), prompt, sources, Wishes(count=count), model)


def photo(file_id: str) -> Source:
    return Source(file_id)


@pytest.fixture
async def house(store: Store, tmp_path: Path) -> AsyncIterator[House]:
    async with a_house(tmp_path) as built:
        yield built


@asynccontextmanager
async def a_house(
    folder: Path, free: int = 10, group_free: int = 10, **settings: Any
) -> AsyncIterator[House]:
    async with Database.open(where(folder)) as database:
        clock = FakeClock()
        await migrate(database, clock.now())
        built = House(
            folder,
            database,
            clock,
            FakeGateway(),
            FakeMessenger(folder),
            Allowances(Allowance(free, Period.DAY), Allowance(group_free, Period.DAY)),
            **settings,
        )
        for person, name in ((ANN, "ann"), (BOB, "bob"), (ADMIN, "root")):
            await built.account.meet(Person(person, name.title(), username=name))
        yield built
