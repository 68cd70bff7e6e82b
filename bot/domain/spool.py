"""Where the bytes of pictures are, as everybody but the storage sees it."""

from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import IO, Protocol, TypeVar

from bot.domain.shelf import File

T = TypeVar("T")


class Spool(Protocol):
    """The bytes of pictures in and out, each kept for a limited time. All of it raises SpoolFault."""

    async def write(self, key: str, content: bytes | AsyncIterable[bytes], *, lasting: bool = True) -> int:
        """Store whole or not at all; returns the size in bytes.

        `lasting`: it survives a power cut. What can be had again (inputs) needs not, and is stored faster.
        """
        ...

    def read(self, key: str, chunk_size: int) -> AsyncGenerator[bytes, None]:
        """The bytes in pieces of `chunk_size`, the last one smaller."""
        ...

    def opened(self, key: str) -> AbstractAsyncContextManager[IO[bytes]]:
        """The bytes as a file on this machine, to be read in a thread, from its beginning or anywhere."""
        ...

    async def examined(self, key: str, work: Callable[[IO[bytes]], T]) -> T:
        """What `work` makes of the file, in a thread; it is open no longer than that."""
        ...

    async def size(self, key: str) -> int | None:
        """How many bytes there are; None: they are not, or no longer, there."""
        ...

    async def copy(self, key: str, target: str) -> None:
        """Store the same bytes under another key too."""
        ...

    def place(self, key: str) -> str:
        """Where an operator finds the bytes."""
        ...

    async def files(self) -> Sequence[File]:
        """All that is there now."""
        ...

    async def remove(self, keys: Iterable[str]) -> None:
        """Remove files; those that are gone already too."""
        ...

    async def drop(self, *edits: str) -> None:
        """Remove all files of these edits."""
        ...
