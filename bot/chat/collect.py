"""A person's picture, from Telegram into the spool."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.chat.refusals import Refusal, describe, refusal
from bot.domain.edit import Source
from bot.domain.errors import EditFailed, InputFault, PictureProblem

MOST_BYTES = 20_000_000
"""What a bot may download (SAFETY 1.1)."""

Fetch = Callable[[str, str], Awaitable[int]]
"""Downloads a URL into the spool under a key; returns the size. The URL holds the token."""

_PAUSES = (1.0, 3.0)


async def collect(bot: Bot, fetch: Fetch, source: Source, key: str) -> int:
    """Fetch the picture; returns its size in bytes. Links expire and files hide for a moment: three tries.

    Raises:
        InputFault: it is gone, or too large.
    """
    if source.size is not None and source.size > MOST_BYTES:
        raise InputFault(PictureProblem.TOO_LARGE)
    for pause in _PAUSES:
        try:
            return await _try(bot, fetch, source, key)
        except InputFault as error:
            if error.problem is not PictureProblem.GONE:
                raise
        await asyncio.sleep(pause)
    return await _try(bot, fetch, source, key)


async def _try(bot: Bot, fetch: Fetch, source: Source, key: str) -> int:
    try:
        file = await bot.get_file(source.file_id)
        return await fetch(file.file_path or "", key)
    except BadRequest as error:
        too_big = refusal(error) is Refusal.FILE_TOO_BIG
        fault = InputFault(PictureProblem.TOO_LARGE if too_big else PictureProblem.GONE, describe(error))
    except TelegramError as error:
        fault = InputFault(PictureProblem.GONE, describe(error))
    except InputFault as error:
        fault = InputFault(error.problem, error.detail)
    except EditFailed as error:
        fault = InputFault(PictureProblem.GONE, error.text_key)
    # Outside of `except`: what was caught may hold the URL, and with it the token.
    raise fault
