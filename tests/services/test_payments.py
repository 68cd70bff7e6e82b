"""Stars: each payment counts once, and what goes back goes back once, whatever is cut off when."""

from dataclasses import replace

import pytest

from bot.domain.errors import Banned, PaymentProblem, PaymentRefused, RefundRefused, TillFault
from bot.domain.payment import Order, Pack, Seal
from bot.services.audit import audited
from bot.services.payments import Asked, Payments
from bot.services.reconcile import Reconciler
from bot.services.refunds import Refunds
from bot.storage.database import Connection
from tests.fakes.till import FakeTill
from tests.services.conftest import ADMIN, ANN, BOB, House

SEAL = Seal(b"key")
PACK = Pack(50, 25)


class Shop:
    """One that sells 25 credits for 50 Stars."""

    def __init__(self, house: House) -> None:
        self.house, self.till = house, FakeTill()
        self.open()

    def open(self, *packs: Pack) -> None:
        """A new process on the same data."""
        told = self.house.database, self.house.clock, self.house.allowances
        self.payments = Payments(*told, packs=packs or (PACK,), seal=SEAL, till=self.till)
        self.refunds = Refunds(*told, self.till)
        self.reconciler = Reconciler(self.house.database, self.till, self.payments, self.refunds)

    async def buy(self, charge: str, person: int = ANN) -> None:
        paid = self.till.pay(charge, person, 50, self.payments.order(PACK, person))
        await self.payments.paid(paid)

    async def give_back(self, charge: str) -> int:
        return await self.refunds.refund(await self.refunds.named(charge))

    async def balance(self, person: int = ANN) -> int:
        assert not (await audited(self.house.database)).differences
        return (await self.house.account.statement(person)).balance

    async def states(self) -> list[tuple[object, ...]]:
        return await self.house.rows("SELECT charge, state, told FROM payments ORDER BY number")


@pytest.fixture
def shop(house: House) -> Shop:
    return Shop(house)


def asked(shop: Shop, **changes: object) -> Asked:
    right = Asked("q1", ANN, "XTR", 50, shop.payments.order(PACK, ANN))
    return replace(right, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"payload": "25.50.101.0.x.y"}, PaymentProblem.FORGED),
        ({"payload": Seal(b"other").close(Order(25, 50, ANN, 0, "n"))}, PaymentProblem.FORGED),
        ({"currency": "EUR"}, PaymentProblem.FORGED),
        ({"payer": BOB}, PaymentProblem.BUYER),
        ({"amount": 49}, PaymentProblem.CHANGED),
        ({"payload": SEAL.close(Order(99, 50, ANN, 0, "n"))}, PaymentProblem.CHANGED),
    ],
)
async def test_a_check_out_that_is_not_right_is_refused(
    shop: Shop, changes: dict[str, object], problem: PaymentProblem
) -> None:
    with pytest.raises(PaymentRefused) as refusal:
        await shop.payments.check(asked(shop, **changes), update=1)
    assert refusal.value.problem is problem


async def test_one_check_out_at_a_time_may_pay_an_invoice_and_none_after_it(shop: Shop) -> None:
    first = asked(shop)
    assert await shop.payments.check(first, update=1)
    assert await shop.payments.check(first, update=1), "the same one, after a crash"
    other = replace(first, query="q2")
    with pytest.raises(PaymentRefused):
        await shop.payments.check(other, update=2)
    shop.house.clock.move(151)
    assert await shop.payments.check(other, update=2), "the first came to nothing"
    await shop.payments.paid(shop.till.pay("c1", ANN, 50, first.payload))
    shop.house.clock.move(151)
    with pytest.raises(PaymentRefused):
        await shop.payments.check(replace(first, query="q3"), update=3)


async def test_a_check_out_that_waited_too_long_is_not_answered(shop: Shop) -> None:
    await shop.house.inbox.store([{"update_id": 7, "pre_checkout_query": {}}])
    shop.house.clock.move(149)
    assert await shop.payments.check(asked(shop), update=7)
    shop.house.clock.move(1)
    assert not await shop.payments.check(asked(shop), update=7)


async def test_nobody_who_is_shut_out_checks_out(shop: Shop) -> None:
    async def ban(conn: Connection) -> None:
        await conn.run("UPDATE people SET banned = 1 WHERE id = ?", ANN)

    await shop.house.database.write(ban)
    with pytest.raises(Banned):
        await shop.payments.check(asked(shop), update=1)


