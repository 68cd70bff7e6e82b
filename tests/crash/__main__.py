"""`make crash`: hundreds of kills, the figures, and exit 1 if anything was lost or paid twice."""

import argparse
import asyncio
import logging
import secrets
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.crash.campaign import die_often
from tests.crash.life import launcher
from tests.crash.verdict import Tally

_KILLS_A_WORLD = 25
_SIDE_BY_SIDE = 2
_REFUND_EVERY = 5
"""Every fifth world has on_unknown = "refund"."""


@dataclass
class Campaign:
    """Worlds side by side, until there were as many kills as were asked for."""

    folder: Path
    left: int
    seed: int
    sums: dict[str, Tally] = field(default_factory=lambda: {"retry": Tally(), "refund": Tally()})
    faults: list[str] = field(default_factory=list)
    _worlds: "count[int]" = field(default_factory=lambda: count(1))

    async def run(self) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(_SIDE_BY_SIDE):
                group.create_task(self._one_after_the_other())

    async def _one_after_the_other(self) -> None:
        async with launcher() as starting:
            while self.left > 0:
                kills, number = min(self.left, _KILLS_A_WORLD), next(self._worlds)
                self.left -= kills
                policy = "retry" if number % _REFUND_EVERY else "refund"
                tally, faults = await die_often(
                    self.folder / str(number), starting, kills, self.seed + number, policy
                )
                self.sums[policy] += tally
                self.faults += faults
                tell(f"world {number}: {kills} kills, {tally.photos_sent} photos, {len(faults)} faults")


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    asked.add_argument("--kills", type=int, default=500)
    asked.add_argument("--seed", type=int, default=secrets.randbits(32))
    options = asked.parse_args()
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # answers to the dead, by the sandbox
    tell(f"{options.kills} kills, seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        campaign = Campaign(Path(folder), options.kills, options.seed)
        asyncio.run(campaign.run())
    for policy, tally in campaign.sums.items():
        if tally.kills:
            tell(f'\non_unknown = "{policy}"\n{tally.table()}')
    tell("\n" + "\n".join(campaign.faults or ["No fault."]))
    return 1 if campaign.faults else 0


if __name__ == "__main__":
    sys.exit(main())
