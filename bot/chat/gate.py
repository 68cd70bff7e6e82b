"""The second gate on the way to Telegram, where several processes share its limits."""

import asyncio
from collections.abc import Hashable

from telegram.error import TelegramError

from bot.chat.limits import Limits
from bot.chat.turns import Ticket
from bot.domain.toll import WHOLE, Passage, Toll


class Stale(TelegramError):
    """A newer call took the place of this one, which was never made."""

    def __init__(self) -> None:
        super().__init__("stale")


class Gate:
    """Asks the toll, if there is one, about each call that our own limits let go."""

    def __init__(self, limits: Limits) -> None:
        self.toll: Toll | None = None
        self._limits = limits
        self._one_by_one = asyncio.Lock()  # so that none overtakes a more urgent one here
        self._newest: dict[Hashable, Ticket] = {}
        self._landing: set[asyncio.Task[None]] = set()

    async def enter(self, ticket: Ticket) -> Passage | None:
        """May the call go? If not, all is as if it had not begun, its pause is known, and it joins again.

        Raises:
            Stale: it may not, and meanwhile a newer one came, or it is not worth telling any more.
        """
        if self.toll is None:
            return Passage()
        if ticket.replaces is not None:
            self._newest[ticket.replaces] = ticket
        passage = None
        try:
            passage = await self._asked(self.toll, ticket)
        finally:
            worth = ticket.replaces is None or self._newest.get(ticket.replaces) is ticket
            if worth and ticket.replaces is not None:
                del self._newest[ticket.replaces]
            if passage is None:
                self._limits.undo(ticket.chat, ticket.urgency, ticket.messages)
        if passage is None and not worth:
            raise Stale
        return passage

    def leave(self, passage: Passage) -> None:
        """What was let go was answered, well or not; nobody waits until the toll knows."""
        if self.toll:
            task = asyncio.get_running_loop().create_task(self.toll.land(passage))
            self._landing.add(task)
            task.add_done_callback(self._landing.discard)

    async def close(self) -> None:
        """See to it that the toll knows all."""
        if self._landing:
            await asyncio.wait(self._landing)

    async def shut(self, chat: int, seconds: float) -> None:
        """Telegram closed a chat: for the other processes, too."""
        if self.toll:
            await self.toll.shut(chat, seconds)

    def drop(self, replaces: Hashable) -> None:
        """What asks under that name is not worth to wait on."""
        self._newest.pop(replaces, None)

    async def _asked(self, toll: Toll, ticket: Ticket) -> Passage | None:
        chat, urgency, clock = ticket.chat, ticket.urgency, asyncio.get_running_loop()
        async with self._one_by_one:
            if self._limits.paused(chat, urgency, clock.time()):
                return None  # one before it has to wait, for both
            passage = await toll.ask(self._limits.claims(chat, urgency, ticket.messages))
        if not any(passage.waits):
            return passage
        for claim, wait in zip(passage.claims, passage.waits, strict=True):
            place = None if claim.place == WHOLE else claim.place
            self._limits.pause(place, clock.time() + wait, urgency)
        return None
