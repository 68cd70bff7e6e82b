"""What is sent again when the line breaks: an upload that cannot be whole over there, and nothing else."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.errors import FaultKind
from tests.fakes.toxic import End, Toxic, spoiling
from tests.gateway.raw import Server, serving
from tests.gateway.test_client import JPEG, PNG, Bench, answers, pictures

BIG = b"\xff\xd8\xff" + bytes(30_000_000)
"""More than the buffers of a connection hold."""


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    for gateway in bench.opened:
        await gateway.aclose()
    await bench.free.aclose()


@pytest.mark.parametrize("end", ["close", "reset"])
async def test_an_upload_that_breaks_in_the_middle_is_sent_again_once(bench: Bench, end: End) -> None:
    photo = bench.picture(BIG, "big.jpg")
    async with serving(answers(pictures(PNG))) as server:
        async with spoiling(server.port, up=Toxic(cut_after=100_000, end=end), times=1) as line:
            outcome = await bench.develop(Server(line.port), pictures=(photo,))
            assert (bench.stored(outcome), line.connections) == ([PNG], 2)
        async with spoiling(server.port, up=Toxic(cut_after=100_000, end=end)) as line:
            fault = await bench.fault(Server(line.port), pictures=(photo,))
            assert (fault.kind, line.connections) == (FaultKind.UPSTREAM, 2)
    assert len(server.requests) == 1


@pytest.mark.parametrize("end", ["close", "reset"])
@pytest.mark.parametrize("cut_after", [0, 1, 20, 60, 400])
async def test_a_request_that_may_be_whole_is_not_sent_again(bench: Bench, end: End, cut_after: int) -> None:
    photo = bench.picture(JPEG)
    async with (
        serving(answers(pictures(PNG))) as server,
        spoiling(server.port, down=Toxic(cut_after=cut_after, end=end)) as line,
    ):
        fault = await bench.fault(Server(line.port), pictures=(photo,))
        assert (fault.kind, line.connections, len(server.requests)) == (FaultKind.UPSTREAM, 1, 1)


@pytest.mark.parametrize("cut_after", [1, 100, 100_000])
async def test_a_request_that_nobody_reads_ends_at_the_timeout(bench: Bench, cut_after: int) -> None:
    photo = bench.picture(BIG, "big.jpg")
    async with (
        serving(answers(pictures(PNG))) as server,
        spoiling(server.port, up=Toxic(cut_after=cut_after, end="silence"), times=1) as line,
    ):
        fault = await bench.fault(Server(line.port), pictures=(photo,), timeout=0.3)
        assert (fault.kind, server.requests) == (FaultKind.TIMEOUT, [])
