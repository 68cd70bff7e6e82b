"""Who may spend how many credits, and when.

Free credits of the period are spent first, then the balance, which does not expire. A refund of what is spent
already leaves a balance below zero: a debt, which takes no free credits away.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

from bot.domain.errors import CapReached, GroupQuotaUsedUp, QuotaUsedUp
from bot.domain.people import is_of_group

MINUTE = 60_000
_HOUR = 60 * MINUTE


class Period(StrEnum):
    """How often the free credits come anew; `never` gives them once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Allowance:
    """Free credits for each period, whose borders are midnights in `zone`.

    They begin for somebody `after_hours` after the bot met them.
    """

    free: int
    period: Period
    zone: tzinfo = UTC
    after_hours: int = 0

    def starts(self, now: int) -> int:
        """When the period that holds `now` began (epoch ms); 0 for `never`."""
        if self.period is Period.NEVER:
            return 0
        return _epoch_ms(self._first_midnight(datetime.fromtimestamp(now / 1000, self.zone)))

    def renews(self, start: int) -> int | None:
        """When the period that began at `start` ends (epoch ms); None for `never`."""
        if self.period is Period.NEVER:
            return None
        first = datetime.fromtimestamp(start / 1000, self.zone)
        days = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 31}[self.period]
        # Noon is far from any clock change, so that a day of 23 or 25 hours still ends at its own midnight.
        inside = first.replace(hour=12) + timedelta(days=days)
        return _epoch_ms(self._first_midnight(inside))

    def begins(self, met: int) -> int:
        """From when on somebody has free credits whom the bot met then (epoch ms)."""
        return met + self.after_hours * _HOUR

    def _first_midnight(self, moment: datetime) -> datetime:
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
        if self.period is Period.WEEK:
            return (midnight - timedelta(days=midnight.weekday())).replace(fold=0)
        if self.period is Period.MONTH:
            return midnight.replace(day=1)
        return midnight


@dataclass(frozen=True, slots=True)
class Allowances:
    """What people get for free, and what groups do."""

    person: Allowance
    group: Allowance

    def of(self, wallet: str) -> Allowance:
        """The one that counts for that wallet."""
        return self.group if is_of_group(wallet) else self.person


@dataclass(frozen=True, slots=True)
class MemberCap:
    """What one member may spend of a group's credits from midnight to midnight in `zone`; 0: all of them."""

    credits: int
    zone: tzinfo = UTC

    def since(self, now: int) -> int:
        """When the day of `now` began (epoch ms)."""
        return Allowance(0, Period.DAY, self.zone).starts(now)

    def left(self, spent: int) -> int | None:
        """What a member may still spend today; None where nothing but the wallet says."""
        return max(0, self.credits - spent) if self.credits else None

    def check(self, price: int, spent: int, now: int) -> None:
        """Whether a member may spend so much more today.

        Raises:
            CapReached: they may not.
        """
        left = self.left(spent)
        if left is not None and price > left:
            renews_at = Allowance(0, Period.DAY, self.zone).renews(self.since(now))
            raise CapReached(price=price, left=left, cap=self.credits, renews_at=renews_at)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many edits one person may ask for within any minute; 0: as many as they like."""

    per_minute: int

    def allowed_at(self, asked: Sequence[int], now: int, count: int = 1) -> int:
        """When `count` more may be asked for, `now` if at once; `asked`: when others were (epoch ms).

        A single request for more than a minute's is allowed once nothing else counts.
        """
        recent = sorted(each for each in asked if now - MINUTE < each <= now)
        over = len(recent) + min(count, self.per_minute) - self.per_minute
        return recent[over - 1] + MINUTE if self.per_minute and over > 0 else now


@dataclass(frozen=True, slots=True)
class Split:
    """How a price is paid: `free` from the credits of the period begun at `period`, `paid` from balance."""

    free: int
    paid: int
    period: int


@dataclass(frozen=True, slots=True)
class Wallet:
    """Who pays. `limit` replaces the allowance's free credits; `free_used` counts those held or spent.

    `free_from`: when a newcomer's free credits begin, while they have none yet.
    `refunded`: credits that refunds took back so far; the balance is never further below zero.
    """

    id: str
    period: int
    free_used: int = 0
    balance: int = 0
    limit: int | None = None
    free_from: int | None = None
    refunded: int = 0

    def of_somebody_met(self, met: int, allowance: Allowance, now: int) -> "Wallet":
        """The wallet of somebody whom the bot met then; who has a limit of their own waits for nothing."""
        begins = allowance.begins(met)
        return replace(self, free_from=begins if begins > now and self.limit is None else None)

    def renewed(self, allowance: Allowance, now: int) -> "Wallet":
        """The wallet in the period of `now`; a clock set back opens no period anew."""
        start = allowance.starts(now)
        return replace(self, period=start, free_used=0) if start > self.period else self

    def granted(self, allowance: Allowance) -> int:
        """Free credits of a whole period."""
        return allowance.free if self.limit is None else self.limit

    def free_left(self, allowance: Allowance) -> int:
        """Free credits left in this period."""
        return 0 if self.free_from else max(0, self.granted(allowance) - self.free_used)

    def left(self, allowance: Allowance) -> int:
        """All credits that can be spent now."""
        return self.free_left(allowance) + max(0, self.balance)

    def renews(self, allowance: Allowance) -> int | None:
        """When new free credits come (epoch ms); None: never."""
        return self.free_from or allowance.renews(self.period)

    def hold(self, price: int, allowance: Allowance) -> Split:
        """How `price` is set aside; free credits first.

        Raises:
            QuotaUsedUp: there are not as many.
        """
        left = self.left(allowance)
        if price > left:
            used_up = GroupQuotaUsedUp if is_of_group(self.id) else QuotaUsedUp
            raise used_up(price=price, left=left, renews_at=self.renews(allowance))
        free = min(price, self.free_left(allowance))
        return Split(free=free, paid=price - free, period=self.period)

    def take(self, split: Split) -> "Wallet":
        """The wallet after `split` was held."""
        return replace(self, free_used=self.free_used + split.free, balance=self.balance - split.paid)

    def give_back(self, split: Split) -> "Wallet":
        """The wallet after `split` was released; free credits of a past period are past."""
        free = split.free if split.period == self.period else 0
        return replace(self, free_used=self.free_used - free, balance=self.balance + split.paid)

    def take_back(self, paid: int) -> "Wallet":
        """The wallet after a payment of so many credits was given back, be they spent or not."""
        return replace(self, balance=self.balance - paid, refunded=self.refunded + paid)


def _epoch_ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
