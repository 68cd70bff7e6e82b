"""One edit that somebody waits for: what there is to say, and when. Times are seconds that never go back."""

import asyncio
from dataclasses import dataclass, field

from bot.chat.drafts import RENEW_SECONDS
from bot.chat.limits import NEVER
from bot.chat.progress import Said, pace, waiting, working
from bot.domain.edit import Edit
from bot.domain.ports import Progress

_LONG = 5.0
"""An edit that takes longer is worth a message in a group."""


@dataclass(slots=True)
class Wait:
    """`ahead` is its place in line, None where it stands in none; `began`: when a gateway was asked.

    `said` was shown last, at `at`. `spoken`: there is a status message or a draft, or one was tried in vain.
    `wordless`: no words are shown here. `changing`: it is being shown anew. `lock` is held while something is
    sent that its end has to wait for. `elsewhere`: until then, another process may be speaking of it.
    """

    edit: Edit
    since: float
    usual: float | None = None
    ahead: int | None = None
    began: float | None = None
    told: Progress = field(default_factory=Progress)
    said: Said = ()
    at: float = NEVER
    wordless: bool = False
    spoken: bool = False
    drafted: bool = False
    changing: bool = False
    over: bool = False
    elsewhere: float | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def in_group(self) -> bool:
        """Others read along."""
        return self.edit.place.chat < 0

    def words(self, now: float) -> Said:
        """What there is to say."""
        if self.began is None:
            return waiting(self.ahead, self.usual)
        return working(self.told, now - self.began, self.usual)

    def is_long(self, now: float) -> bool:
        """Whether it is worth a message in a group."""
        return self.ahead is not None or now - self.since >= _LONG

    def is_due(self, now: float, waits: int) -> bool:
        """Whether something is to be shown now; `waits`: how many there are in all."""
        if self.wordless or self.elsewhere is not None:
            return False
        if not self.spoken:
            return self.in_group and self.is_long(now)
        if self.drafted and self.at + RENEW_SECONDS <= now:
            return True
        if self.at + pace(waits, in_line=self.began is None) > now:
            return False
        return self.words(now) != self.said
