"""Pictures by link: results, whose links nobody vouches for; Telegram's files, whose links hold the token.

Both go through a transport without a client around it: no cookies, no authorization, no redirects, no
decompression, and none of the log lines in which httpx names every URL.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager

import httpx

from bot.domain.errors import InputFault, PictureProblem, ResultFault
from bot.domain.picture import HEAD_BYTES, Kind, sniff
from bot.domain.spool import Spool
from bot.gateway.guard import NOT_PUBLIC
from bot.gateway.http import FOREIGN, Seconds, Transport, describe, request
from bot.gateway.turn import Turn

MAX_RESULT_BYTES = 50_000_000
MAX_FILE_BYTES = 20_000_000  # what a bot may download from Telegram (SAFETY 1.1)

_MAX_REDIRECTS, _OK, _AT_ONCE = 5, 200, 8
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {"Accept": "image/*,*/*;q=0.5", "Accept-Encoding": "identity"}

Sleep = Callable[[float], Awaitable[None]]


class _Unfetched(Exception):
    """One try that brought no picture; `again` if another may; `host`: the one that is not public."""

    def __init__(self, problem: PictureProblem, detail: str, *, again: bool = False, host: str = "") -> None:
        super().__init__(problem, detail)
        self.problem, self.detail, self.again, self.host = problem, detail, again, host


class Downloader:
    """Fetches results by link, from public addresses only.

    `guarded` is a transport with `guard.only_public`, `free` one without: it serves the hosts in
    `allowed_hosts`, for each hop anew, and everybody if `allow_private`.
    """

    def __init__(  # noqa: PLR0913 -- two pools, a place, and settings with defaults
        self,
        guarded: Transport,
        free: Transport,
        spool: Spool,
        *,
        allow_private: bool = False,
        allowed_hosts: frozenset[str] = frozenset(),
        max_bytes: int = MAX_RESULT_BYTES,
        deadline: float = 60.0,
        pause: float = 1.5,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._guarded = guarded
        self._free = free
        self._spool = spool
        self._allow_private = allow_private
        self._allowed_hosts = frozenset(host.lower() for host in allowed_hosts)
        self._max_bytes = max_bytes
        self._deadline = deadline
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._pause = pause
        self._sleep = sleep

    async def fetch(self, url: str, stem: str) -> str:
        """Store the picture behind a link under `stem` + its kind's ending; returns the key. Tries twice.

        Raises:
            ResultFault: GONE for whatever happened on the network (blocked, refused, silent, 404: who
                gave the link must not learn which), NO_PICTURE, EMPTY, DAMAGED (cut off) or TOO_LARGE.
        """
        try:
            async with Turn(self._places) as turn, asyncio.timeout(self._deadline):
                try:
                    return await self._store(url, stem, turn)
                except _Unfetched as first:
                    if not first.again:
                        raise
                await self._sleep(self._pause)
                return await self._store(url, stem, turn)
        except TimeoutError:
            failed = ResultFault(PictureProblem.GONE, f"not fetched within {self._deadline:g} s")
        except _Unfetched as last:
            failed = ResultFault(last.problem, last.detail, last.host)
        raise failed

    async def _store(self, url: str, stem: str, turn: Turn) -> str:
        answer = self._answer(url)
        async with answer as response, aclosing(_pieces(response, self._max_bytes, turn)) as pieces:
            head = await _head(pieces)
            key = f"{stem}.{_kind(head)}"
            await self._spool.write(key, _joined(head, pieces))
            return key

    @asynccontextmanager
    async def _answer(self, link: str) -> AsyncIterator[httpx.Response]:
        """The answer at the end of the redirects, each hop judged anew."""
        url = _judged(link, None)
        for _ in range(_MAX_REDIRECTS + 1):
            async with _sent(self._transport(url), url) as response:
                if response.status_code not in _REDIRECTS:
                    yield response
                    return
                url = _judged(response.headers.get("location", ""), url)
        raise _Unfetched(PictureProblem.GONE, "too many redirects")

    def _transport(self, url: httpx.URL) -> Transport:
        exempt = self._allow_private or _host(url) in self._allowed_hosts
        return self._free if exempt else self._guarded


class FileDownloader:
    """Fetches people's files from Telegram: a trusted host, and a URL that nobody may ever see."""

    def __init__(
        self,
        transport: Transport,
        spool: Spool,
        *,
        max_bytes: int = MAX_FILE_BYTES,
        deadline: float = 60.0,
    ) -> None:
        self._transport = transport
        self._spool = spool
        self._max_bytes = max_bytes
        self._deadline = deadline
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def fetch(self, url: str, key: str) -> int:
        """Store a person's file under `key`; returns its size in bytes.

        Raises:
            InputFault: TOO_LARGE; GONE for all else, getFile gives a new link. Its detail has no URL.
        """
        try:
            answer = _sent(self._transport, _parsed(url))
            async with Turn(self._places) as turn, asyncio.timeout(self._deadline), answer as response:
                pieces = _pieces(response, self._max_bytes, turn)
                return await self._spool.write(key, pieces, lasting=False)
        except TimeoutError:
            failed = InputFault(PictureProblem.GONE, f"not fetched within {self._deadline:g} s")
        except _Unfetched as error:
            too_large = error.problem is PictureProblem.TOO_LARGE
            failed = InputFault(error.problem if too_large else PictureProblem.GONE, error.detail)
        raise failed


