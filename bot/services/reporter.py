"""Carries the newest progress to the chat, without making the gateway's answer wait for it."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import structlog

from bot.domain.ports import Progress
from bot.imaging.blur import blurred, softness
from bot.imaging.inspect import PictureError

log = structlog.get_logger()

Show = Callable[[Progress], Coroutine[Any, Any, None]]


class Reporter:
    """Between whoever makes progress and whoever shows it; what is overtaken is not shown.

    A draft of the picture is only ever shown small and blurred, and only the newest one is kept.
    """

    def __init__(self, edit: str) -> None:
        self._edit = edit
        self._known = Progress()
        self._drafts = 0
        self._arrived = asyncio.Event()

    @property
    def known(self) -> Progress:
        """All that was told so far, without drafts that were shown."""
        return self._known

    def tell(self, progress: Progress) -> None:
        """There is news; returns at once."""
        self._known = self._known.then(progress)
        self._arrived.set()

    async def run(self, show: Show) -> None:
        """Show what comes, until cancelled: the next while the last may still wait for its turn."""
        async with asyncio.TaskGroup() as showing:
            while True:
                await self._arrived.wait()
                self._arrived.clear()
                showing.create_task(show(await self._presentable()))

    async def _presentable(self) -> Progress:
        news = self._known
        self._known = replace(news, preview=None)
        if news.preview is None:
            return news
        self._drafts += 1
        radius = softness(self._drafts, news.percent)
        try:
            # At once, before it waits for anything: of a draft of 2 MB, 10 kB are left.
            small = await asyncio.to_thread(blurred, news.preview, radius)
        except PictureError as error:
            log.info("draft not shown", edit=self._edit, why=str(error))
            small = None
        return replace(news, preview=small)
