"""`make cluster`: processes in a storm, the figures, and exit 1 if anything was lost or done twice."""

import argparse
import asyncio
import logging
import random
import secrets
import sys
import tempfile
from itertools import count
from pathlib import Path
from statistics import median

from tests.cluster.rates import Rate, measured
from tests.cluster.server import Server, started
from tests.cluster.storm import Weather, storm
from tests.cluster.verdict import judged, told_of_takeovers, told_of_telegram
from tests.cluster.world import a_cluster

_ROLES = ("intake",) * 2 + ("worker",) * 4
_GATEWAY_SECONDS = 3.0
_REST_SECONDS = 300
_TURNS = 3


async def _blown_through(server: Server, folder: Path, weather: Weather, seed: int) -> list[str]:
    async with a_cluster(folder, server.url, _ROLES, _GATEWAY_SECONDS) as cluster:
        await cluster.start(cluster.posts)
        tell(f"{len(_ROLES)} processes are ready; {weather.edits} edits in {weather.lasts:.0f} s ...")
        await storm(cluster, weather, random.Random(seed), server.restart)
        await cluster.until_rest(_REST_SECONDS)
        await cluster.stop()
        tally, faults = await judged(cluster)
        tell(f"\n{tally.table()}\n\n{told_of_takeovers(cluster)}\n{told_of_telegram(cluster)}")
        if faults:
            keep = Path(tempfile.mkdtemp(prefix="darkroom-cluster-logs-"))
            for post in cluster.posts:
                (keep / f"{post.name}.log").write_bytes((post.folder / "log").read_bytes())
            tell(f"The logs are in {keep}")
    return faults


async def _rates(server: Server, folder: Path, edits: int) -> list[str]:
    """Four workers and one process in turn, since the machine has other work, too."""
    faults: list[str] = []
    numbers = count(1)

    async def told(workers: int) -> Rate:
        name = f"rates_{next(numbers)}"
        if workers:
            title, url = f"2 intakes, {workers} workers", server.database(name)
            roles = (*_ROLES[:2], *_ROLES[-workers:])
        else:
            title, url, roles = "one process, SQLite", f"sqlite:///{folder}/{name}/darkroom.db", ("all",)
        rate = await measured(title, folder / name, url, roles, edits, server if workers else None)
        tell(str(rate))
        faults.extend(f"{title}: {fault}" for fault in rate.faults)
        return rate

    for workers in (1, 2):
        await told(workers)
    ratios = [(await told(4)).cpu / (await told(0)).cpu for _ in range(_TURNS)]
    each = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    tell(f"CPU of an edit with 4 workers, to that of one process: {median(ratios):.2f} ({each})")
    return faults


async def _main(options: argparse.Namespace) -> list[str]:
    weather = Weather(options.edits, options.seconds, kill_every=5, frozen_for=40, intake_dead_for=10)
    with tempfile.TemporaryDirectory() as folder:
        async with started() as server:
            storm_faults = []
            if options.edits:
                storm_faults = await _blown_through(server, Path(folder) / "storm", weather, options.seed)
                tell("")
            return storm_faults + await _rates(server, Path(folder), options.rate_edits)


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.cluster", description=__doc__)
    asked.add_argument("--edits", type=int, default=500)
    asked.add_argument("--seconds", type=float, default=120)
    asked.add_argument("--rate-edits", type=int, default=120)
    asked.add_argument("--seed", type=int, default=secrets.randbits(32))
    options = asked.parse_args()
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # answers to the dead, by the sandbox
    tell(f"{options.edits} edits, seed {options.seed}")
    faults = asyncio.run(_main(options))
    tell("\n" + "\n".join(faults or ["No fault."]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
