"""The spool in a bucket, which several machines share."""

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TypeVar

import obstore
from obstore.store import S3Store

from bot.domain.errors import SpoolFault
from bot.domain.shelf import File
from bot.storage.s3.service import within_limits
from bot.storage.spooling import gathered, on_disk, sound
from bot.storage.thread import opened, through, to_the_end

T = TypeVar("T")

_READ = 2**20
_PART = 5 * 2**20
"""The smallest that S3 takes as a part of a larger object."""
_PARTS_AT_ONCE = 2
_LIST_LIMIT_S = 300.0

_asking = partial(within_limits, SpoolFault)


class BucketSpool:
    """A spool in a bucket; keys are `<edit>/<name>` below `prefix`.

    What is read as a file is one in `folder` meanwhile, without a name, so that no crash leaves it there.
    A large upload that is broken off leaves parts that are no object, and never will be: a rule of the bucket
    for incomplete uploads removes them.
    """

    def __init__(self, store: S3Store, *, prefix: str, folder: Path) -> None:
        self._store, self._root, self._folder = store, f"{prefix}/", folder

    def place(self, key: str) -> str:
        """See `Spool`."""
        return f"s3://{self._store.config['bucket']}/{self._name(key)}"

    async def write(
        self,
        key: str,
        content: bytes | AsyncIterable[bytes],
        *,
        lasting: bool = True,  # noqa: ARG002  what is in a bucket lasts
    ) -> int:
        """See `Spool`. What has up to 5 MB goes at once, what has more in parts as it comes.

        Raises:
            SpoolFault: the bucket refused, or did not answer in time.
        """
        size, writer = (
            0,
            obstore.open_writer_async(
                self._store, self._name(key), buffer_size=_PART, max_concurrency=_PARTS_AT_ONCE
            ),
        )

        async def add(pieces: list[bytes]) -> None:
            nonlocal size
            data = b"".join(pieces)
            size += len(data)
            async with _asking():
                await writer.write(data)

        async def end() -> None:
            async with _asking():
                await writer.close()

        with on_disk():  # `content` may end like that
            await add(await gathered(content, add))
        await through(end())  # only now it is an object, and whoever is cancelled must know what is there
        return size

    async def read(self, key: str, chunk_size: int) -> AsyncGenerator[bytes, None]:
        """See `Spool`. No request lasts longer than a megabyte does, however slowly its bytes are used.

        Raises:
            SpoolFault: they are not, or no longer, there; the bucket refused, or did not answer in time.
        """
        whole_chunks = max(1, _READ // chunk_size) * chunk_size
        async with _asking():
            reader = await obstore.open_reader_async(self._store, self._name(key), buffer_size=whole_chunks)
        while True:
            async with _asking():
                chunk = bytes(await reader.read(chunk_size))
            if not chunk:
                return
            yield chunk

    @asynccontextmanager
    async def opened(self, key: str) -> AsyncIterator[IO[bytes]]:
        """See `Spool`.

        Raises:
            SpoolFault: as `read`; or the disk refused.
        """
        async with opened(self._scratch) as file:
            async for piece in self.read(key, _READ):
                with on_disk():
                    await to_the_end(file.write, piece)
            file.seek(0)
            yield file

    async def examined(self, key: str, work: Callable[[IO[bytes]], T]) -> T:
        """See `Spool`.

        Raises:
            SpoolFault: as `read`; or the disk refused.
        """
        async with self.opened(key) as file:
            return await to_the_end(work, file)

    async def size(self, key: str) -> int | None:
        """See `Spool`.

        Raises:
            SpoolFault: the bucket refused, or did not answer in time.
        """
        async with _asking():
            try:
                found = await obstore.head_async(self._store, self._name(key))
            except FileNotFoundError:
                return None
        return found["size"]

    async def copy(self, key: str, target: str) -> None:
        """See `Spool`.

        Raises:
            SpoolFault: it is not there; the bucket refused, or did not answer in time.
        """
        async with _asking():
            await obstore.copy_async(self._store, self._name(key), self._name(target))

    async def files(self) -> Sequence[File]:
        """See `Spool`.

        Raises:
            SpoolFault: the bucket refused, or did not answer in time.
        """
        found: list[File] = []
        async with _asking(limit=_LIST_LIMIT_S):
            async for page in obstore.list(self._store, prefix=self._root):
                for each in page:
                    changed = round(each["last_modified"].timestamp() * 1000)
                    found.append(File(each["path"].removeprefix(self._root), each["size"], changed))
        return found

    async def remove(self, keys: Iterable[str]) -> None:
        """See `Spool`.

        Raises:
            SpoolFault: the bucket refused, or did not answer in time.
        """
        if names := [self._name(key) for key in keys]:
            async with _asking(limit=_LIST_LIMIT_S):
                await obstore.delete_async(self._store, names)

    async def drop(self, *edits: str) -> None:
        """See `Spool`. All is looked through: that takes a request for a thousand pictures.

        Raises:
            SpoolFault: the bucket refused, or did not answer in time.
        """
        theirs = {*edits}
        await self.remove([file.key for file in await self.files() if file.edit in theirs])

    def _name(self, key: str) -> str:
        return self._root + sound(key)

    def _scratch(self) -> IO[bytes]:
        with on_disk():
            self._folder.mkdir(parents=True, exist_ok=True)
            return TemporaryFile(dir=self._folder)
