import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.domain.errors import InputFault, PictureProblem, ResultFault
from bot.gateway.download import Downloader, FileDownloader
from bot.gateway.guard import only_public
from bot.gateway.http import transport
from tests.fakes.spool import FakeSpool
from tests.gateway.raw import Got, Handler, Server, serving
from tests.gateway.test_http import Names

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
CANARY = "123456:CANARY-token_x"


class Bench:
    """A downloader whose pauses take no time, and what it left behind."""

    def __init__(self, root: Path) -> None:
        self.spool = FakeSpool(root)
        self.names = Names("127.0.0.1")
        self.guarded = transport(guard=only_public, resolver=self.names)
        self.free = transport(resolver=self.names)
        self.pauses: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def downloader(
        self,
        *,
        private: bool = True,
        hosts: tuple[str, ...] = (),
        max_bytes: int = 100_000,
        deadline: float = 10.0,
    ) -> Downloader:
        return Downloader(
            self.guarded,
            self.free,
            self.spool,
            allow_private=private,
            allowed_hosts=frozenset(hosts),
            max_bytes=max_bytes,
            deadline=deadline,
            sleep=self.sleep,
        )

    async def failure(self, url: str, downloader: Downloader | None = None) -> ResultFault:
        with pytest.raises(ResultFault) as raised:
            await (downloader or self.downloader()).fetch(url, "e/out-1")
        assert self.spool.keys() == []
        return raised.value


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    await bench.guarded.aclose()
    await bench.free.aclose()


async def picture(got: Got) -> None:
    await got.reply(PNG, headers={"Content-Type": "text/plain"})


def replies(body: bytes, status: int = 200, **headers: str) -> Handler:
    async def handler(got: Got) -> None:
        await got.reply(
            body, status=status, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )

    return handler


def redirects(*targets: str) -> Handler:
    left = list(targets)

    async def handler(got: Got) -> None:
        if left:
            await got.reply(status=302, headers={"Location": left.pop(0)})
        else:
            await got.reply(PNG)

    return handler


async def test_a_picture_by_link_lands_in_the_spool_byte_for_byte(bench: Bench) -> None:
    async with serving(picture) as server:
        assert await bench.downloader().fetch(f"{server.url}/a.jpg?X-Sig=a%2Fb#x", "e/out-1") == "e/out-1.png"
    assert bench.spool.path("e/out-1.png").read_bytes() == PNG
    assert server.requests[0].target == "/a.jpg?X-Sig=a%2Fb"


async def test_hosts_that_say_nothing_hold_up_no_other(bench: Bench) -> None:
    downloader = bench.downloader(deadline=90)

    async def silent(got: Got) -> None:
        await got.hung_up()

    async with serving(silent) as deaf, serving(picture) as server, asyncio.timeout(60):
        waiting = [
            asyncio.get_running_loop().create_task(downloader.fetch(deaf.url, f"e{number}/out-1"))
            for number in range(10)
        ]
        await asyncio.sleep(0)
        assert await downloader.fetch(server.url, "e/out-1") == "e/out-1.png"
        for task in waiting:
            task.cancel()
        await asyncio.wait(waiting)


