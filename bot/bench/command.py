"""What `darkroom bench` does, in order, and how it tells it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
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
_CROWD, _FURTHER = 500, 100
_UPDATES = 1_000
_GROSS = 2.0

_LOADS = {
    Kind.LINK: ((1, 20), (50, 50), (200, 200), (500, 500)),
    Kind.JSON: ((1, 20), (50, 50), (200, 200)),
    Kind.SSE: ((1, 20), (50, 50), (200, 200)),
}
"""How many in flight, and of how many in all; for 500 answers with pictures in them the floor takes 5 GB."""

_HELD_MB = 15
"""Of each edit in flight, by the floor: what came in and goes out, once as it is and once in a body."""

_GOALS = {(Kind.LINK, 50): 1.8, (Kind.LINK, 500): 2.0, (Kind.SSE, 50): 2.2}


def stretches(kind: Kind) -> tuple[Stretch, ...]:
    """What is driven of a kind."""
    return tuple(Stretch(kind, *load, goal=_GOALS.get((kind, load[0]))) for load in _LOADS[kind])


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
        driven = {str(stretch) for kind in Kind for stretch in stretches(kind)}
        loads = [each for each in self.figures if each.of in driven]
        goals = [each for each in self.figures if each.goals]
        lines = [each.line().decode() for each in self.figures]
        parts = (overview(loads), judged(goals), "\n".join(lines), f"{self.seconds:.0f} seconds in all")
        return "\n\n".join(part for part in parts if part)

    def of_release(self) -> bytes:
        """The line of the history: what has a goal, in short."""
        figures = {f"{each.of}: {each.name}": each.brief() for each in self.figures if each.goals}
        return orjson.dumps({"version": __version__, "python": python_version(), "figures": figures}) + b"\n"


async def bench(say: Say, *, quick: bool) -> Report:
    """Measure all, or in `quick` what shows a gross loss within a minute; `say` gets lines as it goes.

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
    async for found in _quick(pictures) if quick else _whole(pictures, say):
        figures += found
        for line in overview(found).splitlines():
            say(line)
    return Report(figures, perf_counter() - began)


async def _quick(pictures: Pictures) -> AsyncIterator[list[Figure]]:
    for kind in (Kind.LINK, Kind.SSE):
        async for found in measured(stretches(kind)[1:2], pictures):
            yield found
    yield await asyncio.to_thread(parsing.measured, 1)
    yield [await books.written(_UPDATES, 1), await footprint.imported(1), footprint.on_disk()]


async def _whole(pictures: Pictures, say: Say) -> AsyncIterator[list[Figure]]:
    for kind in Kind:
        cpu = []
        async for found in measured(_that_fit(stretches(kind), say), pictures):
            cpu.append(found[0])
            yield found
        yield [_growth(kind, cpu[0], cpu[-1])]
    yield await gathered(Kind.LINK, _CROWD - _FURTHER, _FURTHER, pictures)
    yield await asyncio.to_thread(parsing.measured, _TIMES)
    yield [await books.written(_UPDATES, _TIMES), await footprint.imported(_TIMES), footprint.on_disk()]
    yield await books.grown(pictures, _TIMES)


def _that_fit(stretches: Sequence[Stretch], say: Say) -> Sequence[Stretch]:
    """Those for which the floor has memory: it holds every picture that is in flight."""
    most = available() / _HELD_MB
    for each in stretches:
        if each.in_flight > most:
            say(f"{each} is left out: the floor would need {each.in_flight * _HELD_MB:,} MB")
    return [each for each in stretches if each.in_flight <= most]


def _growth(kind: Kind, alone: Figure, crowded: Figure) -> Figure:
    times = [many / one for one, many in zip(alone.values, crowded.values, strict=True)]
    return Figure(kind, f"CPU of {crowded.of} to that of 1", "x", times, goals=(Goal(1.0),))


def _pictures() -> Pictures:
    """3 MB in, 4 MB out."""
    return Pictures(grainy(2560, 1920, "jpeg", 46).data, grainy(1344, 1344, "png", 16).data)
