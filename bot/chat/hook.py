"""Takes what Telegram posts to us, and sees to it that Telegram knows where."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.chat.arrivals import KINDS, Arrivals
from bot.chat.connection import TelegramBot
from bot.chat.intake import REFUSED_TOKEN, Backoff
from bot.chat.refusals import describe, quoted
from bot.domain.errors import DarkroomError, StartupFault
from bot.domain.ports import Clock

T = TypeVar("T")
log = structlog.get_logger()

LOOK_SECONDS = 60.0
"""Between two looks at what Telegram knows; each is also the sign that Telegram can be reached."""
_CONNECTIONS = 40
_PATIENCE = 120.0


@dataclass(slots=True)
class Hook:
    """The webhook at Telegram, in the place of the polling loop.

    `last_poll`: when Telegram last answered (epoch ms), for health checks.
    """

    bot: TelegramBot
    arrivals: Arrivals
    clock: Clock
    url: str
    secret: str = field(repr=False)
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    last_poll: int | None = None
    _closed: bool = False
    _trouble: datetime | None = None
    _backoff: Backoff = field(default_factory=Backoff)

    async def take(self, update: Mapping[str, Any]) -> bool:
        """Write an update down that was posted; False: not now, Telegram must post it again."""
        if self._closed:
            return False
        try:
            await self.arrivals.keep([update])
        except DarkroomError as error:
            log.error("update not written down", why=str(error))
            return False
        return True

    async def run(self) -> None:
        """Set the webhook, and keep it set until cancelled; from then on nothing is taken.

        Raises:
            StartupFault: the token is refused.
        """
        try:
            while True:
                await self._insist(self._set)
                holds = True
                while holds:
                    await self.sleep(LOOK_SECONDS)
                    holds = await self._insist(self._holds)
        finally:
            self._closed = True

    async def _set(self) -> None:
        await self.bot.set_webhook(
            self.url,
            secret_token=self.secret,
            allowed_updates=KINDS,
            max_connections=_CONNECTIONS,
            drop_pending_updates=False,
        )
        self._trouble = (await self.bot.get_webhook_info()).last_error_date
        log.info("webhook set")

    async def _holds(self) -> bool:
        """Whether Telegram still posts to us; tells of new trouble that it had with that."""
        info = await self.bot.get_webhook_info()
        if info.last_error_date and info.last_error_date != self._trouble:
            self._trouble, waiting = info.last_error_date, info.pending_update_count
            why = quoted(info.last_error_message or "")
            log.warning("telegram had trouble with the webhook", why=why, waiting=waiting)
        if info.url != self.url:
            log.warning("somebody else changed the webhook; it is set again")
        return info.url == self.url

    async def _insist(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Ask until Telegram answers."""
        while True:
            try:
                async with asyncio.timeout(_PATIENCE):
                    answer = await ask()
            except InvalidToken:
                raise StartupFault(REFUSED_TOKEN) from None
            except (TelegramError, TimeoutError) as error:
                pause = self._backoff.pause()
                why = describe(error) if isinstance(error, TelegramError) else "no answer"
                log.warning("webhook not confirmed", why=why, again_in=round(pause, 1))
                await self.sleep(pause)
            else:
                self._backoff.reset()
                self.last_poll = self.clock.now()
                return answer


async def reach(bot: TelegramBot, url: str) -> tuple[bool, str]:
    """Whether what Telegram posts arrives at `url`, as far as it tells, in a sentence for the operator."""
    try:
        info = await bot.get_webhook_info()
    except TelegramError as error:
        return False, describe(error)
    if info.url != url:
        return True, "not set yet; the bot sets it when it starts"
    if info.last_error_message and info.pending_update_count:
        why = quoted(info.last_error_message)
        return False, f"{info.pending_update_count} updates wait, and Telegram says: {why}"
    return True, "set, and Telegram has handed over all that came"
