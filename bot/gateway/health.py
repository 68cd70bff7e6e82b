"""What is known of gateways and keys beyond one edit: breakers, and keys put aside. Pure.

All times are seconds of one clock that never goes back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from bot.domain.errors import FaultKind, GatewayFault
from bot.gateway.faults import advise

_TRIPS_AFTER = 4
_OPEN_FOR, _OPEN_FOR_AT_MOST = 20.0, 600.0
_KEY_ASIDE_FOR = 300.0
_TRIPPING = frozenset({FaultKind.UPSTREAM, FaultKind.TIMEOUT})


class Reached(StrEnum):
    """How far a call came, as far as anybody can know."""

    NOTHING = "nothing"
    """Not one byte was sent."""
    PART = "part"
    """The request is not whole at the gateway, so nothing can be running."""
    WHOLE = "whole"
    """The request is there, and no answer came."""
    CUT = "cut"
    """An answer began, and broke off."""
    ANSWERED = "answered"
    """The answer is whole."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A call that brought no picture. `key` is the key's number; `changed`: it was written differently."""

    gateway: str
    key: int
    fault: GatewayFault
    reached: Reached
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Breaker:
    """Faults in a row of one (gateway, model), and until when it is asked last."""

    faults: int = 0
    open_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Health:
    """What is known of gateways and keys beyond one edit: a value, replaced after every call.

    Nothing is shut off for good: what is in trouble is asked last, so that with nobody else to ask an
    edit is still tried.
    """

    breakers: Mapping[tuple[str, str], Breaker] = field(default_factory=lambda: MappingProxyType({}))
    aside: Mapping[tuple[str, int], float] = field(default_factory=lambda: MappingProxyType({}))

    def tripped(self, gateway: str, model: str, now: float) -> bool:
        """Whether this pair failed so often lately that others are asked first."""
        return self.breakers.get((gateway, model), Breaker()).open_until > now

    def put_aside(self, gateway: str, key: int, now: float) -> bool:
        """Whether this key was refused lately."""
        return self.aside.get((gateway, key), 0.0) > now

    def after_success(self, gateway: str, key: int, model: str) -> "Health":
        """A picture came: breaker closed, key well."""
        breakers = {pair: breaker for pair, breaker in self.breakers.items() if pair != (gateway, model)}
        aside = {pair: until for pair, until in self.aside.items() if pair != (gateway, key)}
        return Health(MappingProxyType(breakers), MappingProxyType(aside))

    def after_fault(self, attempt: Attempt, model: str, now: float) -> "Health":
        """No picture came."""
        breakers, aside = dict(self.breakers), dict(self.aside)
        pair = (attempt.gateway, model)
        if attempt.fault.kind in _TRIPPING:
            breakers[pair] = _worse(breakers.get(pair, Breaker()), now)
        if is_of_the_key(attempt.fault):
            aside[(attempt.gateway, attempt.key)] = now + _KEY_ASIDE_FOR
        return Health(MappingProxyType(breakers), MappingProxyType(aside))


def is_of_the_key(fault: GatewayFault, *, rate_too: bool = False) -> bool:
    """Whether another key might do better; `rate_too`: also where a key may only be busy."""
    return (
        fault.kind is FaultKind.QUOTA
        or (fault.kind is FaultKind.AUTH and advise(fault).disable_key)
        or (rate_too and fault.kind in {FaultKind.RATE_LIMITED, FaultKind.AUTH})
    )


def _worse(breaker: Breaker, now: float) -> Breaker:
    faults = breaker.faults + 1
    if faults < _TRIPS_AFTER:
        return Breaker(faults)
    # One call after the pause decides: its picture closes the breaker, its fault opens it for twice as long.
    return Breaker(faults, now + min(_OPEN_FOR * 2.0 ** (faults - _TRIPS_AFTER), _OPEN_FOR_AT_MOST))