async def test_a_payment_counts_once_and_for_who_paid_at_the_promised_price(shop: Shop) -> None:
    payload = shop.payments.order(PACK, ANN)
    shop.open(Pack(500, 25))
    paid = shop.till.pay("c1", BOB, 50, payload)
    for _ in range(2):
        await shop.payments.tell(await shop.payments.paid(paid))
    await shop.reconciler.round()
    assert (await shop.balance(BOB), await shop.balance(ANN)) == (25, 0)
    assert shop.till.told == [("c1", "paid")]


async def test_a_payment_for_nothing_known_brings_nothing_and_can_be_given_back(shop: Shop) -> None:
    known = await shop.payments.paid(shop.till.pay("c1", ANN, 50, "made up"))
    await shop.payments.tell(known)
    assert (known.credits, await shop.balance()) == (0, 0)
    assert await shop.give_back("c1") == 0
    assert shop.till.back("c1") == 1


@pytest.mark.parametrize("moved", [False, True], ids=["before the Stars moved", "after it"])
async def test_a_refund_that_a_crash_cut_off_is_finished_at_the_next_start(
    shop: Shop, *, moved: bool
) -> None:
    await shop.buy("c1")
    shop.till.fault, shop.till.after = TillFault(refused=False, detail="timeout"), moved
    with pytest.raises(TillFault):
        await shop.give_back("c1")
    assert await shop.states() == [("c1", "refunding", "")]
    assert await shop.balance() == 25
    shop.open()
    await shop.reconciler.round()
    assert await shop.balance() == 0
    assert shop.till.back("c1") == 1
    assert await shop.states() == [("c1", "refunded", "refunded")]
    with pytest.raises(RefundRefused):
        await shop.give_back("c1")


async def test_a_refund_that_telegram_refuses_changes_nothing(shop: Shop) -> None:
    await shop.buy("c1")
    shop.till.fault = TillFault(refused=True, detail="BALANCE_TOO_LOW")
    with pytest.raises(TillFault):
        await shop.give_back("c1")
    await shop.reconciler.round()
    assert await shop.balance() == 25
    assert shop.till.back("c1") == 0
    assert await shop.give_back("c1") == 0


async def test_what_is_spent_of_a_pack_is_told_before_and_left_as_a_debt_after(shop: Shop) -> None:
    await shop.buy("c1")
    await shop.house.admin.grant(by=ADMIN, to=ANN, credits=-12, reason="", once="a")
    quote = await shop.refunds.quote("c1", by=ADMIN, reason="angry")
    assert (quote.spent, quote.after) == (12, -12)
    assert await shop.give_back("c1") == -12
    assert await shop.balance() == -12
    assert (await shop.house.account.statement(ANN)).left == 10, "free credits stay"
    assert (await shop.house.admin.grant(by=ADMIN, to=ANN, credits=5, reason="", once="b")).balance == -7
    await shop.buy("c2")
    assert await shop.balance() == 18


async def test_lost_payments_are_found_on_every_page_and_told_once(shop: Shop) -> None:
    for number in range(250):
        shop.till.pay(f"c{number}", ANN, 50, shop.payments.order(PACK, ANN) if number % 50 else "foreign")
    shop.till.deaf = True
    await shop.reconciler.round()
    shop.till.deaf = False
    for _ in range(2):
        await shop.reconciler.round()
    assert await shop.balance() == 245 * 25
    assert len(shop.till.told) == len(set(shop.till.told)) == 245
    assert await shop.house.rows("SELECT seen FROM star_cursor") == [(250,)]


async def test_stars_that_others_gave_back_are_taken_from_the_balance(shop: Shop) -> None:
    await shop.buy("c1")
    await shop.till.refund(ANN, "c1")
    lost = shop.till.pay("c2", BOB, 50, shop.payments.order(PACK, BOB))
    await shop.till.refund(BOB, lost.charge)
    await shop.reconciler.round()
    assert (await shop.balance(), await shop.balance(BOB)) == (0, 0)
    assert shop.till.told == [("c1", "refunded"), ("c2", "refunded")]


async def test_transactions_that_telegram_forgot_are_counted_anew(shop: Shop) -> None:
    for number in range(250):
        shop.till.pay(f"x{number}", ANN, 50, "foreign")
    await shop.reconciler.round()
    shop.till.moved.clear()
    shop.till.pay("c1", ANN, 50, shop.payments.order(PACK, ANN))
    await shop.reconciler.round()
    assert await shop.balance() == 25


async def test_where_nothing_was_ever_sold_telegram_is_not_asked(shop: Shop) -> None:
    shop.payments.packs = ()
    shop.till.pay("c1", ANN, 50, shop.payments.order(PACK, ANN))
    await shop.reconciler.round()
    assert await shop.states() == []
