"""The folder with the bytes of pictures in and out, each kept for a limited time."""

import asyncio
import os
import shutil
import stat
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO, TypeVar

from bot.domain.shelf import File
from bot.storage.spooling import gathered, on_disk, sound
from bot.storage.thread import opened, to_the_end
from bot.storage.unfinished import SUFFIX, Unfinished

T = TypeVar("T")


class FolderSpool:
    """A spool in a folder, of this machine or shared by several; keys are `<edit>/<name>`."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def path(self, key: str) -> Path:
        """Where the bytes are."""
        return self._root / sound(key)

    def place(self, key: str) -> str:
        """See `Spool`."""
        return str(self.path(key))

    async def write(self, key: str, content: bytes | AsyncIterable[bytes], *, lasting: bool = True) -> int:
        """Store whole or not at all: written, fsynced if `lasting`, renamed; returns the size in bytes.

        Raises:
            SpoolFault: the disk is full, or refuses.
        """
        file = Unfinished(self.path(key))
        with on_disk():
            try:
                rest = await gathered(content, lambda pieces: to_the_end(file.add, pieces))
                return await to_the_end(file.finish, rest, lasting=lasting)
            finally:
                if file.begun:
                    await asyncio.shield(asyncio.to_thread(file.discard))

    async def read(self, key: str, chunk_size: int) -> AsyncGenerator[bytes, None]:
        """See `Spool`.

        Raises:
            SpoolFault: they are not, or no longer, there.
        """
        reading = _Reading(self.path(key), chunk_size)
        try:
            while chunk := await to_the_end(reading.next):
                yield chunk
                if len(chunk) < chunk_size:
                    break
        finally:
            reading.close()

    async def examined(self, key: str, work: Callable[[IO[bytes]], T]) -> T:
        """See `Spool`.

        Raises:
            SpoolFault: it is not, or no longer, there.
        """
        return await to_the_end(_examined, self.path(key), work)

    @asynccontextmanager
    async def opened(self, key: str) -> AsyncIterator[IO[bytes]]:
        """See `Spool`.

        Raises:
            SpoolFault: it is not, or no longer, there.
        """
        async with opened(partial(_open, self.path(key))) as file:
            yield file

    async def size(self, key: str) -> int | None:
        """See `Spool`.

        Raises:
            SpoolFault: the disk refused.
        """
        return await to_the_end(_size, self.path(key))

    async def copy(self, key: str, target: str) -> None:
        """See `Spool`; a hard link where that can be.

        Raises:
            SpoolFault: it is not there; the disk is full, or refused.
        """
        await to_the_end(_copy, self.path(key), self.path(target))

    async def files(self) -> Sequence[File]:
        """See `Spool`; what a crash left half written too.

        Raises:
            SpoolFault: the disk refused.
        """
        return await to_the_end(_files, self._root)

    async def remove(self, keys: Iterable[str]) -> None:
        """See `Spool`; folders that are left empty too.

        Raises:
            SpoolFault: the disk refused.
        """
        await to_the_end(_remove, [self.path(key) for key in keys])

    async def drop(self, *edits: str) -> None:
        """See `Spool`.

        Raises:
            SpoolFault: the disk refused.
        """
        await to_the_end(_drop, [self.path(edit) for edit in edits])


class _Reading:
    """A file that is read piece by piece, in threads: open from its first piece to its last."""

    def __init__(self, path: Path, size: int) -> None:
        self._path, self._size = path, size
        self._file: IO[bytes] | None = None

    def next(self) -> bytes:
        if self._file is None:
            self._file = _open(self._path)
        piece = _read(self._file, self._size)
        if len(piece) < self._size:
            self.close()
        return piece

    def close(self) -> None:
        if self._file is not None:
            self._file.close()


@on_disk()
def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


@on_disk()
def _read(file: IO[bytes], size: int) -> bytes:
    return file.read(size)


def _examined(path: Path, work: Callable[[IO[bytes]], T]) -> T:
    with _open(path) as file:
        return work(file)


@on_disk()
def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


@on_disk()
def _copy(source: Path, target: Path) -> None:
    part = target.with_name(target.name + SUFFIX)
    target.parent.mkdir(parents=True, exist_ok=True)
    part.unlink(missing_ok=True)
    try:
        try:
            os.link(source, part)
        except OSError:  # another disk, or one without links
            shutil.copyfile(source, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)  # POSIX renames nothing where both are one file already


@on_disk()
def _files(root: Path) -> list[File]:
    found = []
    for path in root.rglob("*"):
        with suppress(FileNotFoundError):  # somebody else was faster
            facts = path.lstat()
            if not stat.S_ISDIR(facts.st_mode):
                key = path.relative_to(root).as_posix()
                found.append(File(key, facts.st_size, round(facts.st_mtime * 1000)))
    return found


@on_disk()
def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
        with suppress(OSError):  # there is more in it
            path.parent.rmdir()


@on_disk()
def _drop(folders: Iterable[Path]) -> None:
    for folder in folders:
        with suppress(FileNotFoundError):
            for path in folder.iterdir():
                path.unlink(missing_ok=True)
            folder.rmdir()
