"""How operators learn how the bot is, as the settings say: alerts, and what other services are told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.chat.alerts import Alerter
from bot.chat.people import People
from bot.chat.post import Post
from bot.config import SHORT_NAME, Settings
from bot.domain.alert import Alarm
from bot.domain.ports import Clock
from bot.domain.tracing import Tracing, untraced
from bot.services.alerts import Alerts, Signs, nothing_heard
from bot.services.looks import Disk, Inbox, Ledger, Telegram
from bot.storage.database import Database
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Watch:
    """Who hears of troubles, and who measures."""

    settings: Settings
    tracing: Tracing = untraced
    signs: Signs = field(default_factory=nothing_heard)

    @property
    def alarm(self) -> Alarm:
        """Hears signs of trouble."""
        return self.signs.append

    def alerts(
        self,
        database: Database,
        clock: Clock,
        mouth: tuple[Post, Texts, People],
        last_poll: Callable[[], int | None],
    ) -> Alerts:
        """Who tells admins; `last_poll`: when Telegram last answered (epoch ms), None before."""
        settings = self.settings
        looks = (
            Disk(settings.data_dir),
            Telegram(clock, last_poll),
            Inbox(database, clock),
            Ledger(database, clock),
        )
        herald = Alerter(*mouth, settings.admins if settings.alerts else ())
        return Alerts(database, clock, self.signs, herald, looks, dict(_keys(settings)))


def _keys(settings: Settings) -> Iterator[tuple[str, str]]:
    """Where the keys of each gateway are set."""
    if settings.gateway:
        yield SHORT_NAME, "gateway.api_key"
    for number, each in enumerate(settings.gateways):
        yield each.name, f"gateways[{number}].api_keys"
