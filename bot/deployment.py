"""One process with a database of its own, or one of several that share one: who does what, and by what means.

What follows from that, and nothing else differs between the two.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from bot import store
from bot.chat.dispatch import Dispatcher, lane_of
from bot.chat.hook import Hook
from bot.chat.intake import Intake
from bot.chat.presence import Presence
from bot.config import Settings
from bot.domain.errors import StartupFault
from bot.domain.line import Line
from bot.domain.ports import Clock, Seat
from bot.domain.role import Role
from bot.duty import Does, Duty, together
from bot.services.crew import Crew
from bot.services.develop import Developer
from bot.services.inbox import Inbox, by_itself
from bot.services.lease import Leader
from bot.services.relay import Relay
from bot.services.runner import Runner
from bot.services.worker import Worker
from bot.storage.database import Connection, Database
from bot.storage.job import Job, Queue
from bot.storage.lock import made, only_one
from bot.storage.queue import put

if TYPE_CHECKING:
    from bot.storage.postgres.jobs import Jobs
    from bot.storage.postgres.seats import Seats

Taking = Intake | Hook | Presence
"""How this process hears from Telegram; `last_poll` tells when it last did."""

_AT_ONCE = 50
_DUTIES = "duties"
_LOOK_SECONDS = 0.5
_CHECKOUT = "checkout"


@dataclass(frozen=True, slots=True)
class House:
    """What duties are made of. `once`: those that only one process does; `here`: those of every process."""

    inbox: Inbox
    dispatcher: Dispatcher
    worker: Worker
    relay: Relay
    once: Sequence[Duty]
    here: Sequence[Duty]


class Duties(NamedTuple):
    """What takes from Telegram, and ends first at a stop; and all the others."""

    taking: Sequence[Duty]
    others: Sequence[Duty]


class Alone:
    """The only process: what is to be done stands in its memory, and in its rows for the next one."""

    holder, role, shares = "", Role.ALL, False
    seat: Seat | None = None
    look: float | None = None

    def worker(self, settings: Settings, database: Database, clock: Clock, developer: Developer) -> Worker:  # noqa: ARG002  see `Together`
        """Who runs edits."""
        limits = settings.limits
        return Runner(database, developer, Line(per_wallet=limits.per_wallet, total=limits.total))

    async def enlist(self, conn: Connection, update: int, body: Mapping[str, Any]) -> None:
        """See `Inbox`."""
        await by_itself(conn, update, body)

    def hears(self, taking: Intake | Hook) -> Taking:
        """How this process hears from Telegram: as the settings say."""
        return taking

    def duties(
        self,
        house: House,
        taking: Intake | Hook,  # noqa: ARG002  see `Together`
        hears: Taking,
    ) -> Duties:
        """What this process does all its life."""
        return Duties((hears, house.dispatcher), (house.worker, *house.once, *house.here))


class Together:
    """One of several: what is to be done stands in the database; each takes of it what its role allows."""

    shares = True
    look: float | None = _LOOK_SECONDS
    """Seconds between looks for what others did."""

    def __init__(self, database: Database, role: Role, holder: str, jobs: "Jobs", seats: "Seats") -> None:
        self.role, self.holder = role, holder
        self.seat: Seat | None = seats.taken
        self._database, self._jobs = database, jobs

    def worker(self, settings: Settings, database: Database, clock: Clock, developer: Developer) -> Worker:
        """Who runs edits."""
        limits = settings.limits
        return Crew(
            database,
            clock,
            developer,
            self._jobs,
            name=known_as,
            per_wallet=limits.per_wallet,
            total=limits.total,
            serves=self.role.does_edits,
        )

    async def enlist(self, conn: Connection, update: int, body: Mapping[str, Any]) -> None:
        """See `Inbox`: any process handles it, after those before it in its lane."""
        lane = lane_of(body)
        name, urgency = "/".join(map(str, lane)), int(lane[0] == _CHECKOUT)
        await put(conn, Job(Queue.UPDATES, f"update/{update}", name, urgency))

    def hears(self, taking: Intake | Hook) -> Taking:
        """How this process hears from Telegram: of those that could ask for updates, one does."""
        posted = isinstance(taking, Hook) and self.role.takes_updates
        return taking if posted else Presence(taking.bot, taking.clock)

    def duties(self, house: House, taking: Intake | Hook, hears: Taking) -> Duties:
        """What this process does all its life; `taking` is how one alone would hear from Telegram."""
        here: list[Duty] = [house.worker, house.relay, *house.here]
        if self.role.takes_updates:
            here.append(Does(partial(self._handle, house)))
        if not self.role.does_edits:
            return Duties((hears,), here)
        once = [*house.once, Does(house.inbox.recall)]
        if isinstance(house.worker, Crew):
            once.append(Does(house.worker.sweep))
        if isinstance(taking, Intake):
            once.append(taking)
        leader = Leader(self._database, _DUTIES, self.holder, partial(together, *once))
        return Duties((hears, leader), here)

    async def _handle(self, house: House) -> None:
        async def one(key: str) -> None:
            if letter := await house.inbox.letter(int(key.rpartition("/")[2])):
                await house.dispatcher.handler.handle(letter)

        await self._jobs.serve(Queue.UPDATES, one, at_once=_AT_ONCE)


Deployment = Alone | Together


def known_as(holder: str) -> str:
    """As what PostgreSQL knows the connections of a process."""
    return f"darkroom {holder}"


@asynccontextmanager
async def entered(settings: Settings, role: Role, clock: Clock) -> AsyncIterator[tuple[Database, Deployment]]:
    """The database, at the schema of this release, and how this process works with it.

    Raises:
        StartupFault: the database cannot be used, or the role needs one that is shared.
    """
    async with AsyncExitStack() as stack:
        if not store.is_shared(settings):
            if role is not Role.ALL:
                raise StartupFault(f"--role {role}: needs a database that is shared: set database_url.")
            stack.enter_context(only_one(settings.data_dir))
            yield await stack.enter_async_context(store.database(settings, clock)), Alone()
            return
        made(settings.data_dir)
        holder = uuid4().hex[:12]
        database = await stack.enter_async_context(store.database(settings, clock, known_as(holder)))
        jobs, seats = await stack.enter_async_context(store.shared(settings, known_as(holder)))
        yield database, Together(database, role, holder, jobs, seats)
