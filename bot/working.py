"""Who accepts edits, does them and forgets them, as the settings say."""

import secrets

from bot import parts
from bot.config import Settings
from bot.deployment import Deployment
from bot.domain.alert import Alarm
from bot.domain.meter import Meter
from bot.domain.ports import Clock
from bot.domain.shop import Shop
from bot.domain.spool import Spool
from bot.services.compare import Compare
from bot.services.develop import Developer, World
from bot.services.endings import Endings
from bot.services.keeper import INBOX_HOURS
from bot.services.moves import Moves
from bot.services.privacy import Keeps, Privacy
from bot.services.submit import Submit
from bot.services.worker import Worker
from bot.storage.database import Database


def worker(  # noqa: PLR0913, PLR0917  whom it talks to, as whom it works, and who counts
    settings: Settings,
    database: Database,
    clock: Clock,
    world: World,
    shop: Shop,
    deployment: Deployment,
    meter: Meter,
    alarm: Alarm,
) -> Worker:
    """Who sees to it that edits are done."""
    moves = Moves(database, clock, settings.allowances, meter, alarm, holder=deployment.holder)
    compare = Compare(moves, world.messenger, deployment.seat)
    endings = Endings(database, world.messenger, compare)
    retry = settings.on_unknown == "retry"
    developer = Developer(moves, world, endings, compare, shop=shop, retry_unknown=retry)
    return deployment.worker(settings, database, clock, developer)


def submit(settings: Settings, database: Database, clock: Clock, worker: Worker, shop: Shop) -> Submit:
    """Who accepts edits."""
    return Submit(
        database,
        clock,
        shop=shop,
        terms=parts.terms(settings),
        worker=worker,
        new_id=lambda: secrets.token_urlsafe(12),
    )


def privacy(settings: Settings, database: Database, clock: Clock, worker: Worker, spool: Spool) -> Privacy:
    """Who forgets people, with what they asked for."""
    keeps = Keeps(settings.results.keep_hours, INBOX_HOURS)
    return Privacy(database, clock, spool, allowances=settings.allowances, worker=worker, keeps=keeps)
