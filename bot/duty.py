"""What the bot does all its life."""

import asyncio
from typing import Protocol


class Duty(Protocol):
    """Something that runs until it is cancelled."""

    async def run(self) -> None:
        """Do it."""
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
