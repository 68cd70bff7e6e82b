import asyncio
import contextlib
import functools
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.domain.errors import FaultKind
from bot.gateway.guard import only_public
from bot.gateway.http import describe, fault, transport, unsent
from tests.gateway.raw import Got, Handler, client, serving

CANARY = "123456:CANARY-token_x"


Pooled = functools.partial[httpx.AsyncBaseTransport]


@pytest.fixture(params=[False, True], ids=["aiohttp", "httpx"])
def pooled(request: pytest.FixtureRequest) -> Pooled:
    return functools.partial(transport, plain=request.param)


@asynccontextmanager
async def opened(pool: httpx.AsyncBaseTransport) -> AsyncIterator[httpx.AsyncClient]:
    async with client(pool) as made:
        yield made


async def refused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def hello(got: Got) -> None:
    await got.reply(b"hello", headers={"Set-Cookie": "who=anna"})


async def test_one_connection_serves_many_requests(pooled: Pooled) -> None:
    async with serving(hello) as server, opened(pooled()) as http:
        for _ in range(3):
            assert (await http.get(server.url)).content == b"hello"
        assert server.connections == 1


async def test_no_cookie_travels_from_one_request_to_the_next(pooled: Pooled) -> None:
    async with serving(hello) as server, opened(pooled()) as http:
        for _ in range(2):  # by name, because cookie jars leave plain addresses out
            await http.get(f"http://localhost:{server.port}")
        assert all("cookie" not in got.headers for got in server.requests)


@pytest.mark.parametrize(
    "target",
    ["/a%2Fb%20c?sig=a%2Bb%3D&x=%41&y=1+2", "/%E7%BA%A2?q=%e7%ba%a2", "/a//b/../c?x=a:b/c?d", "/p;v=1"],
)
async def test_a_signed_link_is_asked_for_exactly_as_it_stands(pooled: Pooled, target: str) -> None:
    async with serving(hello) as server, opened(pooled()) as http:
        await http.get(server.url + target)
        assert server.requests[0].target == str(httpx.URL(server.url + target))[len(server.url) :]
        assert "%2F" in server.requests[0].target or "%2F" not in target


async def test_a_streamed_body_goes_out_with_the_length_that_was_told(pooled: Pooled) -> None:
    async def body() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"x" * 10_000

    async with serving(hello) as server, opened(pooled()) as http:
        await http.post(server.url, content=body(), headers={"Content-Length": "1000000"})
        got = server.requests[0]
        assert got.headers["content-length"] == "1000000"
        assert "transfer-encoding" not in got.headers
        assert "expect" not in got.headers
        assert len(got.body) == 1_000_000


async def test_a_form_with_files_arrives_whole(pooled: Pooled) -> None:
    async with serving(hello) as server, opened(pooled()) as http:
        await http.post(server.url, data={"chat_id": "1"}, files={"photo": ("a.jpg", b"J" * 300_000)})
        assert server.requests[0].body.count(b"J") == 300_000
        assert int(server.requests[0].headers["content-length"]) == len(server.requests[0].body)


async def test_the_first_bytes_arrive_while_the_rest_is_still_made(pooled: Pooled) -> None:
    go_on = asyncio.Event()

    async def slow(got: Got) -> None:
        await got.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst")
        await go_on.wait()
        await got.send(b"other")

    async with (
        serving(slow) as server,
        opened(pooled()) as http,
        http.stream("GET", server.url) as response,
    ):
        pieces = response.aiter_raw()
        assert await anext(pieces) == b"first"
        go_on.set()
        assert await anext(pieces) == b"other"


async def test_a_cancelled_request_is_closed_at_the_server_too(pooled: Pooled) -> None:
    gone = asyncio.Event()

    async def silent(got: Got) -> None:
        await got.hung_up()
        gone.set()

    async with serving(silent) as server, opened(pooled()) as http:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await http.get(server.url, timeout=None)
        await asyncio.wait_for(gone.wait(), 60)


async def test_an_answer_before_the_request_was_read_does_not_hang() -> None:
    async def early(got: Got) -> None:
        await got.send(b"HTTP/1.1 413 Too Large\r\nContent-Length: 2000\r\n\r\nno")
        await asyncio.sleep(60)

    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 100_000

    async with (
        serving(early, read_body=False) as server,
        opened(transport()) as http,
        asyncio.timeout(60),
        http.stream(
            "POST", server.url, content=endless(), headers={"Content-Length": "10000000000"}
        ) as response,
    ):
        assert response.status_code == 413


async def test_a_transport_can_be_used_again_after_closing(pooled: Pooled) -> None:
    pool = pooled()
    async with serving(hello) as server:
        for _ in range(2):
            async with opened(pool) as http:
                assert (await http.get(server.url)).status_code == 200


async def closes(got: Got) -> None:
    got.writer.close()


async def resets(got: Got) -> None:
    got.writer.transport.abort()


async def cuts(got: Got) -> None:
    await got.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    got.writer.close()


async def cuts_chunks(got: Got) -> None:
    await got.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf")
    got.writer.close()


