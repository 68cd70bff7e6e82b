"""All that an admin has to know of one person."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.edit import Edit
from bot.domain.people import Person, wallet_of
from bot.domain.ports import Clock
from bot.domain.quota import Allowances
from bot.services.account import Statement, statement
from bot.storage import acts, edits, people, profile
from bot.storage.database import Connection, Database
from bot.storage.profile import Entry

_LATEST = 5


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's state, and what they did lately. `met`, `seen`: None where they never wrote.

    `limit`: own free credits for each period; `why`: the reason for a ban that holds.
    """

    person: Person
    met: int | None
    seen: int | None
    banned: bool
    why: str | None
    statement: Statement
    limit: int | None
    edits: Sequence[Edit]
    entries: Sequence[Entry]


class Profiles:
    """Reads."""

    def __init__(self, database: Database, clock: Clock, allowances: Allowances) -> None:
        self._database, self._clock, self._allowances = database, clock, allowances

    async def of(self, person: int) -> Profile:
        """A person's, be it of somebody who never wrote."""
        return await self._database.read(profiled, person, self._allowances, self._clock.now())


async def profiled(conn: Connection, person: int, allowances: Allowances, now: int) -> Profile:
    """A person's, within a transaction."""
    known = await people.get(conn, person) or Person(person, "")
    met, seen = await profile.seen(conn, person) or (None, None)
    wallet, banned = wallet_of(person), known.is_banned(now)
    return Profile(
        person=known,
        met=met,
        seen=seen,
        banned=banned,
        why=await acts.why_banned(conn, person) if banned else None,
        statement=await statement(conn, wallet, allowances, now),
        limit=await profile.own_limit(conn, wallet),
        edits=await edits.latest_of(conn, person, None, most=_LATEST, skipped=0),
        entries=await profile.entries(conn, wallet, _LATEST),
    )
