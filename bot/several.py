"""Several bots in one process: each an app of its own, behind one address; they live and stop together."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from structlog.contextvars import bound_contextvars

from bot import app, public
from bot.app import App
from bot.config import Settings
from bot.domain.errors import StartupFault
from bot.domain.role import Role
from bot.process import Process, live_until_told, opened
from bot.systemd import Systemd
from bot.web import site
from bot.web.health import Verdict


@dataclass(frozen=True, slots=True)
class Pulses:
    """They are well where each of them is; what is not says whose it is."""

    apps: Mapping[str, App]

    def verdict(self) -> Verdict:
        """Whether all are alive."""
        return self._of({name: each.pulse.verdict() for name, each in self.apps.items()})

    def ready(self) -> Verdict:
        """Whether all serve people."""
        return self._of({name: each.pulse.ready() for name, each in self.apps.items()})

    @staticmethod
    def _of(verdicts: Mapping[str, Verdict]) -> Verdict:
        return Verdict(tuple(f"{name}: {why}" for name, each in verdicts.items() for why in each.reasons))


@dataclass(frozen=True, slots=True)
class Several:
    """Bots that are wired, by their names; they come to life with `live`."""

    process: Process
    apps: Mapping[str, App]

    @property
    def pulse(self) -> Pulses:
        """Their sign of life."""
        return Pulses(self.apps)

    async def live(self) -> None:
        """Serve people until cancelled.

        Raises:
            StartupFault: Telegram refuses a token, or another process polls with it.
        """
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._serve())
            for name, each in self.apps.items():
                with bound_contextvars(whose=name):
                    tasks.create_task(_life(name, each))

    async def stop(self) -> None:
        """Take no more, and let calls finish within each one's `stop_grace`."""
        async with asyncio.TaskGroup() as stopping:
            for name, each in self.apps.items():
                with bound_contextvars(whose=name):
                    stopping.create_task(each.stop())

    async def _serve(self) -> None:
        if not self.process.listener:
            return
        apps = self.apps.values()
        whole = site.together(
            {each.settings.prefix: each.face.whole(each.gauges) for each in apps},
            hooks=[hook for each in apps if (hook := public.hook(each.hears))],
            health=self.pulse.verdict,
            ready=self.pulse.ready,
        )
        await site.Server(whole).serve(self.process.listener)


@asynccontextmanager
async def build(bots: Mapping[str, Settings], role: Role = Role.ALL) -> AsyncIterator[Several]:
    """Open and wire them all; close them in reverse.

    Raises:
        StartupFault: something keeps one of them from starting, and which one.
    """
    async with AsyncExitStack() as stack:
        process = await stack.enter_async_context(opened(*bots.values()))
        apps = {}
        for name, settings in bots.items():
            with bound_contextvars(whose=name):
                try:
                    apps[name] = await stack.enter_async_context(app.build(settings, role, process=process))
                except StartupFault as fault:
                    raise _named(name, fault) from fault
        yield Several(process, apps)


async def run(bots: Mapping[str, Settings], systemd: Systemd, role: Role) -> None:
    """Run them until SIGTERM or SIGINT; `systemd` hears how they are.

    Raises:
        StartupFault: something keeps one of them from starting, in one plain sentence.
    """
    await live_until_told(build(bots, role), systemd)


async def _life(name: str, each: App) -> None:
    try:
        await each.live()
    except* StartupFault as found:
        error: BaseException = found
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        raise _named(name, error) from error


def _named(name: str, fault: BaseException) -> StartupFault:
    exit_code = fault.exit_code if isinstance(fault, StartupFault) else 1
    sentence = f"{name}: {fault}"
    return StartupFault(sentence, exit_code=exit_code)