async def test_nothing_of_ours_is_told_to_a_stranger(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    async with serving(picture) as server:
        await bench.downloader().fetch(server.url, "e/out-1")
    assert set(server.requests[0].headers) == {"host", "user-agent", "accept", "accept-encoding"}
    assert server.requests[0].headers["accept-encoding"] == "identity"


async def test_a_short_picture_in_small_pieces_is_recognised(bench: Bench) -> None:
    async def dripping(got: Got) -> None:
        await got.send(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        for at in range(0, 40, 5):
            await got.send(PNG[at : at + 5])
            await asyncio.sleep(0.001)
        got.writer.close()

    async with serving(dripping) as server:
        await bench.downloader().fetch(server.url, "e/out-1")
    assert bench.spool.path("e/out-1.png").read_bytes() == PNG[:40]


async def cut(got: Got) -> None:
    await got.send(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n" + PNG)
    got.writer.close()


async def hangs_up(got: Got) -> None:
    got.writer.close()


async def endless(got: Got) -> None:
    await got.send(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + PNG)
    while True:
        await got.send(bytes(10_000))


@pytest.mark.parametrize(
    ("handler", "problem", "tries"),
    [
        (replies(b"<html>404</html>", Content_Type="image/png"), PictureProblem.NO_PICTURE, 1),
        (replies(b'{"error":"gone"}'), PictureProblem.NO_PICTURE, 1),
        (replies(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), PictureProblem.NO_PICTURE, 1),
        (replies(b"\x1f\x8b" + bytes(90), Content_Encoding="gzip"), PictureProblem.NO_PICTURE, 1),
        (replies(b""), PictureProblem.EMPTY, 1),
        (replies(PNG + bytes(100_000)), PictureProblem.TOO_LARGE, 1),
        (endless, PictureProblem.TOO_LARGE, 1),
        (cut, PictureProblem.DAMAGED, 2),
        (hangs_up, PictureProblem.GONE, 4),  # aiohttp repeats a GET that brought not one byte
        (replies(PNG, 404), PictureProblem.GONE, 2),
        (replies(PNG, 403), PictureProblem.GONE, 2),
        (replies(PNG, 503), PictureProblem.GONE, 2),
        (replies(PNG, 206), PictureProblem.GONE, 2),
    ],
)
async def test_what_is_no_whole_picture_is_a_typed_error(
    bench: Bench, handler: Handler, problem: PictureProblem, tries: int
) -> None:
    async with serving(handler) as server:
        fault = await bench.failure(server.url)
        assert (fault.problem, len(server.requests)) == (problem, tries)
    assert bench.pauses == [1.5] * (tries > 1)


async def test_a_link_that_works_the_second_time_brings_the_picture(bench: Bench) -> None:
    answers = [404, 200]

    async def late(got: Got) -> None:
        await got.reply(PNG, status=answers.pop(0))

    async with serving(late) as server:
        assert await bench.downloader().fetch(server.url, "e/out-1") == "e/out-1.png"


async def test_a_slow_drip_ends_at_the_deadline(bench: Bench) -> None:
    async def dripping(got: Got) -> None:
        await got.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + PNG[:40])
        while True:
            await got.send(b"x")
            await asyncio.sleep(0.01)

    async with serving(dripping) as server:
        fault = await bench.failure(server.url, bench.downloader(deadline=0.3))
        assert fault.problem is PictureProblem.GONE


@pytest.mark.parametrize(
    "url",
    [
        *(
            "file:///etc/passwd",
            "ftp://127.0.0.1/a.png",
            "data:image/png;base64,AAAA",
            "javascript:alert(1)",
            "",
        ),
        *(
            "/a.png",
            "a.png",
            "//127.0.0.1/a.png",
            "http://",
            "http:///a.png",
            "http://anna:x@127.0.0.1/a.png",
        ),
        *("http://anna@127.0.0.1/", "http://[::1/", "http://a b/", "http://127.0.0.1:99999/", "x" * 10_000),
        *(
            "http://" + "a" * 70_000,
            "http://a/\x00",
            "http://\ud800/",
            "http://xn--/",
            "http://...",
            "http://%00/",
        ),
    ],
)
async def test_a_link_that_is_none_is_a_typed_error(bench: Bench, url: str) -> None:
    assert (await bench.failure(url)).problem is PictureProblem.GONE


async def test_redirects_are_followed_five_times_and_no_more(bench: Bench) -> None:
    async with serving(redirects("/1", "2?a=b", "./3", "//127.0.0.1:{}/4", "/5")) as server:
        with pytest.raises(ResultFault):  # the fourth names no port, which is why it fails
            await bench.downloader().fetch(server.url, "e/out-1")
    async with serving(redirects("/1", "2?a=b", "./3", "?4", "/5")) as server:
        await bench.downloader().fetch(f"{server.url}/dir/0", "e/out-1")
        assert [got.target for got in server.requests] == ["/dir/0", "/1", "/2?a=b", "/3", "/3?4", "/5"]
    bench.spool.path("e/out-1.png").unlink()
    async with serving(redirects(*["/again"] * 40)) as server:
        await bench.failure(server.url)
        assert len(server.requests) == 6


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "http://a:b@127.0.0.1/", "gopher://127.0.0.1/", "http://[", ""]
)
async def test_a_redirect_to_what_is_no_link_is_a_typed_error(bench: Bench, location: str) -> None:
    async with serving(replies(b"", 302, Location=location)) as server:
        await bench.failure(server.url, bench.downloader(deadline=2))


SPELLINGS = """
127.0.0.1 127.0.0.2 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0x7f.0x0.0x0.0x1 0177.0.0.1 017700000001
127.0.0.1. 127.000.000.001 127。0。0。1 127．0．0．1 １２７.0.0.1 ①②⑦.⓪.⓪.① 0.0.0.0 0 localhost
LOCALHOST localhost. localhost.localdomain [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1]
[::ffff:0:127.0.0.1] [::127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2002:7f00:1::1]
[2001:0:4136:e378:8000:63bf:80ff:fffe] [fe80::1] [fe80::1%25lo] [fc00::1] [fd00:ec2::254] [ff02::1] 10.0.0.1
172.16.0.1 192.168.0.1 169.254.169.254 169.254.170.2 100.100.100.200 168.63.129.16 192.0.0.192 198.18.0.1
224.0.0.1 255.255.255.255 rebind.test 127.0.0.1.nip.test metadata.google.internal
""".split()  # noqa: SIM905 -- a table of addresses reads best as one


