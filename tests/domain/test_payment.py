"""What an invoice carries comes back as it was, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.payment import Order, Seal
from bot.domain.quota import Allowance, Period, Wallet

SEAL = Seal(b"k" * 32)
MOST = 1_000_000_000
ORDER = Order(25, 50, 101, 1_700_000_000, "Zm9vYmFyYmF6")


@given(
    credits_=st.integers(1, MOST),
    stars=st.integers(1, MOST),
    buyer=st.integers(1, 2**52),
    made=st.integers(0, 2**33),
)
def test_every_order_fits_into_an_invoice_and_comes_back(
    credits_: int, stars: int, buyer: int, made: int
) -> None:
    order = Order(credits_, stars, buyer, made, "abcdefghij_-")
    payload = SEAL.close(order)
    assert len(payload.encode()) <= 128
    assert SEAL.open(payload) == order


@given(at=st.integers(0, 200), sign=st.characters())
def test_no_sign_of_it_can_be_changed(at: int, sign: str) -> None:
    payload = SEAL.close(ORDER)
    changed = payload[: at % len(payload)] + sign + payload[at % len(payload) + 1 :]
    assert changed == payload or SEAL.open(changed) is None


@given(st.text())
def test_nothing_that_somebody_makes_up_is_an_order(payload: str) -> None:
    assert SEAL.open(payload) is None
    assert Seal(b"another").open(SEAL.close(ORDER)) is None


@pytest.mark.parametrize(
    ("balance", "price", "paid"), [(-12, 3, 0), (-12, 2, 0), (5, 4, 1)], ids=["in debt", "some", "none"]
)
def test_a_debt_takes_no_free_credits_away(balance: int, price: int, paid: int) -> None:
    allowance = Allowance(3, Period.DAY)
    wallet = Wallet("p1", period=0, balance=balance)
    assert wallet.left(allowance) == 3 + max(0, balance)
    split = wallet.hold(price, allowance)
    assert (split.free, split.paid) == (price - paid, paid)
    assert wallet.take(split).balance >= min(balance, 0)


def test_a_refund_of_what_is_spent_leaves_a_debt_that_the_next_pack_fills() -> None:
    wallet = Wallet("p1", period=0, balance=13).take_back(25)
    assert (wallet.balance, wallet.refunded) == (-12, 25)
