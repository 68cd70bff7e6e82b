"""The real bot as a process of its own, so that the demo shows what an operator runs."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

RUN = (sys.executable, "-m", "bot", "run")
GRACE = 10.0
"""Seconds between SIGTERM and SIGKILL; the demo tells the bot to need less."""
_ROOT = Path(__file__).parents[2]
_TAIL = 16_384


@dataclass(frozen=True, slots=True)
class Ended:
    """The bot ended by itself; its last words are a sentence."""

    last_words: str


class BotProcess:
    """`darkroom run` in `folder`, with these settings and none of the caller's own.

    Its output goes to `log`, a file in that folder; a process that nobody reads can never stand still.
    """

    def __init__(self, settings: Mapping[str, str], folder: Path, command: Sequence[str] = RUN) -> None:
        self.log = folder / "bot.log"
        self._folder = folder
        self._command = command
        self._environment = environment(settings, os.environ)
        self._process: asyncio.subprocess.Process | None = None
        self._again = False

    async def beside(self, work: Coroutine[Any, Any, T]) -> T | Ended:
        """Runs the bot, and anew after each `restart`, until `work` is done, then stops it.

        Returns what `work` did, or `Ended` where the bot did not last so long.
        """
        async with asyncio.TaskGroup() as group:
            life, wanted = group.create_task(self._live()), group.create_task(work)
            await asyncio.wait((life, wanted), return_when=asyncio.FIRST_COMPLETED)
            life.cancel()
            wanted.cancel()
        return Ended(life.result()) if wanted.cancelled() else wanted.result()

    async def _live(self) -> str:
        while True:
            async with self._running() as process:
                code = await process.wait()
            if not self._again:
                return await asyncio.to_thread(last_words, self.log, code)
            self._again = False

    def restart(self, *, crash: bool = False) -> None:
        """Stop it, or kill it as a power cut would; it starts again at once."""
        if self._process is None:
            return
        self._again = True
        if crash:
            self._process.kill()
        else:
            self._process.terminate()

    @asynccontextmanager
    async def _running(self) -> AsyncIterator[asyncio.subprocess.Process]:
        with self.log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *self._command,
                cwd=self._folder,  # where no darkroom.toml of the caller's is found
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl+C reaches the demo alone, which then stops the bot first
            )
        self._process = process
        try:
            yield process
        finally:
            self._process = None
            await _stopped(process)


async def _stopped(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(GRACE):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


def environment(settings: Mapping[str, str], caller: Mapping[str, str]) -> dict[str, str]:
    """The caller's environment without settings of a bot of their own, and never through a proxy."""
    kept = {name: value for name, value in caller.items() if not name.upper().startswith("DARKROOM_")}
    path = os.pathsep.join(filter(None, (str(_ROOT), kept.get("PYTHONPATH", ""))))
    here = {"PYTHONPATH": path, "PYTHONUNBUFFERED": "1", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    return {**kept, **here, **settings}


def last_words(log: Path, code: int) -> str:
    """The sentence that a process left on its way out."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - _TAIL))
        lines = file.read().decode(errors="replace").split("\n")
    said = next((line.strip(" |") for line in reversed(lines) if re.search(r"\w", line)), "")
    how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
    return f"The bot {how}: {said}" if said else f"The bot {how}, without a word."
