"""What a spool in a folder and one in a bucket share."""

from collections.abc import AsyncIterable, Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from bot.domain.errors import SpoolFault

_AT_ONCE = 2**20
"""Bytes for which a thread is asked: what comes from a network comes in far smaller pieces."""


def sound(key: str) -> str:
    """The key. They are ours, never a stranger's: one that leads elsewhere is a bug."""
    path = PurePosixPath(key)
    if ".." in path.parts or path.is_absolute():
        raise ValueError(f"{key!r} is no key")
    return key


async def gathered(
    content: bytes | AsyncIterable[bytes], take: Callable[[bytearray], Awaitable[object]]
) -> bytes | bytearray:
    """Give `take` a megabyte or so at once of what comes in pieces; the rest is returned."""
    if isinstance(content, bytes):
        return content
    rest = bytearray()
    async for piece in content:
        rest += piece
        if len(rest) >= _AT_ONCE:
            await take(rest)
            rest = bytearray()
    return rest


@contextmanager
def on_disk() -> Iterator[None]:
    """Raises SpoolFault where the disk refuses."""
    try:
        yield
    except OSError as error:
        raise SpoolFault(detail=f"spool: {error.strerror or error}") from error
