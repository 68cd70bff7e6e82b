"""Telegram and a gateway that cost next to nothing, so that what is measured is who talks to them.

The sandbox looks at every byte and keeps them all: 500 edits in flight would take it gigabytes, and more time
than the bot. This one has its answers ready and throws away what it is sent; in a thorough lap it compares
every byte, in all others it counts them.
"""

import asyncio
import re
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any

import pybase64
from aiohttp import web

from bot.bench import letters
from bot.bench.lap import Kind, Lap, Trip

TOKEN = "100200300:bench-of-darkroom-00000000000000000000"  # noqa: S105  opens only this Telegram
HOST = "127.0.0.1"
PEOPLE = 2_000
"""As many send photos in turn; so nobody comes near what Telegram lets a bot send to one chat."""
FIRST_PERSON = 10_000

_BATCH = 100
_STUCK_SECONDS = 60.0
_QUIET_SECONDS = 0.2
_HEAD = 2**16
_BUFFER = 2**20
_CHAT = re.compile(rb'chat_id"?(?:=|:"?|\r\n\r\n)(\d+)')
_SECONDS = re.compile(rb'timeout"?[=:](\d+)')
_FILE = re.compile(rb"p(\d+)-")
_WISHED = re.compile(letters.WISH.encode() + rb"(\d+)")


class Wrong(Exception):
    """Somebody did not bring the bytes that they were given."""


