"""The queue of updates: what the bot has not confirmed yet, and long polling."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.sandbox.telegram.refusals import Json, conflict

# Not sent unless asked for: https://core.telegram.org/bots/api#getupdates, allowed_updates
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
MAX_TIMEOUT = 50
MAX_LIMIT = 100
# Lives in seconds, from Client.cpp: presses and check-outs are worthless soon.
SHORT_LIFE, LIFE = 150, 86_400
SHORT_LIVED = frozenset({"callback_query", "shipping_query", "pre_checkout_query"})


@dataclass(frozen=True, slots=True)
class Update:
    """One update; `lane` names what is delivered in order by a webhook (a chat, or a person's presses)."""

    update_id: int
    kind: str
    body: Json
    lane: str
    expires: float

    def to_json(self) -> Json:
        return {"update_id": self.update_id, self.kind: self.body}


class Updates:
    """The queue of one bot. `allowed` is remembered from the last call that named it."""

    def __init__(self, kinds: frozenset[str], now: Callable[[], float], first_id: int = 100_000_001) -> None:
        self._now = now
        self._kinds = kinds
        self._next_id = first_id
        self._pending: list[Update] = []
        self._poll: asyncio.Future[None] | None = None
        self.allowed: list[str] = []
        self.on_push: Callable[[], None] = lambda: None

    @property
    def pending(self) -> list[Update]:
        now = self._now()
        self._pending = [update for update in self._pending if update.expires > now]
        return self._pending

    def allow(self, kinds: Iterable[str] | None) -> None:
        if kinds is not None:
            self.allowed = [kind for kind in kinds if kind in self._kinds]

    def accepts(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ONLY_ON_REQUEST

    def push(self, kind: str, body: Json, lane: str, update_id: int | None = None) -> Update | None:
        """Queues an update, or drops it (None) where the bot did not ask for its kind."""
        if not self.accepts(kind):
            return None
        if update_id is None:
            update_id = self._next_id
        self._next_id = max(self._next_id, update_id + 1)
        life = SHORT_LIFE if kind in SHORT_LIVED else LIFE
        update = Update(update_id, kind, body, lane, self._now() + life)
        self._pending.append(update)
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        self.on_push()
        return update

    def confirm(self, update_id: int) -> None:
        self._pending = [update for update in self._pending if update.update_id != update_id]

    def clear(self) -> None:
        self._pending.clear()

    async def poll(self, offset: int, limit: int, timeout: int) -> list[Json]:  # noqa: ASYNC109 - Telegram's own name
        """getUpdates: `offset` confirms all before it; a negative one keeps only that many of the last.

        Raises:
            ApiError: 409, for the older of two polls at the same time.
        """
        self.end_poll()
        if offset < 0:
            self._pending = self.pending[offset:]
        elif offset > 0:
            self._pending = [update for update in self.pending if update.update_id >= offset]
        if not self.pending and timeout > 0:
            await self._wait(min(timeout, MAX_TIMEOUT))
        count = limit if 1 <= limit <= MAX_LIMIT else MAX_LIMIT
        return [update.to_json() for update in self.pending[:count]]

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def end_poll(self, reason: str = OTHER_POLL) -> None:
        """Ends the poll that waits, if any, with a 409."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(conflict(reason))
        self._poll = None

    def close(self) -> None:
        """Lets a poll that waits answer with nothing."""
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
