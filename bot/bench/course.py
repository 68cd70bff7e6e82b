"""Laps of the bot and of the floor in turn: CPU, speed, latency and memory."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from statistics import quantiles

from bot.bench.figures import Figure, Goal
from bot.bench.lap import Kind, Lap
from bot.bench.rivals import Drive, Pictures, Rival, the_bot, the_floor

LATENCY = (Goal(1.3, of_ratio=True), Goal(25.0))
"""Of one who comes alone, 95 times in 100."""

_PAUSE = 0.05
"""Seconds between edits that come one by one, so that each meets an idle machine."""
_WARM = (20, 10)
_PEAK, _EACH = Goal(160.0), Goal(0.1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """`edits` with `in_flight` at once, driven `times` by each side; `goal`: of the CPU time, x floor."""

    kind: Kind
    in_flight: int
    edits: int
    times: int = 3
    goal: float | None = None

    def __str__(self) -> str:
        return f"{self.kind} {self.in_flight:3} in flight"


async def measured(stretches: Sequence[Stretch], pictures: Pictures) -> AsyncIterator[list[Figure]]:
    """Bot, floor, bot, floor, ... of each stretch; all are of a kind, and run by the same two processes."""
    async with AsyncExitStack() as stack:
        bot = await stack.enter_async_context(the_bot(pictures))
        floor = await stack.enter_async_context(the_floor(pictures))
        for rival in (bot, floor):
            await _warm(rival, stretches[0].kind)
        for stretch in stretches:
            for rival in (bot, floor):
                rival.subject.forget_peak()
            turns = [
                (await bot.drive(_lap(stretch)), await floor.drive(_lap(stretch)))
                for _ in range(stretch.times)
            ]
            ours, theirs = zip(*turns, strict=True)
            peaks = Figure(str(stretch), "peak", "MB", [bot.subject.peak], [floor.subject.peak])
            yield [*_figures(stretch, ours, theirs), peaks]


async def gathered(kind: Kind, crowd: int, further: int, pictures: Pictures) -> list[Figure]:
    """Memory: `crowd` edits wait for their answers, then `further` ones too; then they get them at once."""
    lap = Lap(kind, crowd + further, crowd, gathered=True)
    async with the_bot(pictures) as bot:
        await _warm(bot, kind)
        bot.subject.forget_peak()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(bot.drive(lap))
            await lap.crowd_asked.wait()
            few = bot.subject.resident
            bot.outside.offer_rest()
            await lap.all_asked.wait()
            more = bot.subject.resident
            lap.released.set()
        peak = bot.subject.peak
    load = f"{kind} {lap.edits:3} answers at once"
    return [
        Figure(load, "peak memory", "MB", [peak], goals=(_PEAK,)),
        Figure(load, "each further waiting", "MB", [max(0.0, more - few) / further], goals=(_EACH,)),
    ]


async def _warm(rival: Rival, kind: Kind) -> None:
    """What happens only once; and here every byte is compared."""
    await rival.drive(Lap(kind, 1, 1, thorough=True))
    await rival.drive(Lap(kind, *_WARM))


def _lap(stretch: Stretch) -> Lap:
    return Lap(
        stretch.kind, stretch.edits, stretch.in_flight, pause=_PAUSE if stretch.in_flight == 1 else 0.0
    )


def _figures(stretch: Stretch, ours: Sequence[Drive], theirs: Sequence[Drive]) -> list[Figure]:
    def figure(name: str, unit: str, of: Callable[[Drive], float], *goals: Goal) -> Figure:
        return Figure(str(stretch), name, unit, [*map(of, ours)], [*map(of, theirs)], goals)

    edits, alone = stretch.edits, LATENCY if stretch.in_flight == 1 and stretch.kind is Kind.LINK else ()
    cpu = () if stretch.goal is None else (Goal(stretch.goal, of_ratio=True),)
    return [
        figure("CPU", "ms", lambda drive: 1000 * drive.cpu / edits, *cpu),
        figure("edits", "/s", lambda drive: edits / drive.lap.seconds),
        figure("in p50", "ms", lambda drive: _tenths(drive.lap.ways_in)[9]),
        figure("in p95", "ms", lambda drive: _tenths(drive.lap.ways_in)[-1], *alone),
        figure("out p50", "ms", lambda drive: _tenths(drive.lap.ways_out)[9]),
        figure("out p95", "ms", lambda drive: _tenths(drive.lap.ways_out)[-1], *alone),
        figure("calls", "", lambda drive: sum(drive.calls.values()) / edits),
        figure("outside", "ms", lambda drive: 1000 * drive.outside_cpu / edits),
    ]


def _tenths(seconds: Sequence[float]) -> list[float]:
    return [1000 * each for each in quantiles(seconds, n=20)]
