"""What must hold after the storm, and what is only told."""

from statistics import median

from tests.cluster.world import Cluster
from tests.crash import verdict
from tests.crash.crowd import COMMAND
from tests.crash.verdict import Tally


async def judged(cluster: Cluster) -> tuple[Tally, list[str]]:
    """The figures of a cluster that has come to rest and was stopped, and all that is wrong."""
    tally, faults = await verdict.judged(cluster)
    edits = len(cluster.books().states)
    if edits != (wanted := sum(request.wish != COMMAND for request in cluster.requests)):
        faults.append(f"{wanted} edits were asked for, and there are {edits}")
    if (refused := cluster.refused_by_telegram()) and not cluster.went_alone():
        faults.append(f"Telegram said 429 to {len(refused)} calls: {sorted(set(refused))}")
    faults += [f"against the contract: {each}" for each in cluster.telegram.violations]
    idle = [port for port in cluster.proxy.ports if not cluster.proxy.passed[port]]
    if idle:
        faults.append(f"nothing came to the intakes at {idle}")
    return tally, faults


def told_of_telegram(cluster: Cluster) -> str:
    """How it went with the limits that all processes share."""
    refused, alone = len(cluster.refused_by_telegram()), cluster.went_alone()
    by_themselves = f"; out of their reach for a while: {', '.join(alone)}" if alone else ""
    return f"Telegram said 429 to {refused} of {len(cluster.telegram.calls)} calls{by_themselves}"


def told_of_takeovers(cluster: Cluster) -> str:
    """How long it took others to go on."""
    seconds = cluster.takeovers()
    if not seconds:
        return "nobody had anything of a dead one's to go on with"
    return (
        f"{len(seconds)} edits went on elsewhere {seconds[0]:.1f} to {seconds[-1]:.1f} s after the blow, "
        f"in the median {median(seconds):.1f} s"
    )
