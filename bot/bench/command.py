"""What `darkroom bench` does, in order, and how it tells it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from platform import python_version
from signal import SIGTERM
from time import perf_counter

import orjson

from bot import __version__
from bot.bench import books, footprint, parsing
from bot.bench.course import Stretch, gathered, measured
from bot.bench.figures import Figure, Goal, judged, overview
from bot.bench.lap import Kind
from bot.bench.rivals import Pictures
from bot.bench.subject import available, cores
from bot.domain.errors import StartupFault
from bot.sandbox.effects.grain import grainy

Say = Callable[[str], None]

_TIMES = 3
_CROWD, _FURTHER = 500, 300
_UPDATES = 1_000
_GROSS = 2.0

_LOADS = ((1, 20), (50, 50), (200, 200), (500, 500))
"""How many in flight, and of how many in all."""


class Extent(StrEnum):
    """How much is measured: what shows a gross loss, what has a goal, or every kind under every load."""

    QUICK = "quick"
    USUAL = "usual"
    FULL = "full"


_DRIVEN: dict[Extent, dict[Kind, Sequence[tuple[int, int]]]] = {
    Extent.QUICK: {Kind.LINK: _LOADS[1:2], Kind.SSE: _LOADS[1:2]},
    Extent.USUAL: {Kind.LINK: _LOADS, Kind.JSON: _LOADS[:2], Kind.SSE: _LOADS[:2]},
    Extent.FULL: dict.fromkeys(Kind, _LOADS),
}

_HELD_MB = 15
"""Of each edit in flight, by the floor: what came in and goes out, once as it is and once in a body."""

_GOALS = {(Kind.LINK, 50): 1.8, (Kind.LINK, 500): 2.0, (Kind.SSE, 50): 2.2}


def stretches(kind: Kind, loads: Sequence[tuple[int, int]]) -> tuple[Stretch, ...]:
    """What is driven of a kind."""
    return tuple(Stretch(kind, *load, goal=_GOALS.get((kind, load[0]))) for load in loads)


@dataclass(frozen=True, slots=True)
class Report:
    """All figures, in the order in which they were measured."""

    figures: Sequence[Figure]
    seconds: float

    @property
    def gross(self) -> list[Figure]:
        """What is more than twice its goal, beside the floor: seconds alone tell more of the machine."""
        return [each for each in self.figures if each.floors and each.excess > _GROSS]

    def told(self) -> str:
        """As tables, and a line of JSON for each figure."""
        driven = {str(stretch) for kind in Kind for stretch in stretches(kind, _LOADS)}
        loads = [each for each in self.figures if each.of in driven]
        goals = [each for each in self.figures if each.goals]
        lines = [each.line().decode() for each in self.figures]
        parts = (overview(loads), judged(goals), "\n".join(lines), f"{self.seconds:.0f} seconds in all")
        return "\n\n".join(part for part in parts if part)

    def of_release(self) -> bytes:
        """The line of the history: what has a goal, in short."""
        figures = {f"{each.of}: {each.name}": each.brief() for each in self.figures if each.goals}
        return orjson.dumps({"version": __version__, "python": python_version(), "figures": figures}) + b"\n"


async def bench(say: Say, extent: Extent = Extent.USUAL) -> Report:
    """Measure as much as is wanted; `say` gets lines as it goes.

    Raises:
        StartupFault: this is not Linux.
        CancelledError: SIGTERM.
        TimeoutError, Wrong: bot or floor did not do what they should; see `Outside.run`.
    """
    began = perf_counter()
    if sys.platform != "linux":
        raise StartupFault("darkroom bench reads /proc, so it needs Linux.", exit_code=1)
    if task := asyncio.current_task():  # bot and floor do not outlive who measures them
        asyncio.get_running_loop().add_signal_handler(SIGTERM, task.cancel)
    if pair := cores():
        os.sched_setaffinity(0, {pair[0]})
    else:
        say("One core for all: the floor suffers from it as the bot does.")
    pictures = await asyncio.to_thread(_pictures)
    figures: list[Figure] = []
    async for found in _measured(pictures, extent, say):
        figures += found
        for line in overview(found).splitlines():
            say(line)
    return Report(figures, perf_counter() - began)


async def _measured(pictures: Pictures, extent: Extent, say: Say) -> AsyncIterator[list[Figure]]:
    quick = extent is Extent.QUICK
    times = 1 if quick else _TIMES
    for kind, loads in _DRIVEN[extent].items():
        cpu = []
        async for found in measured(_that_fit(stretches(kind, loads), say), pictures):
            cpu.append(found[0])
            yield found
        if len(cpu) > 1:
            yield [_growth(kind, cpu[0], cpu[-1])]
    if not quick:
        yield await gathered(Kind.LINK, _CROWD - _FURTHER, _FURTHER, pictures)
    yield await asyncio.to_thread(parsing.measured, times)
    yield [await books.written(_UPDATES, times), await footprint.imported(times), footprint.on_disk()]
    if not quick:
        yield await books.grown(pictures, times)


def _that_fit(driven: Sequence[Stretch], say: Say) -> Sequence[Stretch]:
    """Those for which the floor has memory: it holds every picture that is in flight."""
    most = available() / _HELD_MB
    for each in driven:
        if each.in_flight > most:
            say(f"{each} is left out: the floor would need {each.in_flight * _HELD_MB:,} MB")
    return [each for each in driven if each.in_flight <= most]


def _growth(kind: Kind, alone: Figure, crowded: Figure) -> Figure:
    times = [many / one for one, many in zip(alone.values, crowded.values, strict=True)]
    return Figure(kind, f"CPU of {crowded.of} to that of 1", "x", times, goals=(Goal(1.0),))


def _pictures() -> Pictures:
    """3 MB in, 4 MB out."""
    return Pictures(grainy(2560, 1920, "jpeg", 46).data, grainy(1344, 1344, "png", 16).data)
