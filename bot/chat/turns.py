"""Who may call Telegram next: the most urgent first, one chat's wait never another's. Pure."""

import heapq
import math
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import count

from bot.chat.limits import Limits, Urgency


@dataclass(eq=False, slots=True)
class Ticket:
    """A call that waits for its turn. `chat` None: it counts for the whole bot only.

    A ticket with the same `replaces` makes an older one stale: only the newest progress is worth telling.
    """

    chat: int | None
    urgency: Urgency
    messages: int = 1
    replaces: Hashable | None = None
    number: int | None = None
    """Its place among those as urgent as itself, which it keeps when it joins again."""


class Turns:
    """The calls that wait, by chat. Times are seconds of a clock that never goes back."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._rows: dict[int | None, list[tuple[Urgency, int, Ticket]]] = {}
        self._newest: dict[Hashable, Ticket] = {}
        self._number = count()

    def join(self, ticket: Ticket) -> Ticket | None:
        """Wait; returns the ticket that became stale by this one, if there is one."""
        stale = self._newest.pop(ticket.replaces, None) if ticket.replaces is not None else None
        if stale:
            self.leave(stale)
        if ticket.replaces is not None:
            self._newest[ticket.replaces] = ticket
        row = self._rows.setdefault(ticket.chat, [])
        ticket.number = next(self._number) if ticket.number is None else ticket.number
        heapq.heappush(row, (ticket.urgency, ticket.number, ticket))
        return stale

    def drop(self, replaces: Hashable) -> Ticket | None:
        """Let go of the ticket that waits under that name; returns it, if there is one."""
        stale = self._newest.get(replaces)
        if stale:
            self.leave(stale)
        return stale

    def leave(self, ticket: Ticket) -> None:
        """Wait no longer."""
        row = [each for each in self._rows.get(ticket.chat, []) if each[2] is not ticket]
        heapq.heapify(row)
        self._rows[ticket.chat] = row
        self._tidy(ticket)

    def take(self, now: float) -> Ticket | None:
        """The next call that may go now, counted as begun."""
        for _, _, ticket in sorted(self._heads()):
            if self._limits.wait(ticket.chat, ticket.urgency, ticket.messages, now) <= 0:
                heapq.heappop(self._rows[ticket.chat])
                self._tidy(ticket)
                self._limits.start(ticket.chat, ticket.urgency, ticket.messages, now)
                return ticket
        return None

    def wait(self, now: float) -> float | None:
        """Seconds until it is worth to ask again; None until something else happens."""
        waits = [
            self._limits.wait(ticket.chat, ticket.urgency, ticket.messages, now)
            for _, _, ticket in self._heads()
        ]
        soonest = min(waits, default=math.inf)
        return None if math.isinf(soonest) else soonest

    def _heads(self) -> Iterator[tuple[Urgency, int, Ticket]]:
        return (row[0] for row in self._rows.values())

    def _tidy(self, ticket: Ticket) -> None:
        if not self._rows[ticket.chat]:
            del self._rows[ticket.chat]
        if ticket.replaces is not None and self._newest.get(ticket.replaces) is ticket:
            del self._newest[ticket.replaces]
