"""The pictures of an answer: fetched, stored, looked at to be sure of them, and each only once."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from bot.domain.errors import DarkroomError, ResultFault
from bot.domain.picture import Stored
from bot.domain.ports import Outcome
from bot.domain.spool import Spool
from bot.gateway.call import Answer, Found, Link
from bot.gateway.download import Downloader
from bot.imaging.inspect import PictureError, inspect

_INSPECTIONS = 2


@dataclass(frozen=True, slots=True)
class Saved:
    """Keys of pictures in the spool, or why one is not there, and the model's words."""

    keys: tuple[str | DarkroomError, ...]
    text: str | None


class Results:
    """Brings the pictures of answers into the spool, then looks at them.

    In two steps, because only the first needs the answer's bytes in memory.
    """

    def __init__(self, spool: Spool, downloader: Downloader) -> None:
        self._spool = spool
        self._downloader = downloader
        self._inspections = asyncio.Semaphore(_INSPECTIONS)

    async def save(self, edit: str, answer: Answer) -> Saved:
        """All pictures of an answer in the spool; never raises for one that cannot be had."""
        async with asyncio.TaskGroup() as group:
            tasks = [
                group.create_task(self._key_of(found, f"{edit}/out-{number}"))
                for number, found in enumerate(answer.pictures, 1)
            ]
        return Saved(tuple(task.result() for task in tasks), answer.text)

    async def check(self, saved: Saved) -> Outcome:
        """The pictures that can be used, in order.

        One that came twice, by two links or by link and in bytes, is one (wire R-SAME-TWICE).

        Raises:
            DarkroomError: there is none; why the first cannot be used.
        """
        results = [await self._checked(key) if isinstance(key, str) else key for key in saved.keys]
        pictures = [result for result in results if not isinstance(result, DarkroomError)]
        if not pictures:
            raise next(result for result in results if isinstance(result, DarkroomError))
        return Outcome(tuple(await self._distinct(pictures)), saved.text)

    async def _key_of(self, found: Found, stem: str) -> str | DarkroomError:
        try:
            if isinstance(found, Link):
                return await self._downloader.fetch(found.url, stem)
            key = f"{stem}.{found.kind}"
            await self._spool.write(key, found.data)
        except DarkroomError as error:
            return error
        return key

    async def _checked(self, key: str) -> Stored | DarkroomError:
        try:
            async with self._inspections:
                picture = await self._spool.examined(key, inspect)
        except PictureError as error:
            return ResultFault(error.problem, error.detail)
        return Stored(key, picture)

    async def _distinct(self, pictures: Sequence[Stored]) -> Sequence[Stored]:
        """The first one of each content."""
        found: dict[bytes, Stored] = {}
        for picture in pictures if len(pictures) > 1 else ():
            found.setdefault(await self._spool.examined(picture.key, _digest), picture)
        return tuple(found.values()) or pictures


def _digest(file: IO[bytes]) -> bytes:
    return hashlib.file_digest(file, "sha256").digest()  # type: ignore[arg-type]
