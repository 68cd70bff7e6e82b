"""Whatever a gateway does: one sentence is said, all credits come back, and nothing is paid for twice.

The numbers are those of the list of faults in SAFETY, 5E.
"""

import asyncio
import gzip
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest

from bot.gateway import policy
from bot.sandbox.gateway import Reply
from tests.fakes.toxic import HEALTHY, End, Spoiler, Toxic, spoiling
from tests.gateway.raw import Got, Handler, serving
from tests.whole.town import PHOTO, Town, a_town, inhabited, outside

HTML = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
FAULT, SLOW, BUSY = "had a fault", "took too long", "too busy"
CLOSED, BROKE, POLICY = "does not let me in", "its own budget", "content rules"
REQUEST, EMPTY, RESULT = "could not work with", "without a picture", "could not be used"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries come at once: how long they wait is told by the tables of tests/gateway/test_policy.py."""
    for name in ("_PAUSE", "_PAUSE_SPREAD", "_FIRST_WAIT"):
        monkeypatch.setattr(policy, name, 0.01)


async def refused(town: Town, sentence: str) -> None:
    """One photo, one sentence, and all credits are there."""
    request = town.telegram.send_photo(town.ann, PHOTO, "rotate left")
    answer = await town.answer(request)
    await town.idle()
    assert sentence in (answer.text or ""), answer.text
    assert "nothing was charged" in (answer.text or "")
    assert town.final(town.ann) == [answer]
    assert answer.reply_to is request
    assert await town.left(town.ann) == 10
    assert await town.rows("SELECT 1 FROM edits WHERE state != 'failed'") == []


def chat(content: str) -> dict[str, object]:
    return {"choices": [{"message": {"role": "assistant", "content": content}, "finish_reason": "stop"}]}


def error(code: str, message: str = "no") -> dict[str, object]:
    return {"error": {"message": message, "type": "x", "code": code}}


@dataclass(frozen=True)
class Case:
    """What the gateway answers each time, what the person reads, and how many requests it may see."""

    name: str
    reply: Reply
    sentence: str
    calls: int


ANSWERS = [
    Case("7 a body cut before its Content-Length", Reply(200, chat("x" * 500), cut_after=200), FAULT, 1),
    Case("7 the same before any byte of it", Reply(200, chat("x"), cut_after=0), FAULT, 1),
    Case("10 a 429 that asks for a second", Reply(429, error("x"), {"Retry-After": "0.1"}), BUSY, 4),
    Case("10 a 429 that asks for ten minutes", Reply(429, error("x"), {"Retry-After": "600"}), BUSY, 1),
    Case("11 a 429 that asks for nothing", Reply(429, error("x")), BUSY, 4),
    Case("12 a 500 in HTML", Reply(500, HTML), FAULT, 2),
    Case("12 a 502 in HTML", Reply(502, HTML), FAULT, 2),
    Case("12 a 503 in HTML", Reply(503, HTML), FAULT, 2),
    Case("12 a 504 in HTML, which may be billed", Reply(504, HTML), SLOW, 1),
    Case("12 a 524, which may be billed", Reply(524, HTML), SLOW, 1),
    Case("13 a revoked key", Reply(401, error("invalid_api_key")), CLOSED, 1),
    Case("13 a forbidden model", Reply(403, error("x", "该令牌无权使用模型")), CLOSED, 1),
    Case("14 no budget", Reply(402, error("x")), BROKE, 1),
    Case("14 no budget as 403", Reply(403, error("insufficient_user_quota")), BROKE, 1),
    Case("15 content policy", Reply(400, error("moderation_blocked")), POLICY, 1),
    Case("16 an error in a 200", Reply(200, error("bad_response", "upstream")), FAULT, 1),
    Case("16 no data in a 200", Reply(200, {"created": 1, "data": []}), EMPTY, 1),
    Case("16 words without a picture", Reply(200, chat("I cannot draw.")), EMPTY, 1),
    Case("16 an empty 200", Reply(200, b""), "", 1),
    Case("17 HTML with 200", Reply(200, HTML), FAULT, 1),
]


@pytest.mark.parametrize("case", ANSWERS, ids=lambda case: case.name)
async def test_an_answer_without_a_picture(tmp_path: Path, case: Case) -> None:
    async with a_town(tmp_path) as town:
        town.gateway.script(case.reply, times=0)
        await refused(town, case.sentence)
        assert len(town.gateway.calls) == case.calls


@dataclass(frozen=True)
class Line:
    """What happens to the bytes of each connection; the gateway is asked once, for it may bill that."""

    name: str
    up: Toxic
    down: Toxic
    sentence: str
    connections: tuple[int, ...] = (1,)


LINES = [
    Line("4 silence before any byte", HEALTHY, Toxic(latency=60), SLOW),
    Line("5 a slow drip", HEALTHY, Toxic(slices=1, pause=0.02), SLOW),
    Line("6 half-open after the headers", HEALTHY, Toxic(cut_after=300, end="silence"), SLOW),
    Line("7 closed in the middle of the answer", HEALTHY, Toxic(cut_after=2000), FAULT),
    Line("7 reset in the middle of the answer", HEALTHY, Toxic(cut_after=2000, end="reset"), FAULT),
    Line("7 closed before the answer", HEALTHY, Toxic(cut_after=1), FAULT),
    Line("7 reset before the answer", HEALTHY, Toxic(cut_after=1, end="reset"), FAULT),
    Line("9 half-open in the middle of the request", Toxic(cut_after=1000, end="silence"), HEALTHY, SLOW),
    # On a busy machine the reset can come before all has left us: that cannot be billed, and is sent again.
    Line("9 reset when the request had left us", Toxic(cut_after=1000, end="reset"), HEALTHY, FAULT, (1, 2)),
]


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
async def test_a_line_that_breaks(tmp_path: Path, line: Line, *, stream: bool) -> None:
    seconds = 1 if line.sentence == SLOW else 30
    async with a_spoiled_town(tmp_path, line.up, line.down, stream=stream, seconds=seconds) as (
        town,
        spoiler,
    ):
        await refused(town, line.sentence)
        assert spoiler.connections in line.connections


HARMLESS = {
    "latency": (Toxic(latency=0.2), Toxic(latency=0.2)),
    "a slicer": (Toxic(slices=1021), Toxic(slices=1021)),
    "a slow close": (HEALTHY, Toxic(slow_close=0.3)),
}


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("what", HARMLESS)
async def test_a_line_that_is_only_slow_brings_the_picture(
    tmp_path: Path, what: str, *, stream: bool
) -> None:
    up, down = HARMLESS[what]
    async with a_spoiled_town(tmp_path, up, down, stream=stream, seconds=30) as (town, spoiler):
        await delivered(town)
        assert spoiler.connections == 1


@pytest.mark.parametrize("end", ["close", "reset"])
async def test_22_a_connection_that_the_gateway_closed_between_requests_costs_no_edit(
    tmp_path: Path, end: End
) -> None:
    async with a_spoiled_town(tmp_path, HEALTHY, HEALTHY, stream=False, seconds=30) as (town, spoiler):
        await delivered(town)
        await spoiler.hang_up(end)
        await delivered(town)
        assert (len(town.gateway.calls), spoiler.connections) == (2, 2)


async def test_1_a_gateway_that_refuses_connections(tmp_path: Path) -> None:
    async with serving(silent) as server:
        gone = server.url
    async with a_town(tmp_path, DARKROOM_GATEWAY__BASE_URL=gone) as town:
        await refused(town, FAULT)


async def test_2_a_gateway_whose_name_nobody_knows(tmp_path: Path) -> None:
    async with a_town(tmp_path, DARKROOM_GATEWAY__BASE_URL="http://gateway.invalid/v1") as town:
        await refused(town, FAULT)


async def test_3_a_gateway_whose_certificate_nobody_signed(tmp_path: Path) -> None:
    handshakes = 0

    async def shaken(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal handshakes
        handshakes += 1
        writer.close()

    server = await asyncio.start_server(shaken, "127.0.0.1", 0, ssl=_self_signed(tmp_path))
    url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server, a_town(tmp_path, DARKROOM_GATEWAY__BASE_URL=url) as town:
        await refused(town, FAULT)
    assert handshakes == 0


def _self_signed(folder: Path) -> ssl.SSLContext:
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl to make a certificate with")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=x -keyout key.pem -out crt.pem"
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "crt.pem", folder / "key.pem")
    return context


async def test_8_a_body_without_a_length_that_ends_in_the_middle(tmp_path: Path) -> None:
    body = orjson.dumps(chat("![x](data:image/jpeg;base64," + "A" * 9000 + ")"))

    async def cut(got: Got) -> None:
        await got.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n")
        await got.send(body[:5000])
        got.writer.close()

    async with serving(cut) as server, a_town(tmp_path, DARKROOM_GATEWAY__BASE_URL=server.url) as town:
        await refused(town, FAULT)
        assert len(server.requests) == 1


async def no_end(got: Got) -> None:
    await got.send(
        b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n\r\n\x89PNG\r\n\x1a\n"
    )
    while True:
        await got.send(bytes(1_000_000))


async def silent(got: Got) -> None:
    await got.hung_up()


def sends(head: str, body: bytes = b"") -> Handler:
    async def handler(got: Got) -> None:
        await got.send(f"HTTP/1.1 {head}\r\nConnection: close\r\n\r\n".encode() + body)
        got.writer.close()

    return handler


RESULTS: dict[str, tuple[Handler, int]] = {
    "18 a link that is gone": (sends("404 Not Found"), 2),
    "18 a link that has expired": (sends("403 Forbidden\r\nContent-Type: application/xml", b"<Error/>"), 2),
    "20 more than 50 MB by its own word": (sends("200 OK\r\nContent-Length: 60000000", PHOTO), 1),
    "20 a stream without end": (no_end, 1),
    "20 a bomb in gzip": (sends("200 OK\r\nContent-Encoding: gzip", gzip.compress(bytes(10_000_000))), 1),
    "21 half a picture": (sends(f"200 OK\r\nContent-Length: {len(PHOTO) // 2}", PHOTO[: len(PHOTO) // 2]), 1),
    "21 a body cut before its Content-Length": (
        sends(f"200 OK\r\nContent-Length: {len(PHOTO)}", PHOTO[:999]),
        2,
    ),
    "21 HTML": (sends("200 OK\r\nContent-Type: image/png", HTML.encode()), 1),
    "21 nothing": (sends("200 OK\r\nContent-Length: 0"), 1),
}


@pytest.mark.parametrize("what", RESULTS)
async def test_a_result_by_link_that_is_no_picture(tmp_path: Path, what: str) -> None:
    handler, tries = RESULTS[what]
    async with serving(handler) as host, a_town(tmp_path) as town:
        town.gateway.script(Reply(200, chat(f"![x]({host.url}/a.png)")), times=0)
        await refused(town, RESULT)
        assert (len(town.gateway.calls), len(host.requests)) == (1, tries)


@pytest.mark.parametrize("hop", ["at once", "behind a redirect"])
async def test_19_a_result_in_the_private_net_is_not_asked_for(tmp_path: Path, hop: str) -> None:
    """The gateway's own host is allowed here, as 127.0.0.1; 127.0.0.2 is not."""
    async with serving(sends("200 OK", PHOTO), host="127.0.0.2") as decoy:
        link = f"http://127.0.0.2:{decoy.port}/a.png"
        async with serving(sends(f"302 Found\r\nLocation: {link}")) as host, a_town(tmp_path) as town:
            url = link if hop == "at once" else f"{host.url}/a.png"
            town.gateway.script(Reply(200, chat(f"![x]({url})")), times=0)
            await refused(town, RESULT)
            assert (len(town.gateway.calls), decoy.connections) == (1, 0)


async def delivered(town: Town) -> None:
    """One photo, and its picture byte for byte."""
    answer = await town.answer(town.telegram.send_photo(town.ann, PHOTO, "rotate left"))
    assert answer.file_id, answer.text
    assert town.telegram.file_bytes(answer.file_id) == town.gateway.last_results[0]


@asynccontextmanager
async def a_spoiled_town(
    folder: Path, up: Toxic, down: Toxic, *, stream: bool, seconds: float
) -> AsyncIterator[tuple[Town, Spoiler]]:
    """The bot reaches its gateway by a spoiled line; the answers of nano-banana hold the picture itself."""
    async with outside(folder) as (telegram, gateway), spoiling(gateway.port, up=up, down=down) as spoiler:
        changes = {
            "DARKROOM_GATEWAY__BASE_URL": spoiler.url,
            "DARKROOM_GATEWAY__TIMEOUT": str(seconds),
            "DARKROOM_MODELS": orjson.dumps([{"id": "nano-banana", "stream": stream}]).decode(),
        }
        async with inhabited(telegram, gateway, folder, changes) as town:
            yield town, spoiler
