"""What operators see of the bot: the console's pages, as the settings say."""

from bot import log
from bot.config import Settings, secrets_of
from bot.domain.ports import Clock, Gateways
from bot.gateway.explain import explained
from bot.services.calls import Calls
from bot.services.console.console import Console, Work
from bot.services.console.opened import Discretion
from bot.services.switches import Switches
from bot.services.timing import Timing
from bot.services.worker import Worker
from bot.storage.database import Database


def console(  # noqa: PLR0913, PLR0917  all that operators look at
    settings: Settings,
    database: Database,
    clock: Clock,
    worker: Worker,
    switches: Switches,
    gateways: Gateways,
    calls: Calls,
) -> Console:
    """Who reads for the console; no secret of the settings gets out of it."""
    allowances = settings.allowances
    return Console(
        database,
        clock,
        allowances=allowances,
        zone=allowances.person.zone,
        work=Work(worker.places, worker.progress, Timing(database, clock)),
        gateways=gateways,
        switches=switches,
        calls=calls,
        explain=explained,
        discretion=Discretion(log.redactor(secrets_of(settings)), prompts=settings.log.prompts),
    )
