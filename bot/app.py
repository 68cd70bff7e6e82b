"""The composition root: opens, wires, runs and closes; the only module that knows every class."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial

import structlog

from bot import insight, parts, public, selling, speaking, steering, store, watching, working
from bot.chat import albums, application, menus
from bot.chat.arrivals import Arrivals
from bot.chat.context import Desk
from bot.chat.courier import Courier
from bot.chat.dispatch import Dispatcher
from bot.chat.hook import Hook
from bot.chat.intake import Intake, start
from bot.chat.traffic import Traffic
from bot.config import Settings
from bot.domain.line import Line
from bot.domain.ports import Clock, Gateways, Messenger
from bot.domain.shop import Shop
from bot.duty import for_ever
from bot.gateway.download import FileDownloader
from bot.gateway.http import transport
from bot.process import Process, live_until_told, opened
from bot.services.account import Account
from bot.services.admin import Admin
from bot.services.albums import Binder
from bot.services.calls import Calls
from bot.services.console.console import Console
from bot.services.develop import Developer, World
from bot.services.fleet import Fleet
from bot.services.inbox import Inbox
from bot.services.inputs import Inputs
from bot.services.keeper import Keeper
from bot.services.office import office
from bot.services.reconcile import Reconciler
from bot.services.switches import Switches
from bot.services.versions import Versions
from bot.storage.database import Database
from bot.storage.lock import only_one
from bot.storage.spool import FolderSpool
from bot.systemd import Systemd
from bot.web.gauges import Gauges
from bot.web.pulse import Pulse

log = structlog.get_logger()


@dataclass(slots=True)
class App:
    """A bot that is wired, and comes to life with `live`."""

    settings: Settings
    database: Database
    desk: Desk
    handlers: application.App
    intake: Intake | Hook
    dispatcher: Dispatcher
    binder: Binder
    developer: Developer
    courier: Courier
    keeper: Keeper
    reconciler: Reconciler
    gauges: Gauges
    face: public.Face
    calls: Calls
    console: Console
    _taking: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def pulse(self) -> Pulse:
        """Its sign of life."""
        return self.gauges.pulse

    async def live(self) -> None:
        """Serve people until cancelled.

        Raises:
            StartupFault: Telegram refuses the token, or another process polls with it.
        """
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.face.serve(self.gauges, self.intake))
            tasks.create_task(for_ever(self.pulse))
            await start(self.intake.bot)
            await self.handlers.initialize()
            parts.tell_unavailable(self.desk.account.catalogue)
            log.info("ready", bot=self.intake.bot.username, models=len(self.desk.account.catalogue.models))
            taking = (self.intake, self.dispatcher, self.binder)
            self._taking = [tasks.create_task(for_ever(each)) for each in taking]
            duties = self.developer, self.courier, self.keeper, self.reconciler, self.calls, self.console
            for duty in (*duties, self.desk.office.broadcasts, self.desk.office.alerts):
                tasks.create_task(for_ever(duty))
            tasks.create_task(menus.publish(self.desk))

    async def stop(self) -> None:
        """Take no more, and let calls finish within `stop_grace`; what is left stays as rows."""
        log.info("stopping", grace=self.settings.stop_grace)
        self.pulse.stopping = True
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
    traffic: Traffic | None = None,
    process: Process | None = None,
) -> AsyncIterator[App]:
    """Open and wire everything; close it in reverse. `process`: what it shares with other bots.

    Raises:
        StartupFault: settings, address, data folder, database or catalogue keep it from starting.
    """
    async with AsyncExitStack() as stack:
        stack.enter_context(only_one(settings.data_dir))
        if process is None:
            process = await stack.enter_async_context(opened(settings))
        clock, watch = clock or parts.SystemClock(), process.watch.of(settings)
        database = await stack.enter_async_context(store.database(settings, clock))
        spool = FolderSpool(settings.data_dir / "spool")
        links = public.links(settings, spool, clock)
        metrics = public.metrics(settings, parts.models(settings))
        calls = Calls(database, clock, spool)
        if gateway is None:
            heard = metrics, calls.heard, watch.alarm
            asking = parts.gateways(settings, spool, links.publish, *heard, pool=watch.pool)
            gateway = await stack.enter_async_context(asking)
        files = transport(trust_env=True)
        stack.push_async_callback(files.aclose)
        app = _wired(
            settings,
            clock,
            traffic or parts.traffic(settings, database),
            watch,
            database=database,
            spool=spool,
            files=FileDownloader(files, spool),
            gateway=gateway,
            messenger=messenger,
            face=public.Face(process.listener, links, metrics, shared=bool(settings.prefix)),
            calls=calls,
        )
        stack.push_async_callback(app.close)
        await app.desk.office.switches.restore()
        yield app


def _wired(  # noqa: PLR0913  what was opened, and what was handed in
    settings: Settings,
    clock: Clock,
    traffic: Traffic,
    watch: watching.Watch,
    *,
    database: Database,
    spool: FolderSpool,
    files: FileDownloader,
    gateway: Gateways,
    messenger: Messenger | None,
    face: public.Face,
    calls: Calls,
) -> App:
    shop, allowances = Shop(parts.models(settings)), settings.allowances
    account = Account(database, clock, shop, allowances)
    admin = Admin(database, clock, allowances, frozenset(settings.admins))
    traffic.meter = face.metrics
    line = Line(per_wallet=settings.limits.per_wallet, total=settings.limits.total)
    voice = speaking.voice(settings, database, clock, traffic, account, shop, line, files, spool)
    told = messenger or voice.courier
    world = World(gateway, told, Inputs(told, spool), watch.tracing)
    developer = working.developer(settings, database, clock, world, line, shop, face.metrics, watch.alarm)
    submit = working.submit(settings, database, clock, developer, shop)
    privacy = working.privacy(settings, database, clock, developer, spool)
    switches = Switches(database, clock, shop, gateway)
    alerts = watch.alerts(database, clock, voice.crier, lambda: taking.last_poll)
    acting = office(database, clock, allowances, submit, switches, voice.crier, admin.all, alerts)
    sold = selling.sales(settings, database, clock, voice.till)
    entrance = steering.entrance(settings, face.listener, database, clock, admin)
    rows = *parts.rows(settings, database, clock), acting, sold, entrance
    fleet, versions = Fleet(gateway, shop, switches), Versions(database, spool)
    post, texts, groups = voice.post, voice.texts, voice.groups
    desk = Desk(account, admin, submit, texts, clock, post, privacy, fleet, groups, versions, *rows)
    console = insight.console(settings, database, clock, developer, switches, gateway, calls)
    inbox, handlers = Inbox(database, clock), application.build(desk)
    dispatcher = Dispatcher(handlers, inbox)
    taking = public.intake(settings, post.bot, Arrivals(inbox, dispatcher.wake), clock)
    pulse = Pulse(database, clock, lambda: taking.last_poll, settings.data_dir, watch.alarm)
    return App(
        settings=settings,
        database=database,
        desk=desk,
        handlers=handlers,
        intake=taking,
        dispatcher=dispatcher,
        binder=Binder(desk.albums, partial(albums.finish, desk)),
        developer=developer,
        courier=voice.courier,
        reconciler=selling.reconciler(database, sold),
        keeper=Keeper(database, spool, clock, shelf=parts.shelf(settings), elsewhere=face.links.sweep),
        gauges=Gauges(pulse, gateway.health),
        face=replace(face, more=steering.parts(settings, desk, console, pulse.verdict)),
        calls=calls,
        console=console,
    )


async def run(settings: Settings, systemd: Systemd) -> None:
    """Run the bot until SIGTERM or SIGINT; `systemd` hears how it is.

    Raises:
        StartupFault: something keeps it from starting, in one plain sentence.
    """
    await live_until_told(build(settings), systemd)
