"""What a spool in a folder and one in a bucket share."""

from collections.abc import AsyncIterable, Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from bot.domain.errors import SpoolFault

_AT_ONCE = 2**21
"""Bytes for which a thread is asked: what comes from a network comes in far smaller pieces."""


def sound(key: str) -> str:
    """The key. They are ours, never a stranger's: one that leads elsewhere is a bug."""
    path = PurePosixPath(key)
    if ".." in path.parts or path.is_absolute():
        raise ValueError(f"{key!r} is no key")
    return key


async def gathered(
    content: bytes | AsyncIterable[bytes], take: Callable[[list[bytes]], Awaitable[object]]
) -> list[bytes]:
    """Give `take` two megabytes or so at once of what comes in pieces; those that are left are returned.

    They are not joined: that costs more than to write them one by one.
    """
    if isinstance(content, bytes):
        return [content]
    pieces, size = [], 0
    async for piece in content:
        pieces.append(piece)
        size += len(piece)
        if size >= _AT_ONCE:
            await take(pieces)
            pieces, size = [], 0
    return pieces


@contextmanager
def on_disk() -> Iterator[None]:
    """Raises SpoolFault where the disk refuses."""
    try:
        yield
    except OSError as error:
        raise SpoolFault(detail=f"spool: {error.strerror or error}") from error
