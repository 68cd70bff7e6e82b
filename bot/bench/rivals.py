"""The bot and the floor, each with an outside of its own, side by side."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.bench.lap import Lap
from bot.bench.outside import TOKEN, Outside
from bot.bench.subject import Subject, around, cores, running, spent

ADMIN = 9_999
AS_DEPLOYED = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "33554432",
    "MALLOC_TRIM_THRESHOLD_": "67108864",
}
"""What the image and the unit in deploy/ tell the C library; the bare script has its defaults."""

_PER_SECOND = 1_000_000
"""Telegram's limits out of the way by the bot's own setting: its limiter works on, and never has to wait."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """What people send, and what comes back."""

    photo: bytes
    picture: bytes


@dataclass(frozen=True, slots=True)
class Drive:
    """What a lap cost: seconds of CPU here and outside; the calls of Telegram and of the gateway."""

    lap: Lap
    cpu: float
    outside_cpu: float
    calls: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rival:
    """Somebody who does edits."""

    outside: Outside
    subject: Subject
    spool: Path

    async def drive(self, lap: Lap) -> Drive:
        """Do a lap; what it left on the disk is removed afterwards.

        Raises:
            TimeoutError, Wrong: see `Outside.run`.
        """
        before, outside, calls = self.subject.cpu, spent(os.getpid()), self.outside.calls.copy()
        await self.outside.run(lap)
        drive = Drive(
            lap, self.subject.cpu - before, spent(os.getpid()) - outside, self.outside.calls - calls
        )
        shutil.rmtree(self.spool, ignore_errors=True)
        return drive


@asynccontextmanager
async def the_bot(pictures: Pictures, data: Path | None = None, last: int = 0) -> AsyncIterator[Rival]:
    """`darkroom run`, with its data in a new folder or in `data`; it has polled. `last`: see `Outside`."""
    with tempfile.TemporaryDirectory(prefix="darkroom-bench-") as folder:
        outside = Outside(pictures.photo, pictures.picture, last)
        async with outside.open():
            kept = data or Path(folder) / "data"
            environ = around(_settings(outside, kept)) | AS_DEPLOYED
            started = running("-m", "bot", "run", environ=environ, folder=Path(folder), core=_core())
            async with started as subject:
                await outside.until_polled()
                yield Rival(outside, subject, kept / "spool")


@asynccontextmanager
async def the_floor(pictures: Pictures) -> AsyncIterator[Rival]:
    """The bare script; it has polled."""
    with tempfile.TemporaryDirectory(prefix="darkroom-bench-") as folder:
        outside = Outside(pictures.photo, pictures.picture)
        async with outside.open():
            script = ("-m", "bot.bench.floor", outside.url, TOKEN)
            started = running(*script, environ=around({}), folder=Path(folder), core=_core())
            async with started as subject:
                await outside.until_polled()
                yield Rival(outside, subject, Path(folder) / "none")


def _core() -> int | None:
    pair = cores()
    return pair and pair[1]


def _settings(outside: Outside, data: Path) -> dict[str, str]:
    return {
        "DARKROOM_TELEGRAM__TOKEN": TOKEN,
        "DARKROOM_TELEGRAM__BASE_URL": f"{outside.url}/bot",
        "DARKROOM_TELEGRAM__BASE_FILE_URL": f"{outside.url}/file/bot",
        "DARKROOM_TELEGRAM__PER_SECOND": str(_PER_SECOND),
        "DARKROOM_GATEWAY__BASE_URL": f"{outside.url}/v1",
        "DARKROOM_GATEWAY__API_KEY": "sk-bench",
        "DARKROOM_RESULTS__ALLOWED_HOSTS": "127.0.0.1",
        "DARKROOM_MODELS": "nano-banana",
        "DARKROOM_ADMINS": str(ADMIN),
        "DARKROOM_QUOTA__FREE": "1000000",
        "DARKROOM_LIMITS__TOTAL": "2000",
        "DARKROOM_LIMITS__PER_MINUTE": "0",
        "DARKROOM_DATA_DIR": str(data),
        "DARKROOM_WEB__LISTEN": "",
    }
