"""Lives of the bot, one after the other, each a process of its own."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
KILLED = -signal.SIGKILL


@dataclass(slots=True)
class Life:
    """A bot that runs."""

    pid: int
    _end: asyncio.Task[int]

    @property
    def over(self) -> bool:
        return self._end.done()

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def stop(self) -> None:
        self._send(signal.SIGTERM)

    async def end(self, within: float = 60) -> int:
        """Its exit status; minus the signal that ended it."""
        async with asyncio.timeout(within):
            return await asyncio.shield(self._end)

    def _send(self, what: signal.Signals) -> None:
        if not self.over:
            os.kill(self.pid, what)


@dataclass(slots=True)
class Launcher:
    """Starts one bot at a time."""

    process: asyncio.subprocess.Process

    @asynccontextmanager
    async def life(
        self, environ: Mapping[str, str], log: Path, point: str | None = None
    ) -> AsyncIterator[Life]:
        """A bot, killed in the end if it still lives. `point`: where it is to die (points.py)."""
        order = {"environ": dict(environ), "log": str(log), "point": point}
        assert self.process.stdin
        self.process.stdin.write(json.dumps(order).encode() + b"\n")
        pid = await self._number()
        async with asyncio.TaskGroup() as group:
            life = Life(pid, group.create_task(self._number()))
            try:
                yield life
            finally:
                life.kill()

    async def _number(self) -> int:
        assert self.process.stdout
        return int(await self.process.stdout.readline())


@asynccontextmanager
async def launcher() -> AsyncIterator[Launcher]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.crash.launcher",
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield Launcher(process)
    finally:
        process.kill()
        await process.wait()