async def talks_nonsense(got: Got) -> None:
    await got.send(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
    got.writer.close()


async def stays_silent(got: Got) -> None:
    await asyncio.sleep(60)


@pytest.mark.parametrize("handler", [closes, resets, cuts, cuts_chunks, talks_nonsense, stays_silent])
async def test_a_request_that_may_have_been_billed_never_looks_unsent(
    pooled: Pooled, handler: Handler
) -> None:
    async with serving(handler) as server, opened(pooled()) as http:
        with pytest.raises(httpx.TransportError) as raised:
            await http.post(f"{server.url}/bot{CANARY}/x", content=b"{}", timeout=httpx.Timeout(5, read=0.2))
    assert not unsent(raised.value)
    kind = FaultKind.TIMEOUT if handler is stays_silent else FaultKind.UPSTREAM
    assert fault(raised.value).kind is kind


@pytest.mark.parametrize("where", ["port", "name", "pool", "proxy", "scheme"])
async def test_a_request_that_never_left_is_known_to_be_unsent(pooled: Pooled, where: str) -> None:
    closed = f"http://127.0.0.1:{await refused_port()}"
    urls = {"name": "http://no-such-host.invalid", "scheme": "ftp://127.0.0.1"}
    pool = pooled(connections=1, proxy=closed if where == "proxy" else None)
    async with serving(stays_silent) as server, opened(pool) as http, asyncio.TaskGroup() as tasks:
        if where == "pool":
            urls["pool"] = server.url
            busy = tasks.create_task(http.get(server.url, timeout=None))
            await asyncio.sleep(0.05)
        with pytest.raises(httpx.TransportError) as raised:
            await http.get(
                f"{urls.get(where, closed)}/bot{CANARY}/x", timeout=httpx.Timeout(5, connect=0.2, pool=0.1)
            )
        if where == "pool":
            busy.cancel()
    assert unsent(raised.value)
    assert fault(raised.value).kind is FaultKind.UPSTREAM


@pytest.mark.parametrize("handler", [None, closes, resets, cuts, talks_nonsense, stays_silent])
async def test_no_error_and_no_log_of_ours_holds_the_url(
    pooled: Pooled, handler: Handler | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with serving(handler or hello) as server:
        pool = pooled()
        port = server.port if handler else await refused_port()
        request = httpx.Request(
            "GET", f"http://127.0.0.1:{port}/file/bot{CANARY}/a.jpg", extensions={"timeout": {"read": 0.2}}
        )
        with pytest.raises(httpx.TransportError) as raised:
            async with contextlib.aclosing(await pool.handle_async_request(request)) as response:
                await response.aread()
        await pool.aclose()
    chain: list[BaseException | None] = [raised.value]
    while (error := chain[-1]) is not None:
        assert "CANARY" not in f"{error} {error!r} {error.args}"
        chain.append(error.__cause__ or error.__context__)
    assert "CANARY" not in describe(raised.value)
    assert "CANARY" not in fault(raised.value).detail
    assert "CANARY" not in caplog.text


async def test_a_key_with_a_line_break_is_an_error_that_does_not_show_it() -> None:
    async with serving(hello) as server, opened(transport()) as http:
        with pytest.raises(httpx.LocalProtocolError) as raised:
            await http.get(server.url, headers={"Authorization": f"Bearer {CANARY}\nX: y"})
    assert "CANARY" not in repr(raised.value)
    assert raised.value.__context__ is None


class Names(AbstractResolver):
    """DNS as a test wants it."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses
        self.asked = 0

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked += 1
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)
            for address in self.addresses
        ]

    async def close(self) -> None:
        pass


async def test_each_address_of_a_name_is_judged_and_only_the_good_one_connected() -> None:
    judged: list[str] = []

    def guard(address: str) -> None:
        judged.append(address)
        if address != "127.0.0.1":
            raise PermissionError(13, "no")

    async with (
        serving(hello) as server,
        opened(transport(guard=guard, resolver=Names("127.0.0.9", "127.0.0.8", "127.0.0.1"))) as http,
    ):
        assert (await http.get(f"http://example.test:{server.port}/")).content == b"hello"
    assert judged == ["127.0.0.9", "127.0.0.8", "127.0.0.1"]


@pytest.mark.parametrize("addresses", [("127.0.0.1",), ("127.0.0.1", "::1"), ("127.0.0.1", "10.0.0.1")])
async def test_a_refused_address_sees_no_connection(addresses: tuple[str, ...]) -> None:
    async with (
        serving(hello) as server,
        opened(transport(guard=only_public, resolver=Names(*addresses))) as http,
    ):
        with pytest.raises(httpx.ConnectError) as raised:
            await http.get(f"http://example.test:{server.port}/")
        assert server.connections == 0
    assert "not a public address" in describe(raised.value)


@pytest.mark.parametrize(
    "way_around", [{"proxy": "http://127.0.0.1:1"}, {"plain": True}, {"trust_env": True}]
)
def test_a_guard_that_could_be_walked_around_is_refused(way_around: dict[str, str | bool]) -> None:
    with pytest.raises(ValueError, match="guard"):
        transport(guard=only_public, **way_around)  # type: ignore[arg-type]


def test_a_proxy_that_is_not_http_is_refused() -> None:
    with pytest.raises(ValueError, match="proxy"):
        transport(proxy="socks5://127.0.0.1:1080")


async def test_a_proxy_is_asked_with_its_credentials(pooled: Pooled) -> None:
    async with serving(hello) as server:
        proxy = server.url.replace("//", "//anna:secret@")
        async with opened(pooled(proxy=proxy)) as http:
            await http.get("http://gateway.test/v1/models")
        assert server.requests[0].target == "http://gateway.test/v1/models"
        assert server.requests[0].headers["proxy-authorization"] == "Basic YW5uYTpzZWNyZXQ="


async def test_the_environment_speaks_only_where_it_is_asked(
    pooled: Pooled, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(hello) as server, serving(hello) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        async with opened(pooled()) as http:
            await http.get(server.url)
        assert not proxy.requests
        async with opened(transport(trust_env=True)) as http:
            await http.get(server.url)
        assert len(proxy.requests) == 1
