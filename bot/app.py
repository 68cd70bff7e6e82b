"""The composition root: opens, wires, runs and closes; the only module that knows every class."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot import deployment, parts, public, selling, speaking, steering, store, watching, working
from bot.chat import albums, application, menus
from bot.chat.arrivals import Arrivals
from bot.chat.context import Desk
from bot.chat.dispatch import Dispatcher
from bot.chat.handler import Handler
from bot.chat.intake import start
from bot.chat.traffic import Traffic
from bot.chat.waiting import Places
from bot.config import Settings
from bot.deployment import Deployment, Duties, House, Taking
from bot.domain.ports import Clock, Gateways, Messenger
from bot.domain.role import Role
from bot.domain.shop import Shop
from bot.domain.spool import Spool
from bot.duty import Does, Duty, for_ever
from bot.gateway.download import FileDownloader
from bot.gateway.http import transport
from bot.process import Process, live_until_told, opened
from bot.services.account import Account
from bot.services.admin import Admin
from bot.services.albums import Binder
from bot.services.calls import Calls
from bot.services.develop import World
from bot.services.fleet import Fleet
from bot.services.inbox import Inbox
from bot.services.inputs import Inputs
from bot.services.keeper import Keeper
from bot.services.office import office
from bot.services.relay import Relay
from bot.services.switches import Switches
from bot.services.versions import Versions
from bot.services.worker import Worker
from bot.storage.database import Database
from bot.systemd import Systemd
from bot.web.gauges import Gauges
from bot.web.pulse import Pulse

if TYPE_CHECKING:
    from bot.insight import Pages
    from bot.web.site import Judge

log = structlog.get_logger()

_FOLLOW_SECONDS = 5.0


@dataclass(slots=True)
class App:
    """A bot that is wired, and comes to life with `live`."""

    settings: Settings
    database: Database
    desk: Desk
    handlers: application.App
    gauges: Gauges
    face: public.Face
    hears: Taking
    house: House
    duties: Duties
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
            tasks.create_task(self.face.serve(self.gauges, self.hears))
            tasks.create_task(for_ever(self.pulse))
            await start(self.hears.bot)
            await self.handlers.initialize()
            parts.tell_unavailable(self.desk.account.catalogue)
            log.info("ready", bot=self.hears.bot.username, models=len(self.desk.account.catalogue.models))
            self._taking = [tasks.create_task(for_ever(each)) for each in self.duties.taking]
            for duty in self.duties.others:
                tasks.create_task(for_ever(duty))
            if self.face.role.takes_updates:
                tasks.create_task(menus.publish(self.desk))

    async def stop(self) -> None:
        """Take no more, and let calls finish within `stop_grace`; what is left stays as rows."""
        log.info("stopping", grace=self.settings.stop_grace)
        self.pulse.stopping = True
        for task in self._taking:
            task.cancel()
        async with asyncio.TaskGroup() as stopping:
            for worker in (self.house.worker, self.desk.office.broadcasts):
                stopping.create_task(worker.stop(self.settings.stop_grace))

    async def close(self) -> None:
        """Close the connections to Telegram, also when it never came to life."""
        await self.handlers.shutdown()
        await self.hears.bot.shutdown()


@asynccontextmanager
async def build(  # noqa: PLR0913  what others may hand in
    settings: Settings,
    role: Role = Role.ALL,
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
        if process is None:
            process = await stack.enter_async_context(opened(settings))
        clock, watch = clock or parts.SystemClock(), process.watch.of(settings)
        entering = deployment.entered(settings, role, clock)
        database, deployed = await stack.enter_async_context(entering)
        spool = store.spool(settings)
        links = public.links(settings, spool, clock)
        metrics = public.metrics(settings, parts.models(settings)) if process.listener else None
        face = public.Face(process.listener, links, metrics, shared=bool(settings.prefix), role=role)
        calls = Calls(database, clock, spool)
        if gateway is None:
            heard = face.meter, calls.heard, watch.alarm
            asking = parts.gateways(
                settings, spool, links.publish, *heard, pool=watch.pool, seat=deployed.seat
            )
            gateway = await stack.enter_async_context(asking)
        files = transport(trust_env=True)
        stack.push_async_callback(files.aclose)
        traffic = traffic or parts.traffic(settings, database)
        traffic.meter = face.meter
        app = _wired(
            settings,
            clock,
            traffic,
            watch,
            deployed,
            database=database,
            spool=spool,
            files=FileDownloader(files, spool),
            gateway=gateway,
            messenger=messenger,
            face=face,
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
    deployed: Deployment,
    *,
    database: Database,
    spool: Spool,
    files: FileDownloader,
    gateway: Gateways,
    messenger: Messenger | None,
    face: public.Face,
    calls: Calls,
) -> App:
    shop, allowances = Shop(parts.models(settings)), settings.allowances
    account = Account(database, clock, shop, allowances)
    admin = Admin(database, clock, allowances, frozenset(settings.admins))
    places: Places = lambda: worker.places()  # noqa: E731, PLW0108  it speaks of what is made below
    voice = speaking.voice(settings, database, clock, traffic, account, shop, places, files, spool)
    told = messenger or voice.courier
    world = World(gateway, told, Inputs(told, spool), watch.tracing)
    heard = face.meter, watch.alarm
    worker = working.worker(settings, database, clock, world, shop, deployed, *heard)
    submit = working.submit(settings, database, clock, worker, shop)
    privacy = working.privacy(settings, database, clock, worker, spool)
    switches = Switches(database, clock, shop, gateway)
    relay = Relay(database, watch.signs, alone=not deployed.shares)
    alerts = watch.alerts(database, clock, voice.crier, lambda: hears.last_poll, relay.collect)
    who = voice.crier, admin.all, alerts, deployed.look
    acting = office(database, clock, allowances, submit, switches, *who)
    sold = selling.sales(settings, database, clock, voice.till)
    entrance = steering.entrance(settings, face.listener, database, clock, admin)
    rows = *parts.rows(settings, database, clock, deployed.seat), acting, sold, entrance
    fleet, versions = Fleet(gateway, shop, switches), Versions(database, spool)
    post, texts, groups = voice.post, voice.texts, voice.groups
    desk = Desk(account, admin, submit, texts, clock, post, privacy, fleet, groups, versions, *rows)
    inbox, handlers = Inbox(database, clock, deployed.enlist), application.build(desk)
    dispatcher = Dispatcher(Handler(handlers, inbox), inbox)
    intake = public.intake(settings, post.bot, Arrivals(inbox, dispatcher.wake), clock)
    hears = deployed.hears(intake)
    pulse = Pulse(database, clock, lambda: hears.last_poll, settings.data_dir, watch.alarm)
    keeper = Keeper(database, spool, clock, shelf=parts.shelf(settings), elsewhere=face.links.sweep)
    binder = Binder(desk.albums, partial(albums.finish, desk), look=deployed.look)
    console, pages = _console(settings, desk, pulse.verdict, database, worker, gateway, calls)
    once = binder, keeper, selling.reconciler(database, sold), acting.broadcasts, alerts
    here: Sequence[Duty] = (voice.courier, calls, *console, Does(partial(switches.follow, _FOLLOW_SECONDS)))
    house = House(inbox, dispatcher, worker, relay, once=once, here=here)
    return App(
        settings=settings,
        database=database,
        desk=desk,
        handlers=handlers,
        gauges=Gauges(pulse, gateway.health),
        face=replace(face, more=pages),
        hears=hears,
        house=house,
        duties=deployed.duties(house, intake, hears),
    )


def _console(
    settings: Settings, desk: Desk, judge: "Judge", *watched: *tuple[Database, Worker, Gateways, Calls]
) -> "Pages":
    """The operators' console, where it is on."""
    way = desk.entrance
    if way is None or not way.address:
        return (), ()
    from bot import insight  # noqa: PLC0415  templates, and all that they show

    return insight.console(settings, desk, way, judge, *watched)


async def run(settings: Settings, systemd: Systemd, role: Role = Role.ALL) -> None:
    """Run the bot until SIGTERM or SIGINT; `systemd` hears how it is.

    Raises:
        StartupFault: something keeps it from starting, in one plain sentence.
    """
    await live_until_told(build(settings, role), systemd)
