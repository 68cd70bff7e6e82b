"""A test can take the gateway's answers into its own hands, in the same process and from another one."""

import asyncio
import base64
import time
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.sandbox.gateway import Call, GatewayServer, Reply
from tests.sandbox.gateway_kit import chat, client, opened, photo

BODY = chat("sora_image", "rotate left", photo())
STREAM = chat("gpt-4o-image", "rotate left", photo(), stream=True)


@pytest.fixture
async def gateway() -> AsyncIterator[GatewayServer]:
    async with GatewayServer() as server:
        yield server


@pytest.fixture
async def http(gateway: GatewayServer) -> AsyncIterator[httpx.AsyncClient]:
    async with client(gateway) as opened_client:
        yield opened_client


async def test_a_call_is_noted_without_its_pictures_and_with_its_bytes(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    await http.post("/chat/completions", json=BODY)
    call = gateway.calls[0]
    assert (call.method, call.path, call.model, call.key, call.status) == (
        "POST", "/v1/chat/completions", "sora_image", gateway.key, 200,
    )  # fmt: skip
    url = call.body["messages"][0]["content"][1]["image_url"]["url"]
    assert url.startswith("picture:sha256=")
    assert url.endswith(f"size={len(photo())}")
    assert call.pictures == [photo()]
    assert base64.b64encode(photo()) in call.raw
    assert call.results == gateway.last_results
    assert gateway.key not in str(call.summary())


async def test_the_next_requests_fail_as_often_as_told(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    gateway.fail_next(429, headers={"Retry-After": "3"}, times=2)
    gateway.fail_next(500, {"error": "All cookies are temporarily unavailable."})
    answers = [await http.post("/chat/completions", json=BODY) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [429, 429, 500, 200]
    assert answers[0].headers["retry-after"] == "3"
    assert answers[0].json()["error"]["code"] == "rate_limit_exceeded"
    assert answers[2].json() == {"error": "All cookies are temporarily unavailable."}
    assert [call.status for call in gateway.calls] == [429, 429, 500, 200]


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 413, 429, 500, 502, 503, 504, 524])
async def test_each_status_has_its_usual_body(
    gateway: GatewayServer, http: httpx.AsyncClient, status: int
) -> None:
    gateway.fail_next(status)
    answer = await http.post("/chat/completions", json=BODY)
    assert answer.status_code == status
    assert "error" in answer.text.lower() or "<html>" in answer.text


async def test_a_reply_can_be_meant_for_one_model_or_for_downloads(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    gateway.script(Reply(418), model="nano-banana", times=0)
    gateway.script(Reply(302, headers={"Location": "http://127.0.0.1:9/x"}), path="/files/")
    answer = await http.post("/chat/completions", json=BODY)
    assert answer.status_code == 200
    link = answer.json()["choices"][0]["message"]["content"][6:].strip().rstrip(")")
    assert (await http.get(link)).status_code == 302
    assert (await http.get(link)).status_code == 200
    assert [status for _, status in gateway.downloads] == [302, 200]
    for _ in range(2):
        assert (
            await http.post("/chat/completions", json=chat("nano-banana", "x", photo()))
        ).status_code == 418


async def test_raw_bytes_are_sent_as_they_are_in_pieces(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    sse = 'data: {"choices":[{"delta":{"content":"🖌️"}}]}\r\n\r\ndata:[DONE]\r\n\r\n'.encode()
    gateway.script(Reply(body=sse, chunk_size=1), Reply(body=sse, chunk_size=7), Reply(body=sse))
    for _ in range(3):
        async with http.stream("POST", "/chat/completions", json=BODY) as answer:
            assert answer.headers["content-type"] == "text/event-stream"
            assert await answer.aread() == sse
    gateway.script(Reply(body=sse, headers={"Content-Type": "application/json", "X-Own": "1"}))
    lying = await http.post("/chat/completions", json=BODY)
    assert (lying.headers["content-type"], lying.headers["x-own"]) == ("application/json", "1")


@pytest.mark.parametrize("chunk_size", [None, 5])
@pytest.mark.parametrize("cut_after", [0, 10])
async def test_an_answer_can_be_cut_off(
    gateway: GatewayServer, http: httpx.AsyncClient, cut_after: int, chunk_size: int | None
) -> None:
    gateway.script(Reply(body=b"x" * 100, cut_after=cut_after, chunk_size=chunk_size))
    with pytest.raises(httpx.TransportError):
        await http.post("/chat/completions", json=BODY)
    assert (await http.post("/chat/completions", json=BODY)).status_code == 200


async def test_a_hook_sees_every_request_and_may_answer(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    async def odd(call: Call) -> Reply | None:
        return Reply(503) if call.number % 2 else None

    gateway.on_call(odd)
    assert [(await http.post("/chat/completions", json=BODY)).status_code for _ in range(4)] == [
        503,
        200,
        503,
        200,
    ]
    gateway.reset()
    assert (await http.post("/chat/completions", json=BODY)).status_code == 200


async def test_answers_wait_until_they_are_released(gateway: GatewayServer, http: httpx.AsyncClient) -> None:
    gateway.hold()
    async with asyncio.TaskGroup() as tasks:
        asked = [tasks.create_task(http.post("/chat/completions", json=BODY)) for _ in range(3)]
        await gateway.until(lambda: gateway.held == 3)
        assert gateway.in_flight == 3
        gateway.release(1)
        await gateway.until(lambda: gateway.in_flight == 2)
        assert sum(call.status == 200 for call in gateway.calls) == 1
        gateway.release()
    assert [task.result().status_code for task in asked] == [200] * 3
    assert gateway.in_flight == 0


@pytest.mark.parametrize("body", [BODY, STREAM], ids=["whole", "stream"])
async def test_an_answer_can_be_held_after_its_headers(
    gateway: GatewayServer, http: httpx.AsyncClient, body: dict[str, object]
) -> None:
    gateway.hold("headers")
    async with http.stream("POST", "/chat/completions", json=body) as answer:
        assert answer.status_code == 200
        await gateway.until(lambda: gateway.held == 1)
        gateway.release()
        text = (await answer.aread()).decode()
    assert "/files/" in text


@pytest.mark.parametrize("stage", ["arrived", "headers"])
@pytest.mark.parametrize("body", [BODY, STREAM], ids=["whole", "stream"])
async def test_a_client_that_goes_away_is_seen(
    gateway: GatewayServer, stage: str, body: dict[str, object]
) -> None:
    gateway.hold("headers" if stage == "headers" else "arrived")
    async with client(gateway) as http, asyncio.TaskGroup() as tasks:
        asked = tasks.create_task(http.post("/chat/completions", json=body))
        await gateway.until(lambda: gateway.held == 1)
        asked.cancel()
    await gateway.until(lambda: gateway.disconnects == 1)
    assert (gateway.in_flight, gateway.held) == (0, 0)
    assert gateway.calls[0].disconnected
    assert gateway.calls[0].status is None


async def test_waiting_for_what_never_comes_ends(gateway: GatewayServer) -> None:
    with pytest.raises(TimeoutError):
        await gateway.until(lambda: gateway.in_flight == 1, within=0.05)


@pytest.mark.load
async def test_progress_comes_before_the_picture_when_there_is_a_delay() -> None:
    async with GatewayServer(delay=0.2) as gateway, client(gateway) as http:
        loop = asyncio.get_running_loop()
        started, seen = loop.time(), []
        async with http.stream("POST", "/chat/completions", json=STREAM) as answer:
            async for line in answer.aiter_lines():
                seen += [(loop.time() - started, line)] if "进度" in line or "gen_id" in line else []
        assert len(seen) == 4
        assert seen[0][0] < seen[-1][0] - 0.03
        assert seen[-1][0] >= 0.2


async def test_the_server_stops_at_once_with_answers_held() -> None:
    gateway = GatewayServer()
    async with asyncio.timeout(60), client_of(gateway) as http, asyncio.TaskGroup() as tasks:
        gateway.hold("headers")
        tasks.create_task(ignored(http.post("/chat/completions", json=BODY)))
        await gateway.until(lambda: gateway.held == 1)
        await gateway.__aexit__(None, None, None)
    assert gateway.disconnects == 0


class client_of:  # noqa: N801 - reads as the function that it stands for
    def __init__(self, gateway: GatewayServer) -> None:
        self._gateway = gateway

    async def __aenter__(self) -> httpx.AsyncClient:
        await self._gateway.__aenter__()
        self._client = client(self._gateway)
        return self._client

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()


async def ignored(request: object) -> None:
    try:
        await request  # type: ignore[misc]
    except httpx.HTTPError:
        return


@pytest.mark.load
async def test_the_loop_stays_free_while_pictures_of_12_megapixels_are_edited(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    big = photo((4000, 3000))
    longest = 0.0

    async def watch() -> None:
        """CPU time of the loop's thread: by the clock, a busy machine takes its time as well."""
        nonlocal longest
        while True:
            before = time.thread_time()
            await asyncio.sleep(0.002)
            longest = max(longest, time.thread_time() - before)

    body = chat("sora_image", "black and white", big)
    await http.post("/chat/completions", json=BODY)
    async with asyncio.TaskGroup() as tasks:
        watcher = tasks.create_task(watch())
        async with asyncio.TaskGroup() as asked:
            for _ in range(3):
                asked.create_task(http.post("/chat/completions", json=body))
        watcher.cancel()
    assert opened(gateway.last_results[0]).size == (4000, 3000)
    assert longest < 0.15


async def test_everything_can_be_steered_from_another_process(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    async def sim(verb: str, **body: object) -> None:
        assert (await http.post(f"{gateway.root}/sim/{verb}", json=body)).status_code == 200

    await sim("fail", status=429, times=1)
    await sim("script", status=200, body_base64=base64.b64encode(b"data: [DONE]\n\n").decode(), chunk_size=3)
    assert (await http.post("/chat/completions", json=BODY)).status_code == 429
    assert (await http.post("/chat/completions", json=BODY)).content == b"data: [DONE]\n\n"
    await sim("hold", stage="arrived")
    async with asyncio.TaskGroup() as tasks:
        asked = tasks.create_task(http.post("/chat/completions", json=BODY))
        state = (await http.get(f"{gateway.root}/sim/state?held=1&in_flight=1")).json()
        assert state == {"calls": 3, "in_flight": 1, "held": 1, "disconnects": 0, "downloads": 0}
        await sim("release")
    assert asked.result().status_code == 200
    calls = (await http.get(f"{gateway.root}/sim/calls")).json()
    assert [call["status"] for call in calls] == [429, 200, 200]
    part = f"{gateway.root}/sim/calls/3"
    assert (await http.get(f"{part}/raw")).content == gateway.calls[2].raw
    assert (await http.get(f"{part}/results/0")).content == gateway.last_results[0]
    assert (await http.get(f"{part}/pictures/0")).content == photo()
    assert (await http.get(f"{part}/pictures/1")).status_code == 404
    await sim("settings", delay=0.01, magic_words=False)
    assert (gateway.settings.delay, gateway.settings.magic_words) == (0.01, False)
    await sim("reset")
    assert gateway.calls == []
    late = await http.get(f"{gateway.root}/sim/state?calls=1&within=0.01")
    assert late.status_code == 408
    wrong = await http.post(f"{gateway.root}/sim/hold", json={"nonsense": 1})
    assert wrong.status_code == 400
    stranger = await http.get(f"{gateway.root}/sim/calls", headers={"Authorization": ""})
    assert stranger.status_code == 401