class Outside:
    """Telegram and gateway for one bot, on one port. `photo` comes in, `picture` goes out.

    `last`: the number of the last update of a life before; one that comes twice is handled once.
    """

    def __init__(self, photo: bytes, picture: bytes, last: int = 0) -> None:
        self._photo, self._picture = photo, picture
        self._photo_base64, self._answers = pybase64.b64encode(photo), letters.answers(picture)
        self._updates: deque[bytes] = deque()
        self._news = asyncio.Event()
        self._offered = self._open = 0
        self._messages = last
        self._lap = Lap(Kind.LINK, 0, 0)
        self._edits_of: dict[int, int] = {}
        self._told: asyncio.Queue[tuple[int, float]] = asyncio.Queue()
        self._moved = perf_counter()
        self._wrong = ""
        self.polled = asyncio.Event()
        self.calls: Counter[str] = Counter()
        self.url = ""

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Outside"]:
        """Serve on a free port."""
        runner = web.ServerRunner(web.Server(self._serve, read_bufsize=_BUFFER))
        await runner.setup()
        try:
            await web.TCPSite(runner, HOST, 0).start()
            self.url = f"http://{HOST}:{runner.addresses[0][1]}"
            yield self
        finally:
            self._news.set()
            await runner.cleanup()

    async def until_polled(self) -> None:
        """Wait for the first getUpdates.

        Raises:
            TimeoutError: there was none for a minute.
        """
        async with asyncio.timeout(_STUCK_SECONDS):
            await self.polled.wait()

    async def run(self, lap: Lap) -> Lap:
        """See all edits of a lap to their end, and the calls that follow.

        Raises:
            TimeoutError: nothing moved for a minute.
            Wrong: bytes are missing, or not those that they should be.
        """
        self._lap, self._moved = lap, perf_counter()
        for _ in range(lap.in_flight):
            self._offer()
        while lap.sent < lap.edits or self._open or perf_counter() - self._moved < _QUIET_SECONDS:
            await asyncio.sleep(_QUIET_SECONDS / 4)
            if self._wrong:
                raise Wrong(self._wrong)
            if perf_counter() - self._moved > _STUCK_SECONDS:
                raise TimeoutError(f"stuck after {lap.sent} of {lap.edits} edits; calls: {dict(self.calls)}")
        return lap

    def offer_rest(self) -> None:
        """Bring what is left of a lap now, not when others have their pictures."""
        for _ in range(self._lap.edits - len(self._lap.trips)):
            self._offer()

    async def ask(self, text: str, person: int) -> float:
        """Seconds until the first answer to a command, whatever others are answered meanwhile."""
        while not self._told.empty():
            self._told.get_nowait()
        began = perf_counter()
        self._push(letters.command(text), person)
        async with asyncio.timeout(_STUCK_SECONDS):
            while True:
                chat, moment = await self._told.get()
                if chat == person:
                    return moment - began

    def _offer(self) -> None:
        if len(self._lap.trips) == self._lap.edits:
            return
        self._offered += 1
        person = FIRST_PERSON + self._offered % PEOPLE
        self._edits_of[person] = self._offered
        self._lap.trips[self._offered] = Trip(perf_counter())
        self._push(letters.photo(self._offered, len(self._photo)), person)

    def _push(self, content: dict[str, Any], person: int) -> None:
        self._messages += 1
        self._updates.append(letters.update(self._messages, person, content))
        self._news.set()

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        name = request.raw_path.rpartition("/")[2]
        if name == "getUpdates":
            return await self._poll(_number(_SECONDS, await request.read()))
        self._open += 1
        try:
            if request.method == "GET":
                self.calls["download"] += 1
                return web.Response(body=self._picture if name.endswith("png") else self._photo)
            self.calls[name] += 1
            body, size = await self._received(request)
            if name == "completions":
                return await self._complete(request, body, size)
            return self._telegram(name, body, size)
        finally:
            self._open -= 1
            self._moved = perf_counter()

    async def _received(self, request: web.BaseRequest) -> tuple[bytes, int]:
        """The beginning of a body, or all of it in a thorough lap; and how many bytes it had."""
        kept, size = bytearray(), 0
        async for chunk in request.content.iter_any():
            size += len(chunk)
            if self._lap.thorough or len(kept) < _HEAD:
                kept += chunk
        return bytes(kept), size

    def _look(self, what: str, body: bytes, size: int, expected: bytes) -> None:
        if size < len(expected) or (self._lap.thorough and expected not in body):
            self._wrong = self._wrong or f"{what}: the picture is not what it was"

    async def _poll(self, seconds: int) -> web.Response:
        self.polled.set()
        try:
            async with asyncio.timeout(seconds):  # who has given up meanwhile would lose updates
                await self._news.wait()
        except TimeoutError:
            pass
        batch = [self._updates.popleft() for _ in range(min(_BATCH, len(self._updates)))]
        if not self._updates:
            self._news.clear()
        return _result(b"[%s]" % b",".join(batch))

    def _telegram(self, name: str, body: bytes, size: int) -> web.Response:
        if name == "getMe":
            return _result(letters.ME)
        if name == "getFile":
            return _result(letters.file(_number(_FILE, body), len(self._photo)))
        if name not in ("sendMessage", "sendPhoto"):
            return _result(letters.PROFILE if name.startswith("get") else b"true")
        chat = _number(_CHAT, body)
        self._messages += 1
        self._told.put_nowait((chat, perf_counter()))
        if name == "sendPhoto" and (trip := self._lap.trips.get(self._edits_of.get(chat, 0))):
            self._look(name, body, size, self._picture)
            trip.sent = perf_counter()
            self._lap.sent += 1
            asyncio.get_running_loop().call_later(self._lap.pause, self._offer)
        return _result(letters.sent(self._messages, chat, photo=name == "sendPhoto"))

    async def _complete(self, request: web.BaseRequest, body: bytes, size: int) -> web.StreamResponse:
        lap, number = self._lap, _number(_WISHED, body)
        self._look("request", body, size, self._photo_base64)
        lap.trips[number].asked = perf_counter()
        lap.asked += 1
        if lap.asked == lap.in_flight:
            lap.crowd_asked.set()
        if lap.asked == lap.edits:
            lap.all_asked.set()
        if lap.gathered:
            await lap.released.wait()
        lap.trips[number].answered = perf_counter()
        if lap.kind is Kind.LINK:
            return _json(letters.linked(f"{self.url}/out/{number}.png"))
        if lap.kind is Kind.JSON:
            return _json(self._answers[lap.kind])
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        await stream.write(self._answers[lap.kind])
        await stream.write_eof()
        return stream


def _number(pattern: re.Pattern[bytes], body: bytes) -> int:
    found = pattern.search(body)
    return int(found[1]) if found else 0


def _result(value: bytes) -> web.Response:
    return _json(b'{"ok":true,"result":%s}' % value)


def _json(body: bytes) -> web.Response:
    return web.Response(body=body, content_type="application/json")
