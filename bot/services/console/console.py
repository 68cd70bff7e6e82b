"""The pages of the console, as values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from bot.domain.edit import Edit, State
from bot.domain.people import wallet_of
from bot.domain.ports import Clock, Gateways, Progress
from bot.domain.quota import Allowances
from bot.services.calls import Calls
from bot.services.console.fleet import gateways, offers
from bot.services.console.opened import Discretion, Explain, opened, said
from bot.services.console.overview import Overviews
from bot.services.console.views import Live, Now, Offer, OfGateway, OfPerson, Opened, Overview, Span
from bot.services.profiles import profiled
from bot.services.switches import Switches
from bot.services.timing import Timing
from bot.storage.browse import Mark, Page, acts, edits, ledger, people
from bot.storage.browse.acts import ActLine
from bot.storage.browse.edits import EditLine, Sought
from bot.storage.browse.ledger import EntryLine
from bot.storage.browse.people import PersonLine
from bot.storage.database import Connection, Database

_MOST_LIVE = 100
_LATEST = 10
_DAY = 24 * 3600 * 1000
_LONGEST_QUERY = 64
_BEYOND = 2**52


@dataclass(frozen=True, slots=True)
class Work:
    """Who knows of what is in work, beside its rows: places in line, progress, and what is usual."""

    places: Callable[[], Mapping[str, int]]
    progress: Callable[[str], Progress | None]
    timing: Timing


class Console:
    """Reads, for operators. `older` of a page is what its next one is asked for with.

    A prompt or a model's words are shown as `discretion` allows: as they are, or only how long they are.
    """

    def __init__(  # noqa: PLR0913  what all of it is read from
        self,
        database: Database,
        clock: Clock,
        *,
        allowances: Allowances,
        zone: tzinfo,
        work: Work,
        gateways: Gateways,
        switches: Switches,
        calls: Calls,
        explain: Explain,
        discretion: Discretion,
    ) -> None:
        self._database, self._clock, self._allowances = database, clock, allowances
        self._overviews = Overviews(database, clock, zone)
        self._work, self._gateways, self._switches, self._calls = work, gateways, switches, calls
        self._explain, self._discretion = explain, discretion

    async def run(self) -> None:
        """Keep figures at hand, until cancelled."""
        await self._overviews.run()

    async def live(self) -> Now:
        """What has not ended, the newest hundred."""
        lines, total = await self._database.read(_live, _MOST_LIVE)
        places = self._work.places()
        return Now([await self._alive(each, places) for each in lines], total)

    async def figures(self, span: Span) -> Overview:
        """What happened in the last day, week or month."""
        return await self._overviews.of(span)

    async def people(self, query: str = "", older: str | None = None) -> Page[PersonLine]:
        """People by number, by the beginning of an @username, by letters of a name; the newest without.

        Raises:
            ValueError: `older` is of no page.
        """
        return await self._database.read(_people, query.strip()[:_LONGEST_QUERY], Mark.read(older))

    async def person(self, person: int) -> OfPerson:
        """One of them, be it of somebody who never wrote."""
        found = await self._database.read(_person, person, self._allowances, self._clock.now())
        latest = [self._discretion.of(each) for each in found.profile.edits]
        return replace(found, profile=replace(found.profile, edits=latest), edits=self._discreet(found.edits))

    async def edits(self, sought: Sought | None = None, older: str | None = None) -> Page[EditLine]:
        """Edits that answer to all that is sought.

        Raises:
            ValueError: `older` is of no page.
        """
        return self._discreet(await self._database.read(edits.page, sought or Sought(), Mark.read(older)))

    async def edit(self, edit: str) -> Opened | None:
        """One of them, with its course, its entries, and of what failed what was said; None: no such edit."""
        found = await self._database.read(opened, edit)
        if found is None:
            return None
        exchange = await self._calls.said(edit)
        told = await said(exchange, self._explain, self._discretion) if exchange else None
        return replace(found, edit=self._discretion.of(found.edit), said=told)

    async def ledger(self, wallet: str | None = None, older: str | None = None) -> Page[EntryLine]:
        """Entries of one wallet, or of all.

        Raises:
            ValueError: `older` is of no page.
        """
        return await self._database.read(ledger.page, wallet, Mark.read(older))

    async def audit(self, whom: int | None = None, older: str | None = None) -> Page[ActLine]:
        """What admins did: to somebody, or all of it.

        Raises:
            ValueError: `older` is of no page.
        """
        return await self._database.read(acts.page, whom, Mark.read(older))

    async def gateways(self) -> Sequence[OfGateway]:
        """Every gateway, in the order in which they are asked. Asks none of them."""
        since = self._clock.now() - _DAY
        return await self._database.read(gateways, self._gateways.health(), since)

    async def models(self) -> Sequence[Offer]:
        """Every configured model. Asks no gateway whether it has it: `services.fleet` does."""
        return offers(self._switches, (await self.figures(Span.DAY)).models)

    async def _alive(self, line: EditLine, places: Mapping[str, int]) -> Live:
        edit = self._discretion.of(line.edit)
        told = self._work.progress(edit.id) if edit.state is State.CALLING else None
        return Live(
            edit,
            line.who,
            since=_since(edit),
            place=places.get(edit.id) if edit.state is State.WAITING else None,
            percent=told.percent if told else None,
            queue=told.queue if told else None,
            usual=await self._work.timing.usual(edit.model),
        )

    def _discreet(self, page: Page[EditLine]) -> Page[EditLine]:
        shown = [replace(line, edit=self._discretion.of(line.edit)) for line in page.lines]
        return replace(page, lines=shown)


def _since(edit: Edit) -> int:
    if edit.state is State.WAITING:
        return edit.created
    if edit.state is State.CALLING:
        return edit.called or edit.created
    return edit.answered or edit.called or edit.created


async def _live(conn: Connection, most: int) -> tuple[Sequence[EditLine], int]:
    return await edits.live(conn, most), await edits.unfinished(conn)


async def _people(conn: Connection, query: str, mark: Mark | None) -> Page[PersonLine]:
    if query.startswith("@"):
        return await people.by_username(conn, query[1:])
    if query.isascii() and query.isdecimal() and int(query) < _BEYOND:
        found = await people.by_id(conn, int(query))
        if found.lines:
            return found
    return await people.newest(conn, query, mark)


async def _person(conn: Connection, person: int, allowances: Allowances, now: int) -> OfPerson:
    return OfPerson(
        await profiled(conn, person, allowances, now),
        await edits.page(conn, Sought(person=person), most=_LATEST),
        await ledger.page(conn, wallet_of(person), most=_LATEST),
    )
