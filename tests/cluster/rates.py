"""How many edits a second, and what one costs, with any number of workers and without a cluster at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from tests.cluster.server import Server
from tests.cluster.world import Cluster, a_cluster
from tests.crash.crowd import SEPIA

_WARM = 8
_PER_SECOND = 900
_WITHIN = 300.0


@dataclass(frozen=True, slots=True)
class Rate:
    """Of one deployment; CPU in milliseconds an edit, of the bot's processes and of the database.

    `refused`: calls that were too many for Telegram, which shares the machine here; told and not judged.
    """

    name: str
    edits: int
    seconds: float
    cpu: float
    database_cpu: float
    refused: int
    faults: tuple[str, ...]

    def __str__(self) -> str:
        database = f", PostgreSQL {self.database_cpu:.0f} ms" if self.database_cpu else ""
        refused = f"   {self.refused} x 429" if self.refused else ""
        return (
            f"{self.name:24} {self.edits / self.seconds:6.1f} edits/s   "
            f"CPU of an edit: {self.cpu:.0f} ms{database}{refused}"
        )


async def measured(
    name: str, folder: Path, url: str, roles: Sequence[str], edits: int, server: Server | None
) -> Rate:
    """All write at once; from the first word to the last picture, as fast as Telegram lets those who pay."""
    async with a_cluster(folder, url, roles, per_second=_PER_SECOND) as cluster:
        await cluster.start(cluster.posts)
        await _asked(cluster, _WARM)
        before, there, began = _cpu(cluster), server.cpu if server else 0.0, monotonic()
        await _asked(cluster, edits)
        seconds, cpu = monotonic() - began, _cpu(cluster) - before
        of_database = server.cpu - there if server else 0.0
        await cluster.stop()
        refused, faults = len(cluster.refused_by_telegram()), tuple(cluster.faults)
    return Rate(name, edits, seconds, 1000 * cpu / edits, 1000 * of_database / edits, refused, faults)


async def _asked(cluster: Cluster, edits: int) -> None:
    for _ in range(edits):
        cluster.ask(SEPIA)
    await cluster.until_rest(_WITHIN)


def _cpu(cluster: Cluster) -> float:
    return sum(post.cpu for post in cluster.posts)
