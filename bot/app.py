"""The composition root: opens, wires, runs and closes; the only module that knows every class."""

import asyncio
import secrets
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial

import structlog

from bot import parts, public, selling, store
from bot.chat import albums, application, intake, menus
from bot.chat.announcements import Announcements
from bot.chat.comparison import Comparisons
from bot.chat.context import Desk
from bot.chat.courier import Courier
from bot.chat.delivery import Delivery
from bot.chat.dispatch import Dispatcher
from bot.chat.drafts import Drafts
from bot.chat.people import People
from bot.chat.post import Post
from bot.chat.till import Till
from bot.chat.traffic import Traffic
from bot.chat.waiting import Waiting
from bot.config import Settings
from bot.domain.line import Line
from bot.domain.ports import Clock, Gateways, Messenger
from bot.domain.shop import Shop
from bot.duty import for_ever
from bot.gateway.download import FileDownloader
from bot.gateway.http import transport
from bot.services.account import Account
from bot.services.admin import Admin
from bot.services.albums import Binder
from bot.services.develop import Developer, World
from bot.services.fleet import Fleet
from bot.services.groups import Groups
from bot.services.inbox import Inbox
from bot.services.inputs import Inputs
from bot.services.keeper import INBOX_HOURS, Keeper
from bot.services.moves import Moves
from bot.services.office import office
from bot.services.privacy import Keeps, Privacy
from bot.services.reconcile import Reconciler
from bot.services.statuses import Statuses
from bot.services.submit import Submit
from bot.services.switches import Switches
from bot.services.timing import Timing
from bot.services.versions import Versions
from bot.storage.database import Database
from bot.storage.lock import only_one
from bot.storage.spool import FolderSpool
from bot.texts import Texts
from bot.web.pulse import Pulse

log = structlog.get_logger()


@dataclass(slots=True)
class App:
    """A bot that is wired, and comes to life with `live`."""

    settings: Settings
    database: Database
    desk: Desk
    handlers: application.App
    intake: intake.Intake
    dispatcher: Dispatcher
    binder: Binder
    developer: Developer
    courier: Courier
    keeper: Keeper
    reconciler: Reconciler
    pulse: Pulse
    face: public.Face
    _taking: list[asyncio.Task[None]] = field(default_factory=list)

    async def live(self) -> None:
        """Serve people until cancelled.

        Raises:
            StartupFault: Telegram refuses the token, or another process polls with it.
        """
        await intake.start(self.intake.bot)
        await self.handlers.initialize()
        parts.tell_unavailable(self.desk.account.catalogue)
        log.info("ready", bot=self.intake.bot.username, models=len(self.desk.account.catalogue.models))
        async with asyncio.TaskGroup() as tasks:
            taking = (self.intake, self.dispatcher, self.binder)
            self._taking = [tasks.create_task(for_ever(each)) for each in taking]
            duties = self.developer, self.courier, self.keeper, self.reconciler, self.pulse
            for duty in (*duties, self.desk.office.broadcasts):
                tasks.create_task(for_ever(duty))
            tasks.create_task(self.face.serve(self.pulse.verdict))
            tasks.create_task(menus.publish(self.desk))

    async def stop(self) -> None:
        """Take no more, and let calls finish within `stop_grace`; what is left stays as rows."""
        for task in self._taking:
            task.cancel()
        async with asyncio.TaskGroup() as stopping:
            for worker in (self.developer, self.desk.office.broadcasts):
                stopping.create_task(worker.stop(self.settings.stop_grace))

    async def close(self) -> None:
        """Close the connections to Telegram, also when it never came to life."""
        await self.handlers.shutdown()
        await self.intake.bot.shutdown()


