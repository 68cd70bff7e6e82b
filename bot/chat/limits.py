"""Telegram's flood limits: how long a call has to wait so that Telegram does not refuse it. Pure.

Times are seconds of a clock that never goes back. The numbers: https://core.telegram.org/bots/faq
#my-bot-is-hitting-limits-how-do-i-avoid-this, counted in sliding windows, since a bucket that refills lets
more through in its first minute than Telegram does (SAFETY 2).
"""

import math
from collections import deque
from dataclasses import dataclass, field
from enum import IntEnum

NEVER = -math.inf


class Urgency(IntEnum):
    """What goes first; progress is also what may be dropped, and news to everybody take what is left."""

    RESULT = 0
    ERROR = 1
    KEYBOARD = 2
    PROGRESS = 3
    NEWS = 4


@dataclass(frozen=True, slots=True)
class Rule:
    """At most `count` messages in `seconds`; of these, progress may use `progress`, `gap` seconds apart.

    News go only while fewer than `news` of any kind went in that time; None: as progress.
    """

    count: int
    seconds: float
    progress: int
    gap: float = 0.0
    news: int | None = None

    def allowed(self, urgency: Urgency) -> int:
        """How many may have gone in all when one of that urgency goes."""
        if urgency is Urgency.NEWS and self.news is not None:
            return self.news
        return self.count if urgency < Urgency.PROGRESS else self.progress


MOST_A_SECOND = 28
"""Two below what Telegram takes from a bot that pays for no more."""


def overall(per_second: int) -> Rule:
    """For the whole bot: half of it for progress, nearly two thirds for news."""
    return Rule(
        count=per_second, seconds=1.0, progress=max(1, per_second // 2), news=max(1, per_second * 9 // 14)
    )


OVERALL = overall(MOST_A_SECOND)
PRIVATE = Rule(count=3, seconds=3.0, progress=2, gap=1.0)
GROUP = Rule(count=20, seconds=60.0, progress=10, gap=3.0)

_MANY_CHATS = 5_000
"""From here on, chats that were quiet for a while are forgotten."""


@dataclass(slots=True)
class Window:
    """What was sent lately under one rule.

    A message counts from the moment it starts, and expires `seconds` after its answer came: Telegram counted
    it somewhere in between. Progress waits for the answer to the progress before it, so that none overtakes.
    """

    rule: Rule
    _landed: deque[float] = field(default_factory=deque)
    _flying: int = 0
    _progress_flying: int = 0
    _progress_at: float = NEVER

    def wait(self, urgency: Urgency, messages: int, now: float) -> float:
        """Seconds until so many may go; infinite while that depends on answers that are still to come."""
        self._forget(now)
        progress = urgency is Urgency.PROGRESS
        if progress and self._progress_flying:
            return math.inf
        allowed = self.rule.allowed(urgency)
        gap = max(0.0, self._progress_at + self.rule.gap - now) if progress else 0.0
        over = len(self._landed) + self._flying + min(messages, allowed) - allowed
        if over <= 0:
            return gap
        if over > len(self._landed):
            return math.inf
        return max(gap, self._landed[over - 1] + self.rule.seconds - now)

    def start(self, urgency: Urgency, messages: int, now: float) -> None:
        """So many are on their way."""
        self._flying += messages
        if urgency is Urgency.PROGRESS:
            self._progress_at = now
            self._progress_flying += 1

    def land(self, urgency: Urgency, messages: int, now: float) -> None:
        """So many were answered, well or not."""
        self._flying -= messages
        if urgency is Urgency.PROGRESS:
            self._progress_flying -= 1
        self._landed.extend([now] * messages)

    def quiet(self, now: float) -> bool:
        """Nothing counts any more."""
        self._forget(now)
        return not self._landed and not self._flying and self._progress_at + self.rule.gap <= now

    def _forget(self, now: float) -> None:
        while self._landed and self._landed[0] <= now - self.rule.seconds:
            self._landed.popleft()


class Limits:
    """All rules together. `chat` None means a call that counts for the whole bot only."""

    def __init__(self, *, overall: Rule = OVERALL, private: Rule = PRIVATE, group: Rule = GROUP) -> None:
        self._overall, self._private, self._group = Window(overall), private, group
        self._chats: dict[int, Window] = {}
        self._paused: dict[int, float] = {}

    def wait(self, chat: int | None, urgency: Urgency, messages: int, now: float) -> float:
        """Seconds until the call may go."""
        wait = self._overall.wait(urgency, 1, now)
        if chat is None:
            return wait
        paused = max(0.0, self._paused.get(chat, NEVER) - now)
        return max(wait, paused, self._window(chat).wait(urgency, messages, now))

    def start(self, chat: int | None, urgency: Urgency, messages: int, now: float) -> None:
        """The call goes now."""
        # For the whole bot only the rate of starts counts: slow uploads must not hold everybody up.
        self._overall.start(urgency, messages, now)
        self._overall.land(urgency, messages, now)
        if chat is not None:
            self._window(chat).start(urgency, messages, now)

    def land(self, chat: int | None, urgency: Urgency, messages: int, now: float) -> None:
        """The call was answered, well or not."""
        if chat is not None:
            self._window(chat).land(urgency, messages, now)
            self._forget_quiet(now)

    def pause(self, chat: int, until: float) -> None:
        """Telegram said when that chat may hear of us again."""
        self._paused[chat] = max(until, self._paused.get(chat, NEVER))

    def _window(self, chat: int) -> Window:
        if chat not in self._chats:
            # Groups and channels have negative ids.
            self._chats[chat] = Window(self._group if chat < 0 else self._private)
        return self._chats[chat]

    def _forget_quiet(self, now: float) -> None:
        if len(self._chats) <= _MANY_CHATS:
            return
        self._chats = {chat: window for chat, window in self._chats.items() if not window.quiet(now)}
        self._paused = {chat: until for chat, until in self._paused.items() if until > now}
