import asyncio
import base64
import hashlib
import logging
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import httpx
import orjson
import pytest

from bot.domain.called import Called
from bot.domain.edit import Options
from bot.domain.errors import FaultKind, GatewayFault, PictureProblem, ResultFault, StorageFault
from bot.domain.model import Model
from bot.domain.picture import Kind, Picture, Stored
from bot.domain.ports import Outcome, Progress, Request
from bot.gateway.address import Address
from bot.gateway.client import HttpGateway
from bot.gateway.download import Downloader
from bot.gateway.explain import explained
from bot.gateway.http import transport
from bot.gateway.writer import Writer
from tests.fakes.spool import FakeSpool
from tests.gateway.raw import Got, Handler, Server, serving
from tests.imaging import files

KEY = "sk-CANARY-0123456789"
PNG = files.png()
JPEG = files.jpeg()


def data_uri(content: bytes, mime: str = "image/png") -> str:
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"


def chat(content: str) -> bytes:
    message = {"role": "assistant", "content": content}
    return orjson.dumps({"choices": [{"message": message, "finish_reason": "stop"}]})


def pictures(*contents: bytes) -> bytes:
    return chat("\n".join(f"![image]({data_uri(content)})" for content in contents))


def error(code: str, message: str = "no") -> bytes:
    return orjson.dumps({"error": {"code": code, "message": message}})


def answers(body: bytes | str, status: int = 200, **headers: str) -> Handler:
    content = body if isinstance(body, bytes) else body.encode()

    async def handler(got: Got) -> None:
        await got.reply(
            content, status=status, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )

    return handler


def in_turn(*handlers: Handler) -> Handler:
    left = list(handlers)

    async def handler(got: Got) -> None:
        await left.pop(0)(got)

    return handler


class Bench:
    """A gateway client on a spool in a folder; waits take no time, but are written down."""

    def __init__(self, root: Path) -> None:
        self.spool = FakeSpool(root)
        self.now = 0.0
        self.waits: list[float] = []
        self.progress: list[Progress] = []
        self.heard: list[Called] = []
        self.prompts = False
        self.free = transport()
        self.opened: list[HttpGateway] = []
        self.deadline = 600.0
        self.model = Model("nano-banana", "Nano Banana", 1, "chat", max_pictures=4)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)

    async def hear(self, called: Called) -> None:
        self.heard.append(called)

    def gateway(self, *servers: Server, plain: bool = False, **more: object) -> HttpGateway:
        addresses = [
            replace(Address(f"g{number}", server.url, (KEY,), priority=number), **more)  # type: ignore[arg-type]
            for number, server in enumerate(servers)
        ]
        gateway = HttpGateway(
            addresses,
            writer=Writer(),
            spool=self.spool,
            downloader=Downloader(self.free, self.free, self.spool, allow_private=True, sleep=self.sleep),
            pool=lambda proxy: transport(proxy=proxy, plain=plain),
            deadline=self.deadline,
            hear=self.hear,
            prompts=self.prompts,
            clock=lambda: self.now,
            roll=lambda: 0.5,
            sleep=self.sleep,
        )
        self.opened.append(gateway)
        return gateway

    def picture(self, content: bytes, name: str = "in-1.jpg", kind: Kind = Kind.JPEG) -> Stored:
        path = self.spool.path(f"e/{name}")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return Stored(f"e/{name}", Picture(kind, 1, 1, len(content)))

    def request(self, *pictures: Stored, prompt: str = "make it red") -> Request:
        return Request("e", self.model, prompt, pictures, Options())

    async def develop(self, *servers: Server, pictures: tuple[Stored, ...] = (), **more: object) -> Outcome:
        return await self.gateway(*servers, **more).develop(self.request(*pictures), self.progress.append)  # type: ignore[arg-type]

    async def fault(
        self, *servers: Server, pictures: tuple[Stored, ...] = (), **more: object
    ) -> GatewayFault:
        with pytest.raises(GatewayFault) as raised:
            await self.develop(*servers, pictures=pictures, **more)
        return raised.value

    def stored(self, outcome: Outcome) -> list[bytes]:
        return [self.spool.path(each.key).read_bytes() for each in outcome.pictures]


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    for gateway in bench.opened:
        await gateway.aclose()
    await bench.free.aclose()


