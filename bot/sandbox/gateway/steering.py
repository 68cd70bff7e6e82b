"""What a test watches and decides while the gateway runs."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.gateway.control import Control, Gate, Hook, Reply, Stage, failure
from bot.sandbox.gateway.desk import Settings
from bot.sandbox.gateway.journal import Call, Journal


class Steering:
    """Watches the calls and decides their answers; `settings` may be changed at any time."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._journal = Journal()
        self._control = Control()
        self._gate = Gate(self._journal.changed)

    @property
    def calls(self) -> list[Call]:
        """The API requests so far (POST), oldest first."""
        return list(self._journal.calls)

    @property
    def downloads(self) -> list[tuple[str, int]]:
        """(path, status) of each request for a result's link."""
        return list(self._journal.downloads)

    @property
    def last_results(self) -> list[bytes]:
        """The bytes of the pictures of the last request that was answered with any."""
        return next((call.results for call in reversed(self._journal.calls) if call.results), [])

    @property
    def in_flight(self) -> int:
        """Requests that have come and are not answered yet."""
        return self._journal.in_flight

    @property
    def held(self) -> int:
        """Requests that stand at the gate (see `hold`)."""
        return self._gate.held

    @property
    def disconnects(self) -> int:
        """Requests whose client went away before the answer was complete."""
        return self._journal.disconnects

    def script(
        self, *replies: Reply, times: int = 1, model: str | None = None, path: str | None = None
    ) -> None:
        """Answer the next requests that fit with these replies: see `Control.script`."""
        self._control.script(*replies, times=times, model=model, path=path)

    def fail_next(
        self, status: int, body: Any = None, headers: Mapping[str, str] | None = None, times: int = 1
    ) -> None:
        """The next `times` API requests fail with `status` and, by default, its usual real body."""
        self.script(failure(status, body, headers), times=times)

    def on_call(self, hook: Hook) -> None:
        """Ask `hook` about every API request; what it returns, if not None, is the answer."""
        self._control.hooks.append(hook)

    def hold(self, stage: Stage = "arrived") -> None:
        """Keep answers back until `release`: before anything is sent, or after headers (and progress)."""
        self._gate.close(stage)

    def release(self, count: int | None = None) -> None:
        """Let `count` held answers go; None lets all go, and those to come."""
        self._gate.open(count)

    async def until(self, condition: Callable[[], bool], within: float = 60.0) -> None:
        """Wait until `condition` (over in_flight, held, disconnects, calls ...) holds.

        Raises:
            TimeoutError: it does not within so many seconds.
        """
        async with asyncio.timeout(within):
            await self._journal.until(condition)

    def reset(self) -> None:
        """Forget calls, scripted replies and hooks; open the gate."""
        self._journal.clear()
        self._control.clear()
        self._gate.open()
