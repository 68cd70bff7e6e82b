"""The connection to Telegram: python-telegram-bot's, with a raw getUpdates and without the token in repr."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram.error import InvalidToken
from telegram.ext import ExtBot

from bot.chat.request import Request
from bot.chat.traffic import Freight, Traffic
from bot.domain.errors import StartupFault
from bot.gateway.http import Transport

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Credentials:
    """Where the bot lives; the token is appended to both URLs."""

    token: str = field(repr=False)
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"


class TelegramBot(ExtBot[Freight]):
    """All methods of the Bot API."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"

    async def raw_updates(
        self, *, offset: int | None, kinds: Sequence[str], seconds: int
    ) -> list[dict[str, Any]]:
        """A long poll; updates as Telegram wrote them, so that one that nobody understands harms no other."""
        data = {"timeout": seconds, "allowed_updates": list(kinds)}
        if offset is not None:
            data["offset"] = offset
        updates = await self._post("getUpdates", data, read_timeout=seconds + 10.0)
        return [each for each in updates if isinstance(each, dict)]


def connect(credentials: Credentials, transport: Transport, traffic: Traffic | None = None) -> TelegramBot:
    """The bot on a transport, which it closes in the end; calls nobody yet.

    Raises:
        StartupFault: the token cannot be one.
    """
    if not _TOKEN.fullmatch(credentials.token):
        raise StartupFault("telegram.token does not look like a token of @BotFather (123456:ABC...).")
    # Without it python-telegram-bot warns at each 429; https://docs.python-telegram-bot.org/en/v22.2/changelog.html
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    try:
        return TelegramBot(
            credentials.token,
            base_url=credentials.base_url,
            base_file_url=credentials.base_file_url,
            request=Request(transport),
            get_updates_request=Request(transport),
            rate_limiter=traffic or Traffic(),
        )
    except InvalidToken:  # its words hold the token
        raise StartupFault("telegram.token is refused.") from None
