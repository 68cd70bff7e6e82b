"""How the world reaches the bot, as the settings say: updates, the HTTP face, public links to pictures."""

import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

from bot.chat.arrivals import Arrivals
from bot.chat.connection import TelegramBot
from bot.chat.hook import Hook
from bot.chat.intake import Intake
from bot.config import Settings
from bot.domain.errors import StartupFault
from bot.domain.meter import SILENT, Meter
from bot.domain.model import Catalogue
from bot.domain.ports import Clock
from bot.domain.role import Role
from bot.domain.spool import Spool
from bot.gateway.writer import Publish
from bot.storage.keys import kept_key
from bot.web import address
from bot.web.gauges import Gauges

if TYPE_CHECKING:
    from bot.storage.s3 import Bucket
    from bot.web import site
    from bot.web.media import PublicLinks
    from bot.web.metrics import Metrics
    from bot.web.webhook import Webhook

log = structlog.get_logger()

_KEY_FILE = "links.key"
_HOOK_FILE = "webhook.key"


@dataclass(frozen=True, slots=True)
class Links:
    """Who makes public links; nobody, where all is None.

    `media`: the HTTP face's own, which it must serve. `sweep` removes what expired at a time (epoch ms) from
    the bucket, and `check` tries it; both raise StorageFault.
    """

    publish: Publish | None = None
    media: "PublicLinks | None" = None
    sweep: Callable[[int], Awaitable[int]] | None = None
    check: Callable[[], Awaitable[None]] | None = None


def links(settings: Settings, spool: Spool, clock: Clock) -> Links:
    """Public links by the bucket, or else by the HTTP face under its public address.

    Raises:
        StartupFault: the bucket cannot be used, or the key that links are signed with.
    """
    if settings.links.bucket:
        bucket = _bucket(settings, spool)
        return Links(bucket.publish, sweep=bucket.sweep, check=bucket.check)
    if not has_links(settings):
        return Links()
    from bot.web.media import PublicLinks  # noqa: PLC0415  only where there is an HTTP face

    media = PublicLinks(
        settings.web.public_url,
        key=kept_key(settings.data_dir / _KEY_FILE, settings.shared_secret),
        spool=spool,
        clock=clock,
        seconds=settings.links.expires,
    )
    return Links(media.publish, media=media)


def has_links(settings: Settings) -> bool:
    """Whether pictures can be made public."""
    return bool(settings.links.bucket or settings.web.public_url)


def _bucket(settings: Settings, spool: Spool) -> "Bucket":
    try:
        from bot.storage.s3 import Bucket, s3  # noqa: PLC0415  an extra, which few install
    except ImportError as error:
        raise StartupFault("links.bucket: needs the extra s3: pip install 'obstore>=0.12,<0.13'.") from error
    store = s3(settings.links.bucket, setting="links", **settings.links.way)
    return Bucket(store, spool, seconds=settings.links.expires)


def intake(settings: Settings, bot: TelegramBot, arrivals: Arrivals, clock: Clock) -> Intake | Hook:
    """How updates come: Telegram is asked for them, or posts them to the hook.

    Raises:
        StartupFault: the key that Telegram proves itself with cannot be used.
    """
    told = settings.telegram
    if not told.webhook_url:
        return Intake(bot, arrivals, clock)
    secret = told.webhook_secret.get_secret_value()
    secret = secret or kept_key(settings.data_dir / _HOOK_FILE, settings.shared_secret).hex()
    return Hook(bot, arrivals, clock, url=told.webhook_url, secret=secret)


def metrics(settings: Settings, catalogue: Catalogue) -> "Metrics":
    """The counters, for these models and the gateways of the settings."""
    from bot.web.metrics import Metrics  # noqa: PLC0415  only where there is an HTTP face

    return Metrics(
        models=[each.id for each in (*catalogue.models, *catalogue.unavailable)],
        gateways=[each.name for each in settings.all_gateways],
    )


@dataclass(frozen=True, slots=True)
class Face:
    """The HTTP face, on an address that is held already; it is off where there is none.

    `metrics` count where it is on; `more` is what else it serves. `shared`: somebody else serves it, together
    with those of other bots. `role`: what of all that is this process's.
    """

    listener: socket.socket | None
    links: Links
    metrics: "Metrics | None"
    shared: bool = False
    more: "Sequence[site.Part]" = ()
    role: Role = Role.ALL

    @property
    def meter(self) -> Meter:
        """Who counts what happens."""
        return self.metrics or SILENT

    async def serve(self, gauges: Gauges, taking: object) -> None:
        """Serve until cancelled; `gauges` tell how the bot is, and `taking` gets what Telegram posts."""
        if self.listener and not self.shared:
            from bot.web import site  # noqa: PLC0415  only where there is an HTTP face

            await site.Server(self.whole(gauges, hook(taking))).serve(self.listener)

    def whole(self, gauges: Gauges, hook: "Webhook | None" = None) -> "site.Site":
        """All that it serves."""
        from bot.web import site  # noqa: PLC0415  as above

        return site.build(
            health=gauges.pulse.verdict,
            ready=gauges.pulse.ready,
            media=self.links.media if self.role.shows_pages else None,
            hook=hook,
            metrics=self.metrics.route(gauges.read) if self.metrics else None,
            more=self.more if self.role.shows_pages else (),
        )


def hook(taking: object) -> "Webhook | None":
    """Where Telegram posts, if it does."""
    if not isinstance(taking, Hook):
        return None
    from bot.web.webhook import Webhook  # noqa: PLC0415  only where Telegram posts

    return Webhook(taking.url, secret=taking.secret, take=taking.take)


def listener(settings: Settings) -> socket.socket | None:
    """The address of the HTTP face, held from now on; None where it is switched off.

    An address that nobody chose and nobody outside asks for may be taken: the bot works without its face.

    Raises:
        StartupFault: the address that the operator chose, or needs, cannot be had.
    """
    if not settings.web.listen:
        return None
    try:
        return address.bind(settings.web.listen)
    except StartupFault as fault:
        chosen = "listen" in settings.web.model_fields_set
        if chosen or settings.web.public_url or settings.telegram.webhook_url:
            raise
        log.warning("no HTTP face", why=fault.sentence)
        return None
