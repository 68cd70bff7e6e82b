from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import CapReached, GroupQuotaUsedUp, QuotaUsedUp
from bot.domain.quota import Allowance, Allowances, MemberCap, Period, Rate, Wallet

BERLIN = ZoneInfo("Europe/Berlin")


def ms(text: str, zone: ZoneInfo | None = None) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=zone or UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("period", "now", "starts", "renews"),
    [
        (Period.DAY, "2026-11-21 12:30", "2026-11-21", "2026-11-22"),
        (Period.DAY, "2026-11-21 00:00", "2026-11-21", "2026-11-22"),
        (Period.WEEK, "2026-11-21 12:30", "2026-11-16", "2026-11-23"),
        (Period.WEEK, "2026-11-16 00:00", "2026-11-16", "2026-11-23"),
        (Period.MONTH, "2026-02-28 23:59", "2026-02-01", "2026-03-01"),
        (Period.MONTH, "2026-12-31 23:59", "2026-12-01", "2027-01-01"),
        (Period.MONTH, "2028-02-29 12:00", "2028-02-01", "2028-03-01"),
        (Period.WEEK, "2026-12-31 12:00", "2026-12-28", "2027-01-04"),
    ],
)
def test_a_period_begins_and_ends_at_midnight(period: Period, now: str, starts: str, renews: str) -> None:
    allowance = Allowance(10, period)
    assert allowance.starts(ms(now)) == ms(starts)
    assert allowance.renews(ms(starts)) == ms(renews)


@pytest.mark.parametrize(
    ("day", "next_day"),
    [("2026-03-29", "2026-03-30"), ("2026-10-25", "2026-10-26"), ("2026-03-28", "2026-03-29")],
)
def test_a_day_of_23_or_25_hours_ends_at_its_own_midnight(day: str, next_day: str) -> None:
    allowance = Allowance(10, Period.DAY, BERLIN)
    start = ms(day, BERLIN)
    assert allowance.starts(ms(f"{day} 23:30", BERLIN)) == start
    assert allowance.renews(start) == ms(next_day, BERLIN)


@pytest.mark.parametrize(
    ("period", "now", "starts", "renews"),
    [
        (Period.WEEK, "2026-03-29 12:00", "2026-03-23", "2026-03-30"),
        (Period.WEEK, "2026-10-25 23:30", "2026-10-19", "2026-10-26"),
        (Period.MONTH, "2026-03-31 23:30", "2026-03-01", "2026-04-01"),
        (Period.MONTH, "2026-10-25 02:30", "2026-10-01", "2026-11-01"),
    ],
)
def test_weeks_and_months_in_which_clocks_change_end_at_midnight_there(
    period: Period, now: str, starts: str, renews: str
) -> None:
    allowance = Allowance(10, period, BERLIN)
    assert allowance.starts(ms(now, BERLIN)) == ms(starts, BERLIN)
    assert allowance.renews(ms(starts, BERLIN)) == ms(renews, BERLIN)


def test_where_midnight_itself_is_skipped_the_day_begins_when_the_clock_goes_on() -> None:
    beirut = ZoneInfo("Asia/Beirut")  # 2026-03-29: 00:00 becomes 01:00
    allowance = Allowance(10, Period.DAY, beirut)
    start = allowance.starts(ms("2026-03-29 12:00", beirut))
    assert allowance.renews(ms("2026-03-28", beirut)) == start == ms("2026-03-28 22:00")
    assert allowance.renews(start) == ms("2026-03-30", beirut)


def test_an_allowance_that_never_renews_is_given_once() -> None:
    allowance = Allowance(10, Period.NEVER)
    assert allowance.starts(ms("2026-11-21")) == allowance.starts(ms("2030-01-01")) == 0
    assert allowance.renews(0) is None


def test_a_new_day_brings_new_free_credits_and_keeps_the_balance() -> None:
    allowance = Allowance(3, Period.DAY)
    wallet = Wallet("p1", period=ms("2026-11-21"), free_used=3, balance=5)
    assert wallet.renewed(allowance, ms("2026-11-22 00:00")).left(allowance) == 8


@pytest.mark.parametrize("period", [Period.WEEK, Period.MONTH])
def test_a_clock_set_back_by_weeks_gives_no_second_allowance(period: Period) -> None:
    allowance = Allowance(3, period)
    wallet = Wallet("p1", allowance.starts(ms("2026-11-21")), free_used=3)
    for then in ("2026-10-01", "2026-11-21", "2026-11-22"):
        wallet = wallet.renewed(allowance, ms(then))
        assert wallet.left(allowance) == 0
    assert wallet.renewed(allowance, ms("2026-12-01")).left(allowance) == 3


def test_a_clock_set_back_gives_no_second_allowance() -> None:
    allowance = Allowance(3, Period.DAY)
    wallet = Wallet("p1", period=ms("2026-11-21"), free_used=3)
    yesterday = wallet.renewed(allowance, ms("2026-11-20 12:00"))
    assert yesterday.left(allowance) == 0
    assert yesterday.renewed(allowance, ms("2026-11-21 12:00")).left(allowance) == 0


def test_free_credits_are_spent_before_the_balance() -> None:
    allowance = Allowance(3, Period.DAY)
    wallet = Wallet("p1", period=0, free_used=1, balance=10)
    split = wallet.hold(5, allowance)
    assert (split.free, split.paid) == (2, 3)
    assert wallet.take(split).left(allowance) == 7