async def test_a_photo_goes_out_as_a_data_uri_and_the_picture_comes_back_byte_for_byte(bench: Bench) -> None:
    async with serving(answers(pictures(PNG))) as server:
        outcome = await bench.develop(server, pictures=(bench.picture(JPEG),))
    assert outcome.pictures == (Stored("e/out-1.png", Picture(Kind.PNG, 320, 200, len(PNG))),)
    assert bench.stored(outcome) == [PNG]
    got = server.requests[0]
    assert (got.method, got.target) == ("POST", "/v1/chat/completions")
    assert got.headers["authorization"] == f"Bearer {KEY}"
    assert got.headers["content-type"] == "application/json"
    body = orjson.loads(got.body)
    assert body["messages"][0]["content"][1]["image_url"]["url"] == data_uri(JPEG, "image/jpeg")
    assert int(got.headers["content-length"]) == len(got.body)


@pytest.mark.parametrize("plain", [False, True], ids=["aiohttp", "httpx"])
@pytest.mark.parametrize("size", [1, 2, 3, 196_607, 196_608, 196_609, 5_000_001])
async def test_a_photo_of_any_size_arrives_whole(bench: Bench, size: int, plain: bool) -> None:  # noqa: FBT001
    photo = bench.picture(bytes(range(256)) * (size // 256 + 1), "big.jpg")
    content = bench.spool.path(photo.key).read_bytes()[:size]
    photo = bench.picture(content, "big.jpg")
    async with serving(answers(pictures(PNG))) as server:
        await bench.develop(server, pictures=(photo, photo), plain=plain)
    parts = orjson.loads(server.requests[0].body)["messages"][0]["content"][1:]
    assert [part["image_url"]["url"] for part in parts] == [data_uri(content, "image/jpeg")] * 2
    assert max(bench.spool.chunks) <= 2**21


async def test_many_pictures_are_all_kept_in_order(bench: Bench) -> None:
    async with serving(answers(pictures(PNG, JPEG, files.saved(files.photo(), "WEBP")))) as server:
        outcome = await bench.develop(server)
    assert [each.key for each in outcome.pictures] == ["e/out-1.png", "e/out-2.jpg", "e/out-3.webp"]


async def test_a_result_by_link_is_fetched_without_the_key(bench: Bench) -> None:
    async with (
        serving(answers(PNG)) as host,
        serving(answers(chat(f"![x]({host.url}/a.png?sig=a%2Fb)"))) as server,
    ):
        outcome = await bench.develop(server)
    assert bench.stored(outcome) == [PNG]
    assert host.requests[0].target == "/a.png?sig=a%2Fb"
    assert "authorization" not in host.requests[0].headers


async def test_a_picture_that_came_by_two_links_and_in_bytes_is_delivered_once(bench: Bench) -> None:
    async with serving(answers(PNG)) as host:
        body = chat(f"![a]({host.url}/a.png) ![b]({host.url}/b.png?x=1) ![c]({data_uri(PNG)})")
        async with serving(answers(body)) as server:
            outcome = await bench.develop(server)
    assert bench.stored(outcome) == [PNG]


async def test_the_pictures_that_can_be_had_are_delivered_though_one_is_missing(bench: Bench) -> None:
    async with serving(answers(b"", 404)) as host:
        body = chat(f"![a]({host.url}/a.png)\n![b]({data_uri(PNG)})")
        async with serving(answers(body)) as server:
            outcome = await bench.develop(server)
    assert [each.key for each in outcome.pictures] == ["e/out-2.png"]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (lambda host: chat(f"![a]({host}/a.png)"), PictureProblem.GONE),
        (lambda host: pictures(PNG[:-200]), PictureProblem.DAMAGED),
        (lambda host: pictures(files.png_of_zeros(8000, 5001, colour=0)), PictureProblem.TOO_MANY_PIXELS),
    ],
)
async def test_a_picture_that_cannot_be_used_is_paid_for_and_asked_for_only_once(
    bench: Bench, body: Callable[[str], bytes], problem: PictureProblem
) -> None:
    async with (
        serving(answers(b"", 404)) as host,
        serving(answers(body(host.url))) as server,
        serving(answers(pictures(PNG))) as other,
    ):
        with pytest.raises(ResultFault) as raised:
            await bench.develop(server, other)
        assert (len(server.requests), len(other.requests)) == (1, 0)
    assert raised.value.problem is problem


