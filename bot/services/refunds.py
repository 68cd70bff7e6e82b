"""Giving Stars back, so that neither Stars nor credits are lost or given twice, whenever the power fails.

First it is written down that they go back, then Telegram is asked, then the credits are taken: what a
crash cut off is found by the first, and asking Telegram again changes nothing.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

from bot.domain.errors import RefundProblem, RefundRefused, TillFault
from bot.domain.payment import Payment, PaymentState
from bot.domain.people import wallet_of
from bot.domain.ports import Clock, Till
from bot.domain.quota import Allowances
from bot.storage import acts, ledger, payments
from bot.storage.acts import Act, What
from bot.storage.database import Connection, Database

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Quote:
    """What giving a payment back means: `spent` of its credits are gone, and the balance becomes `after`."""

    payment: Payment
    spent: int
    after: int


class Refunds:
    """Payments that are given back."""

    def __init__(self, database: Database, clock: Clock, allowances: Allowances, till: Till) -> None:
        self._database, self._clock, self._allowances, self._till = database, clock, allowances, till

    async def quote(self, charge: str, *, by: int, reason: str) -> Quote:
        """What it would mean; `by` and `reason` are kept for when it is done.

        Raises:
            RefundRefused: nobody paid that, or it was given back.
        """
        return await self._database.write(self._quote, charge, by, reason)

    async def marked(self, mark: str) -> Payment:
        """A payment by its short name.

        Raises:
            RefundRefused: nobody paid that.
        """
        return _known(await self._database.read(payments.marked, mark))

    async def named(self, charge: str) -> Payment:
        """A payment by its charge.

        Raises:
            RefundRefused: nobody paid that.
        """
        return _known(await self._database.read(payments.get, charge))

    async def refund(self, payment: Payment) -> int:
        """Give the Stars back and take the credits; returns the balance that is left, maybe below zero.

        Raises:
            RefundRefused: it was given back before.
            TillFault: Telegram refused, and nothing was changed; or nobody knows, and it is tried again.
        """
        before = await self._database.write(_begin, payment.charge)
        if before is PaymentState.REFUNDED:
            raise RefundRefused(RefundProblem.DONE)
        try:
            await self._till.refund(payment.person, payment.charge)
        except TillFault as fault:
            log.warning("refund failed", charge=payment.charge, refused=fault.refused, why=fault.detail)
            if fault.refused:
                await self._database.write(
                    payments.move, payment.charge, PaymentState.REFUNDING, PaymentState.PAID
                )
            raise
        return await self.gone_back(payment.charge)

    async def gone_back(self, charge: str) -> int:
        """The Stars of a payment are with their person again: take the credits, once; returns the balance."""
        balance, new = await self._database.write(self._take_back, charge)
        if new:
            log.info("refunded", charge=charge)
        return balance

    async def resume(self, tell: Callable[[Payment], Awaitable[None]]) -> None:
        """Go on with what a crash or Telegram's silence cut off, and `tell` who was not told."""
        for each in await self._database.read(payments.unfinished):
            if each.state is PaymentState.REFUNDING:
                try:
                    await self.refund(each)
                except (TillFault, RefundRefused):
                    continue
            await tell(each)

    async def _quote(self, conn: Connection, charge: str, by: int, reason: str) -> Quote:
        found = _known(await payments.get(conn, charge))
        if found.state is PaymentState.REFUNDED:
            raise RefundRefused(RefundProblem.DONE)
        if found.state is PaymentState.PAID:
            await payments.wanted_back(conn, charge, by, reason)
        owner = await ledger.wallet(conn, wallet_of(found.person), self._allowances, self._clock.now())
        unspent = max(0, owner.balance)
        return Quote(found, spent=max(0, found.credits - unspent), after=owner.balance - found.credits)

    async def _take_back(self, conn: Connection, charge: str) -> tuple[int, bool]:
        found = _known(await payments.get(conn, charge))
        now = self._clock.now()
        owner = await ledger.wallet(conn, wallet_of(found.person), self._allowances, now)
        new = await payments.move(conn, charge, found.state, PaymentState.REFUNDED)
        if found.state is PaymentState.REFUNDED or not new:
            return owner.balance, False
        if found.credits:
            await ledger.take_back(
                conn, owner, found.credits, charge=charge, now=now, admin=found.admin, note=found.note
            )
        if found.admin:
            act = Act(f"refund:{charge}", found.admin, What.REFUND, found.person, charge, found.note)
            await acts.add(conn, act, now)
        return owner.balance - found.credits, True


async def _begin(conn: Connection, charge: str) -> PaymentState:
    """Write down that it goes back; returns how it stood before."""
    found = _known(await payments.get(conn, charge))
    await payments.move(conn, charge, PaymentState.PAID, PaymentState.REFUNDING)
    return found.state


def _known(found: Payment | None) -> Payment:
    if found is None:
        raise RefundRefused(RefundProblem.UNKNOWN)
    return found
