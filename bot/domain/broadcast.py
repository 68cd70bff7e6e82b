"""A message to everybody."""

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Where it is. LOST: what was to be copied is gone."""

    DRAFT = "draft"
    CANCELLED = "cancelled"
    SENDING = "sending"
    STOPPED = "stopped"
    LOST = "lost"
    DONE = "done"


class Fate(StrEnum):
    """What became of one person's copy. FAILED: refused, or nobody knows. GONE: there is nothing to copy."""

    SENT = "sent"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """People get copies of `message` in `chat`, the admin's own; `status` shows the admin how far that is.

    `tried`: how many of `total` were sent theirs, or could not be.
    """

    id: str
    admin: int
    chat: int
    message: int
    phase: Phase
    status: int = 0
    total: int = 0
    tried: int = 0
    sent: int = 0
    unreachable: int = 0
    failed: int = 0

    @property
    def percent(self) -> int:
        """How far it is."""
        return min(100, 100 * self.tried // self.total) if self.total else 100