async def test_a_stream_tells_its_progress_while_it_runs(bench: Bench) -> None:
    seen = asyncio.Event()
    bench.model = replace(bench.model, stream=True)

    def event(text: str) -> bytes:
        return b"data: " + orjson.dumps({"choices": [{"delta": {"content": text}}]}) + b"\n\n"

    async def streaming(got: Got) -> None:
        await got.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
        await got.send(event("> 进度 25%\n") + event("> 进度 50%\n"))
        await asyncio.wait_for(seen.wait(), 60)
        await got.send(event(f"![done]({data_uri(PNG)})") + b"data: [DONE]\n\n")
        got.writer.close()

    def watch(progress: Progress) -> None:
        bench.progress.append(progress)
        if progress.percent == 50:
            seen.set()

    async with serving(streaming) as server:
        outcome = await bench.gateway(server).develop(bench.request(), watch)
    assert [each.percent for each in bench.progress][:2] == [25, 50]
    assert bench.stored(outcome) == [PNG]
    assert server.requests[0].headers["accept"] == "text/event-stream"


async def test_cancelling_closes_the_request_at_the_gateway(bench: Bench) -> None:
    asked, gone = asyncio.Event(), asyncio.Event()

    async def silent(got: Got) -> None:
        asked.set()
        await got.hung_up()
        gone.set()

    async with serving(silent) as server, asyncio.TaskGroup() as group:
        task = group.create_task(bench.develop(server, pictures=(bench.picture(JPEG),)))
        await asyncio.wait_for(asked.wait(), 60)
        task.cancel()
        await asyncio.wait_for(gone.wait(), 60)
    assert task.cancelled()


async def test_cancelling_in_the_middle_of_an_upload_frees_its_place(bench: Bench) -> None:
    async def deaf(got: Got) -> None:
        await asyncio.sleep(60)

    photo = bench.picture(b"\xff\xd8\xff" + bytes(30_000_000), "big.jpg")
    async with serving(deaf, read_body=False) as server:
        gateway = bench.gateway(server)
        for _ in range(10):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.1):
                    await gateway.develop(bench.request(photo), bench.progress.append)
        await asyncio.sleep(0)
        assert gateway._places._value == 8


async def test_waiting_for_the_model_holds_no_place_among_the_big_transfers(bench: Bench) -> None:
    together = asyncio.Barrier(30)

    async def all_at_once(got: Got) -> None:
        await together.wait()
        await got.reply(pictures(PNG))

    async with serving(all_at_once) as server:
        gateway = bench.gateway(server)
        photo = bench.picture(JPEG)
        async with asyncio.timeout(60), asyncio.TaskGroup() as group:
            for number in range(30):
                group.create_task(gateway.develop(replace(bench.request(photo), edit=f"e{number}"), print))


