"""What the processes of a cluster sent lately, counted together, and when more may go. Pure.

Times are milliseconds of one clock for all of them, the database's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

WHOLE = 0
"""The place that every message goes to: the whole bot. Other places are chats, by their ids."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Some messages want to go to a place, where at most `most` may count when they do.

    A message counts from the moment it starts, and until `window` after its answer came: Telegram counted it
    somewhere in between. Whose answer nobody tells of counts for `flight`, since its process may be dead.
    """

    place: int
    messages: int
    most: int
    window: int
    flight: int


@dataclass(frozen=True, slots=True)
class Book:
    """What counts at a place: until when each message does, and until when Telegram has closed it."""

    flying: tuple[int, ...] = ()
    landed: tuple[int, ...] = ()
    closed: int = 0

    def wait(self, claim: Claim, now: int) -> int:
        """How long at least, until the messages may go."""
        closed = max(0, self.closed - now)
        # What flies cannot be gone sooner than if it were answered now.
        ends = sorted((*self.landed, *(min(end, now + claim.window) for end in self.flying)))
        left = [end for end in ends if end > now]
        over = len(left) + min(claim.messages, claim.most) - claim.most
        return max(closed, left[over - 1] - now) if over > 0 else closed

    def begun(self, claim: Claim, now: int) -> "Book":
        """They go now."""
        return _counting(
            (*self.flying, *[now + claim.flight] * claim.messages), self.landed, self.closed, now
        )

    def answered(self, claim: Claim, begun: int, now: int) -> "Book":
        """Those that began then were answered, well or not."""
        flying = list(self.flying)
        for _ in range(claim.messages):
            if begun + claim.flight in flying:
                flying.remove(begun + claim.flight)
        landed = *self.landed, *[now + claim.window] * claim.messages
        return _counting(flying, landed, self.closed, now)

    def shut(self, until: int) -> "Book":
        """Telegram wants to hear nothing for that place until then."""
        return replace(self, closed=max(self.closed, until))

    def over(self) -> int:
        """From when on all of this is as if it had never been."""
        return max((*self.flying, *self.landed, self.closed))


def _counting(flying: Sequence[int], landed: Sequence[int], closed: int, now: int) -> Book:
    flying, landed = (tuple(end for end in ends if end > now) for ends in (flying, landed))
    return Book(flying, landed, closed)


@dataclass(frozen=True, slots=True)
class Passage:
    """The answer to claims: for each the seconds to wait; where none has to, all are counted `at`."""

    claims: Sequence[Claim] = ()
    waits: Sequence[float] = ()
    at: int = 0


class Toll(Protocol):
    """Asked before each call to Telegram where several processes make them."""

    async def ask(self, claims: Sequence[Claim]) -> Passage:
        """May they go? All of them, or none."""
        ...

    async def land(self, passage: Passage) -> None:
        """What was let go was answered."""
        ...

    async def shut(self, place: int, seconds: float) -> None:
        """Telegram closed a place for so long."""
        ...
