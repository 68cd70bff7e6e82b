"""Takes what stands in the inbox to the handlers: in order within a chat, chats beside each other."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from typing import Any, Protocol

import structlog

from bot.chat.handler import Handler, Letter
from bot.chat.intake import DATABASE_PAUSE, Backoff
from bot.chat.stops import STOPPED
from bot.domain.errors import DarkroomError

log = structlog.get_logger()

_AT_ONCE = 50
_TAKE = 200
_MOST_HELD = 5_000
_LOOK_AGAIN = 30.0
_CHECKOUT = "checkout"

Lane = tuple[Hashable, ...]
"""Its kind, and whose it is: what is in one lane is handled in order."""


class Pending(Protocol):
    """The part of the inbox that the dispatcher needs."""

    async def pending(self, limit: int) -> Sequence[Letter]:
        """The oldest that wait."""
        ...


class Dispatcher:
    """Handles letters, first those that a stop or a crash left; each is done only after it was handled."""

    def __init__(
        self,
        handler: Handler,
        inbox: Pending,
        *,
        at_once: int = _AT_ONCE,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.handler, self._inbox, self._sleep = handler, inbox, sleep
        self._lanes: dict[Lane, deque[Letter]] = {}
        self._held: set[int] = set()
        self._room = asyncio.Semaphore(at_once)
        self._till = asyncio.Semaphore(at_once)
        self._awake = asyncio.Event()

    def wake(self) -> None:
        """There is something new in the inbox."""
        self._awake.set()

    async def run(self) -> None:
        """Handle what comes; ends by cancellation, and leaves unhandled letters where they are."""
        backoff = Backoff(most=DATABASE_PAUSE)
        async with asyncio.TaskGroup() as group:
            while True:
                self._awake.clear()
                try:
                    full = await self._take(group)
                    backoff.reset()
                except DarkroomError as error:
                    log.error("inbox refused", why=str(error))
                    await self._sleep(backoff.pause())
                    continue
                if not full:
                    await self._wait()

    async def _take(self, group: asyncio.TaskGroup) -> bool:
        """Put new letters into their lanes; whether there may be more."""
        if len(self._held) >= _MOST_HELD:
            return False
        held = set(self._held)  # of before: what is done while this reads would come back, and be done twice
        found = await self._inbox.pending(len(held) + _TAKE)
        new = [letter for letter in found if letter.update not in held]
        for letter in new:
            self._held.add(letter.update)
            lane = lane_of(letter.body)
            if lane in self._lanes:
                self._lanes[lane].append(letter)
            else:
                self._lanes[lane] = deque([letter])
                group.create_task(self._walk(lane))
        return len(new) >= _TAKE

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_LOOK_AGAIN):
                await self._awake.wait()
        except TimeoutError:
            pass

    async def _walk(self, lane: Lane) -> None:
        """Handle a lane's letters one by one."""
        letters = self._lanes[lane]
        while letters:
            async with self._till if lane[0] == _CHECKOUT else self._room:
                await self.handler.handle(letters[0])
            self._held.discard(letters.popleft().update)
        del self._lanes[lane]
        if len(self._held) >= _MOST_HELD - _TAKE:
            self.wake()


def lane_of(body: Mapping[str, Any]) -> Lane:
    """Messages of a chat in order; presses and check-outs beside them, so that Cancel never waits in line.

    Presses of a person are in order under each message, lest a double press be done twice.
    """
    asked = body.get("pre_checkout_query")
    if isinstance(asked, dict):
        return _CHECKOUT, _id(asked.get("from"))
    press = body.get("callback_query")
    if isinstance(press, dict):
        return "press", _id(press.get("from")), _id(press.get("message"), "message_id")
    stopped = body.get(STOPPED)
    if isinstance(stopped, dict):
        return "press", _id(stopped.get("chat"))
    message = body.get("message") or body.get("my_chat_member")
    return "chat", _id(message.get("chat") if isinstance(message, dict) else None)


def _id(thing: object, name: str = "id") -> Hashable:
    found = thing.get(name) if isinstance(thing, dict) else None
    return found if isinstance(found, int) else None