async def test_no_more_than_eight_large_answers_are_in_memory_at_once(bench: Bench) -> None:
    at_once = most = 0

    class Slow(FakeSpool):
        async def write(
            self, key: str, content: bytes | AsyncIterable[bytes], *, lasting: bool = True
        ) -> int:
            nonlocal at_once, most
            at_once += 1
            most = max(most, at_once)
            await asyncio.sleep(0.05)
            at_once -= 1
            return await super().write(key, content, lasting=lasting)

    bench.spool = Slow(bench.spool.root)
    large = files.saved(files.photo(400, 300), "BMP")
    async with serving(answers(pictures(large))) as server:
        gateway = bench.gateway(server)
        async with asyncio.TaskGroup() as group:
            for number in range(20):
                group.create_task(gateway.develop(replace(bench.request(), edit=f"e{number}"), print))
    assert most == 8


async def test_a_gateway_is_never_asked_more_often_at_once_than_it_allows(bench: Bench) -> None:
    at_once = most = 0

    async def counting(got: Got) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.01)
        at_once -= 1
        await got.reply(pictures(PNG))

    async with serving(counting) as server:
        gateway = bench.gateway(server, concurrency=3)
        async with asyncio.TaskGroup() as group:
            for number in range(12):
                group.create_task(gateway.develop(replace(bench.request(), edit=f"e{number}"), print))
    assert (most, len(server.requests)) == (3, 12)


async def hangs_up(got: Got) -> None:
    got.writer.close()


