"""One call of a gateway: the request out of the spool, the answer into a reader, and how far both came."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import httpx
import pybase64

from bot.domain.errors import DarkroomError, FaultKind, GatewayFault
from bot.domain.ports import Progress, Watch
from bot.domain.spool import Spool
from bot.gateway.answer import Reader
from bot.gateway.answer.reader import TOTAL
from bot.gateway.call import Answer, Call, Inlined
from bot.gateway.health import Reached
from bot.gateway.http import FOREIGN, Seconds, Transport, describe, fault, request, unsent
from bot.gateway.tape import MOST, Tape
from bot.gateway.transcript import Trace
from bot.gateway.turn import Turn

_CHUNK = 3 * 2**19
"""Of a file read at once: a multiple of 3, so that its base64 needs no padding inside."""

_BIG = 2**16
_HEAVY = 2**19
_KEPT_OF_PICTURES = 2**16


class Upload(httpx.AsyncByteStream):
    """A call's body as it goes out, never whole in memory; `sent` counts what may be on its way."""

    def __init__(self, call: Call, spool: Spool, turn: Turn) -> None:
        self._call = call
        self._spool = spool
        self._turn = turn
        self.sent = 0
        self.error: DarkroomError | None = None
        self._reading: AsyncGenerator[bytes, None] | None = None

    async def aclose(self) -> None:
        """Close the file that a transport left in the middle of it."""
        if self._reading:
            with suppress(RuntimeError):  # it is being read: whoever does so is cancelled, and closes it
                await self._reading.aclose()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            for piece in self._call.pieces:
                async for part in self._parts(piece):
                    self.sent += len(part)  # before: the transport may not come back after the last part
                    yield part
        except DarkroomError as error:
            self.error = error  # the transport would show another one in its place
            raise
        finally:
            self._turn.give()

    async def _parts(self, piece: bytes | Inlined) -> AsyncIterator[bytes]:
        if isinstance(piece, bytes):
            yield piece
            return
        self._reading = self._spool.read(piece.picture.key, _CHUNK)
        async for chunk in self._reading:
            await self._turn.take()
            yield pybase64.b64encode(chunk) if piece.base64 else chunk


@dataclass(frozen=True, slots=True)
class Reply:
    """What a call brought: the answer, how far the call came, and what can be told of one that was made."""

    answer: Answer
    reached: Reached
    trace: Trace | None = None

    @property
    def seconds(self) -> float:
        """How long it took, without the wait for its turn."""
        return self.trace.seconds if self.trace else 0.0


class Exchange:
    """One POST and its answer. `url` is the endpoint's; `headers` hold the key."""

    def __init__(
        self,
        pool: Transport,
        url: str,
        headers: dict[str, str],
        call: Call,
        *,
        spool: Spool,
        turn: Turn,
    ) -> None:
        self._pool = pool
        self._url = url
        self._headers = headers
        self._call = call
        self._turn = turn
        self._upload = Upload(call, spool, turn)
        self._reader: Reader | None = None
        self._tape = Tape()
        self._status = 0
        self._told: dict[str, str] = {}

    async def run(self, watch: Watch, *, timeout: float, silence: float) -> Reply:  # noqa: ASYNC109 -- the total, beside the silence
        """Send and read. What came before a break counts: a picture that arrived is a picture.

        Args:
            watch: told of all progress.
            timeout: seconds for everything.
            silence: seconds without a byte, once the answer has begun.

        Raises:
            DarkroomError: the spool failed, nothing else.
        """
        try:
            async with asyncio.timeout(timeout):
                await self._post(watch, silence)
        except FOREIGN as error:
            failure: Exception | None = error
        else:
            failure = None
        finally:
            await self._upload.aclose()
        if self._upload.error is not None:
            raise self._upload.error
        return await self._closed(failure)

    @property
    def _all_headers(self) -> dict[str, str]:
        return {
            **self._headers,
            "Content-Type": self._call.content_type,
            "Content-Length": str(self._call.length),
            "Accept": "text/event-stream" if self._call.stream else "application/json",
            "Accept-Encoding": "identity",
        }

    async def _post(self, watch: Watch, silence: float) -> None:
        seconds = Seconds(read=None, write=None)  # `run` bounds them
        asked = request("POST", self._url, self._all_headers, seconds, self._upload)
        response = await self._pool.handle_async_request(asked)
        try:
            await self._read(response, watch, silence)
        finally:
            await response.aclose()

    async def _read(self, response: httpx.Response, watch: Watch, silence: float) -> None:
        self._status = response.status_code
        self._told = {name.lower(): value for name, value in response.headers.items()}
        self._reader = Reader(
            self._status,
            self._told,
            urls=self._call.urls,
            base_url=self._url,
            endpoint=self._call.path,
        )
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(silence) as quiet:
            async for chunk in response.aiter_bytes():
                quiet.reschedule(None)
                self._tape.add(chunk)
                if self._tape.size > _BIG:
                    await self._turn.take()
                for progress in await self._fed(self._reader, chunk):
                    watch(progress)
                if self._tape.size > TOTAL:
                    return
                quiet.reschedule(loop.time() + silence)

    async def _fed(self, reader: Reader, chunk: bytes) -> Sequence[Progress]:
        """What a piece tells; one that completes a picture is read in a thread."""
        if reader.weighs(chunk) < _HEAVY:
            return reader.feed(chunk)
        await self._turn.keep()
        return await asyncio.to_thread(reader.feed, chunk)

    async def _closed(self, failure: Exception | None) -> Reply:
        if self._reader is None:
            reason = fault(failure) if failure else GatewayFault(FaultKind.UPSTREAM)
            return Reply(Answer(status=0, fault=reason), self._unanswered(failure), self._trace())
        if self._tape.size > _BIG:
            await self._turn.keep()
            answer = await asyncio.to_thread(self._reader.close, broken=failure is not None)
        else:
            answer = self._reader.close(broken=failure is not None)
        reached = Reached.ANSWERED if failure is None else Reached.CUT
        if failure is not None and answer.fault is not None and answer.status < 400:  # noqa: PLR2004 -- an error's status tells more than its cut body
            answer = Answer(answer.status, (), answer.text, answer.progress, _broken(answer.fault, failure))
        return Reply(answer, reached, self._trace(MOST if answer.fault else _KEPT_OF_PICTURES))

    def _trace(self, most: int = MOST) -> Trace:
        size, body = self._tape.size, self._tape.body(most)
        torn = self._tape.torn or most < min(size, MOST)
        return Trace(self._url, self._all_headers, self._status, self._told, body, size, torn)

    def _unanswered(self, failure: Exception | None) -> Reached:
        if failure is not None and unsent(failure):
            return Reached.NOTHING
        return Reached.PART if self._upload.sent < self._call.length else Reached.WHOLE


def _broken(told: GatewayFault, failure: Exception) -> GatewayFault:
    """The fault of an answer that broke off: what it told itself where it did, or else why it broke."""
    if told.kind not in {FaultKind.UPSTREAM, FaultKind.NO_IMAGE}:
        return told
    kind = fault(failure).kind
    return GatewayFault(kind, told.status, told.retry_after, describe(failure), told.text)
