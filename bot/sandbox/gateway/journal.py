"""What was asked and answered, for tests to look at."""

import asyncio
import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.sandbox.gateway.wanted import Json


@dataclass(slots=True)
class Call:
    """One request to the API.

    `body` is its JSON (or the fields of its form) with every picture replaced by
    "picture:sha256=...;size=...", `raw` the bytes as they came. `pictures` are the pictures that came with
    it, decoded, in their order; `results` those that were answered. `status` is None until it is answered.
    """

    number: int
    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    raw: bytes = b""
    body: Json = field(default_factory=dict)
    pictures: list[bytes] = field(default_factory=list)
    results: list[bytes] = field(default_factory=list)
    status: int | None = None
    disconnected: bool = False

    @property
    def key(self) -> str:
        """The key that the request showed."""
        return self.headers.get("Authorization", "").removeprefix("Bearer ")

    @property
    def model(self) -> str:
        model = self.body.get("model")
        return model if isinstance(model, str) else ""

    def summary(self) -> Json:
        """Without keys, and without the bytes of any picture."""
        secret = {"authorization", "x-goog-api-key"}
        return {
            "number": self.number,
            "method": self.method,
            "path": self.path,
            "headers": {
                str(name): value for name, value in self.headers.items() if name.lower() not in secret
            },
            "body": self.body,
            "pictures": [described(data) for data in self.pictures],
            "results": [described(data) for data in self.results],
            "status": self.status,
            "disconnected": self.disconnected,
        }


class Journal:
    """The last calls (their bytes up to `limit` in all), counters, and waiting for them to change."""

    def __init__(self, limit: int = 512 * 1024 * 1024) -> None:
        self.calls: deque[Call] = deque(maxlen=1000)
        self.downloads: deque[tuple[str, int]] = deque(maxlen=1000)
        self.total = 0
        self.in_flight = 0
        self.disconnects = 0
        self.closing = False
        self._limit = limit
        self._waiting: list[tuple[Callable[[], bool], asyncio.Future[None]]] = []

    def open(self, method: str, path: str, query: str, headers: Mapping[str, str]) -> Call:
        """Note a request that begins."""
        self.total += 1
        call = Call(self.total, method, path, query, headers)
        self.calls.append(call)
        return call

    @contextmanager
    def watching(self, call: Call) -> Iterator[None]:
        """Count `call` as in flight; a cancelled or reset handler means that its client has gone."""
        self.in_flight += 1
        self.changed()
        try:
            yield
        except (asyncio.CancelledError, ConnectionError):
            if not self.closing:
                call.disconnected = True
                self.disconnects += 1
            raise
        finally:
            self.in_flight -= 1
            self._forget_old_bytes()
            self.changed()

    def changed(self) -> None:
        """Look again whether what somebody waits for in `until` holds."""
        for condition, waiter in self._waiting:
            if not waiter.done() and condition():
                waiter.set_result(None)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until `condition` holds."""
        if condition():
            return
        entry = (condition, asyncio.get_running_loop().create_future())
        self._waiting.append(entry)
        try:
            await entry[1]
        finally:
            self._waiting.remove(entry)

    def clear(self) -> None:
        """Forget all calls and counters; requests in flight stay counted."""
        self.calls.clear()
        self.downloads.clear()
        self.total = 0
        self.disconnects = 0

    def _forget_old_bytes(self) -> None:
        kept = 0
        for call in reversed(self.calls):
            kept += len(call.raw) + sum(map(len, call.pictures)) + sum(map(len, call.results))
            if kept > self._limit:
                call.raw, call.pictures, call.results = b"", [], []


def described(data: bytes) -> str:
    """A picture in a few words."""
    return f"picture:sha256={hashlib.sha256(data).hexdigest()};size={len(data)}"
