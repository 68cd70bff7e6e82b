"""The few big transfers that are in memory at once, and whose turn it is."""

import asyncio
from typing import Self

_REST = 1.0


class Turn:
    """A place among the few big transfers in memory: taken when it is entered, given back at the end."""

    def __init__(self, places: asyncio.Semaphore) -> None:
        self._places = places
        self._held = False
        self._timer: asyncio.TimerHandle | None = None

    async def __aenter__(self) -> Self:
        await self.take()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.give()

    async def take(self) -> None:
        """Wait for a place, or keep the one held, for as long as bytes flow: a second without ends it."""
        await self.keep()
        self._timer = asyncio.get_running_loop().call_later(_REST, self.give)

    async def keep(self) -> None:
        """Wait for a place, or keep the one held, until `give`."""
        self._stop_timer()
        if not self._held:
            await self._places.acquire()
            self._held = True

    def give(self) -> None:
        """Let the next one in; nothing happens if no place is held."""
        self._stop_timer()
        if self._held:
            self._held = False
            self._places.release()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
