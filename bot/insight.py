"""The pages of the operators' console, as the settings say: what they show, and what they steer."""

from collections.abc import Sequence

from bot import config, log
from bot.chat.context import Desk
from bot.config import Settings, secrets_of
from bot.domain.ports import Gateways
from bot.duty import Duty
from bot.gateway.explain import explained
from bot.services.calls import Calls
from bot.services.console.console import Console, Work
from bot.services.console.opened import Discretion
from bot.services.sessions import Entrance
from bot.services.timing import Timing
from bot.services.worker import Worker
from bot.storage.database import Database
from bot.web.console import site
from bot.web.console.visit import Tools
from bot.web.site import Judge, Part

Pages = tuple[Sequence[Duty], Sequence[Part]]
"""What keeps the console up, and its part of the HTTP face."""


def console(  # noqa: PLR0913, PLR0917  all that operators look at
    settings: Settings,
    desk: Desk,
    way: Entrance,
    judge: Judge,
    database: Database,
    worker: Worker,
    gateways: Gateways,
    calls: Calls,
) -> Pages:
    """The console, with its way in; `judge` tells how the bot is. No secret gets out of it."""
    allowances = settings.allowances
    reads = Console(
        database,
        desk.clock,
        allowances=allowances,
        zone=allowances.person.zone,
        work=Work(worker.places, worker.progress, Timing(database, desk.clock)),
        gateways=gateways,
        switches=desk.office.switches,
        calls=calls,
        explain=explained,
        discretion=Discretion(log.redactor(secrets_of(settings)), prompts=settings.log.prompts),
    )
    tools = Tools(
        sessions=way.sessions,
        account=desk.account,
        admin=desk.admin,
        office=desk.office,
        fleet=desk.fleet,
        console=reads,
        texts=desk.texts,
        clock=desk.clock,
        verdict=judge,
        settings=config.masked(settings),
    )
    return (reads,), site.console(tools, address=way.address, zone=settings.quota.allowance.zone)