def _parsed(link: str, base: httpx.URL | None = None) -> httpx.URL:
    try:
        return httpx.URL(link) if base is None else base.join(link)
    except (httpx.InvalidURL, ValueError, TypeError):
        failed = _Unfetched(PictureProblem.GONE, "not a URL")
    raise failed


def _host(url: httpx.URL) -> str:
    """As it goes over the wire; `url.host` would decode Punycode, and raise where it is none."""
    return url.raw_host.decode("ascii").lower()


def _judged(link: str, base: httpx.URL | None) -> httpx.URL:
    url = _parsed(link, base)
    if url.scheme not in {"http", "https"} or not _host(url):
        raise _Unfetched(PictureProblem.GONE, f"no http link: {url.scheme[:20]!r}")
    if url.userinfo:
        raise _Unfetched(PictureProblem.GONE, "a link with credentials")
    return url.copy_with(fragment=None)


@asynccontextmanager
async def _sent(transport: Transport, url: httpx.URL) -> AsyncIterator[httpx.Response]:
    try:
        response = await transport.handle_async_request(request("GET", url, _HEADERS, Seconds()))
    except FOREIGN as error:
        hopeless = isinstance(error, httpx.UnsupportedProtocol)
        why = describe(error)
        host = _host(url) if NOT_PUBLIC in why else ""
        failed = _Unfetched(PictureProblem.GONE, why, again=not hopeless, host=host)
    else:
        try:
            yield response
        finally:
            await response.aclose()
        return
    raise failed


async def _pieces(response: httpx.Response, max_bytes: int, turn: Turn) -> AsyncGenerator[bytes, None]:
    """The body as it comes; who is slow holds up nobody else.

    Raises:
        _Unfetched: not a whole and plain 200 of at most `max_bytes`.
    """
    _check(response, max_bytes)
    received = 0
    try:
        async for piece in response.aiter_raw():
            received += len(piece)
            await turn.take()
            if received > max_bytes:
                raise _Unfetched(PictureProblem.TOO_LARGE, f"more than {max_bytes} bytes")
            yield piece
    except FOREIGN as error:
        cut = not isinstance(error, httpx.TimeoutException)
        failed = _Unfetched(
            PictureProblem.DAMAGED if cut else PictureProblem.GONE, describe(error), again=True
        )
    else:
        return
    raise failed


def _check(response: httpx.Response, max_bytes: int) -> None:
    if response.status_code != _OK:
        raise _Unfetched(PictureProblem.GONE, f"HTTP {response.status_code}", again=True)
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise _Unfetched(PictureProblem.NO_PICTURE, "compressed, though nobody asked for it")
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length) > max_bytes:
        raise _Unfetched(PictureProblem.TOO_LARGE, f"more than {max_bytes} bytes")


async def _head(pieces: AsyncIterator[bytes]) -> bytes:
    head = b""
    async for piece in pieces:
        head += piece
        if len(head) >= HEAD_BYTES:
            break
    return head


def _kind(head: bytes) -> Kind:
    """What the bytes begin like; what Content-Type says of them proves nothing."""
    if not head:
        raise _Unfetched(PictureProblem.EMPTY, "no bytes")
    kind = sniff(head)
    if kind is None:
        raise _Unfetched(PictureProblem.NO_PICTURE, f"begins with {head[:16]!r}")
    return kind


async def _joined(head: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield head
    async for piece in rest:
        yield piece
