"""For what must not end an edit or a start: a fault is written down, and that is all."""

from types import TracebackType

import structlog
from telegram.error import TelegramError

from bot.chat.refusals import Fate, describe, fate
from bot.domain.errors import DarkroomError

log = structlog.get_logger()


class Quietly:
    """`with Quietly("show", edit=...)`: the block ends at its first error, and the program goes on."""

    def __init__(self, what: str, **facts: object) -> None:
        self._what, self._facts = what, facts

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if isinstance(error, TelegramError):
            say = log.debug if fate(error) is Fate.REFUSED else log.warning
            say("telegram refused", what=self._what, why=describe(error), **self._facts)
        elif isinstance(error, DarkroomError):
            log.warning("not told", what=self._what, why=str(error), **self._facts)
        elif isinstance(error, Exception):
            log.error("not told", what=self._what, exc_info=error, **self._facts)
        return isinstance(error, Exception)
