"""What can go wrong with Telegram Stars."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors.base import DarkroomError
from bot.domain.errors.refused import Refused


class PaymentProblem(StrEnum):
    """Why an invoice cannot be paid."""

    FORGED = "forged"
    BUYER = "buyer"
    CHANGED = "changed"
    USED = "used"


@dataclass(eq=False)
class PaymentRefused(Refused):
    """A check-out that is not let through; no Stars move."""

    problem: PaymentProblem

    @property
    def text_key(self) -> str:
        return f"refused-payment-{self.problem}"


class RefundProblem(StrEnum):
    """Why a payment cannot be given back."""

    UNKNOWN = "unknown"
    DONE = "done"


@dataclass(eq=False)
class RefundRefused(Refused):
    """An admin named a payment that cannot be given back."""

    problem: RefundProblem

    @property
    def text_key(self) -> str:
        return f"refused-refund-{self.problem}"


@dataclass(eq=False)
class TillFault(DarkroomError):
    """Telegram did not give Stars back; unless it `refused`, it may have done so all the same."""

    refused: bool
    detail: str

    @property
    def text_key(self) -> str:
        return "till-refused" if self.refused else "till-unknown"
