"""What only admins do, in one place."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.ports import Announcer, Clock
from bot.domain.quota import Allowances
from bot.services.alerts import Alerts
from bot.services.bans import Bans
from bot.services.broadcasts import Broadcasts
from bot.services.profiles import Profiles
from bot.services.submit import Submit
from bot.services.switches import Switches
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Office:
    """Whom they shut out, what they know of people, what they switch, what they tell, what they are told."""

    bans: Bans
    profiles: Profiles
    switches: Switches
    broadcasts: Broadcasts
    alerts: Alerts


def office(  # noqa: PLR0913, PLR0917  whom all of them need
    database: Database,
    clock: Clock,
    allowances: Allowances,
    submit: Submit,
    switches: Switches,
    announcer: Announcer,
    admins: Collection[int],
    alerts: Alerts,
    look: float | None = None,
) -> Office:
    """All of it."""
    return Office(
        Bans(database, clock, submit, admins),
        Profiles(database, clock, allowances),
        switches,
        Broadcasts(database, clock, announcer, look=look),
        alerts,
    )
