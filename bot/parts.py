"""The parts that are made from the settings alone, for the bot and for the operator's commands alike."""

import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from bot import public, store
from bot.chat.connection import Credentials, TelegramBot, connect
from bot.chat.limits import Limits, overall
from bot.chat.traffic import Traffic
from bot.config import Settings
from bot.domain.access import Door
from bot.domain.alert import Alarm, unheard
from bot.domain.meter import SILENT, Meter
from bot.domain.model import Catalogue
from bot.domain.ports import Clock, Seat
from bot.domain.quota import MemberCap, Rate
from bot.domain.shelf import Shelf
from bot.domain.spool import Spool
from bot.gateway.address import Address
from bot.gateway.catalog import LINKS_NEEDED, catalogue
from bot.gateway.client import HttpGateway, Pool, default_pool
from bot.gateway.download import Downloader
from bot.gateway.guard import only_public
from bot.gateway.http import transport
from bot.gateway.telling import Hear, nobody
from bot.gateway.writer import Publish, Writer
from bot.services.acceptance import Terms
from bot.services.access import Access
from bot.services.albums import Albums
from bot.services.figures import Figures
from bot.services.history import History
from bot.services.presets import Presets
from bot.services.presses import Presses
from bot.services.questions import Questions
from bot.services.tolls import Tolls
from bot.services.wallets import Wallets
from bot.storage.database import Database

log = structlog.get_logger()


class SystemClock:
    """The real time."""

    def now(self) -> int:
        """Epoch milliseconds, UTC."""
        return time.time_ns() // 1_000_000


def models(settings: Settings) -> Catalogue:
    """The models on offer.

    Raises:
        StartupFault: the settings name one that cannot be.
    """
    tables = [each.model_dump(exclude_none=True) for each in settings.models]
    return catalogue(tables, settings.default_model or None, links=public.has_links(settings))


def tell_unavailable(models: Catalogue) -> None:
    """Log which models are wanted and not on offer, and why."""
    for model in models.unavailable:
        log.warning("model not offered", model=model.id, why=LINKS_NEEDED)


def terms(settings: Settings) -> Terms:
    """On what terms edits are accepted."""
    free_of_charge = frozenset(settings.admins if settings.admins_free else ())
    cap = MemberCap(settings.groups.member_cap, settings.quota.allowance.zone)
    groups_pay = settings.groups.payer == "group"
    return Terms(
        settings.allowances,
        settings.limits.waiting_per_wallet,
        free_of_charge,
        cap=cap if groups_pay else None,
        rate=Rate(settings.limits.per_minute),
    )


def access(settings: Settings, database: Database, clock: Clock) -> Access:
    """Who is let in."""
    door = Door(settings.access, frozenset((*settings.access_list, *settings.admins)))
    return Access(database, clock, settings.allowances, door, lambda: secrets.token_urlsafe(16))


def shelf(settings: Settings) -> Shelf:
    """What the spool may hold."""
    return Shelf(settings.results.keep_hours, settings.results.max_mb * 1_000_000)


def rows(
    settings: Settings, database: Database, clock: Clock, seat: Seat | None
) -> tuple[Albums, Questions, Presets, Figures, History, Wallets, Access, Presses]:
    """The services that are nothing but the database and the time, in the order of the desk."""
    return (
        Albums(database, clock, seat),
        Questions(database, clock),
        Presets(database, clock),
        Figures(database, clock, settings.quota.allowance.zone),
        History(database),
        Wallets(database, clock, terms(settings)),
        access(settings, database, clock),
        Presses(database, clock),
    )


def traffic(settings: Settings, database: Database) -> Traffic:
    """Who may call Telegram when; of all processes together where they share the database."""
    toll = Tolls(database) if store.is_shared(settings) else None
    return Traffic(Limits(overall=overall(settings.telegram.per_second)), toll=toll)


def telegram(settings: Settings, traffic: Traffic) -> TelegramBot:
    """The connection to Telegram, which has called nobody yet.

    Raises:
        StartupFault: the token cannot be one.
    """
    told = settings.telegram
    credentials = Credentials(told.token.get_secret_value(), told.base_url, told.base_file_url)
    return connect(credentials, transport(trust_env=True), traffic)


@asynccontextmanager
async def gateways(  # noqa: PLR0913  who hears of calls, and whoever follows them
    settings: Settings,
    spool: Spool,
    publish: Publish | None = None,
    meter: Meter = SILENT,
    hear: Hear = nobody,
    alarm: Alarm = unheard,
    *,
    pool: Pool = default_pool,
    seat: Seat | None = None,
) -> AsyncIterator[HttpGateway]:
    """All gateways of the settings, over HTTP; `publish` makes pictures public, where that can be.

    `hear` is told of every call.
    """
    guarded, free = transport(guard=only_public), transport()
    downloader = Downloader(
        guarded,
        free,
        spool,
        allow_private=settings.results.allow_private,
        allowed_hosts=frozenset(settings.results.allowed_hosts),
    )
    asking = HttpGateway(
        addresses(settings),
        writer=Writer(publish),
        spool=spool,
        downloader=downloader,
        pool=pool,
        alarm=alarm,
        hear=hear,
        prompts=settings.log.prompts,
        meter=meter,
        seat=seat,
    )
    try:
        async with asking:
            yield asking
    finally:
        await guarded.aclose()
        await free.aclose()


def addresses(settings: Settings) -> tuple[Address, ...]:
    """Where the gateways are, with their secrets in the open: for the gateway rooms only."""
    return tuple(
        Address(
            name=each.name,
            base_url=each.base_url,
            api_keys=tuple(key.get_secret_value() for key in each.api_keys),
            timeout=each.timeout,
            concurrency=each.concurrency,
            proxy=each.proxy.get_secret_value() or None,
            priority=each.priority,
        )
        for each in settings.all_gateways
    )
