"""Where the pictures are fetched, read and edited: never on the event loop."""

import asyncio
from collections.abc import Sequence
from typing import Self

import aiohttp
import pybase64

from bot.sandbox import effects
from bot.sandbox.effects import Photo, Picture
from bot.sandbox.gateway import refusals
from bot.sandbox.gateway.wanted import Source, Wanted

_MAX_DOWNLOAD = 20 * 1024 * 1024
_TIMEOUT = aiohttp.ClientTimeout(total=20)


class Studio:
    """Works on at most `hands` pictures at a time. Use as an async context manager."""

    def __init__(self, hands: int = 2) -> None:
        self._hands = asyncio.Semaphore(hands)

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=_TIMEOUT)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def fetched(self, sources: Sequence[Source]) -> list[bytes]:
        """The bytes of the pictures of a request.

        Raises:
            Refused: a link that leads to no picture, or base64 that is none.
        """
        return [await self._bytes_of(source) for source in sources]

    async def read(self, data: bytes) -> Photo:
        """Decode a picture.

        Raises:
            Refused: it is none.
        """
        async with self._hands:
            try:
                return await asyncio.to_thread(effects.read, data)
            except effects.UnreadableError as error:
                raise refusals.broken_picture(str(error)) from error

    async def develop(self, wanted: Wanted, photos: Sequence[Photo], mask: Photo | None) -> list[Picture]:
        """The pictures that were asked for."""
        return [await self._develop_one(wanted, photos, mask, variant) for variant in range(wanted.n)]

    async def drafts(self, data: bytes, count: int) -> list[str]:
        """A finished picture as it may have looked on the way (base64); none of one that was spoiled."""
        try:
            async with self._hands:
                made = await asyncio.to_thread(effects.drafts, data, count)
        except effects.UnreadableError:
            return []
        return [pybase64.b64encode(each.data).decode("ascii") for each in made]

    async def _develop_one(
        self, wanted: Wanted, photos: Sequence[Photo], mask: Photo | None, variant: int
    ) -> Picture:
        async with self._hands:
            return await asyncio.to_thread(
                effects.edit,
                wanted.prompt,
                photos,
                mask=mask,
                size=wanted.size,
                kind=wanted.kind or "png",
                variant=variant,
            )

    async def _bytes_of(self, source: Source) -> bytes:
        if isinstance(source, bytes):
            return source
        if source.startswith("data:"):
            return await asyncio.to_thread(_decoded, source)
        return await self._downloaded(source)

    async def _downloaded(self, link: str) -> bytes:
        try:
            async with self._session.get(link) as response:
                if response.status != 200:  # noqa: PLR2004 - OK
                    reason = f"failed to download file, status code: {response.status}"
                    raise refusals.unreachable_picture(reason)
                data = await response.content.read(_MAX_DOWNLOAD + 1)
                while len(data) <= _MAX_DOWNLOAD and (more := await response.content.read(1 << 20)):
                    data += more
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise refusals.unreachable_picture(type(error).__name__) from error
        if len(data) > _MAX_DOWNLOAD:
            raise refusals.unreachable_picture("file size exceeds maximum allowed size: 20MB")
        return data


def _decoded(data_uri: str) -> bytes:
    encoded = data_uri.partition(",")[2]
    try:
        return pybase64.b64decode(encoded.encode(), validate=True)
    except ValueError as error:
        raise refusals.broken_picture(str(error)) from error
