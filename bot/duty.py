"""What the bot does all its life."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol


class Duty(Protocol):
    """Something that runs until it is cancelled."""

    @property
    def run(self) -> Callable[[], Awaitable[None]]:
        """Does it."""
        ...


async def for_ever(duty: Duty) -> None:
    """A duty that ends by itself ends the bot, where a TaskGroup would go on without it and tell nobody.

    Raises:
        RuntimeError: it did, or a cancellation that nobody asked for came from within.
    """
    try:
        await duty.run()
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task and task.cancelling():
            raise
    raise RuntimeError(f"{type(duty).__name__} ended by itself")


@dataclass(frozen=True, slots=True)
class Does:
    """A duty that is one function."""

    run: Callable[[], Awaitable[None]]


async def together(*duties: Duty) -> None:
    """All of them, until cancelled."""
    async with asyncio.TaskGroup() as tasks:
        for duty in duties:
            tasks.create_task(for_ever(duty))
