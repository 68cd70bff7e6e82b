"""Looks whether Telegram can be reached, where nobody in this process asks it for updates."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.chat.connection import TelegramBot
from bot.chat.intake import REFUSED_TOKEN
from bot.chat.refusals import describe
from bot.domain.errors import StartupFault
from bot.domain.ports import Clock

log = structlog.get_logger()

_LOOK_SECONDS = 30.0


@dataclass(slots=True)
class Presence:
    """`last_poll`: when Telegram last answered (epoch ms), for health checks."""

    bot: TelegramBot
    clock: Clock
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    last_poll: int | None = None

    async def run(self) -> None:
        """Until cancelled.

        Raises:
            StartupFault: the token was revoked.
        """
        while True:
            try:
                await self.bot.get_me()
            except InvalidToken:
                raise StartupFault(REFUSED_TOKEN) from None
            except TelegramError as error:
                log.warning("telegram out of reach", why=describe(error))
            else:
                self.last_poll = self.clock.now()
            await self.sleep(_LOOK_SECONDS)
