"""Who is let in, and the invitations that admins make."""

from collections.abc import Callable, Sequence

from bot.domain.access import Door, Invite, Mode
from bot.domain.errors import InviteVoid, NotAdmitted, WrongAmount
from bot.domain.people import Person, wallet_of
from bot.domain.ports import Clock
from bot.domain.quota import Allowances
from bot.storage import acts, invites, ledger, turns
from bot.storage.acts import Act, What
from bot.storage.database import Connection, Database
from bot.storage.turns import Turn

EXPIRES_DAYS = 30
_EXPIRES = EXPIRES_DAYS * 24 * 3600 * 1000
_MOST = 1_000_000
PREFIX = "i_"
"""Begins every code, so that /start can tell it from other things that a link carries."""


class Access:
    """The door, and the invitations to pass it; their gifts count where the door is open, too."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        allowances: Allowances,
        door: Door,
        new_code: Callable[[], str],
    ) -> None:
        self._database, self._clock, self._allowances = database, clock, allowances
        self.door, self._new_code = door, new_code

    def check(self, person: Person) -> None:
        """Whether somebody may use the bot.

        Raises:
            NotAdmitted: not without an invitation, or not at all.
        """
        if not self.door.admits(person):
            raise NotAdmitted(mode=self.door.mode)

    async def invite(self, *, by: int, credits: int, uses: int) -> Invite:  # noqa: A002  the design's word
        """A new invitation, for so many people, with so many credits for each of them.

        Raises:
            WrongAmount: fewer than none, absurdly many, or for nobody.
        """
        for wrong in (amount for amount, least in ((credits, 0), (uses, 1)) if not least <= amount <= _MOST):
            raise WrongAmount(amount=str(wrong))
        now = self._clock.now()
        made = Invite(PREFIX + self._new_code(), credits, uses, now + _EXPIRES, by)
        await self._database.write(_put, made, now)
        return made

    async def invites(self) -> Sequence[Invite]:
        """Those that are neither revoked nor expired, the newest first."""
        return await self._database.read(invites.newest, self._clock.now())

    async def revoke(self, code: str, *, by: int) -> None:
        """Let nobody in by it any more; who is in stays in."""
        await self._database.write(_revoke, code, by, self._clock.now())

    async def accept(self, code: str, person: Person) -> int | None:
        """Let somebody in; returns the credits that they got, None if they came by it before.

        Raises:
            InviteVoid: it is used up, expired, revoked, or none.
            NotAdmitted: invitations let nobody in.
        """
        if self.door.mode is Mode.LIST:
            self.check(person)
        return await self._database.write(self._accept, code, person.id)

    async def _accept(self, conn: Connection, code: str, person: int) -> int | None:
        await turns.take(conn, Turn.INVITES)
        now, found = self._clock.now(), await invites.get(conn, code)
        if found and await invites.came(conn, code, person):
            return None
        if found is None or not found.is_open(now):
            raise InviteVoid
        await invites.let_in(conn, code, person, now)
        if found.credits:
            owner = await ledger.wallet(conn, wallet_of(person), self._allowances, now)
            key = f"invite:{code}:{person}"
            await ledger.grant(conn, owner, found.credits, key=key, now=now, admin=found.admin, note="invite")
        return found.credits


async def _put(conn: Connection, invite: Invite, now: int) -> None:
    await invites.put(conn, invite, now)
    given = f"{invite.credits} x {invite.uses}"
    await acts.add(conn, Act(f"invite:{invite.code}", invite.admin, What.INVITE, details=given), now)


async def _revoke(conn: Connection, code: str, by: int, now: int) -> None:
    await invites.revoke(conn, code)
    await acts.add(conn, Act(f"invite-end:{code}", by, What.INVITE_END), now)
