"""A Telegram that moves Stars, and says what it moved."""

from dataclasses import dataclass, field

from bot.domain.errors import TillFault
from bot.domain.payment import Page, Payment, Transaction

PAGE = 100


@dataclass
class FakeTill:
    """`fault` is raised by the next refund; `after`: once the Stars have moved, as if the answer got lost."""

    moved: list[Transaction] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    fault: TillFault | None = None
    after: bool = False
    deaf: bool = False

    def pay(self, charge: str, person: int, stars: int, payload: str) -> Transaction:
        paid = Transaction(charge, person, stars, payload, at=0, back=False)
        self.moved.append(paid)
        return paid

    def back(self, charge: str) -> int:
        """How often its Stars went back."""
        return sum(each.back for each in self.moved if each.charge == charge)

    async def refund(self, person: int, charge: str) -> None:
        fault, self.fault = self.fault, None
        if fault and not self.after:
            raise fault
        if not self.back(charge):
            paid = next(each for each in self.moved if each.charge == charge)
            self.moved.append(Transaction(charge, person, paid.stars, paid.payload, at=0, back=True))
        if fault:
            raise fault

    async def transactions(self, offset: int) -> Page:
        page = tuple(self.moved[offset : offset + PAGE])
        return Page(page, len(page))

    async def tell(self, payment: Payment, left: int, balance: int) -> bool:
        if not self.deaf:
            self.told.append((payment.charge, payment.state))
        return not self.deaf
