"""Which gateway to ask next, with which key, and when to stop. Pure: time and randomness come in.

All times are seconds of one clock that never goes back. What a fault means is told by `faults.advise`; here
it is weighed against what has been tried. The first law: a request that may be running, and may be billed,
is never repeated at the same gateway.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.errors import FaultKind, GatewayFault
from bot.gateway.address import Address
from bot.gateway.faults import Advice, Retry, advise
from bot.gateway.health import Attempt, Health, Reached, is_of_the_key

MAX_ATTEMPTS = 6
_PAUSE, _PAUSE_SPREAD = 1.0, 2.0
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 60.0
_WAIT_BEFORE_FAILING_OVER = 5.0
_RATE_LIMITED_TRIES = 4
_LEFT_FOR_A_CALL = 20.0
_NO_REDIRECTION_YET = 300


@dataclass(frozen=True, slots=True)
class Try:
    """Ask this gateway with this key, after a wait; `changed`: links instead of bytes, or the other way."""

    address: Address
    key: int
    after: float = 0.0
    changed: bool = False


@dataclass(frozen=True, slots=True)
class GiveUp:
    """The fault to tell."""

    fault: GatewayFault


Decision = Try | GiveUp


@dataclass(frozen=True, slots=True)
class Situation:
    """What a decision rests on.

    `addresses`: those that offer the model. `turn` rotates the keys, `roll` is a random number in [0, 1).
    `changeable`: whether the request can be written differently.
    """

    model: str
    addresses: Sequence[Address]
    health: Health
    now: float
    deadline: float
    turn: int = 0
    roll: float = 0.5
    changeable: bool = False


def decide(attempts: Sequence[Attempt], situation: Situation) -> Decision:
    """What to do next, after `attempts` that all failed, the latest last."""
    if not attempts:
        return next(_fresh((), situation), None) or GiveUp(_nowhere(situation.model))
    last = attempts[-1]
    if len(attempts) < MAX_ATTEMPTS:
        for choice in _choices(attempts, situation):
            if situation.now + choice.after + _LEFT_FOR_A_CALL <= situation.deadline:
                return choice
    return GiveUp(last.fault)


def _choices(attempts: Sequence[Attempt], situation: Situation) -> Iterator[Try]:
    """All that may be done now, the best first."""
    last = attempts[-1]
    advice = advise(last.fault)
    here = next((a for a in situation.addresses if a.name == last.gateway), None)
    others = list(_others(attempts, advice, situation))
    if here is not None and is_of_the_key(last.fault, rate_too=True):
        yield from _other_keys(here, attempts, situation)
    wait = None if here is None else _wait(attempts, advice, situation)
    if here is not None and wait is not None:
        again = Try(here, last.key, wait, changed=advice.retry is Retry.CHANGED or last.changed)
        if wait <= _WAIT_BEFORE_FAILING_OVER or not others:
            yield again
    yield from others


def _wait(attempts: Sequence[Attempt], advice: Advice, situation: Situation) -> float | None:
    """How long until the same gateway may be asked the same again; None if it must not be."""
    last = attempts[-1]
    if _may_be_billed(last, advice):
        return None
    before = sum(a.gateway == last.gateway and a.fault.kind is last.fault.kind for a in attempts)
    pause = _PAUSE + _PAUSE_SPREAD * situation.roll
    match advice.retry:
        case Retry.ONCE if before == 1:
            return max(pause, last.fault.retry_after or 0.0)
        case Retry.AFTER_WAIT if before < _RATE_LIMITED_TRIES:
            asked_for = last.fault.retry_after
            if asked_for is not None:
                return asked_for if asked_for <= _LONGEST_WAIT else None
            return float(_FIRST_WAIT * 2 ** (before - 1) * (0.5 + situation.roll))
        case Retry.CHANGED if situation.changeable and not last.changed:
            return 0.0
        case _:
            return None


def _others(attempts: Sequence[Attempt], advice: Advice, situation: Situation) -> Iterator[Try]:
    last = attempts[-1].fault.kind
    if not advice.fail_over:
        return
    if last is FaultKind.NO_IMAGE and sum(a.fault.kind is last for a in attempts) > 1:
        return
    yield from _fresh([attempt.gateway for attempt in attempts], situation)


def _fresh(tried: Iterable[str], situation: Situation) -> Iterator[Try]:
    """Gateways not yet asked in this edit: the healthy ones by priority, then those in trouble."""
    tried = frozenset(tried)
    choices = [
        (
            situation.health.tripped(address.name, situation.model, situation.now),
            dead,
            address.priority,
            key,
            address,
        )
        for address in situation.addresses
        if address.name not in tried
        for dead, key in [_best_key(address, situation)]
    ]
    for _, _, _, key, address in sorted(choices, key=lambda choice: choice[:3]):
        yield Try(address, key)


def _best_key(address: Address, situation: Situation) -> tuple[bool, int]:
    """Whether all keys are put aside, and the number of the key whose turn it is."""
    return min(
        (situation.health.put_aside(address.name, key, situation.now), order, key)
        for order, key in enumerate(_in_turn(address, situation.turn))
    )[::2]


def _other_keys(address: Address, attempts: Sequence[Attempt], situation: Situation) -> Iterator[Try]:
    tried = {attempt.key for attempt in attempts if attempt.gateway == address.name}
    for key in _in_turn(address, situation.turn):
        if key not in tried and not situation.health.put_aside(address.name, key, situation.now):
            yield Try(address, key, changed=attempts[-1].changed)


def _in_turn(address: Address, turn: int) -> list[int]:
    """The keys' numbers, beginning with the one whose turn it is; a gateway without keys has one: none."""
    count = max(1, len(address.api_keys))
    return [(turn + number) % count for number in range(count)]


def _may_be_billed(attempt: Attempt, advice: Advice) -> bool:
    status = attempt.fault.status
    broken_200 = (
        attempt.fault.kind is FaultKind.UPSTREAM and status is not None and status < _NO_REDIRECTION_YET
    )
    if attempt.reached in {Reached.NOTHING, Reached.PART}:
        return False
    return advice.billed or broken_200 or attempt.reached in {Reached.WHOLE, Reached.CUT}


def _nowhere(model: str) -> GatewayFault:
    return GatewayFault(FaultKind.BAD_REQUEST, detail=f"no gateway offers {model}")
