"""What an operator is told about speed rests on a floor that does the same work, and on honest sums."""

import asyncio

import aiohttp
import orjson
import pytest

from bot.bench.figures import Figure, Goal, judged, overview
from bot.bench.floor import Floor
from bot.bench.lap import Kind, Lap
from bot.bench.outside import TOKEN, Outside, Wrong
from bot.sandbox.effects.grain import grainy


@pytest.mark.parametrize("kind", Kind)
async def test_the_floor_brings_every_byte_to_the_gateway_and_back(kind: Kind) -> None:
    outside = Outside(grainy(90, 60, "jpeg", 20).data, grainy(60, 60, "png", 20).data)
    async with outside.open(), aiohttp.ClientSession() as http:
        polling = asyncio.get_running_loop().create_task(Floor(http, outside.url, TOKEN).poll())
        lap = await outside.run(Lap(kind, 3, 2, thorough=True))
        polling.cancel()
    assert lap.sent == 3
    assert all(0 < seconds < 60 for seconds in (*lap.ways_in, *lap.ways_out))
    assert outside.calls["deleteMessage"] == 3


async def test_whoever_loses_bytes_is_not_measured() -> None:
    outside = Outside(b"photo", b"picture")
    async with outside.open(), aiohttp.ClientSession() as http:
        running = asyncio.get_running_loop().create_task(outside.run(Lap(Kind.LINK, 1, 1, thorough=True)))
        async with http.post(f"{outside.url}/bot{TOKEN}/getUpdates") as answer:
            [update] = (await answer.json())["result"]
        body = orjson.dumps({"prompt": update["message"]["caption"], "image": "another"})
        async with http.post(f"{outside.url}/v1/chat/completions", data=body):
            pass
        with pytest.raises(Wrong):
            await running


def test_a_figure_is_judged_by_its_median_or_by_its_ratio_to_the_floor() -> None:
    slow = Figure("link 50", "CPU", "ms", [20.0, 30.0, 21.0], [10.0, 10.0, 10.0], (Goal(1.8, of_ratio=True),))
    fast = Figure("inbox", "updates", "/s", [900.0], goals=(Goal(500, more=True),))
    assert slow.ratio == 2.1
    assert slow.excess == pytest.approx(2.1 / 1.8)
    assert fast.excess < 1
    assert "MISSED" in judged([slow])
    assert "well" in judged([fast])
    assert "21 (2.10x)" in overview([slow])
    assert orjson.loads(slow.line())["reached"] is False
