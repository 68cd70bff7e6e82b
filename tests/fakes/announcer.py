import asyncio
from collections import Counter
from collections.abc import Callable, Mapping

from bot.domain.broadcast import Broadcast, Fate


class FakeAnnouncer:
    """Keeps who got a copy how often, and what the admin was told."""

    def __init__(self, fates: Mapping[int, Fate] | None = None) -> None:
        self.fates = dict(fates or {})
        self.copies: Counter[int] = Counter()
        self.told: list[Broadcast] = []
        self.at: dict[int, Callable[[], None]] = {}
        """Called when so many have been asked for, before the outcome of the last one is known."""
        self._changed = asyncio.Condition()

    async def copy(self, broadcast: Broadcast, person: int) -> Fate:
        assert broadcast.message
        self.copies[person] += 1
        async with self._changed:
            self._changed.notify_all()
        if act := self.at.pop(self.copies.total(), None):
            act()
            await asyncio.sleep(0)
        return self.fates.get(person, Fate.SENT)

    async def tell(self, broadcast: Broadcast) -> None:
        self.told.append(broadcast)
        async with self._changed:
            self._changed.notify_all()

    async def until(self, happened: Callable[["FakeAnnouncer"], bool]) -> None:
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(lambda: happened(self))
