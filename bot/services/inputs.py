"""A person's pictures, fetched and made fit to be sent on: upright, without metadata, not too large."""

import asyncio
from contextlib import suppress
from functools import partial

from bot.domain.edit import Edit, Source
from bot.domain.errors import InputFault, SpoolFault
from bot.domain.model import Model
from bot.domain.picture import Picture, Stored
from bot.domain.ports import Messenger
from bot.domain.spool import Spool
from bot.imaging.fit import fit
from bot.imaging.inspect import PictureError

_MAX_BYTES = 20_000_000
"""Of one picture in a request; gateways cap the whole body at 32 MB or so (PEERS 1, relays)."""


class Inputs:
    """Fetches and fits pictures; at most `at_once` are decoded at the same time."""

    def __init__(self, messenger: Messenger, spool: Spool, *, at_once: int = 2) -> None:
        self._messenger, self._spool = messenger, spool
        self._decoding = asyncio.Semaphore(at_once)

    async def prepare(self, edit: Edit, model: Model) -> tuple[Stored, ...]:
        """The edit's pictures in order, in the spool.

        Raises:
            InputFault: one of them is gone, or is no picture that can be used.
            SpoolFault: the spool has no room.
        """
        stored = []
        for position, source in enumerate(edit.sources, start=1):
            original, ready = f"{edit.id}/in-{position}", f"{edit.id}/fit-{position}"
            stored.append(Stored(ready, await self._prepared(source, original, ready, model.max_side)))
        return tuple(stored)

    async def _prepared(self, source: Source, original: str, ready: str, max_side: int) -> Picture:
        if source.key:
            # It may have been swept since, or be swept right now: Telegram has it too, if in less quality.
            with suppress(InputFault, SpoolFault):
                return await self._fitted(source.key, ready, max_side)
        await self._messenger.collect(source, original)
        return await self._fitted(original, ready, max_side)

    async def _fitted(self, original: str, ready: str, max_side: int) -> Picture:
        async with self._decoding:
            try:
                fitting = partial(fit, max_side=max_side, max_bytes=_MAX_BYTES)
                picture, data = await self._spool.examined(original, fitting)
            except PictureError as error:
                raise InputFault(problem=error.problem, detail=error.detail) from error
            if data is None:
                await self._spool.copy(original, ready)
            else:
                await self._spool.write(ready, data, lasting=False)
        return picture
