"""How many edits a second, and what one costs, with any number of workers and without a cluster at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from tests.cluster.server import Counts, Server
from tests.cluster.world import Cluster, a_cluster
from tests.crash.crowd import SEPIA

_WARM = 8
"""Edits for each process before: what it does only once is no cost of an edit."""
_PER_SECOND = 900
_WITHIN = 300.0


@dataclass(frozen=True, slots=True)
class Rate:
    """Of one deployment. CPU in milliseconds an edit, of the bot's processes and of the database.

    `said`: calls to Telegram an edit that count for something. `refused`: those that were too many for
    Telegram, which shares the machine here; told and not judged.
    """

    name: str
    edits: int
    seconds: float
    cpu: float
    said: float
    refused: int
    database_cpu: float = 0.0
    counts: Counts | None = None
    faults: tuple[str, ...] = ()

    def __str__(self) -> str:
        told = f"{self.name:20} {self.edits / self.seconds:5.1f} edits/s; an edit: CPU {self.cpu:.0f} ms"
        if self.counts:
            transactions, writes = self.counts.transactions / self.edits, self.counts.writes / self.edits
            told += (
                f", PostgreSQL {self.database_cpu:.0f} ms, {transactions:.0f} transactions, {writes:.0f} of"
                f" them write, {self.counts.log / self.edits / 1000:.0f} kB of log"
            )
        return f"{told}, {self.said:.1f} calls to Telegram; {self.refused} x 429"


async def measured(
    name: str, folder: Path, url: str, roles: Sequence[str], edits: int, server: Server | None
) -> Rate:
    """All write at once; from the first word to the last picture, as fast as Telegram lets those who pay."""
    async with a_cluster(folder, url, roles, per_second=_PER_SECOND) as cluster:
        await cluster.start(cluster.posts)
        await _asked(cluster, _WARM * len(roles))
        said, cpu, began = _said(cluster), _cpu(cluster), monotonic()
        there, counts = (server.cpu, server.counts()) if server else (0.0, None)
        await _asked(cluster, edits)
        seconds = monotonic() - began
        rate = Rate(
            name,
            edits,
            seconds,
            1000 * (_cpu(cluster) - cpu) / edits,
            (_said(cluster) - said) / edits,
            len(cluster.refused_by_telegram()),
            1000 * (server.cpu - there) / edits if server else 0.0,
            server.counts() - counts if server and counts else None,
        )
        await cluster.stop()
    return replace(rate, faults=tuple(cluster.faults))


async def _asked(cluster: Cluster, edits: int) -> None:
    for _ in range(edits):
        cluster.ask(SEPIA)
    await cluster.until_rest(_WITHIN)


def _cpu(cluster: Cluster) -> float:
    return sum(post.cpu for post in cluster.posts)


def _said(cluster: Cluster) -> int:
    return sum("chat_id" in call.params for call in cluster.telegram.calls)
