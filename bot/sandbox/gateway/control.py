"""How a test takes the gateway's answers into its own hands: scripted replies, hooks, and a gate."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import orjson

from bot.sandbox.gateway import refusals
from bot.sandbox.gateway.journal import Call

Stage = Literal["arrived", "headers"]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer word for word.

    Args:
        body: bytes and text as they are, anything else as JSON.
        chunk_size: write the body in pieces of so many bytes (chunked transfer encoding).
        chunks: or in exactly these pieces.
        pause: seconds between pieces.
        cut_after: close the connection after so many bytes of the body.
        delay: seconds before the headers.
        delay_body: seconds between the headers and the body.
    """

    status: int = 200
    body: Any = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    chunk_size: int | None = None
    chunks: Sequence[bytes] = ()
    pause: float = 0.0
    cut_after: int | None = None
    delay: float = 0.0
    delay_body: float = 0.0

    @property
    def data(self) -> bytes:
        """The whole body."""
        if self.chunks:
            return b"".join(self.chunks)
        if isinstance(self.body, bytes):
            return self.body
        return self.body.encode() if isinstance(self.body, str) else orjson.dumps(self.body)

    @property
    def pieces(self) -> Sequence[bytes]:
        """The body as it is written."""
        if self.chunks or not self.chunk_size:
            return self.chunks or (self.data,)
        data, step = self.data, self.chunk_size
        return [data[i : i + step] for i in range(0, len(data), step)]

    @property
    def content_type(self) -> str:
        """Its own, or what the body looks like."""
        for name, value in self.headers.items():
            if name.lower() == "content-type":
                return value
        start = self.data[:64].lstrip()
        if start.startswith((b"data:", b"event:", b":")):
            return "text/event-stream"
        return "text/html" if start.startswith(b"<") else "application/json"


Hook = Callable[[Call], Awaitable[Reply | None]]


@dataclass(slots=True)
class _Rule:
    reply: Reply
    times: int
    model: str | None
    path: str | None

    def fits(self, call: Call) -> bool:
        if self.path is None and call.path.startswith("/files/"):
            return False
        return (self.model is None or self.model == call.model) and call.path.startswith(self.path or "")


class Gate:
    """Keeps answers back until a test lets go."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._stage: Stage | None = None
        self._held: list[asyncio.Future[None]] = []
        self._changed = changed

    @property
    def held(self) -> int:
        """How many answers stand at the gate."""
        return len(self._held)

    def close(self, stage: Stage) -> None:
        self._stage = stage

    def closed_at(self, stage: Stage) -> bool:
        return self._stage == stage

    def open(self, count: int | None = None) -> None:
        """Let `count` of the waiting through, first come first; None opens the gate for good."""
        if count is None:
            self._stage = None
        for waiter in self._held[:count]:
            if not waiter.done():
                waiter.set_result(None)

    async def passed(self, stage: Stage) -> None:
        """Wait here while the gate is closed at `stage`."""
        if self._stage != stage:
            return
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._held.append(waiter)
        self._changed()
        try:
            await waiter
        finally:
            self._held.remove(waiter)
            self._changed()


class Control:
    """Scripted replies, in the order in which they were given."""

    def __init__(self) -> None:
        self.hooks: list[Hook] = []
        self._rules: list[_Rule] = []

    def script(
        self, *replies: Reply, times: int = 1, model: str | None = None, path: str | None = None
    ) -> None:
        """The next requests that fit get these replies, each `times` times.

        Args:
            replies: one after the other.
            times: how often each is given; 0 for ever.
            model: only requests for this model.
            path: only requests whose path starts so ("/files/" for downloads); by default every API call.
        """
        self._rules += [_Rule(reply, times or -1, model, path) for reply in replies]

    def clear(self) -> None:
        """Forget all replies and hooks."""
        self._rules.clear()
        self.hooks.clear()

    async def reply_to(self, call: Call) -> Reply | None:
        """The scripted reply to `call`, if there is one; hooks are asked first."""
        download = call.path.startswith("/files/")
        for hook in () if download else self.hooks:
            if (reply := await hook(call)) is not None:
                return reply
        for rule in self._rules:
            if rule.fits(call):
                rule.times -= 1
                if rule.times == 0:
                    self._rules.remove(rule)
                return rule.reply
        return None


def failure(status: int, body: Any = None, headers: Mapping[str, str] | None = None) -> Reply:
    """A failing reply; without a body, the one that real gateways give with this status."""
    usual = refusals.usual(status)
    return Reply(status, usual.body if body is None else body, {**usual.headers, **(headers or {})})
