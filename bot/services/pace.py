"""How fast people ask."""

from collections import deque

from bot.domain.errors import TooFast
from bot.domain.ports import Clock
from bot.domain.quota import Rate

_MOST = 10_000
_MINUTE = 60_000


class Pace:
    """Counts what people ask for within a minute, in memory: a restart forgets a minute."""

    def __init__(self, rate: Rate, clock: Clock) -> None:
        self._rate, self._clock = rate, clock
        self._asked: dict[int, deque[int]] = {}

    def count(self, person: int, edits: int = 1) -> None:
        """Somebody asks for so many edits; what is refused does not count.

        Raises:
            TooFast: more than fit into a minute.
        """
        if not self._rate.per_minute:
            return
        now = self._clock.now()
        asked = self._asked.setdefault(person, deque(maxlen=self._rate.per_minute))
        until = self._rate.allowed_at(asked, now, edits)
        if until > now:
            raise TooFast(limit=self._rate.per_minute, until=until)
        asked.extend([now] * edits)
        if len(self._asked) > _MOST:
            recent = {who: times for who, times in self._asked.items() if times[-1] > now - _MINUTE}
            self._asked = recent if len(recent) <= _MOST else {person: asked}
