"""A small storm; the large one is `make cluster`."""

import random
from pathlib import Path

import pytest

from tests import stores
from tests.cluster.storm import Weather, storm
from tests.cluster.verdict import judged
from tests.cluster.world import a_cluster
from tests.stores import Cluster

pytestmark = pytest.mark.skipif(stores.server() is None, reason=stores.header())


@pytest.mark.slow
async def test_a_worker_that_is_killed_and_one_that_stands_still_lose_nothing_and_do_nothing_twice(
    cluster: Cluster, tmp_path: Path
) -> None:
    with cluster.database() as url:
        async with a_cluster(tmp_path, url, ("intake", "intake", "worker", "worker"), 1.0) as world:
            await world.start(world.posts)
            weather = Weather(edits=24, lasts=3, kill_every=2, frozen_for=14)
            await storm(world, weather, random.Random(5), None)
            await world.until_rest(60)
            await world.stop()
            tally, faults = await judged(world)
    assert faults == []
    assert tally.photos_sent == tally.edits_done + tally.edits_failed + tally.edits_cancelled
    assert tally.kills == 1
