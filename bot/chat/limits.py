"""Telegram's flood limits: how long a call has to wait so that Telegram does not refuse it. Pure.

Times are seconds of a clock that never goes back. The numbers: https://core.telegram.org/bots/faq
#my-bot-is-hitting-limits-how-do-i-avoid-this, counted in sliding windows, since a bucket that refills lets
more through in its first minute than Telegram does (SAFETY 2).
"""

import math
from collections import deque
from dataclasses import dataclass, field
from enum import IntEnum

from bot.domain.toll import WHOLE, Claim

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

    def claim(self, place: int, urgency: Urgency, messages: int, flight: float) -> Claim:
        """What a call asks of all processes together."""
        window = math.ceil(self.seconds * 1000) + 1  # the database's time is rounded
        return Claim(place, messages, self.allowed(urgency), window, round(flight * 1000))


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

_FLIGHT = 30.0
"""Seconds for which a call without an answer counts in its chat, where another process may have made it and
died. An upload that takes longer may end in a 429, which is waited out; nothing is lost.
"""
_FLIGHT_IN_ALL = 1.0
"""For the whole bot, so that slow uploads do not hold everybody up; the answer counts anew when it comes."""
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

    def undo(self, urgency: Urgency, messages: int) -> None:
        """So many were begun and never went."""
        self._flying -= messages
        self._progress_flying -= urgency is Urgency.PROGRESS

    def drop(self, messages: int) -> None:
        """Of those that landed last, so many never went."""
        for _ in range(min(messages, len(self._landed))):
            self._landed.pop()

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
        self._paused: dict[tuple[int | None, Urgency], float] = {}

    def wait(self, chat: int | None, urgency: Urgency, messages: int, now: float) -> float:
        """Seconds until the call may go."""
        wait = max(self._overall.wait(urgency, 1, now), self.paused(chat, urgency, now))
        return wait if chat is None else max(wait, self._window(chat).wait(urgency, messages, now))

    def paused(self, chat: int | None, urgency: Urgency, now: float) -> float:
        """Seconds until the pauses of the chat and of the whole bot end."""
        if not self._paused:
            return 0.0
        pauses = ((place, each) for place in (chat, None) for each in Urgency if each <= urgency)
        return max(0.0, max(self._paused.get(pause, NEVER) for pause in pauses) - now)

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

    def undo(self, chat: int | None, urgency: Urgency, messages: int) -> None:
        """The call was begun, and never went."""
        self._overall.drop(messages)
        if chat is not None:
            self._window(chat).undo(urgency, messages)

    def pause(self, chat: int | None, until: float, urgency: Urgency = Urgency.RESULT) -> None:
        """That chat, or the whole bot, may hear of us again then, as far as calls are no more urgent."""
        pause = chat, urgency
        self._paused[pause] = max(until, self._paused.get(pause, NEVER))

    def claims(self, chat: int | None, urgency: Urgency, messages: int) -> tuple[Claim, ...]:
        """What the call asks for where several processes share these limits."""
        whole = self._overall.rule.claim(WHOLE, urgency, messages, _FLIGHT_IN_ALL)
        if chat is None:
            return (whole,)
        return self._window(chat).rule.claim(chat, urgency, messages, _FLIGHT), whole

    def _window(self, chat: int) -> Window:
        if chat not in self._chats:
            # Groups and channels have negative ids.
            self._chats[chat] = Window(self._group if chat < 0 else self._private)
        return self._chats[chat]

    def _forget_quiet(self, now: float) -> None:
        if len(self._chats) <= _MANY_CHATS:
            return
        self._chats = {chat: window for chat, window in self._chats.items() if not window.quiet(now)}
        self._paused = {pause: until for pause, until in self._paused.items() if until > now}
