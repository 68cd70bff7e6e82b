"""The HTTP face tells how the bot is, over a real socket, and nothing else."""

import asyncio
import json
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.domain.errors import StartupFault
from bot.web import address, site
from bot.web.health import Verdict

WELL = Verdict()
ILL = Verdict(("the last write to the database was 90 s ago",))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@asynccontextmanager
async def serving(health: Verdict = WELL, ready: Verdict = WELL) -> AsyncIterator[tuple[int, site.Server]]:
    port = free_port()
    server = site.Server(site.build(health=lambda: health, ready=lambda: ready))
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(server.serve(address.bind(f"127.0.0.1:{port}")))
        yield port, server
        server.stop()


async def ask(port: int, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    async with asyncio.timeout(60):
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                break
            except ConnectionError:
                await asyncio.sleep(0.01)
        writer.write(f"{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
    head, _, body = answer.partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines)
    return int(status.split()[1]), headers, body


async def test_a_healthy_bot_answers_200_and_names_no_software() -> None:
    async with serving() as (port, _):
        status, headers, body = await ask(port, "/healthz")
    assert (status, json.loads(body)) == (200, {"status": "ok", "reasons": []})
    assert "server" not in headers
    assert headers["cache-control"] == "no-store"


async def test_a_sick_bot_answers_503_with_the_reason() -> None:
    async with serving(health=ILL) as (port, _):
        status, _, body = await ask(port, "/healthz")
        assert (await ask(port, "/readyz"))[0] == 200
    assert (status, json.loads(body)) == (503, {"status": "failing", "reasons": [*ILL.reasons]})


async def test_alive_and_ready_are_two_questions() -> None:
    async with serving(ready=Verdict(("not yet",))) as (port, _):
        assert (await ask(port, "/healthz"))[0] == 200
        assert (await ask(port, "/readyz"))[0] == 503


@pytest.mark.parametrize(("path", "method", "status"), [("/", "GET", 404), ("/healthz", "POST", 405)])
async def test_all_else_is_refused(path: str, method: str, status: int) -> None:
    async with serving() as (port, _):
        assert (await ask(port, path, method))[0] == status


def test_a_taken_port_is_a_sentence_that_names_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        listen = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(StartupFault, match=f"web.listen: {listen} is taken by another program"):
            address.bind(listen)


@pytest.mark.parametrize("listen", ["192.0.2.1:0", "no-such-host.invalid:0"])
def test_an_address_of_somebody_else_is_a_sentence(listen: str) -> None:
    with pytest.raises(StartupFault, match="is no address of this machine"):
        address.bind(listen)


def test_the_address_of_every_interface_and_of_ipv6_can_be_had() -> None:
    for listen in (":0", "[::1]:0"):
        address.bind(listen).close()


async def test_a_cancelled_server_hangs_up_and_gives_its_port_back() -> None:
    async with asyncio.TaskGroup() as tasks:
        port = free_port()
        server = site.Server(site.build(health=lambda: WELL, ready=lambda: WELL))
        task = tasks.create_task(server.serve(address.bind(f"127.0.0.1:{port}")))
        await ask(port, "/healthz")
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        await reader.readuntil(b"}")
        task.cancel()
        async with asyncio.timeout(60):
            assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()
    socket.create_server(("127.0.0.1", port)).close()


async def test_signals_stay_with_the_bot() -> None:
    before = signal.getsignal(signal.SIGTERM)
    async with serving() as (port, _):
        await ask(port, "/healthz")
        assert signal.getsignal(signal.SIGTERM) is before
