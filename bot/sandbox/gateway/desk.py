"""Takes API requests and answers them."""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import orjson
from aiohttp import web

from bot.sandbox.effects import Photo, Picture
from bot.sandbox.gateway import bodies, magic, refusals, sending
from bot.sandbox.gateway.answers import Job, Result
from bot.sandbox.gateway.control import Control, Gate
from bot.sandbox.gateway.endpoints import Asked, Endpoint, Shape
from bot.sandbox.gateway.files import FileStore
from bot.sandbox.gateway.journal import Call, Journal
from bot.sandbox.gateway.magic import NO_TRICK, Trick
from bot.sandbox.gateway.refusals import Refused
from bot.sandbox.gateway.streams import Drafts, Streamed
from bot.sandbox.gateway.studio import Studio

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Settings:
    """What the gateway's operator can change while it runs; `root` is where it serves its files."""

    keys: set[str]
    models: tuple[str, ...]
    delay: float
    magic_words: bool
    root: str = ""

    def authorize(self, request: web.Request) -> None:
        """Check the key of a request.

        Raises:
            Refused: E-401.
        """
        given = request.headers.get("Authorization", "").removeprefix("Bearer").strip()
        if request.path.startswith("/v1beta/"):
            given = request.headers.get("x-goog-api-key", "") or request.query.get("key", "") or given
        if given not in self.keys:
            raise refusals.wrong_key(given=bool(given))


@dataclass(frozen=True, slots=True)
class _Work:
    """One request that is being answered."""

    request: web.Request
    call: Call
    asked: Asked
    trick: Trick
    photos: Sequence[Photo]
    mask: Photo | None
    job: Job

    @property
    def shape(self) -> Shape:
        """How to answer: in the model's shape, unless there is no picture, or a link that must be one."""
        asked = self.asked
        if asked.words_only and not self.draws:
            return asked.words_only
        return asked.as_link if asked.as_link and self.trick.as_link else asked.shape

    @property
    def draws(self) -> bool:
        return self.asked.wanted.pictures_wanted and not self.trick.words_only

    @property
    def streamed(self) -> Streamed | None:
        return self.shape.streamed if self.asked.wanted.stream else None


class Desk:
    """Answers what the endpoints understand, unless the control says otherwise."""

    def __init__(
        self, settings: Settings, journal: Journal, control: Control, gate: Gate, files: FileStore
    ) -> None:
        self._settings = settings
        self._journal = journal
        self._control = control
        self._gate = gate
        self._files = files
        self.studio = Studio()

    def handler(self, endpoint: Endpoint) -> Handler:
        """The aiohttp handler of one endpoint."""

        async def handle(request: web.Request) -> web.StreamResponse:
            call = self._journal.open(request.method, request.path, request.query_string, request.headers)
            with self._journal.watching(call):
                try:
                    response = await self._answered(request, call, endpoint)
                except Refused as refusal:
                    response = await sending.refused(request, refusal)
                except web.HTTPRequestEntityTooLarge:
                    response = await sending.refused(request, refusals.too_large())
                call.status = response.status
                return response

        return handle

    async def _answered(self, request: web.Request, call: Call, endpoint: Endpoint) -> web.StreamResponse:
        call.raw = await request.read()
        body = await asyncio.to_thread(bodies.read, call.raw, request.headers.get("Content-Type", ""))
        call.body, call.pictures = body.noted, list(body.pictures)
        if "model" in request.match_info:
            call.body = {"model": request.match_info["model"], **call.body}
        self._journal.changed()
        self._settings.authorize(request)
        await self._gate.passed("arrived")
        if reply := await self._control.reply_to(call):
            return await sending.scripted(request, reply)
        if body.fault:
            raise body.fault
        asked = endpoint(body, self._settings.models, dict(request.match_info))
        work = await self._begun(request, call, asked)
        seconds = work.trick.seconds or self._settings.delay
        if work.streamed:
            return await self._stream(work, work.streamed, seconds)
        return await self._whole(work, seconds)

    async def _begun(self, request: web.Request, call: Call, asked: Asked) -> _Work:
        wanted = asked.wanted
        trick = magic.trick(wanted.prompt) if self._settings.magic_words else NO_TRICK
        if trick.refusal:
            raise trick.refusal()
        data = await self.studio.fetched(wanted.sources)
        call.pictures = data + ([wanted.mask] if wanted.mask else [])
        photos = [await self.studio.read(item) for item in data]
        mask = await self.studio.read(wanted.mask) if wanted.mask else None
        job = Job(secrets.token_hex(12), time.time_ns() // 1_000_000_000, wanted)
        return _Work(request, call, asked, trick, photos, mask, job)

    async def _whole(self, work: _Work, seconds: float) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        results = await self._results(work)
        answer = await asyncio.to_thread(lambda: orjson.dumps(work.shape.plain(work.job, results)))
        if not self._gate.closed_at("headers"):
            return await sending.whole(work.request, 200, answer)
        response = await sending.begun(work.request, "application/json; charset=utf-8")
        await self._gate.passed("headers")
        await sending.paced(response, [answer], 0)
        await response.write_eof()
        return response

    async def _stream(self, work: _Work, shape: Streamed, seconds: float) -> web.StreamResponse:
        response = await sending.begun(work.request, "text/event-stream")
        opening = shape.opening(work.job)
        results: list[Result] | None = None
        if shape.drafts and work.asked.wanted.partial_images:
            results = await self._results(work)
            opening += await self._drafts(work, shape.drafts, results)
        await sending.paced(response, opening, seconds / max(1, len(opening)))
        if not opening:
            await asyncio.sleep(seconds)
        await self._gate.passed("headers")
        if results is None:
            results = await self._results(work)
        await sending.paced(response, await asyncio.to_thread(shape.closing, work.job, results), 0)
        await response.write_eof()
        return response

    async def _drafts(self, work: _Work, events: Drafts, results: Sequence[Result]) -> list[bytes]:
        if not results:
            return []
        drafts = await self.studio.drafts(results[0].data, work.asked.wanted.partial_images)
        return await asyncio.to_thread(events, work.job, results[0], drafts)

    async def _results(self, work: _Work) -> list[Result]:
        if not work.draws:
            return []
        pictures = await self.studio.develop(work.asked.wanted, work.photos, work.mask)
        results = [self._kept(picture, work) for picture in pictures]
        work.call.results = [result.data for result in results]
        return results

    def _kept(self, picture: Picture, work: _Work) -> Result:
        data, mime = work.trick.spoil(picture) if work.trick.spoil else (picture.data, picture.mime)
        look, download = self._files.add(data, mime, work.shape.link)
        root = self._settings.root
        return Result(data, mime, picture.width, picture.height, root + look, root + download)
