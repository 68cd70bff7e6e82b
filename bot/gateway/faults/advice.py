"""What to do about each kind of fault: the right half of the table in wire/ERRORS.md, section 1.

Nothing is ever charged for an answer without a picture, so there is no column for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from bot.domain.errors import FaultKind, GatewayFault
from bot.gateway.faults.table import TABLE


class Retry(StrEnum):
    """Whether the same gateway is asked again."""

    NO = "no"
    ONCE = "once"
    """After 1 to 3 seconds."""
    AFTER_WAIT = "after-wait"
    """When `retry_after` has passed."""
    CHANGED = "changed"
    """Once, written differently: a data URI instead of a link or the other way round, a list for a string."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do: ask the same gateway again, ask the next one, tell the operator, put the key aside.

    `billed`: the job may be running and cost us, so it is never repeated at the same gateway blindly.
    """

    retry: Retry = Retry.NO
    fail_over: bool = False
    tell_operator: bool = False
    disable_key: bool = False
    billed: bool = False


ADVICE: Mapping[FaultKind, Advice] = MappingProxyType(
    {
        FaultKind.CONTENT_POLICY: Advice(),
        FaultKind.QUOTA: Advice(fail_over=True, tell_operator=True),
        FaultKind.RATE_LIMITED: Advice(retry=Retry.AFTER_WAIT, fail_over=True),
        FaultKind.AUTH: Advice(fail_over=True, tell_operator=True, disable_key=True),
        FaultKind.TIMEOUT: Advice(fail_over=True, billed=True),
        FaultKind.BAD_REQUEST: Advice(tell_operator=True),
        FaultKind.UPSTREAM: Advice(retry=Retry.ONCE, fail_over=True),
        FaultKind.NO_IMAGE: Advice(retry=Retry.ONCE, fail_over=True, billed=True),
    }
)

_WRONG_ADDRESS = frozenset({404, 405})
_FORBIDDEN = 403
_BUSY = 503
_INPUT_WORDS = TABLE[2].words


def advise(fault: GatewayFault) -> Advice:
    """What to do about this fault: the kind's advice, refined by status and words where the table does so."""
    advice = ADVICE[fault.kind]
    detail = fault.detail.lower()
    if fault.kind is FaultKind.BAD_REQUEST:
        if any(word in detail for word in _INPUT_WORDS):
            return replace(advice, retry=Retry.CHANGED, fail_over=True)
        if fault.status in _WRONG_ADDRESS or "model" in detail:
            return replace(advice, fail_over=True)
    if fault.kind is FaultKind.AUTH and fault.status == _FORBIDDEN:
        return replace(advice, disable_key=False)  # this group, model or address; the key may be well
    if fault.kind is FaultKind.QUOTA and fault.retry_after is not None:
        return replace(advice, retry=Retry.AFTER_WAIT)  # OpenRouter's budget in flight
    distrusted = detail.startswith("certificate")
    no_channel = fault.status == _BUSY and "model_not_found" in detail
    if fault.kind is FaultKind.UPSTREAM and (distrusted or no_channel):  # in two seconds it will be the same
        return replace(advice, retry=Retry.NO, tell_operator=distrusted)
    return advice