@asynccontextmanager
async def build(
    settings: Settings,
    *,
    gateway: Gateways | None = None,
    messenger: Messenger | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[App]:
    """Open and wire everything; close it in reverse.

    Raises:
        StartupFault: settings, address, data folder, database or catalogue keep it from starting.
    """
    parts.refuse_what_is_not_there(settings)
    async with AsyncExitStack() as stack:
        stack.enter_context(only_one(settings.data_dir))
        if listener := public.listener(settings):
            stack.callback(listener.close)
        clock = clock or parts.SystemClock()
        database = await stack.enter_async_context(store.database(settings, clock))
        spool = FolderSpool(settings.data_dir / "spool")
        links = public.links(settings, spool, clock)
        if gateway is None:
            gateway = await stack.enter_async_context(parts.gateways(settings, spool, links.publish))
        files = transport(trust_env=True)
        stack.push_async_callback(files.aclose)
        app = _wired(
            settings,
            clock,
            database=database,
            spool=spool,
            files=FileDownloader(files, spool),
            gateway=gateway,
            messenger=messenger,
            face=public.Face(listener, links),
        )
        stack.push_async_callback(app.close)
        await app.desk.office.switches.restore()
        yield app


def _wired(  # noqa: PLR0913  what was opened, and what was handed in
    settings: Settings,
    clock: Clock,
    *,
    database: Database,
    spool: FolderSpool,
    files: FileDownloader,
    gateway: Gateways,
    messenger: Messenger | None,
    face: public.Face,
) -> App:
    shop, allowances = Shop(parts.models(settings)), settings.allowances
    account = Account(database, clock, shop, allowances)
    admin = Admin(database, clock, allowances, frozenset(settings.admins))
    texts = Texts(clock, zone=allowances.person.zone)
    traffic = Traffic()
    groups = Groups(database, clock, shop)
    post = Post(parts.telegram(settings, traffic), groups)
    people = People(account, texts)
    line = Line(per_wallet=settings.limits.per_wallet, total=settings.limits.total)
    timing, statuses = Timing(database, clock), Statuses(database)
    drafts = Drafts(post, wanted=settings.telegram.drafts)
    waiting = Waiting(post, texts, people, traffic.drop, line.places, timing.usual, statuses.keep, drafts)
    delivery = Delivery(post, spool, texts, shop.whole, people, groups)
    courier = Courier(post, files.fetch, waiting, delivery, Comparisons(post, delivery, statuses.keep))
    messenger = messenger or courier
    world = World(gateway, messenger, Inputs(messenger, spool))
    again = settings.on_unknown == "retry"
    developer = Developer(
        database, Moves(database, clock, allowances), world, line=line, shop=shop, retry_unknown=again
    )
    submit = _submit(settings, clock, database, shop, developer)
    keeps = Keeps(settings.results.keep_hours, INBOX_HOURS)
    privacy = Privacy(database, clock, spool, allowances=allowances, worker=developer, keeps=keeps)
    switches = Switches(database, clock, shop, gateway)
    crier, till = Announcements(post, texts, people), Till(post, texts, people, settings.support)
    steering = office(database, clock, allowances, submit, switches, crier, admin.all)
    sold = selling.sales(settings, database, clock, till)
    rows = *parts.rows(settings, database, clock), steering, sold
    fleet, versions = Fleet(gateway, shop, switches), Versions(database, spool)
    desk = Desk(account, admin, submit, texts, clock, post, privacy, fleet, groups, versions, *rows)
    inbox, handlers = Inbox(database, clock), application.build(desk)
    dispatcher = Dispatcher(handlers, inbox)
    taking = intake.Intake(post.bot, inbox, clock, arrived=dispatcher.wake)
    return App(
        settings=settings,
        database=database,
        desk=desk,
        handlers=handlers,
        intake=taking,
        dispatcher=dispatcher,
        binder=Binder(desk.albums, partial(albums.finish, desk)),
        developer=developer,
        courier=courier,
        reconciler=selling.reconciler(database, sold),
        keeper=Keeper(database, spool, clock, shelf=parts.shelf(settings), elsewhere=face.links.sweep),
        pulse=Pulse(database, clock, lambda: taking.last_poll, settings.data_dir),
        face=face,
    )


def _submit(settings: Settings, clock: Clock, database: Database, shop: Shop, developer: Developer) -> Submit:
    return Submit(
        database,
        clock,
        shop=shop,
        terms=parts.terms(settings),
        worker=developer,
        new_id=lambda: secrets.token_urlsafe(12),
    )


async def run(settings: Settings) -> None:
    """Run the bot until SIGTERM or SIGINT.

    Raises:
        StartupFault: something keeps it from starting, in one plain sentence.
    """
    told = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, told.set)
    async with build(settings) as app, asyncio.TaskGroup() as tasks:
        living = tasks.create_task(app.live())
        stopping = tasks.create_task(told.wait())
        await asyncio.wait((living, stopping), return_when=asyncio.FIRST_COMPLETED)
        if told.is_set():
            log.info("stopping", grace=settings.stop_grace)
            await app.stop()
        living.cancel()
        stopping.cancel()
