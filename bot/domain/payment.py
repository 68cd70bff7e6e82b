"""Credits for Telegram Stars: what is sold, what an invoice carries, and what is known of a payment."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from enum import StrEnum

STARS = "XTR"
"""Telegram's name for its Stars, as a currency."""
CHECKOUT_MS = 150_000
"""How long Telegram knows of a pre-checkout query (SAFETY 1.2)."""

_SALT = b"darkroom.payments:"
_SEAL_BYTES = 18
_PARTS = 6


@dataclass(frozen=True, slots=True)
class Pack:
    """What can be bought: `credits` for `stars`."""

    stars: int
    credits: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What one invoice is for. `nonce`: its own name; `made`: when, in seconds since 1970."""

    credits: int
    stars: int
    buyer: int
    made: int
    nonce: str


class Seal:
    """Signs what an invoice carries: it comes back from outside, and says who gets how many credits."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def close(self, order: Order) -> str:
        """The order as an invoice's payload: at most 128 bytes, whatever its numbers."""
        body = f"{order.credits}.{order.stars}.{order.buyer}.{order.made}.{order.nonce}"
        return f"{body}.{self._signature(body)}"

    def open(self, payload: str) -> Order | None:
        """The order in a payload that is ours and unchanged."""
        body, _, signature = payload.rpartition(".")
        if not hmac.compare_digest(self._signature(body).encode(), signature.encode("utf-8", "replace")):
            return None
        parts = body.split(".")
        if len(parts) != _PARTS - 1:
            return None
        credits, stars, buyer, made = map(int, parts[:-1])  # noqa: A001  the design's word
        return Order(credits, stars, buyer, made, parts[-1])

    def _signature(self, body: str) -> str:
        digest = hmac.digest(self._key, _SALT + body.encode("utf-8", "replace"), hashlib.sha256)
        return urlsafe_b64encode(digest[:_SEAL_BYTES]).decode()


class PaymentState(StrEnum):
    """`refunding`: an admin wants it back, and Telegram may have been asked."""

    PAID = "paid"
    REFUNDING = "refunding"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True)
class Payment:
    """Stars that somebody paid, under Telegram's own name for it: `charge`.

    `credits`: 0 where nobody knows what they were paid for. `told`: the last state that its person knows of.
    `admin` and `note`: who wanted it back, and why.
    """

    charge: str
    person: int
    stars: int
    credits: int
    nonce: str
    at: int
    state: PaymentState = PaymentState.PAID
    told: str = ""
    admin: int | None = None
    note: str | None = None

    @property
    def mark(self) -> str:
        """A short name for buttons, whose data is smaller than a charge can be."""
        return hashlib.sha256(self.charge.encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Transaction:
    """One of the bot's Star transactions with a person; `back`: the Stars went back to them."""

    charge: str
    person: int
    stars: int
    payload: str
    at: int
    back: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Some transactions of the bot, the oldest first; `length` counts those of other kinds as well."""

    transactions: tuple[Transaction, ...]
    length: int