async def cut(got: Got) -> None:
    await got.send(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n" + pictures(PNG)[:100])
    got.writer.close()


@pytest.mark.parametrize(
    ("handler", "kind", "calls", "fails_over"),
    [
        (answers(error("invalid_api_key"), 401), FaultKind.AUTH, 1, True),
        (answers(error("insufficient_user_quota"), 403), FaultKind.QUOTA, 1, True),
        (answers(error("moderation_blocked"), 400), FaultKind.CONTENT_POLICY, 1, False),
        (answers(error("x"), 400), FaultKind.BAD_REQUEST, 1, False),
        (answers(error("x"), 429, Retry_After="2"), FaultKind.RATE_LIMITED, 4, True),
        (answers(b"<html><title>502</title></html>", 502), FaultKind.UPSTREAM, 2, True),
        (answers(b"<html>524</html>", 524), FaultKind.TIMEOUT, 1, True),
        (answers(b"", 504), FaultKind.TIMEOUT, 1, True),
        (answers(chat("I cannot draw.")), FaultKind.NO_IMAGE, 1, True),
        (answers(b"<html>our web page</html>"), FaultKind.UPSTREAM, 1, True),
        (answers(error("bad_response", "upstream")), FaultKind.UPSTREAM, 1, True),
        (answers(b""), None, 1, True),
        (hangs_up, FaultKind.UPSTREAM, 1, True),
        (cut, FaultKind.UPSTREAM, 1, True),
    ],
)
async def test_a_fault_is_typed_retried_and_handed_on_as_the_table_says(
    bench: Bench,
    handler: Handler,
    kind: FaultKind | None,
    calls: int,
    fails_over: bool,  # noqa: FBT001
) -> None:
    async with serving(handler) as server:
        fault = await bench.fault(server)
        assert kind in {None, fault.kind}
        assert len(server.requests) == calls
        assert "CANARY" not in repr(fault)
    async with serving(handler) as server, serving(answers(pictures(PNG))) as other:
        if fails_over:
            assert bench.stored(await bench.develop(server, other)) == [PNG]
        else:
            await bench.fault(server, other)
            assert not other.requests


async def test_a_retry_after_is_waited_for_and_then_the_picture_comes(bench: Bench) -> None:
    busy = answers(error("rate_limit_exceeded"), 429, Retry_After="3")
    async with serving(in_turn(busy, answers(pictures(PNG)))) as server:
        assert bench.stored(await bench.develop(server)) == [PNG]
    assert bench.waits == [0.0, 3.0]


async def test_a_gateway_that_is_down_is_tried_once_more_and_the_error_names_no_key(bench: Bench) -> None:
    async with serving(hangs_up) as server:
        pass
    fault = await bench.fault(server)
    assert fault.kind is FaultKind.UPSTREAM
    assert fault.detail.startswith("ConnectError: Connect call failed")
    assert bench.waits == [0.0, 2.0]


async def test_a_picture_that_came_before_the_line_broke_is_a_picture(bench: Bench) -> None:
    async def broken(got: Got) -> None:
        event = orjson.dumps({"choices": [{"delta": {"content": f"![done]({data_uri(PNG)})"}}]})
        await got.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        data = b"data: " + event + b"\n\n"
        await got.send(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        await asyncio.sleep(0.05)
        got.writer.transport.abort()

    async with serving(broken) as server:
        assert bench.stored(await bench.develop(server)) == [PNG]


async def silent(got: Got) -> None:
    await asyncio.sleep(60)


async def dripping(got: Got) -> None:
    await got.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n{")
    while True:
        await got.send(b" ")
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("handler", [silent, dripping])
async def test_neither_silence_nor_a_slow_drip_lasts_longer_than_the_timeout(
    bench: Bench, handler: Handler
) -> None:
    async with serving(handler) as server, asyncio.timeout(60):
        fault = await bench.fault(server, timeout=0.2)
        assert fault.kind is FaultKind.TIMEOUT
        assert len(server.requests) == 1


async def test_a_deaf_gateway_is_given_up_at_the_timeout(bench: Bench) -> None:
    photo = bench.picture(b"\xff\xd8\xff" + bytes(20_000_000), "big.jpg")
    async with serving(silent, read_body=False) as server, asyncio.timeout(60):
        fault = await bench.fault(server, pictures=(photo,), timeout=0.3)
    assert fault.kind is FaultKind.TIMEOUT


async def test_the_edits_deadline_ends_a_call_too(bench: Bench) -> None:
    bench.deadline = 0.2
    async with serving(silent) as server, asyncio.timeout(60):
        assert (await bench.fault(server)).kind is FaultKind.TIMEOUT


async def test_a_picture_that_vanished_from_the_spool_is_told_as_that(bench: Bench) -> None:
    photo = bench.picture(JPEG)

    class Broken(FakeSpool):
        async def read(self, key: str, chunk_size: int) -> AsyncGenerator[bytes, None]:
            async for chunk in super().read(key, chunk_size):
                yield chunk[:9]
                raise StorageFault(detail="gone")

    bench.spool = Broken(bench.spool.root)
    async with serving(answers(pictures(PNG))) as server:
        with pytest.raises(StorageFault):
            await bench.develop(server, pictures=(photo,))


async def test_a_spool_that_takes_nothing_is_told_as_that(bench: Bench) -> None:
    class Full(FakeSpool):
        async def write(
            self, key: str, content: bytes | AsyncIterable[bytes], *, lasting: bool = True
        ) -> int:
            raise StorageFault(detail="full")

    bench.spool = Full(bench.spool.root)
    async with serving(answers(pictures(PNG))) as server:
        with pytest.raises(StorageFault):
            await bench.develop(server)


async def test_of_a_call_that_failed_is_told_what_was_said_without_keys_links_pictures_and_prompt(
    bench: Bench,
) -> None:
    echo = f"sorry, key {KEY}, I cannot make it red https://x.test/a?sig=CANARY token=CANARYCANARY "
    body = orjson.dumps({"choices": [{"message": {"content": echo + "é" + "z" * 300_000}}]})
    handler = answers(body, Content_Type="application/json", X_Secret="CANARY", X_Request_Id="r1")
    async with serving(handler) as server:
        fault = await bench.fault(server, pictures=(bench.picture(JPEG),))
    told = bench.heard[-1]
    assert (told.edit, told.gateway, told.model) == ("e", "g0", "nano-banana")
    assert (told.fault, told.status) == (fault.kind, 200)
    assert told.said
    assert told.said.answer
    head, _, sent = told.said.request.partition("\r\n\r\n")
    assert head.startswith(f"POST {server.url}/v1/chat/completions HTTP/1.1\r\nAuthorization: …\r\n")
    text, picture = orjson.loads(sent)["messages"][0]["content"]
    assert text["text"] == "<prompt, 11 characters>"
    assert picture["image_url"]["url"] == "data:image/jpeg;base64,<base64 image/jpeg, 3 kB>"
    head, _, came = told.said.answer.partition("\r\n\r\n")
    assert head == "HTTP/1.1 200 -\r\ncontent-type: application/json\r\nx-request-id: r1"
    assert (
        "sorry, key …, I cannot <prompt, 11 characters> https://x.test/a?… token=… é<base64, 225 kB>" in came
    )
    assert "CANARY" not in told.said.request + told.said.answer
    assert dict(explained(told.said))["error_kind"] == fault.kind


async def test_prompts_are_told_where_the_operator_wants_them(bench: Bench) -> None:
    bench.prompts = True
    async with serving(answers(error("moderation_blocked"), 400)) as server:
        await bench.fault(server)
    (told,) = bench.heard
    assert told.said
    assert "make it red" in told.said.request


async def test_of_every_call_is_told_how_long_it_took_and_how_it_ended(bench: Bench) -> None:
    async def late(got: Got) -> None:
        bench.now += 3
        await got.reply(pictures(PNG))

    async with serving(hangs_up) as dead, serving(late) as alive, serving(answers(chat(""))) as dumb:
        await bench.develop(dead, alive)
        broken = chat("![image](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAAAAAAAAAAAAAAAAAAA)")
        assert [(each.gateway, each.fault, each.status) for each in bench.heard][-1] == ("g1", None, 200)
        assert bench.heard[-1].said is None
        assert bench.heard[-1].seconds == 3
        first = bench.heard[0]
        assert first.said
        assert (first.fault, first.status, first.said.answer) == ("upstream", 0, None)
        assert explained(first.said) == ()
        bench.heard.clear()
        await bench.fault(dumb)
        assert bench.heard[-1].fault == "no_image"
    async with serving(answers(broken)) as damaged:
        with pytest.raises(ResultFault):
            await bench.develop(damaged)
    assert (bench.heard[-1].fault, bench.heard[-1].status) == ("result", 200)
    assert bench.heard[-1].said


@pytest.mark.parametrize("key", ["sk-CANARY\nX: y", "sk-CANARY-ключ", "sk-CANARY\x00"])
async def test_a_key_that_is_no_header_is_a_fault_and_not_shown(
    bench: Bench, key: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with serving(answers(pictures(PNG))) as server:
        fault = await bench.fault(server, api_keys=(key,))
    seen: BaseException | None = fault
    while seen is not None:
        assert "CANARY" not in f"{seen!r} {seen.args}"
        seen = seen.__cause__ or seen.__context__
    assert "CANARY" not in caplog.text


async def test_a_revoked_key_is_replaced_by_the_next_and_stays_aside(bench: Bench) -> None:
    async def by_key(got: Got) -> None:
        if got.headers["authorization"] == "Bearer dead":
            await got.reply(error("invalid_api_key"), status=401)
        else:
            await got.reply(pictures(PNG))

    async with serving(by_key) as server:
        gateway = bench.gateway(server, api_keys=("dead", "alive"))
        for _ in range(3):
            await gateway.develop(bench.request(), print)
    used = [got.headers["authorization"] for got in server.requests]
    assert used == ["Bearer dead", "Bearer alive", "Bearer alive", "Bearer alive"]


async def test_a_gateway_without_keys_gets_no_authorization(bench: Bench) -> None:
    async with serving(answers(pictures(PNG))) as server:
        await bench.develop(server, api_keys=())
    assert "authorization" not in server.requests[0].headers


async def test_a_model_of_one_gateway_is_not_asked_of_others(bench: Bench) -> None:
    bench.model = replace(bench.model, gateways=("g1",))
    async with serving(answers(pictures(PNG))) as first, serving(answers(pictures(PNG))) as second:
        await bench.develop(first, second)
    assert (len(first.requests), len(second.requests)) == (0, 1)


async def test_results_of_different_requests_do_not_share_cookies(bench: Bench) -> None:
    async with serving(answers(pictures(PNG), Set_Cookie="who=anna")) as server:
        gateway = bench.gateway(server)
        await gateway.develop(bench.request(), print)
        await gateway.develop(bench.request(), print)
    assert "cookie" not in server.requests[1].headers


@pytest.mark.load
async def test_a_large_answer_blocks_nobody(bench: Bench) -> None:
    big = files.saved(files.photo(64, 64), "BMP") + bytes(24_000_000)
    lag: list[float] = []

    async def heartbeat() -> None:
        loop = asyncio.get_running_loop()
        while True:
            before = loop.time()
            await asyncio.sleep(0.005)
            lag.append(loop.time() - before - 0.005)

    async with serving(answers(pictures(big))) as server, asyncio.TaskGroup() as group:
        beat = group.create_task(heartbeat())
        outcome = await bench.develop(server)
        beat.cancel()
    assert hashlib.sha256(bench.stored(outcome)[0]).digest() == hashlib.sha256(big).digest()
    assert max(lag) < 0.25  # the server in this loop sends 32 MB at once


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ({"data": [{"id": "a"}, {"id": "b"}, {}, {"id": 5}]}, {"a", "b"}),
        ({"models": [{"name": "models/a"}]}, {"a"}),
        (["a", "b"], {"a", "b"}),
        ({"data": []}, set()),
    ],
)
async def test_a_gateway_tells_its_models(bench: Bench, body: object, names: set[str]) -> None:
    async with serving(answers(orjson.dumps(body))) as server:
        gateway = bench.gateway(server)
        assert await gateway.offers() == {"g0": frozenset(names)}
    assert server.requests[0].target == "/v1/models"
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("handler", "kind"),
    [
        (answers(error("invalid_api_key"), 401), FaultKind.AUTH),
        (answers(b"<html>"), FaultKind.UPSTREAM),
        (answers(b'{"x": 1}'), FaultKind.UPSTREAM),
        (hangs_up, FaultKind.UPSTREAM),
        (answers(bytes(9_000_000)), FaultKind.UPSTREAM),
    ],
)
async def test_a_gateway_that_does_not_tell_its_models_is_a_fault(
    bench: Bench, handler: Handler, kind: FaultKind
) -> None:
    async with serving(handler) as server:
        told = (await bench.gateway(server).offers())["g0"]
    assert isinstance(told, GatewayFault)
    assert told.kind is kind
    assert not isinstance(told.__context__, httpx.HTTPError)


async def test_each_gateway_is_asked_by_its_own_name_and_dialect_for_the_model(bench: Bench) -> None:
    bench.model = replace(bench.model, names={"g1": "google/m"}, dialects={"g1": "openrouter"})
    async with serving(answers(error("x"), 401)) as first, serving(answers(pictures(PNG))) as second:
        await bench.develop(first, second)
    asked = [orjson.loads(server.requests[0].body) for server in (first, second)]
    assert [body["model"] for body in asked] == [bench.model.id, "google/m"]
    assert ["modalities" in body for body in asked] == [False, True]


async def test_a_gateway_that_is_switched_off_is_not_asked_until_it_is_on_again(bench: Bench) -> None:
    async with serving(answers(pictures(PNG))) as first, serving(answers(pictures(PNG))) as second:
        gateway = bench.gateway(first, second)
        gateway.switch("g0", on=False)
        await gateway.develop(bench.request(), bench.progress.append)
        assert [each.off for each in gateway.health()] == [True, False]
        gateway.switch("g0", on=True)
        await gateway.develop(bench.request(), bench.progress.append)
        assert (len(first.requests), len(second.requests)) == (1, 1)
