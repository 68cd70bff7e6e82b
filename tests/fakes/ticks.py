import asyncio


class Ticks:
    """Seconds that pass when a test says so, for whoever sleeps by it."""

    def __init__(self) -> None:
        self._now = 1000.0
        self._passed = asyncio.Event()

    def now(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        until = self._now + seconds
        while self._now < until:
            await self._passed.wait()

    async def move(self, seconds: float) -> None:
        """So many pass, and whoever wakes up by that has begun."""
        self._now += seconds
        self._passed.set()
        self._passed.clear()
        for _ in range(5):
            await asyncio.sleep(0)
