"""Work in a thread that is seen to its end: a thread cannot be cancelled, only waited for."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import partial
from typing import IO, Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def to_the_end(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run `work` in a thread; a caller that is cancelled goes only after the thread has ended.

    So whatever bounds or follows the work (a semaphore, a folder that is removed) still holds.
    """
    return await _seen(asyncio.get_running_loop().run_in_executor(None, partial(work, *args, **kwargs)))


async def through(work: Coroutine[Any, Any, T]) -> T:
    """The same for what runs on the loop, and must not be broken off."""
    return await _seen(asyncio.get_running_loop().create_task(work))


@asynccontextmanager
async def opened(work: Callable[[], IO[bytes]]) -> AsyncIterator[IO[bytes]]:
    """A file that is opened in a thread; it is closed also if whoever asked is cancelled meanwhile."""
    opening = asyncio.get_running_loop().run_in_executor(None, work)
    try:
        file = await asyncio.shield(opening)
    except asyncio.CancelledError:
        opening.add_done_callback(_close)
        raise
    with file:
        yield file


async def _seen(running: "asyncio.Future[T]") -> T:
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        running.cancelled() or running.exception()  # nobody is left to be told
        raise


def _close(opening: "asyncio.Future[IO[bytes]]") -> None:
    if opening.exception() is None:
        opening.result().close()