async def decoyed(
    bench: Bench, url: Callable[[Server], str], *, hosts: tuple[str, ...] = ()
) -> tuple[ResultFault, int]:
    """What came of a link, and how many connections a listener on all of this machine's addresses saw."""
    async with serving(picture, host="0.0.0.0") as decoy:
        fault = await bench.failure(url(decoy), bench.downloader(private=False, hosts=hosts, deadline=5))
        return fault, decoy.connections


@pytest.mark.parametrize("host", SPELLINGS)
async def test_no_spelling_of_an_internal_address_is_connected_to(bench: Bench, host: str) -> None:
    fault, connections = await decoyed(bench, lambda decoy: f"http://{host}:{decoy.port}/a.png")
    assert (fault.problem, connections) == (PictureProblem.GONE, 0)


async def test_all_spellings_are_there() -> None:
    assert len(SPELLINGS) == 53


@pytest.mark.parametrize("host", ["127.0.0.1", "[::ffff:127.0.0.1]", "internal.test", "LOCALHOST"])
async def test_a_redirect_into_the_private_net_is_not_followed(bench: Bench, host: str) -> None:
    """`public.test` is exempt and stands for the outside; the hop behind it is judged anew."""
    async with serving(lambda got: got.reply(status=302, headers={"Location": target})) as outside:
        bench.names.addresses = ("127.0.0.1",)
        async with serving(picture) as decoy:
            target = f"http://{host}:{decoy.port}/a.png"
            downloader = bench.downloader(private=False, hosts=("Public.test",))
            fault = await bench.failure(f"http://public.test:{outside.port}/", downloader)
            assert fault.problem is PictureProblem.GONE
            assert (outside.connections > 0, decoy.connections) == (True, 0)


async def test_a_name_that_answers_differently_the_second_time_is_judged_the_second_time(
    bench: Bench,
) -> None:
    bench.names.addresses = ("203.0.113.5", "127.0.0.1")
    _, connections = await decoyed(bench, lambda decoy: f"http://rebind.test:{decoy.port}/")
    assert connections == 0


async def test_blocked_refused_and_missing_read_the_same(bench: Bench) -> None:
    blocked, _ = await decoyed(bench, lambda decoy: f"http://127.0.0.1:{decoy.port}/")
    async with serving(replies(b"", 404)) as server:
        missing = await bench.failure(server.url)
    refused = await bench.failure(server.url)
    assert {fault.text_key for fault in (blocked, missing, refused)} == {"failed-result"}
    assert {fault.problem for fault in (blocked, missing, refused)} == {PictureProblem.GONE}
    assert len(bench.pauses) == 3
    assert "results.allow_private" in blocked.detail


async def test_an_exempt_host_may_be_private(bench: Bench) -> None:
    async with serving(picture) as server:
        downloader = bench.downloader(private=False, hosts=("127.0.0.1",))
        assert await downloader.fetch(server.url, "e/out-1") == "e/out-1.png"


async def test_a_persons_file_lands_in_the_spool_whatever_it_is(bench: Bench) -> None:
    async with serving(replies(b"%PDF", Content_Type="application/pdf")) as server:
        files = FileDownloader(bench.free, bench.spool)
        assert await files.fetch(f"{server.url}/file/bot{CANARY}/a", "e/in-1") == 4


@pytest.mark.parametrize(
    ("handler", "problem"),
    [
        (replies(bytes(1001)), PictureProblem.TOO_LARGE),
        (endless, PictureProblem.TOO_LARGE),
        (replies(b"", 404), PictureProblem.GONE),
        (replies(b"", 302, Location="/x"), PictureProblem.GONE),
        (cut, PictureProblem.TOO_LARGE),
        (hangs_up, PictureProblem.GONE),
        (None, PictureProblem.GONE),
    ],
)
async def test_the_bots_token_is_in_no_error_and_no_log(
    bench: Bench, handler: Handler | None, problem: PictureProblem, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    files = FileDownloader(bench.free, bench.spool, max_bytes=1000, deadline=2)
    async with serving(handler or picture) as server:
        port = server.port if handler else 1
        with pytest.raises(InputFault) as raised:
            await files.fetch(f"http://127.0.0.1:{port}/file/bot{CANARY}/a.jpg", "e/in-1")
    assert raised.value.problem is problem
    assert bench.spool.keys() == []
    error: BaseException | None = raised.value
    while error is not None:
        assert "CANARY" not in f"{error} {error!r} {error.args}"
        error = error.__cause__ or error.__context__
    assert "CANARY" not in caplog.text
    assert "CANARY" not in repr(files)


async def test_a_token_that_makes_no_url_is_not_shown_either(bench: Bench) -> None:
    with pytest.raises(InputFault) as raised:
        await FileDownloader(bench.free, bench.spool).fetch(f"http://[{CANARY}/a", "e/in-1")
    assert "CANARY" not in f"{raised.value!r} {raised.value.__context__!r}"
