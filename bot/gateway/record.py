"""What the calls of late tell of each gateway, for admins to read. No I/O; seconds of one clock."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from bot.domain.errors import FaultKind
from bot.domain.ports import GatewayHealth
from bot.gateway.address import Address
from bot.gateway.health import Health

_REMEMBERED = 20


@dataclass(slots=True)
class _Gateway:
    seconds: deque[float] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    fault: FaultKind | None = None
    fault_at: float = 0.0


class Record:
    """The last calls by gateway: how long those took that brought a picture, and the last fault."""

    def __init__(self) -> None:
        self._gateways: dict[str, _Gateway] = {}

    def took(self, gateway: str, seconds: float) -> None:
        """A call brought a picture."""
        self._of(gateway).seconds.append(seconds)

    def failed(self, gateway: str, fault: FaultKind, now: float) -> None:
        """A call brought none."""
        known = self._of(gateway)
        known.fault, known.fault_at = fault, now

    def told(self, addresses: Iterable[Address], health: Health, now: float) -> tuple[GatewayHealth, ...]:
        """How each gateway is, in the order in which they are asked."""
        return tuple(
            self._told(each, health, now) for each in sorted(addresses, key=lambda each: each.priority)
        )

    def _told(self, address: Address, health: Health, now: float) -> GatewayHealth:
        known = self._gateways.get(address.name, _Gateway())
        rests = (
            (model, breaker.open_until - now)
            for (gateway, model), breaker in health.breakers.items()
            if gateway == address.name and breaker.open_until > now
        )
        keys = range(len(address.api_keys))
        return GatewayHealth(
            name=address.name,
            keys=len(keys),
            keys_aside=sum(health.put_aside(address.name, key, now) for key in keys),
            rests=tuple(sorted(rests)),
            fault=known.fault,
            fault_ago=now - known.fault_at,
            seconds=median(known.seconds) if known.seconds else None,
        )

    def _of(self, gateway: str) -> _Gateway:
        return self._gateways.setdefault(gateway, _Gateway())
