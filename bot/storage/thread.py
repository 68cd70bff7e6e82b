"""Work in a thread that is seen to its end: a thread cannot be cancelled, only waited for."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def to_the_end(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run `work` in a thread; a caller that is cancelled goes only after the thread has ended.

    So whatever bounds or follows the work (a semaphore, a folder that is removed) still holds.
    """
    running = asyncio.get_running_loop().run_in_executor(None, partial(work, *args, **kwargs))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        running.cancelled() or running.exception()  # nobody is left to be told
        raise
