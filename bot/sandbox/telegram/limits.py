"""Telegram's flood limits, as far as they are known: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits."""

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field


@dataclass(slots=True)
class FloodLimits:
    """Sliding windows: `private_burst` in as many seconds per private chat, 20/min per group, 30/s in all.

    `check` counts the call when it passes, and says how many seconds to wait when it does not. To a private
    chat an album is one call, however many pictures it has, or no album of 4 could ever pass; elsewhere each
    picture counts. So it is believed to be: nothing of this is published.
    """

    private_burst: int = 3
    per_group_minute: int = 20
    per_second: int = 30
    _sent: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _all: deque[float] = field(default_factory=deque)

    def check(self, chat_id: int, now: float, messages: int = 1) -> int | None:
        """Seconds to wait (at least 1), or None where the call may pass; groups have negative ids."""
        limit, window, counted = (
            (self.per_group_minute, 60.0, messages)
            if chat_id < 0
            else (self.private_burst, float(self.private_burst), 1)
        )
        waits = (
            _wait(self._sent[chat_id], limit - counted, window, now),
            _wait(self._all, self.per_second - messages, 1.0, now),
        )
        if any(waits):
            return max(1, math.ceil(max(waits)))
        self._sent[chat_id].extend([now] * counted)
        self._all.extend([now] * messages)
        return None


def _wait(times: deque[float], room: int, window: float, now: float) -> float:
    """Until no more than `room` are left in the window."""
    while times and times[0] <= now - window:
        times.popleft()
    over = len(times) - max(room, 0)
    return times[over - 1] + window - now if over > 0 else 0.0
