"""Selling credits, as the handlers see it."""

from dataclasses import dataclass

from bot.chat.till import Till
from bot.services.payments import Payments
from bot.services.refunds import Refunds


@dataclass(frozen=True, slots=True)
class Sales:
    """Who sells, who gives back, and whom to ask: `support` is a @username, an address, or empty."""

    payments: Payments
    refunds: Refunds
    till: Till
    support: str = ""

    @property
    def open(self) -> bool:
        """Whether anything is sold."""
        return bool(self.payments.packs)