def test_whoever_has_too_few_credits_learns_when_new_ones_come() -> None:
    allowance = Allowance(3, Period.DAY)
    wallet = Wallet("p1", period=ms("2026-11-21"), free_used=2, balance=1)
    with pytest.raises(QuotaUsedUp) as refusal:
        wallet.hold(3, allowance)
    assert (refusal.value.left, refusal.value.renews_at) == (2, ms("2026-11-22"))


def test_a_limit_of_ones_own_replaces_the_allowance() -> None:
    allowance = Allowance(3, Period.DAY)
    assert Wallet("p1", period=0, limit=50).left(allowance) == 50
    assert Wallet("p1", period=0, free_used=3, limit=1).left(allowance) == 0


def test_free_credits_given_back_after_midnight_are_past() -> None:
    allowance = Allowance(3, Period.DAY)
    wallet = Wallet("p1", period=ms("2026-11-21"), balance=4)
    split = wallet.hold(5, allowance)
    next_day = wallet.take(split).renewed(allowance, ms("2026-11-22 08:00")).give_back(split)
    assert (next_day.free_left(allowance), next_day.balance) == (3, 4)


def test_groups_have_free_credits_of_their_own() -> None:
    allowances = Allowances(Allowance(3, Period.DAY), Allowance(30, Period.DAY))
    assert allowances.of("p-5").free == 3
    assert allowances.of("g-5").free == 30
    with pytest.raises(GroupQuotaUsedUp):
        Wallet("g-5", period=0).hold(31, allowances.group)


@pytest.mark.parametrize(
    ("cap", "spent", "price", "left"),
    [
        (0, 1000, 1000, None),
        (5, 0, 5, 5),
        (5, 3, 2, 2),
        (5, 3, 3, 2),
        (5, 5, 1, 0),
        (5, 9, 1, 0),
        (5, 9, 0, 0),
    ],
)
def test_a_member_spends_no_more_of_a_group_than_the_cap(
    cap: int, spent: int, price: int, left: int | None
) -> None:
    rule = MemberCap(cap, BERLIN)
    assert rule.left(spent) == left
    if left is None or price <= left:
        rule.check(price, spent, ms("2026-11-21 12:00", BERLIN))
        return
    with pytest.raises(CapReached) as refusal:
        rule.check(price, spent, ms("2026-11-21 12:00", BERLIN))
    assert (refusal.value.left, refusal.value.renews_at) == (left, ms("2026-11-22", BERLIN))


def test_a_cap_counts_from_midnight_also_on_days_when_clocks_change() -> None:
    assert MemberCap(5, BERLIN).since(ms("2026-10-25 23:59", BERLIN)) == ms("2026-10-25", BERLIN)


@pytest.mark.parametrize(
    ("after_hours", "limit", "now", "left", "free_from"),
    [
        (0, None, "2026-11-21 10:00", 8, None),
        (24, None, "2026-11-21 10:00", 5, "2026-11-22 10:00"),
        (24, None, "2026-11-22 09:59", 5, "2026-11-22 10:00"),
        (24, None, "2026-11-22 10:00", 8, None),
        (24, 4, "2026-11-21 10:00", 9, None),
        (24, None, "2026-11-20 10:00", 5, "2026-11-22 10:00"),
    ],
)
def test_a_newcomers_free_credits_can_be_delayed_and_all_else_counts_at_once(
    after_hours: int, limit: int | None, now: str, left: int, free_from: str | None
) -> None:
    allowance = Allowance(3, Period.DAY, after_hours=after_hours)
    wallet = Wallet("p1", period=0, balance=5, limit=limit)
    found = wallet.of_somebody_met(ms("2026-11-21 10:00"), allowance, ms(now))
    assert found.left(allowance) == left
    assert found.free_from == (ms(free_from) if free_from else None)
    with pytest.raises(QuotaUsedUp) as refusal:
        found.hold(10, allowance)
    assert refusal.value.renews_at == (ms(free_from) if free_from else ms("1970-01-02"))


@pytest.mark.parametrize(
    ("per_minute", "asked", "count", "waits"),
    [
        (0, [0] * 500, 1, 0),
        (3, [], 1, 0),
        (3, [10, 20], 1, 0),
        (3, [10, 20, 30], 1, 10),
        (3, [10, 20, 30], 2, 20),
        (3, [10, 20, 30], 3, 30),
        (3, [30, 10, 20], 1, 10),
        (3, [-50, -10, 50], 1, 0),
        (3, [], 4, 0),
        (3, [50], 4, 50),
        (3, [70, 80, 90], 1, 0),
        (1, [50, 55], 1, 55),
    ],
)
def test_nobody_asks_for_more_edits_than_fit_into_a_minute(
    per_minute: int, asked: list[int], count: int, waits: int
) -> None:
    """Seconds; now is 60. What lies in the future was asked before the clock was set back."""
    times = [each * 1000 for each in asked]
    assert Rate(per_minute).allowed_at(times, 60_000, count) == 60_000 + waits * 1000


@given(
    free=st.integers(0, 20),
    used=st.integers(0, 30),
    balance=st.integers(0, 20),
    limit=st.none() | st.integers(0, 20),
    price=st.integers(0, 30),
)
def test_what_is_held_and_given_back_leaves_the_wallet_as_it_was(
    free: int, used: int, balance: int, limit: int | None, price: int
) -> None:
    allowance = Allowance(free, Period.DAY)
    wallet = Wallet("p1", period=0, free_used=used, balance=balance, limit=limit)
    try:
        split = wallet.hold(price, allowance)
    except QuotaUsedUp:
        assert price > wallet.left(allowance)
        return
    after = wallet.take(split)
    assert split.free + split.paid == price
    assert after.balance >= 0
    assert after.left(allowance) == wallet.left(allowance) - price
    assert after.give_back(split) == wallet
