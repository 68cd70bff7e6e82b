"""How operators learn how the bot is, as the settings say: alerts, and what other services are told."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot import __version__
from bot.chat.alerts import Alerter
from bot.chat.announcements import Announcements
from bot.config import SHORT_NAME, Settings, secrets_of
from bot.domain.alert import Alarm
from bot.domain.errors import StartupFault
from bot.domain.ports import Clock
from bot.domain.tracing import Tracing, untraced
from bot.gateway.client import Pool, default_pool
from bot.log import redactor, unspoken
from bot.services.alerts import Alerts, Collect, Signs, nothing_heard
from bot.services.looks import Disk, Inbox, Ledger, Telegram
from bot.storage.database import Database

if TYPE_CHECKING:
    from bot.telemetry.otel import Tracer

Hide = Callable[[str], str]
"""Masks in a text what nobody else may read."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who hears of troubles, and who measures; `pool` makes connections to gateways."""

    settings: Settings
    tracing: Tracing = untraced
    pool: Pool = default_pool
    signs: Signs = field(default_factory=nothing_heard)

    def of(self, settings: Settings) -> "Watch":
        """The same for another bot, with troubles of its own."""
        return replace(self, settings=settings, signs=nothing_heard())

    @property
    def alarm(self) -> Alarm:
        """Hears signs of trouble."""
        return self.signs.append

    def alerts(
        self,
        database: Database,
        clock: Clock,
        crier: Announcements,
        last_poll: Callable[[], int | None],
        collect: Collect,
    ) -> Alerts:
        """Who tells admins; `last_poll`: when Telegram last answered (epoch ms), None before."""
        settings = self.settings
        looks = (
            Disk(settings.data_dir),
            Telegram(clock, last_poll),
            Inbox(database, clock),
            Ledger(database, clock),
        )
        admins = settings.admins if settings.alerts else ()
        herald = Alerter(crier.post, crier.texts, crier.people, admins)
        return Alerts(database, clock, collect, herald, looks, dict(_keys(settings)))


@asynccontextmanager
async def begun(settings: Settings, *others: Settings) -> AsyncIterator[Watch]:
    """All that watches; what other services are still to be told is told in the end.

    `others`: of the other bots of this process, whose secrets are hidden too.

    Raises:
        StartupFault: an extra is not installed, or a setting is wrong.
    """
    redact = redactor([secret for each in (settings, *others) for secret in secrets_of(each)])

    def hide(text: str) -> str:
        return redact(unspoken(text))

    async with AsyncExitStack() as stack:
        if dsn := settings.sentry.dsn.get_secret_value():
            await stack.enter_async_context(_reported(dsn, hide))
        if not settings.otel.endpoint:
            yield Watch(settings)
            return
        tracer = _tracer(settings.otel.endpoint, hide)
        stack.push_async_callback(asyncio.to_thread, tracer.close)
        yield Watch(settings, tracer, tracer.followed(default_pool))


@asynccontextmanager
async def _reported(dsn: str, hide: Hide) -> AsyncIterator[None]:
    """Errors are, and what ends the bot."""
    try:
        from bot.telemetry.sentry import Reporter  # noqa: PLC0415  an extra, which few install
    except ImportError as error:
        raise _lacking("sentry.dsn", "sentry", "'sentry-sdk>=2.75,<3'") from error
    reporter = Reporter(dsn, hide, release=__version__)
    logging.getLogger().addHandler(reporter)
    try:
        yield
    except BaseException as error:
        reporter.crashed(error)
        raise
    finally:
        logging.getLogger().removeHandler(reporter)
        await asyncio.to_thread(reporter.flush_and_close)


def _tracer(endpoint: str, hide: Hide) -> "Tracer":
    try:
        from bot.telemetry.otel import Tracer  # noqa: PLC0415  an extra, which few install
    except ImportError as error:
        names = "opentelemetry-sdk opentelemetry-exporter-otlp-proto-http opentelemetry-instrumentation-httpx"
        raise _lacking("otel.endpoint", "otel", names) from error
    return Tracer(endpoint, hide, release=__version__)


def _lacking(setting: str, extra: str, packages: str) -> StartupFault:
    return StartupFault(f"{setting}: needs the extra {extra}: pip install {packages}.")


def _keys(settings: Settings) -> Iterator[tuple[str, str]]:
    """Where the keys of each gateway are set."""
    if settings.gateway:
        yield SHORT_NAME, "gateway.api_key"
    for number, each in enumerate(settings.gateways):
        yield each.name, f"gateways[{number}].api_keys"
