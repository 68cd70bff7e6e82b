"""What calls tell operators: a line in the log for each, and signs of trouble and of health for the alarm."""

import re
from collections.abc import Callable, Iterator, Sequence

import structlog

from bot.domain.alert import OF_GATEWAYS, Alarm, Happened, Trouble, Well, What
from bot.domain.errors import FaultKind, ResultFault
from bot.domain.meter import Meter
from bot.domain.model import Model
from bot.domain.ports import Request
from bot.gateway.address import Address
from bot.gateway.faults import advise
from bot.gateway.health import Attempt, Health
from bot.gateway.policy import Decision, GiveUp, Try
from bot.gateway.record import Record
from bot.gateway.results import Saved

log = structlog.get_logger()

_LONGEST = 200
_QUOTED = 6
"""A shorter prompt would take words out of a gateway's sentence that are none of it."""

_KINDS = {
    FaultKind.AUTH: What.KEY,
    FaultKind.QUOTA: What.CREDIT,
    FaultKind.BAD_REQUEST: What.REQUEST,
    FaultKind.UPSTREAM: What.CERTIFICATE,
}
_OF_KEYS = frozenset({What.KEY, What.RIGHT, What.CREDIT})
_OF_MODELS = frozenset({What.RIGHT, What.REQUEST})


class Signs:
    """Tells operators what becomes of calls, and keeps the record of the last ones. `clock` in seconds."""

    def __init__(
        self, addresses: Sequence[Address], alarm: Alarm, meter: Meter, clock: Callable[[], float]
    ) -> None:
        self._addresses = {each.name: each for each in addresses}
        self._alarm, self._meter, self._clock = alarm, meter, clock
        self.record = Record()

    def brought(self, request: Request, choice: Try, seconds: float) -> None:
        """A call brought pictures, be it by link."""
        gateway = choice.address.name
        log.info("gateway answered", **_call(request, gateway, seconds))
        self.record.took(gateway, seconds)
        self._alarm(Well(OF_GATEWAYS, gateway, request.model.id, self._number(gateway, choice.key)))

    def failed(self, request: Request, attempt: Attempt, seconds: float) -> None:
        """A call brought none."""
        fault = attempt.fault
        log.warning(
            "gateway failed",
            **_call(request, attempt.gateway, seconds),
            fault=str(fault.kind),
            status=fault.status,
            reached=str(attempt.reached),
            detail=_without(request.prompt, fault.detail),
        )
        self.record.failed(attempt.gateway, fault.kind, self._clock())
        self._meter.gateway_failed(attempt.gateway, fault.kind)

    def saved(self, request: Request, choice: Try, saved: Saved) -> None:
        """What came of an answer's links."""
        for host in _blocked(saved):
            self._alarm(Happened(Trouble(What.PRIVATE, choice.address.name, name=host), request.edit))

    def judged(self, request: Request, last: Attempt, then: Decision, health: Health) -> None:
        """A call failed, and `then` is what will be done: what is tried there once more may yet be well."""
        if isinstance(then, GiveUp):
            then.fault.gateway = last.gateway
        elif (then.address.name, then.key) == (last.gateway, last.key):
            return
        others = len(self._offering(request.model)) - 1
        if health.tripped(last.gateway, request.model.id, self._clock()):
            trouble = Trouble(What.BREAKER, last.gateway, request.model.id)
            facts = {"fault": str(last.fault.kind), "others": others or None}
            self._alarm(Happened(trouble, request.edit, facts=facts))
        if advise(last.fault).tell_operator:
            facts = {
                "status": last.fault.status,
                "keys": len(self._addresses[last.gateway].api_keys),
                "others": others or None,
                "detail": _without(request.prompt, last.fault.detail)[:_LONGEST] or None,
            }
            self._alarm(Happened(self._trouble(request, last), request.edit, facts=facts))

    def _trouble(self, request: Request, attempt: Attempt) -> Trouble:
        what = _KINDS[attempt.fault.kind]
        if what is What.KEY and not advise(attempt.fault).disable_key:
            what = What.RIGHT
        key = self._number(attempt.gateway, attempt.key) if what in _OF_KEYS else 0
        return Trouble(what, attempt.gateway, request.model.id if what in _OF_MODELS else "", key)

    def _offering(self, model: Model) -> list[Address]:
        return [
            each for each in self._addresses.values() if not model.gateways or each.name in model.gateways
        ]

    def _number(self, gateway: str, key: int) -> int:
        """As people count keys; 0 where there is none."""
        return key + 1 if self._addresses[gateway].api_keys else 0


def _blocked(saved: Saved) -> Iterator[str]:
    for each in saved.keys:
        if isinstance(each, ResultFault) and each.blocked:
            yield each.blocked[:_LONGEST]


def _call(request: Request, gateway: str, seconds: float) -> dict[str, object]:
    return {"edit": request.edit, "gateway": gateway, "model": request.model.id, "seconds": round(seconds, 1)}


def _without(prompt: str, words: str) -> str:
    """A gateway's words without those of a person that it quotes."""
    return re.sub(re.escape(prompt), "…", words, flags=re.IGNORECASE) if len(prompt) >= _QUOTED else words
