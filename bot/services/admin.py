"""What admins do, from whichever face."""

from bot.domain.errors import UnknownPerson, WrongAmount
from bot.domain.people import Person, wallet_of
from bot.domain.ports import Clock
from bot.domain.quota import Allowances
from bot.services.account import Statement, statement
from bot.storage import acts, ledger, people
from bot.storage.acts import Act, What
from bot.storage.database import Connection, Database

_MOST = 10**9
"""More credits than anybody needs; a typing error should not reach the limits of a 64-bit column."""


class Admin:
    """Quota, steered. `once` names an act, so that the same update does it once."""

    def __init__(
        self, database: Database, clock: Clock, allowances: Allowances, admins: frozenset[int]
    ) -> None:
        self._database, self._clock, self._allowances, self._admins = database, clock, allowances, admins

    @property
    def all(self) -> frozenset[int]:
        """The ids of the admins."""
        return self._admins

    def allows(self, person: int) -> bool:
        """Whether that person is an admin."""
        return person in self._admins

    async def find(self, reference: str) -> Person:
        """Somebody by numeric id or @username.

        Raises:
            UnknownPerson: the bot has not met anybody of that name. An id need not have been met.
        """
        return await self._database.read(_find, reference.strip())

    async def grant(self, *, by: int | None, to: int, credits: int, reason: str, once: str) -> Statement:  # noqa: A002  the design's word
        """Add credits to a person's balance; a negative number takes them away.

        Raises:
            WrongAmount: nothing, absurdly much, or more than there is to take away.
        """
        if not credits or abs(credits) > _MOST:
            raise WrongAmount(amount=str(credits))
        return await self._database.write(
            self._grant, Act(once, by, What.GRANT, to, str(credits), reason), wallet_of(to), credits
        )

    async def limit(self, *, by: int | None, person: int, credits: int | None, once: str) -> Statement:  # noqa: A002  the design's word
        """Give a person their own free credits for each period; None means as everybody.

        Raises:
            WrongAmount: fewer than none, or absurdly many.
        """
        if credits is not None and not 0 <= credits <= _MOST:
            raise WrongAmount(amount=str(credits))
        details = "default" if credits is None else str(credits)
        act = Act(once, by, What.LIMIT, person, details)
        return await self._database.write(self._limit, act, wallet_of(person), credits)

    async def _grant(self, conn: Connection, act: Act, wallet: str, amount: int) -> Statement:
        now = self._clock.now()
        owner = await ledger.wallet(conn, wallet, self._allowances, now)
        if amount < 0 and owner.balance + amount < 0:
            raise WrongAmount(amount=str(amount))
        key, admin, note = act.once, act.admin, act.why or ""
        if await ledger.grant(conn, owner, amount, key=key, now=now, admin=admin, note=note):
            await acts.add(conn, act, now)
        return await statement(conn, wallet, self._allowances, now)

    async def _limit(self, conn: Connection, act: Act, wallet: str, free: int | None) -> Statement:
        now = self._clock.now()
        owner = await ledger.wallet(conn, wallet, self._allowances, now)
        if await ledger.limit(conn, owner, free, key=act.once, now=now, admin=act.admin):
            await acts.add(conn, act, now)
        return await statement(conn, wallet, self._allowances, now)


async def _find(conn: Connection, reference: str) -> Person:
    if reference.lstrip("-").isdecimal():
        number = int(reference)
        if not 0 < number < 2**52:  # Telegram: at most 52 significant bits
            raise UnknownPerson(person=reference)
        return await people.get(conn, number) or Person(id=number, name=reference)
    found = await people.by_username(conn, reference.removeprefix("@"))
    if found is None:
        raise UnknownPerson(person=reference)
    return found
