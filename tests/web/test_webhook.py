"""The hook on a real socket: Telegram's updates are taken, and nothing of anybody else."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.web import address, site
from bot.web.health import Verdict
from bot.web.webhook import Webhook

SECRET = "S3cret-_of-the-hook"
PATH = "/bots/photo"
UPDATE = {"update_id": 7, "message": {"message_id": 1, "text": "\u00e9t\u00e9"}}
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
MEGABYTE = 1_000_000


class Taken(list[Mapping[str, Any]]):
    """What was taken; nothing, where `well` is off."""

    well = True

    async def __call__(self, update: Mapping[str, Any]) -> bool:
        if self.well:
            self.append(update)
        return self.well


@asynccontextmanager
async def serving(taken: Taken, seconds: float = 60.0) -> AsyncIterator[int]:
    hook = Webhook(f"https://bot.example:8443{PATH}", secret=SECRET, take=taken, seconds=seconds)
    server = site.Server(site.build(health=Verdict, ready=Verdict, hook=hook))
    listener = address.bind("127.0.0.1:0")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(server.serve(listener))
        yield int(listener.getsockname()[1])
        server.stop()


@asynccontextmanager
async def asking(port: int, head: str, headers: Mapping[str, str]) -> AsyncIterator[tuple[Any, Any]]:
    """A connection on which a request has begun."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    writer.write(f"{head} HTTP/1.1\r\nHost: x\r\n{lines}\r\n".encode("latin-1"))
    try:
        yield reader, writer
    finally:
        writer.close()


async def answered(reader: asyncio.StreamReader) -> tuple[int, dict[str, str], bytes]:
    async with asyncio.timeout(60):
        head = (await reader.readuntil(b"\r\n\r\n")).decode().rstrip()
        status, *lines = head.split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines)
        return int(status.split()[1]), headers, await reader.readexactly(int(headers["content-length"]))


async def post(
    port: int, body: bytes, *, method: str = "POST", path: str = PATH, **changes: str | None
) -> tuple[int, dict[str, str], bytes]:
    changed = {name.replace("_", "-"): value for name, value in changes.items()}
    wanted = {**HEADERS, "Content-Length": str(len(body)), **changed}
    headers = {name: value for name, value in wanted.items() if value is not None}
    async with asking(port, f"{method} {path}", headers) as (reader, writer):
        writer.write(body)
        return await answered(reader)


async def test_an_update_is_taken_and_answered_with_nothing() -> None:
    taken = Taken()
    async with serving(taken) as port:
        status, headers, body = await post(port, json.dumps(UPDATE).encode())
        assert (status, body, headers["content-length"]) == (200, b"", "0")
        plain = json.dumps({**UPDATE, "update_id": 0}, ensure_ascii=False).encode()
        assert (await post(port, plain, Content_Type="Application/JSON; charset=utf-8"))[0] == 200
        half = b'{"update_id": 8, "message": {"text": "\\ud83d"}}'
        assert (await post(port, half))[0] == 200, "half a character is for the inbox to judge"
    assert [each["update_id"] for each in taken] == [7, 0, 8]
    assert taken[0] == UPDATE


async def test_what_cannot_be_written_down_is_asked_for_again() -> None:
    taken = Taken()
    taken.well = False
    async with serving(taken) as port:
        status, headers, _ = await post(port, json.dumps(UPDATE).encode())
        assert (status, headers["retry-after"]) == (503, "5")
        taken.well = True
        assert (await post(port, json.dumps(UPDATE).encode()))[0] == 200
    assert taken == [UPDATE]


TOKEN = "X_Telegram_Bot_Api_Secret_Token"
GOOD = json.dumps(UPDATE).encode()
REFUSED: dict[str, tuple[int, bytes, dict[str, Any]]] = {
    "GET": (405, b"", {"method": "GET", TOKEN: None}),
    "PUT": (405, GOOD, {"method": "PUT"}),
    "no secret": (403, GOOD, {TOKEN: None}),
    "an empty secret": (403, GOOD, {TOKEN: ""}),
    "a wrong secret": (403, GOOD, {TOKEN: SECRET[:-1] + "x"}),
    "half a secret": (403, GOOD, {TOKEN: SECRET[:-1]}),
    "a secret of bytes": (403, GOOD, {TOKEN: "\xff\xfe"}),
    "a wrong secret before all else": (403, b"{", {TOKEN: "x", "Content_Type": "text/plain"}),
    "a form": (415, GOOD, {"Content_Type": "application/x-www-form-urlencoded"}),
    "no type": (415, GOOD, {"Content_Type": None}),
    "ten megabytes": (413, b"", {"Content_Length": str(10 * MEGABYTE)}),
    "one byte too much, uncounted": (
        413,
        b"%x\r\n" % (MEGABYTE + 1) + b" " * (MEGABYTE + 1),
        {"Content_Length": None, "Transfer_Encoding": "chunked"},
    ),
    "nothing": (400, b"", {}),
    "half of it": (400, GOOD[:-1], {}),
    "bytes": (400, b"\xff\xfe\x00", {}),
    "a list": (400, b"[7]", {}),
    "no number": (400, b'{"message": {}}', {}),
    "a text for a number": (400, b'{"update_id": "7"}', {}),
    "a fraction": (400, b'{"update_id": 7.0}', {}),
    "a yes": (400, b'{"update_id": true}', {}),
    "below zero": (400, b'{"update_id": -1}', {}),
    "a number that no database takes": (400, b'{"update_id": 9223372036854775808}', {}),
    "a number of 5000 digits": (400, b'{"update_id": ' + b"9" * 5000 + b"}", {}),
    "a tower": (400, b"[" * 200_000, {}),
    "another path": (404, GOOD, {"path": "/"}),
    "a path below": (404, GOOD, {"path": PATH + "/"}),
}


async def test_what_is_not_telegrams_is_refused_and_nothing_of_it_is_stored() -> None:
    taken = Taken()
    async with serving(taken) as port:
        told = {what: await post(port, body, **how) for what, (_, body, how) in REFUSED.items()}
        assert (await post(port, b" " * (MEGABYTE - len(GOOD)) + GOOD))[0] == 200, "a megabyte is well"
    assert {what: status for what, (status, _, _) in told.items()} == {
        what: status for what, (status, _, _) in REFUSED.items()
    }
    assert told["GET"][1]["allow"] == "post"
    assert told["ten megabytes"][1]["connection"] == "close", "nobody reads the rest"
    assert not [body for _, _, body in told.values() if SECRET.encode() in body]
    assert taken == [UPDATE]


async def test_who_is_slow_or_hangs_up_holds_nobody_up(caplog: pytest.LogCaptureFixture) -> None:
    taken = Taken()
    head, headers = f"POST {PATH}", {**HEADERS, "Content-Length": str(len(GOOD))}
    async with serving(taken, seconds=0.01) as port, asking(port, head, headers) as (reader, writer):
        writer.write(GOOD[:-1])
        status, told, _ = await answered(reader)
        assert (status, told["connection"]) == (408, "close")
        assert await reader.read() == b"", "it hung up"
    async with serving(taken) as port:
        async with asking(port, head, headers) as (_, writer):
            writer.write(GOOD[:-1])
        assert (await post(port, GOOD))[0] == 200
    assert taken == [UPDATE]
    assert caplog.records == []
