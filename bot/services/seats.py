"""Seats where there is only one process. What several share is `storage/postgres/seats.py`."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Seats:
    """So many at once at each thing; forgets what nobody is at."""

    def __init__(self) -> None:
        self._at: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    @asynccontextmanager
    async def taken(self, what: str, of: int = 1) -> AsyncIterator[None]:
        """One of so many seats at that, from when one is free; waits as long as that takes."""
        semaphore = self._at.setdefault(what, asyncio.Semaphore(of))
        async with semaphore:
            yield
