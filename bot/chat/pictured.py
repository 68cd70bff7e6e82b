"""Answers that are a picture with the words below it; the words alone where there can be no picture."""

import asyncio
from collections.abc import Callable

from telegram import InputFile

from bot.chat.captions import caption
from bot.chat.context import Context
from bot.chat.quietly import Quietly


async def answer(context: Context, draw: Callable[[], bytes], words: str) -> None:
    """Draw in a thread, and send; who asked gets the words in any case."""
    with Quietly("draw", update=context.update):
        file = InputFile(await asyncio.to_thread(draw), filename="chart.png")
        await context.desk.post.photo(context.place, file, caption(words))
        return
    await context.reply(words)
