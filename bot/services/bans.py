"""People whom admins shut out: for good, or until a moment."""

from collections.abc import Collection

from bot.domain.errors import CannotBan
from bot.domain.ports import Clock
from bot.services.submit import Submit
from bot.storage import acts, people
from bot.storage.acts import Act, What
from bot.storage.database import Connection, Database


class Bans:
    """Shuts people out, and lets them in again. `once` names an act, so that the same update does it once."""

    def __init__(self, database: Database, clock: Clock, submit: Submit, admins: Collection[int]) -> None:
        self._database, self._clock, self._submit, self._admins = database, clock, submit, admins

    async def ban(self, *, by: int, person: int, lasts: int | None, reason: str, once: str) -> int | None:
        """Shut somebody out for so many milliseconds, None: for good; what they wait for is cancelled.

        Returns until when. Who never wrote is shut out too, when they come.

        Raises:
            CannotBan: it is an admin.
        """
        if person in self._admins:
            raise CannotBan
        now = self._clock.now()
        until = None if lasts is None else now + lasts
        details = "for good" if until is None else str(until)
        act = Act(once, by, What.BAN, person, details=details, why=reason)
        await self._database.write(_ban, act, person, until, now)
        await self._submit.cancel_of(person)
        return until

    async def unban(self, *, by: int, person: int, once: str) -> bool:
        """Let somebody in again; False if they were not shut out."""
        act = Act(once, by, What.UNBAN, person)
        return await self._database.write(_unban, act, person, self._clock.now())


async def _ban(conn: Connection, act: Act, person: int, until: int | None, now: int) -> None:
    if await acts.add(conn, act, now):
        await people.ban(conn, person, until, now)


async def _unban(conn: Connection, act: Act, person: int, now: int) -> bool:
    known = await people.get(conn, person)
    if known is None or not known.is_banned(now) or await acts.is_done(conn, act.once):
        return False
    await people.unban(conn, person)
    return await acts.add(conn, act, now)
