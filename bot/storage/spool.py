"""The folder with the bytes of pictures in and out, each kept for a limited time."""

import asyncio
import os
import stat
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, ParamSpec, TypeVar

from bot.domain.errors import SpoolFault
from bot.domain.shelf import File
from bot.storage.thread import to_the_end

P = ParamSpec("P")
T = TypeVar("T")

_UNFINISHED = ".part"


class FolderSpool:
    """A spool in a local folder; keys are `<edit>/<name>`."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def path(self, key: str) -> Path:
        """Where the bytes are. Keys are ours, never a stranger's: one that leaves the folder is a bug."""
        path = self._root / key
        if ".." in path.parts or Path(key).is_absolute():
            raise ValueError(f"{key!r} is no key")
        return path

    async def write(self, key: str, content: bytes | AsyncIterable[bytes]) -> int:
        """Store whole or not at all: written, fsynced, renamed; returns the size in bytes.

        Raises:
            SpoolFault: the disk is full, or refuses.
        """
        target = self.path(key)
        try:
            file = await asyncio.to_thread(_begin, target)
            try:
                await _fill(file, content)
                return await to_the_end(_finish, file, target)
            finally:
                await asyncio.shield(asyncio.to_thread(_discard, file))
        except OSError as error:
            raise SpoolFault(detail=f"spool: {error.strerror or error}") from error

    async def read(self, key: str, chunk_size: int) -> AsyncIterator[bytes]:
        """The bytes in pieces of `chunk_size`, the last one smaller.

        Raises:
            SpoolFault: they are not, or no longer, there.
        """
        try:
            with await asyncio.to_thread(self.path(key).open, "rb") as file:
                while chunk := await asyncio.to_thread(file.read, chunk_size):
                    yield chunk
        except OSError as error:
            raise SpoolFault(detail=f"spool: {error.strerror or error}") from error

    async def files(self) -> Sequence[File]:
        """All that is there now, what a crash left half written too.

        Raises:
            SpoolFault: the disk refused.
        """
        return await self._disk(_files, self._root)

    async def remove(self, keys: Iterable[str]) -> None:
        """Remove pictures, and the folders that are left empty.

        Raises:
            SpoolFault: the disk refused.
        """
        await self._disk(_remove, [self.path(key) for key in keys])

    async def drop(self, *edits: str) -> None:
        """Remove all pictures of these edits.

        Raises:
            SpoolFault: the disk refused.
        """
        await self._disk(_drop, [self.path(edit) for edit in edits])

    async def _disk(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return await to_the_end(work, *args, **kwargs)
        except OSError as error:
            raise SpoolFault(detail=f"spool: {error.strerror or error}") from error


def _begin(target: Path) -> IO[bytes]:
    target.parent.mkdir(parents=True, exist_ok=True)
    return NamedTemporaryFile(dir=target.parent, suffix=_UNFINISHED, delete=False)


async def _fill(file: IO[bytes], content: bytes | AsyncIterable[bytes]) -> None:
    if isinstance(content, bytes):
        await asyncio.to_thread(file.write, content)
        return
    async for chunk in content:
        await asyncio.to_thread(file.write, chunk)


def _finish(file: IO[bytes], target: Path) -> int:
    file.flush()
    os.fsync(file.fileno())
    size = file.tell()
    file.close()
    Path(file.name).replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # the rename itself must survive a power cut
    finally:
        os.close(folder)
    return size


def _discard(file: IO[bytes]) -> None:
    file.close()
    Path(file.name).unlink(missing_ok=True)


def _files(root: Path) -> list[File]:
    found = []
    for path in root.rglob("*"):
        with suppress(FileNotFoundError):  # somebody else was faster
            facts = path.lstat()
            if not stat.S_ISDIR(facts.st_mode):
                key = path.relative_to(root).as_posix()
                found.append(File(key, facts.st_size, round(facts.st_mtime * 1000)))
    return found


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
        with suppress(OSError):  # there is more in it
            path.parent.rmdir()


def _drop(folders: Iterable[Path]) -> None:
    for folder in folders:
        with suppress(FileNotFoundError):
            for path in folder.iterdir():
                path.unlink(missing_ok=True)
            folder.rmdir()
