import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

from bot.chat import albums
from bot.chat.alerts import Alerter
from bot.chat.announcements import Announcements
from bot.chat.application import App, build
from bot.chat.arrivals import Arrivals
from bot.chat.collect import Fetch
from bot.chat.comparison import Comparisons
from bot.chat.connection import Credentials, TelegramBot, connect
from bot.chat.context import Desk
from bot.chat.courier import Courier
from bot.chat.delivery import Delivery
from bot.chat.dispatch import Dispatcher
from bot.chat.drafts import Drafts
from bot.chat.handler import Handler
from bot.chat.intake import Intake, start
from bot.chat.limits import Limits, Rule
from bot.chat.people import People
from bot.chat.post import Post
from bot.chat.sales import Sales
from bot.chat.till import Till
from bot.chat.traffic import Traffic
from bot.chat.waiting import Waiting
from bot.domain.access import Door
from bot.domain.line import Line
from bot.domain.model import Catalogue, Model
from bot.domain.payment import Pack, Seal
from bot.domain.picture import Kind, Picture, Stored
from bot.domain.ports import Outcome, Request
from bot.domain.quota import Allowance, Allowances, Period
from bot.domain.shop import Shop
from bot.gateway.download import FileDownloader
from bot.gateway.http import transport
from bot.sandbox.telegram import TelegramServer
from bot.sandbox.telegram.limits import FloodLimits
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import User
from bot.sandbox.telegram.pictures import blank_png
from bot.services.acceptance import Terms
from bot.services.access import Access
from bot.services.account import Account
from bot.services.admin import Admin
from bot.services.albums import Albums, Binder
from bot.services.alerts import Alerts, nothing_heard
from bot.services.compare import Compare
from bot.services.develop import Developer, World
from bot.services.endings import Endings
from bot.services.figures import Figures
from bot.services.fleet import Fleet
from bot.services.groups import Groups
from bot.services.history import History
from bot.services.inbox import Inbox
from bot.services.inputs import Inputs
from bot.services.moves import Moves
from bot.services.office import office
from bot.services.payments import Payments
from bot.services.presets import Presets
from bot.services.presses import Presses
from bot.services.privacy import Keeps, Privacy
from bot.services.questions import Questions
from bot.services.refunds import Refunds
from bot.services.relay import Relay
from bot.services.runner import Runner
from bot.services.statuses import Statuses
from bot.services.submit import Submit
from bot.services.switches import Switches
from bot.services.timing import Timing
from bot.services.versions import Versions
from bot.services.wallets import Wallets
from bot.storage.database import Connection, Database
from bot.storage.migrate import migrate
from bot.storage.spool import FolderSpool
from bot.texts import Texts
from tests.fakes.clock import FakeClock
from tests.fakes.gateway import FakeGateway
from tests.stores import Store, where

TOKEN = "100200300:AAF4nFcGg_canary_canary_canary_12345"
ADMIN = 900
PHOTO = blank_png(320, 200)
RESULT = blank_png(64, 48)
HURRY = Rule(1_000, 1.0, 1_000)
CATALOGUE = Catalogue(
    (
        Model("banana", "Banana", 1, "chat", max_pictures=3, max_count=4),
        Model("editor", "Editor", 4, "chat", min_pictures=1, max_pictures=1),
    ),
    "banana",
)


@dataclass
class Chat:
    """The bot in one Telegram: real handlers, services and database; only the gateway is a fake."""

    telegram: TelegramServer
    folder: Path
    clock: FakeClock
    gateway: FakeGateway
    database: Database
    desk: Desk
    application: App
    courier: Courier
    dispatcher: Dispatcher
    binder: Binder
    intake: Intake
    developer: Runner
    bot: TelegramBot

    def person(self, name: str = "Ann", language: str = "en", number: int = 0) -> User:
        return self.telegram.add_user(name, language_code=language, id=number, username=name.lower())

    async def answer(self, after: Message, predicate: Callable[[Message], bool] = lambda _: True) -> Message:
        """The next message of the bot that is not a passing status."""
        return await self.telegram.wait_for_answer(after, lambda each: not each.silent and predicate(each))

    async def result(self, after: Message) -> Message:
        return await self.answer(after, lambda each: each.file_id is not None)

    async def toast(self, user: User, message: Message, button: str) -> str:
        """Press a button, and read what flashes up; all that it does is done."""
        press = self.telegram.press(user, message, button)
        await self.telegram.wait_for(lambda: press.answers)
        while ("press", user.id, message.message_id) in self.dispatcher._lanes:  # noqa: ASYNC110  it tells nobody
            await asyncio.sleep(0.005)
        return str(press.answers[0].get("text", ""))

    async def edits(self) -> list[tuple[object, ...]]:
        async def select(conn: Connection) -> list[tuple[object, ...]]:
            return [
                tuple(row) for row in await conn.all("SELECT id, person, model, prompt, state FROM edits")
            ]

        return await self.database.read(select)

    async def settled(self) -> None:
        """Wait until the inbox is empty and nothing is in work."""
        for _ in range(500):
            waiting = await self.database.read(lambda conn: conn.all("SELECT 1 FROM edits WHERE told = 0"))
            if not waiting and not await self.dispatcher._inbox.pending(1):
                return
            await asyncio.sleep(0.01)
        raise TimeoutError

    def paint(self, *pictures: bytes, kind: Kind = Kind.PNG, size: tuple[int, int] = (64, 48)) -> None:
        """The gateway answers every request with these pictures."""

        def painted(request: Request) -> Outcome:
            stored = []
            for number, data in enumerate(pictures, start=1):
                key = f"{request.edit}/out-{number}"
                (self.folder / key).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / key).write_bytes(data)
                stored.append(Stored(key, Picture(kind, *size, len(data))))
            return Outcome(tuple(stored))

        self.gateway.answer = painted


