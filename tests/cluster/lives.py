"""Processes of the bot, each with a role, that are killed, frozen, thawed and started again."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from bot.bench.subject import spent
from bot.sandbox.process import environment

_STOP_SECONDS = 60


@dataclass(eq=False)
class Life:
    """A process from its start to its end; `key` is what it shows at the gateway, and nobody else does."""

    process: asyncio.subprocess.Process
    key: str
    began: float
    ended: float | None = None
    frozen: bool = False
    _cpu: float = 0.0

    @property
    def cpu(self) -> float:
        """Seconds of CPU time; of one that ended, as far as it was looked at."""
        with suppress(FileNotFoundError, ProcessLookupError):
            self._cpu = spent(self.process.pid)
        return self._cpu

    def send(self, what: signal.Signals) -> None:
        """A signal, whose moment is kept where it is the end."""
        _ = self.cpu
        with suppress(ProcessLookupError):
            self.process.send_signal(what)
        if what is signal.SIGKILL:
            self.ended = monotonic()


@dataclass(eq=False)
class Post:
    """A place in the deployment: its role, its settings, and whoever is there one after the other."""

    name: str
    role: str
    environ: Mapping[str, str]
    folder: Path
    lives: list[Life] = field(default_factory=list)

    @property
    def life(self) -> Life:
        return self.lives[-1]

    @property
    def lives_now(self) -> bool:
        return bool(self.lives) and self.life.process.returncode is None

    @property
    def cpu(self) -> float:
        return sum(life.cpu for life in self.lives)

    async def start(self) -> Life:
        """Somebody new."""
        key = f"key-of-{self.name}-{len(self.lives) + 1}"
        own = {**self.environ, "DARKROOM_GATEWAY__API_KEY": key}
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run", "--role", self.role),
                cwd=self.folder,
                env=environment(own, os.environ),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.lives.append(Life(process, key, monotonic()))
        return self.life

    async def kill(self) -> Life:
        """As by `kill -9`."""
        self.life.send(signal.SIGKILL)
        await self.life.process.wait()
        return self.life

    def freeze(self) -> Life:
        self.life.frozen = True
        self.life.send(signal.SIGSTOP)
        return self.life

    def thaw(self) -> None:
        self.life.send(signal.SIGCONT)
        self.life.frozen = False

    async def stop(self) -> int:
        """As by `systemctl stop`; its exit status."""
        if self.life.frozen:
            self.thaw()
        self.life.send(signal.SIGTERM)
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                return await self.life.process.wait()
        except TimeoutError:
            await self.kill()
            return -signal.SIGKILL

    def log(self) -> str:
        """All that was ever said there."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")
