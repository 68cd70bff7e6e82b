"""What is counted, for whoever watches the bot from outside; `app.py` hands in who counts."""

from enum import StrEnum
from typing import Protocol

from bot.domain.edit import State
from bot.domain.errors import EditFailed, FaultKind


class Heard(StrEnum):
    """How a call to Telegram ended."""

    OK = "ok"
    FLOOD = "flood"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


class Meter(Protocol):
    """Counts what happens, and never who it happened to. Nothing here waits or raises."""

    def waited(self, seconds: float) -> None:
        """An edit stood in line for so long, until a gateway was asked."""
        ...

    def answered(self, model: str, gateway: str, seconds: float) -> None:
        """The pictures of an edit came, so long after a gateway was first asked."""
        ...

    def delivered(self, seconds: float) -> None:
        """Telegram has the pictures of an edit, so long after they came."""
        ...

    def ended(self, state: State, model: str, gateway: str, kind: str) -> None:
        """An edit ended. `gateway`: whose pictures it had, or ""; `kind`: of `kind_of`, or ""."""
        ...

    def gateway_failed(self, gateway: str, kind: FaultKind) -> None:
        """A call to a gateway brought no picture, whatever became of its edit."""
        ...

    def telegram_called(self, method: str, heard: Heard) -> None:
        """A call to Telegram ended."""
        ...


def kind_of(error: EditFailed) -> str:
    """Why an edit failed, in one word out of few: a FaultKind, "input_gone", "result", "delivery", ..."""
    return error.text_key.removeprefix("failed-").replace("-", "_")


class _Silent:
    def waited(self, seconds: float) -> None:
        """Not counted."""

    def answered(self, model: str, gateway: str, seconds: float) -> None:
        """Not counted."""

    def delivered(self, seconds: float) -> None:
        """Not counted."""

    def ended(self, state: State, model: str, gateway: str, kind: str) -> None:
        """Not counted."""

    def gateway_failed(self, gateway: str, kind: FaultKind) -> None:
        """Not counted."""

    def telegram_called(self, method: str, heard: Heard) -> None:
        """Not counted."""


SILENT: Meter = _Silent()
"""For tools and tests, which nobody watches."""
