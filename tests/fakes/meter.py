from dataclasses import dataclass, field

from bot.domain.edit import State
from bot.domain.errors import FaultKind
from bot.domain.meter import Heard


@dataclass
class FakeMeter:
    """Writes down all that it is told, in order."""

    waits: list[float] = field(default_factory=list)
    answers: list[tuple[str, str, float]] = field(default_factory=list)
    deliveries: list[float] = field(default_factory=list)
    ends: list[tuple[State, str, str, str]] = field(default_factory=list)
    faults: list[tuple[str, FaultKind]] = field(default_factory=list)
    calls: list[tuple[str, Heard]] = field(default_factory=list)

    def waited(self, seconds: float) -> None:
        self.waits.append(seconds)

    def answered(self, model: str, gateway: str, seconds: float) -> None:
        self.answers.append((model, gateway, seconds))

    def delivered(self, seconds: float) -> None:
        self.deliveries.append(seconds)

    def ended(self, state: State, model: str, gateway: str, kind: str) -> None:
        self.ends.append((state, model, gateway, kind))

    def gateway_failed(self, gateway: str, kind: FaultKind) -> None:
        self.faults.append((gateway, kind))

    def telegram_called(self, method: str, heard: Heard) -> None:
        self.calls.append((method, heard))
