"""Who speaks to people over Telegram, as the settings say."""

from dataclasses import dataclass

from bot import parts
from bot.chat.announcements import Announcements
from bot.chat.comparison import Comparisons
from bot.chat.courier import Courier
from bot.chat.delivery import Delivery
from bot.chat.drafts import Drafts
from bot.chat.people import People
from bot.chat.post import Post
from bot.chat.till import Till
from bot.chat.traffic import Traffic
from bot.chat.waiting import Places, Waiting
from bot.config import Settings
from bot.domain.ports import Clock
from bot.domain.shop import Shop
from bot.domain.spool import Spool
from bot.gateway.download import FileDownloader
from bot.services.account import Account
from bot.services.groups import Groups
from bot.services.statuses import Statuses
from bot.services.timing import Timing
from bot.storage.database import Database
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Voice:
    """All that says something to somebody."""

    post: Post
    texts: Texts
    people: People
    groups: Groups
    courier: Courier
    crier: Announcements
    till: Till


def voice(  # noqa: PLR0913, PLR0917  what it speaks of, and by what
    settings: Settings,
    database: Database,
    clock: Clock,
    traffic: Traffic,
    account: Account,
    shop: Shop,
    places: Places,
    files: FileDownloader,
    spool: Spool,
) -> Voice:
    """It has said nothing yet.

    Raises:
        StartupFault: the token cannot be one.
    """
    texts, groups = Texts(clock, zone=settings.quota.allowance.zone), Groups(database, clock, shop)
    post, people = Post(parts.telegram(settings, traffic), groups), People(account, texts)
    timing, statuses = Timing(database, clock), Statuses(database)
    drafts = Drafts(post, wanted=settings.telegram.drafts)
    waiting = Waiting(post, texts, people, traffic.drop, places, timing.usual, statuses, drafts)
    delivery = Delivery(post, spool, texts, shop.whole, people, groups)
    return Voice(
        post,
        texts,
        people,
        groups,
        courier=Courier(post, files.fetch, waiting, delivery, Comparisons(post, delivery, statuses)),
        crier=Announcements(post, texts, people),
        till=Till(post, texts, people, settings.support),
    )
