"""Selling credits for Stars: what an invoice carries, whether it may be paid, and what a payment brings."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import structlog

from bot.domain.errors import Banned, PaymentProblem, PaymentRefused
from bot.domain.payment import CHECKOUT_MS, STARS, Order, Pack, Payment, PaymentState, Seal, Transaction
from bot.domain.people import wallet_of
from bot.domain.ports import Clock, Till
from bot.domain.quota import Allowances
from bot.services.account import statement
from bot.storage import inbox, ledger, payments, people
from bot.storage.database import Connection, Database

log = structlog.get_logger()

_LISTED = 5


def _nonce() -> str:
    return secrets.token_urlsafe(9)


@dataclass(frozen=True, slots=True)
class Asked:
    """A check-out as Telegram tells of it: `query` by `payer`, who is about to pay `amount`."""

    query: str
    payer: int
    currency: str
    amount: int
    payload: str


class Payments:
    """What is sold, and what was paid. Each payment counts once, whoever tells of it, however often."""

    def __init__(  # noqa: PLR0913  what it rests on
        self,
        database: Database,
        clock: Clock,
        allowances: Allowances,
        *,
        packs: tuple[Pack, ...],
        seal: Seal,
        till: Till,
        nonce: Callable[[], str] = _nonce,
    ) -> None:
        self._database, self._clock, self._allowances = database, clock, allowances
        self._seal, self._till, self._nonce = seal, till, nonce
        self._telling: set[str] = set()
        self.packs = packs

    def order(self, pack: Pack, buyer: int) -> str:
        """The payload of a new invoice for that person."""
        made = self._clock.now() // 1000
        return self._seal.close(Order(pack.credits, pack.stars, buyer, made, self._nonce()))

    def offered(self, credits: int, stars: int) -> Pack | None:  # noqa: A002  the design's word
        """The pack with these numbers, while it is sold."""
        return next((each for each in self.packs if (each.credits, each.stars) == (credits, stars)), None)

    async def check(self, asked: Asked, *, update: int) -> bool:
        """Let a check-out through; False where it is too old to be answered.

        Raises:
            Banned: an admin shut that person out.
            PaymentRefused: the invoice is not ours, not theirs, at an old price, or paid already.
            StorageFault: nobody knows.
        """
        order = self._seal.open(asked.payload)
        problem = None
        if order is None or asked.currency != STARS:
            problem = PaymentProblem.FORGED
        elif order.buyer != asked.payer:
            problem = PaymentProblem.BUYER
        elif order.stars != asked.amount or not self.offered(order.credits, order.stars):
            problem = PaymentProblem.CHANGED
        if order is None or problem:
            log.info("checkout refused", why=str(problem))
            raise PaymentRefused(problem or PaymentProblem.FORGED)
        return await self._database.write(self._reserve, asked, order, update)

    async def paid(self, asked: Transaction) -> Payment:
        """Credit a payment to who paid, or find that it was credited before.

        What was promised counts, whatever is sold now. A payment for something unknown brings nothing, and is
        kept for the operator.

        Raises:
            StorageFault: nothing was changed; tell of it again.
        """
        order = self._seal.open(asked.payload)
        right = order and order.stars == asked.stars
        payment = Payment(
            charge=asked.charge,
            person=asked.person,
            stars=asked.stars,
            credits=order.credits if order and right else 0,
            nonce=order.nonce if order and right else asked.charge,
            at=asked.at,
        )
        known, new = await self._database.write(self._credit, payment)
        if new and known.credits:
            log.info("paid", charge=known.charge, stars=known.stars, credits=known.credits)
        elif new:
            log.error("paid for nothing known", charge=known.charge, stars=known.stars)
        return known

    def ours(self, payload: str) -> bool:
        """Whether an invoice of ours carried that."""
        return self._seal.open(payload) is not None

    async def known(self, charge: str) -> bool:
        """Whether that payment is written down."""
        return await self._database.read(payments.get, charge) is not None

    async def of(self, person: int) -> Sequence[Payment]:
        """A person's last payments, the newest first."""
        return await self._database.read(payments.of, person, _LISTED)

    async def tell(self, payment: Payment) -> None:
        """Tell its person what became of a payment, once for each state."""
        if payment.charge in self._telling:
            return
        self._telling.add(payment.charge)
        try:
            found, left, balance = await self._database.read(self._news, payment.charge)
            if found and await self._till.tell(found, left, balance):
                await self._database.write(payments.told, found.charge, found.state)
        finally:
            self._telling.discard(payment.charge)

    async def _reserve(self, conn: Connection, asked: Asked, order: Order, update: int) -> bool:
        now = self._clock.now()
        received = await inbox.received(conn, update)
        if received is not None and now - received >= CHECKOUT_MS:
            log.warning("checkout too old", seconds=(now - received) // 1000)
            return False
        person = await people.get(conn, asked.payer)
        if person and person.banned:
            raise Banned
        if not await payments.reserve(conn, order.nonce, asked.query, now):
            log.info("checkout refused", why=str(PaymentProblem.USED))
            raise PaymentRefused(PaymentProblem.USED)
        return True

    async def _credit(self, conn: Connection, payment: Payment) -> tuple[Payment, bool]:
        if not await payments.insert(conn, payment):
            return await payments.get(conn, payment.charge) or payment, False
        now = self._clock.now()
        if payment.credits:
            owner = await ledger.wallet(conn, wallet_of(payment.person), self._allowances, now)
            await ledger.pay(conn, owner, payment.credits, charge=payment.charge, now=now)
        return payment, True

    async def _news(self, conn: Connection, charge: str) -> tuple[Payment | None, int, int]:
        """A payment of whose state its person does not know, and what they have."""
        found = await payments.get(conn, charge)
        if found is None or found.told == found.state:
            return None, 0, 0
        if found.state is PaymentState.REFUNDING:  # nothing is certain but that it was paid
            if found.told:
                return None, 0, 0
            found = replace(found, state=PaymentState.PAID)
        has = await statement(conn, wallet_of(found.person), self._allowances, self._clock.now())
        return found, has.left, has.balance
