"""Handles one update: whatever comes of it, it is handled once it was, and none ends the bot."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

import structlog
from structlog.contextvars import bound_contextvars
from telegram import Update

from bot.chat.application import App
from bot.chat.arrivals import kind_of
from bot.chat.intake import DATABASE_PAUSE, Backoff
from bot.domain.errors import DarkroomError

log = structlog.get_logger()


class Letter(Protocol):
    """An update that waits to be handled."""

    @property
    def update(self) -> int:
        """Its id."""
        ...

    @property
    def body(self) -> Mapping[str, Any]:
        """What Telegram wrote."""
        ...


class Marks(Protocol):
    """The part of the inbox that notes what became of updates."""

    async def done(self, update: int) -> None:
        """It was handled."""
        ...

    async def park(self, update: int, why: str) -> None:
        """It cannot be handled."""
        ...


class Handler:
    """Takes letters to the handlers of python-telegram-bot, and marks them."""

    def __init__(
        self, application: App, inbox: Marks, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._application, self._inbox, self._sleep = application, inbox, sleep

    async def handle(self, letter: Letter) -> None:
        """Have it handled, and mark it, however long the database needs for that."""
        try:
            update = Update.de_json(dict(letter.body), self._application.bot)
        except Exception as error:  # noqa: BLE001  whatever a stranger's data makes of the parser
            why = f"{kind_of(letter.body)}: {type(error).__name__}"
            log.error("update parked", update=letter.update, why=why)
            await self._insist(lambda: self._inbox.park(letter.update, why))
            return
        with bound_contextvars(update=letter.update, private=_words(letter.body)):
            await self._application.process_update(update)
        await self._insist(lambda: self._inbox.done(letter.update))

    async def _insist(self, write: Callable[[], Awaitable[None]]) -> None:
        """Handled twice would be worse than waiting for the database."""
        backoff = Backoff(most=DATABASE_PAUSE)
        while True:
            try:
                await write()
            except DarkroomError as error:
                log.error("inbox refused", why=str(error))
                await self._sleep(backoff.pause())
            else:
                return


def _words(body: Mapping[str, Any]) -> str:
    """What somebody wrote, to keep out of the log."""
    message = body.get("message")
    return str(message.get("text") or message.get("caption") or "") if isinstance(message, dict) else ""
