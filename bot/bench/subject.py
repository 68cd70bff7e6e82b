"""A process that is measured, on a core of its own where the machine has two. Linux only."""

import os
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.sandbox.process import environment

_TICKS = os.sysconf("SC_CLK_TCK")
_KIB = 1024
_TAIL = 2_000


def cores() -> tuple[int, int] | None:
    """One for the outside, another for what is measured; None where there is but one."""
    found = sorted(os.sched_getaffinity(0))
    return (found[0], found[-1]) if len(found) > 1 else None


def available() -> float:
    """Megabytes of memory that nobody uses."""
    return _megabytes(Path("/proc/meminfo"), "MemAvailable")


class Subject:
    """A running process."""

    def __init__(self, process: Process, log: Path) -> None:
        self._process, self._log = process, log

    @property
    def cpu(self) -> float:
        """Seconds that it has used up in all its threads, in user mode and in the kernel."""
        return spent(self._process.pid)

    @property
    def resident(self) -> float:
        """Megabytes of memory that it has now."""
        return self._status("VmRSS")

    @property
    def peak(self) -> float:
        """The most megabytes that it had since its peak was forgotten."""
        return self._status("VmHWM")

    def forget_peak(self) -> None:
        """Where the system lets us; https://docs.kernel.org/filesystems/proc.html says how."""
        with suppress(OSError):
            Path(f"/proc/{self._process.pid}/clear_refs").write_text("5", encoding="ascii")

    @property
    def last_words(self) -> str:
        """The end of its log."""
        return self._log.read_text(encoding="utf-8", errors="replace")[-_TAIL:]

    def _status(self, name: str) -> float:
        return _megabytes(Path(f"/proc/{self._process.pid}/status"), name)


def _megabytes(file: Path, name: str) -> float:
    lines = file.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) / _KIB


def around(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of what is measured: ours, with what was compiled once and not each time anew."""
    return {
        name: value
        for name, value in environment(settings, os.environ).items()
        if name != "PYTHONDONTWRITEBYTECODE"
    }


def spent(pid: int) -> float:
    """Seconds of CPU time that a process has used up, to a hundredth."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


@asynccontextmanager
async def running(
    *arguments: str, environ: Mapping[str, str], folder: Path, core: int | None
) -> AsyncIterator[Subject]:
    """`python *arguments` in `folder`, with its log there; killed in the end."""
    log = folder / "log"
    with log.open("wb") as output:
        process = await create_subprocess_exec(
            sys.executable, *arguments, cwd=folder, env=environ, stdin=DEVNULL, stdout=output, stderr=output
        )
    try:
        if core is not None:
            os.sched_setaffinity(process.pid, {core})
        yield Subject(process, log)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
