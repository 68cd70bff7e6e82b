"""What the chat remembers for a while, in memory only: a restart loses nothing that matters.

Pure: times in epoch milliseconds.
"""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")

_MOST = 10_000


class Memory(Generic[T]):
    """Values by key, forgotten after `keep` milliseconds, the oldest first when there are too many."""

    def __init__(self, keep: int, *, most: int = _MOST) -> None:
        self._keep, self._most = keep, most
        self._kept: OrderedDict[Hashable, tuple[int, T]] = OrderedDict()

    def put(self, key: Hashable, value: T, now: int) -> None:
        """Remember."""
        self._kept.pop(key, None)
        self._kept[key] = (now + self._keep, value)
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def get(self, key: Hashable, now: int) -> T | None:
        """What is remembered."""
        until, value = self._kept.get(key, (0, None))
        return value if until > now else None

    def take(self, key: Hashable, now: int) -> T | None:
        """What is remembered, and forget it."""
        found = self.get(key, now)
        self._kept.pop(key, None)
        return found