@asynccontextmanager
async def a_chat(
    folder: Path, *, free: int = 10, limits: FloodLimits | None = None, catalogue: Catalogue = CATALOGUE
) -> AsyncIterator[Chat]:
    """With `limits`, Telegram enforces them and the bot keeps them; else nobody waits."""
    ours = Limits() if limits else Limits(private=HURRY, group=HURRY)
    async with (
        TelegramServer(TOKEN, flood_limits=limits) as telegram,
        Database.open(where(folder)) as database,
    ):
        clock, gateway, traffic = FakeClock(), FakeGateway(), Traffic(ours)
        await migrate(database, clock.now())
        pool = transport()
        credentials = Credentials(TOKEN, telegram.base_url, telegram.base_file_url)
        bot = connect(credentials, pool, traffic)
        await start(bot)
        fetch = FileDownloader(pool, FolderSpool(folder)).fetch
        chat = assemble(folder, telegram, database, clock, gateway, bot, traffic, fetch, free, catalogue)
        chat.paint(RESULT)
        try:
            await chat.application.initialize()
            async with asyncio.TaskGroup() as group:
                loops = (chat.developer, chat.intake, chat.dispatcher, chat.binder, chat.courier)
                tasks = [group.create_task(each.run()) for each in loops]
                yield chat
                for task in tasks:
                    task.cancel()
        finally:
            await chat.application.shutdown()
            await pool.aclose()
        assert telegram.violations == []


def assemble(  # noqa: PLR0917  a composition root
    folder: Path,
    telegram: TelegramServer,
    database: Database,
    clock: FakeClock,
    gateway: FakeGateway,
    bot: TelegramBot,
    traffic: Traffic,
    fetch: Fetch,
    free: int,
    catalogue: Catalogue = CATALOGUE,
    packs: tuple[Pack, ...] = (),
) -> Chat:
    allowance, ids, shop = Allowance(free, Period.DAY), itertools.count(1), Shop(catalogue)
    allowances = Allowances(allowance, allowance)
    spool = FolderSpool(folder)
    texts = Texts(clock, strict=True)
    account = Account(database, clock, shop, allowances)
    admin = Admin(database, clock, allowances, frozenset({ADMIN}))
    groups = Groups(database, clock, shop)
    post = Post(bot, groups)
    inbox = Inbox(database, clock)
    people, line = People(account, texts), Line(per_wallet=3, total=10)
    timing, statuses, drafts = Timing(database, clock), Statuses(database), Drafts(post, wanted=False)
    waiting = Waiting(post, texts, people, traffic.drop, line.places, timing.usual, statuses, drafts)
    delivery = Delivery(post, spool, texts, catalogue, people, groups)
    courier = Courier(post, fetch, waiting, delivery, Comparisons(post, delivery, statuses))
    moves = Moves(database, clock, allowances)
    compare, world = Compare(moves, courier), World(gateway, courier, Inputs(courier, spool))
    endings = Endings(database, courier, compare)
    work = Developer(moves, world, endings, compare, shop=shop, retry_unknown=True)
    developer = Runner(database, work, line)
    terms = Terms(allowances, 20)
    submit = Submit(
        database,
        clock,
        shop=shop,
        terms=terms,
        worker=developer,
        new_id=lambda: f"e{next(ids)}",
    )
    privacy = Privacy(database, clock, spool, allowances=allowances, worker=developer, keeps=Keeps(24, 48))
    switches = Switches(database, clock, shop, gateway)
    fleet = Fleet(gateway, shop, switches)
    versions = Versions(database, spool)
    wallets = Wallets(database, clock, terms)
    asking = Albums(database, clock), Questions(database, clock), Presets(database, clock)
    crier = Announcements(post, texts, people)
    alerts = Alerts(
        database,
        clock,
        Relay(database, nothing_heard(), alone=True).collect,
        Alerter(post, texts, people, admin.all),
        (),
        {},
    )
    steering = office(database, clock, allowances, submit, switches, crier, admin.all, alerts)
    records = Figures(database, clock, allowance.zone), History(database)
    doors = wallets, Access(database, clock, allowances, Door(), lambda: "code" * 6), Presses(database, clock)
    till = Till(post, texts, people, "@help_desk")
    payments = Payments(database, clock, allowances, packs=packs, seal=Seal(b"key"), till=till)
    sales = Sales(payments, Refunds(database, clock, allowances, till), till)
    more = *asking, *records, *doors, steering, sales
    desk = Desk(account, admin, submit, texts, clock, post, privacy, fleet, groups, versions, *more)
    desk = replace(desk, moment=60.0)  # a machine that stands still for a second changes no answer
    application = build(desk)
    dispatcher = Dispatcher(Handler(application, inbox), inbox)
    intake = Intake(bot, Arrivals(inbox, dispatcher.wake), clock)
    return Chat(
        telegram=telegram,
        folder=folder,
        clock=clock,
        gateway=gateway,
        database=database,
        desk=desk,
        application=application,
        courier=courier,
        dispatcher=dispatcher,
        binder=Binder(desk.albums, partial(albums.finish, desk)),
        intake=intake,
        developer=developer,
        bot=bot,
    )


@pytest.fixture(autouse=True)
def _stored(store: Store) -> None:
    """Every test of the chat can run on either database."""


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with a_chat(tmp_path) as playing:
        yield playing
