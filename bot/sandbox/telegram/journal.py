"""What happened, in order: calls of the bot, events that a person sees; and a way to wait for more."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.sandbox.telegram.refusals import Json

T = TypeVar("T")
KEPT = 50_000


@dataclass(slots=True)
class Call:
    """One API call.

    Files in `params` are {"file", "mime_type", "size", "sha256"}; `status` is None until answered, and 0
    where the connection was cut instead.
    """

    method: str
    params: Json
    time: float
    status: int | None = None
    description: str = ""
    result: Any = field(default=None, repr=False)

    @property
    def ok(self) -> bool:
        return self.status == 200  # noqa: PLR2004 - Telegram answers nothing else to a success

    def to_json(self) -> Json:
        names = ("method", "params", "time", "status", "description", "result")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a person could see.

    `kind` is message, edit, delete, action, answer, reaction, draft or commands.
    """

    number: int
    kind: str
    chat_id: int | None
    data: Json

    def to_json(self) -> Json:
        return {"number": self.number, "kind": self.kind, "chat_id": self.chat_id, **self.data}


class Journal:
    """Calls, violations and events, and everybody who waits for the next."""

    def __init__(self) -> None:
        self.calls: deque[Call] = deque(maxlen=KEPT)
        self.violations: list[str] = []
        self.events: deque[Event] = deque(maxlen=KEPT)
        self.last_number = 0
        self.closed = False
        self._waiting: set[asyncio.Future[None]] = set()

    def emit(self, kind: str, chat_id: int | None = None, **data: Any) -> None:
        self.last_number += 1
        self.events.append(Event(self.last_number, kind, chat_id, data))
        self.wake()

    def since(self, number: int) -> list[Event]:
        """Events with a higher number than this."""
        missed = min(self.last_number - number, len(self.events))
        return (
            [self.events[at] for at in range(len(self.events) - missed, len(self.events))]
            if missed > 0
            else []
        )

    def wake(self) -> None:
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    def close(self) -> None:
        self.closed = True
        self.wake()

    @contextmanager
    def _next(self) -> Iterator[asyncio.Future[None]]:
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            yield future
        finally:
            self._waiting.discard(future)

    async def next_change(self, timeout: float) -> None:  # noqa: ASYNC109 - a wait without end is never wanted
        """Returns at the next call, event or close, at the latest after `timeout` seconds."""
        with self._next() as future:
            await asyncio.wait([future], timeout=timeout)

    async def wait_for(self, predicate: Callable[[], T | None], timeout: float) -> T:  # noqa: ASYNC109 - as above
        """The first true value of `predicate`, which is asked at once and after every change.

        Raises:
            TimeoutError: it never was true; the error says what the bot did instead.
        """
        try:
            async with asyncio.timeout(timeout):
                while not (found := predicate()):
                    with self._next() as future:
                        await future
        except TimeoutError:
            counts = Counter(f"{call.method} {call.status}" for call in self.calls)
            raise TimeoutError(f"not within {timeout} s; calls so far: {dict(counts)}") from None
        return found
