"""The wallets of groups: what members see of them, and credits that they share."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.errors import NobodyPays, NotEnoughToGive, WrongAmount
from bot.domain.people import wallet_of
from bot.domain.ports import Clock
from bot.services.acceptance import Terms
from bot.services.account import Statement, statement
from bot.storage import edits, groups, ledger
from bot.storage.database import Connection, Database

_MOST_SPENDERS = 10


@dataclass(frozen=True, slots=True)
class GroupStatement:
    """A group's wallet as a member reads it.

    `cap`: what one member may spend in a day; `cap_left`: what is left of it, None where there is no cap.
    `spenders`: who spent most in this period (person, credits).
    """

    wallet: Statement
    cap: int
    cap_left: int | None
    spenders: Sequence[tuple[int, int]]


class Wallets:
    """Credits of groups, where groups pay."""

    def __init__(self, database: Database, clock: Clock, terms: Terms) -> None:
        self._database, self._clock, self._terms = database, clock, terms

    @property
    def groups_pay(self) -> bool:
        """Whether groups pay for what is asked for there."""
        return self._terms.cap is not None

    async def of_group(self, chat: int, person: int) -> GroupStatement:
        """What a group has, what that member may spend of it, and who spent it.

        Raises:
            NobodyPays: groups do not pay, or the bot never met that one.
        """
        return await self._database.read(self._of_group, chat, person)

    async def give(self, *, person: int, chat: int, credits: int, once: str) -> Statement:  # noqa: A002  the design's word
        """Move credits from a person's balance into a group's; what the group has then.

        Raises:
            WrongAmount: nothing, or less.
            NotEnoughToGive: more than the balance.
            NobodyPays: groups do not pay, or the bot never met that one.
        """
        if credits <= 0:
            raise WrongAmount(amount=str(credits))
        return await self._database.write(self._give, person, chat, credits, once)

    async def _of_group(self, conn: Connection, chat: int, person: int) -> GroupStatement:
        cap, now, wallet = self._terms.cap, self._clock.now(), await self._wallet(conn, chat)
        if cap is None:
            raise NobodyPays
        owner = await ledger.wallet(conn, wallet, self._terms.allowances, now)
        spent = await edits.spent(conn, wallet, person, cap.since(now))
        return GroupStatement(
            await statement(conn, wallet, self._terms.allowances, now),
            cap.credits,
            cap.left(spent),
            await edits.spenders(conn, wallet, owner.period, _MOST_SPENDERS),
        )

    async def _give(self, conn: Connection, person: int, chat: int, amount: int, key: str) -> Statement:
        now, wallet, allowances = self._clock.now(), await self._wallet(conn, chat), self._terms.allowances
        if not await ledger.was_given(conn, key):
            giver = await ledger.wallet(conn, wallet_of(person), allowances, now)
            if amount > giver.balance:
                raise NotEnoughToGive(balance=giver.balance)
            taker = await ledger.wallet(conn, wallet, allowances, now)
            await ledger.give(conn, giver, taker, amount, key=key, now=now)
        return await statement(conn, wallet, allowances, now)

    async def _wallet(self, conn: Connection, chat: int) -> str:
        group = await groups.get(conn, chat)
        if group is None or not self.groups_pay:
            raise NobodyPays
        return group.wallet
