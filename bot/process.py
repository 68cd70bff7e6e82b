"""The process: what it has once, however many bots live in it, and how long they live."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

from bot import public, watching
from bot.config import Settings
from bot.systemd import Systemd
from bot.web.pulse import Vital


@dataclass(frozen=True, slots=True)
class Process:
    """The address of the HTTP face, None where it is off, and who hears of troubles."""

    listener: socket.socket | None
    watch: watching.Watch


@asynccontextmanager
async def opened(settings: Settings, *others: Settings) -> AsyncIterator[Process]:
    """The process of one bot, or of several, who agree on what it has once.

    Raises:
        StartupFault: the address cannot be had, an extra is not installed, or a setting is wrong.
    """
    async with AsyncExitStack() as stack:
        if listener := public.listener(settings):
            stack.callback(listener.close)
        yield Process(listener, await stack.enter_async_context(watching.begun(settings, *others)))


class Living(Protocol):
    """One bot, or several."""

    @property
    def pulse(self) -> Vital:
        """How it is."""
        ...

    async def live(self) -> None:
        """Serve people until cancelled."""
        ...

    async def stop(self) -> None:
        """Take no more, and finish what can be finished in time."""
        ...


async def live_until_told(building: AbstractAsyncContextManager[Living], systemd: Systemd) -> None:
    """Build it, let it live, and stop it when the process is told to.

    Raises:
        StartupFault: something keeps it from starting, in one plain sentence.
    """
    told = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, told.set)
    async with building as app, asyncio.TaskGroup() as tasks:
        life = [tasks.create_task(app.live()), tasks.create_task(told.wait())]
        telling = tasks.create_task(systemd.run(ready=app.pulse.ready, alive=app.pulse.verdict))
        await asyncio.wait(life, return_when=asyncio.FIRST_COMPLETED)
        if told.is_set():
            systemd.tell("STOPPING=1")
            await app.stop()
        for task in (*life, telling):
            task.cancel()
