"""httpx's requests on aiohttp's connections.

Our own adapter and not `httpx-aiohttp` 0.2.0, because that one
- reports a server that hung up as ConnectTimeout, so that a billed request looks unsent;
- puts the whole URL into errors, and Telegram's URLs hold the token;
- keeps one cookie jar for everybody, and sends its cookies on;
- quotes URLs anew, which breaks signed ones;
- spends the pool's time limit on connecting too (1 s in python-telegram-bot).
"""

import asyncio
import socket
import urllib.request
from collections.abc import AsyncIterator, Callable

import aiohttp
import httpx
from yarl import URL

Guard = Callable[[str], None]
"""Gets an IP address that a connection is about to be made to; raises OSError to refuse it."""

_FOREIGN = (aiohttp.ClientError, OSError, ValueError)
_READ_BUFFER = 2**16


def judged(guard: Guard) -> Callable[[aiohttp.AddrInfoType], socket.socket]:
    """Opens sockets for judged addresses only.

    aiohappyeyeballs asks it for each address right before connecting, be it a literal, the answer of DNS or
    the second try: nothing connects around it.
    """

    def open_socket(info: aiohttp.AddrInfoType) -> socket.socket:
        family, kind, protocol, _, address = info
        guard(str(address[0]))
        return socket.socket(family, kind, protocol)

    return open_socket


def without_cookies(response: httpx.Response) -> httpx.Response:
    """What one person's request was given must not travel with another's."""
    response.headers.pop("set-cookie", None)
    return response


class AiohttpTransport(httpx.AsyncBaseTransport):
    """httpx's requests on aiohttp's connections."""

    def __init__(
        self, connector: Callable[[], aiohttp.TCPConnector], *, proxy: str | None, trust_env: bool
    ) -> None:
        self._connector = connector
        self._proxy = URL(proxy) if proxy else None
        self._proxies = urllib.request.getproxies() if trust_env else {}
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            answer = await self._send(request)
        except _FOREIGN as error:
            failure = _translated(error)
        else:
            return without_cookies(
                httpx.Response(
                    answer.status,
                    headers=answer.raw_headers,
                    stream=_Body(answer),
                    extensions={"reason_phrase": (answer.reason or "").encode("ascii", "replace")},
                )
            )
        # Not inside `except`: the original's message holds the URL, and would stay on as the context.
        raise failure

    async def aclose(self) -> None:
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def _send(self, request: httpx.Request) -> aiohttp.ClientResponse:
        limits = request.extensions.get("timeout", {})
        connect, pool = limits.get("connect"), limits.get("pool")
        return await self._opened().request(
            request.method,
            URL(str(request.url), encoded=True),
            headers=[
                (name, value)
                for name, value in request.headers.multi_items()
                if name.lower() != "transfer-encoding"
            ],
            data=_content(request),
            allow_redirects=False,
            proxy=self._proxy or self._proxy_of_environment(request.url),
            server_hostname=request.extensions.get("sni_hostname"),
            timeout=aiohttp.ClientTimeout(
                # aiohttp's `connect` is waiting for the pool and connecting together.
                connect=None if connect is None or pool is None else connect + pool,
                sock_connect=connect,
                sock_read=limits.get("read"),
            ),
        )

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=self._connector(),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                read_bufsize=_READ_BUFFER,
                skip_auto_headers=("Accept", "Accept-Encoding", "User-Agent", "Content-Type"),
            )
        return self._session

    def _proxy_of_environment(self, url: httpx.URL) -> URL | None:
        proxy = self._proxies.get(url.scheme)
        return URL(proxy) if proxy and not urllib.request.proxy_bypass(url.host) else None


class _Body(httpx.AsyncByteStream):
    """An answer's bytes as they come."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while chunk := await self._answer.content.readany():
                yield chunk
        except _FOREIGN as error:
            failure = _translated(error)
        else:
            return
        raise failure

    async def aclose(self) -> None:
        if self._answer.content.at_eof():
            self._answer.release()
        else:
            self._answer.close()


def _content(request: httpx.Request) -> bytes | httpx.AsyncByteStream | None:
    try:
        return request.content or None
    except httpx.RequestNotRead:
        if isinstance(request.stream, httpx.AsyncByteStream):
            return request.stream
        raise ValueError("a request's body is bytes or an async stream") from None


def _translated(error: Exception) -> httpx.TransportError:
    """What aiohttp raised as httpx would have; the first match counts."""
    message = _reason(error)
    for foreign, ours in _TRANSLATIONS:
        if isinstance(error, foreign):
            return ours(message)
    return httpx.ReadError(message)


_TRANSLATIONS: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = (
    (aiohttp.ConnectionTimeoutError, httpx.ConnectTimeout),
    (aiohttp.SocketTimeoutError, httpx.ReadTimeout),
    (asyncio.TimeoutError, httpx.ReadTimeout),
    (aiohttp.ClientProxyConnectionError, httpx.ProxyError),
    (aiohttp.ClientHttpProxyError, httpx.ProxyError),
    (aiohttp.ClientConnectorError, httpx.ConnectError),
    (aiohttp.InvalidURL, httpx.UnsupportedProtocol),
    (aiohttp.NonHttpUrlClientError, httpx.UnsupportedProtocol),
    (aiohttp.ServerDisconnectedError, httpx.RemoteProtocolError),
    (aiohttp.ClientPayloadError, httpx.RemoteProtocolError),
    (aiohttp.ClientResponseError, httpx.RemoteProtocolError),
    (aiohttp.ClientConnectionResetError, httpx.WriteError),
    (aiohttp.ClientError, httpx.ReadError),
    (OSError, httpx.ReadError),
    (ValueError, httpx.LocalProtocolError),
)


def _reason(error: Exception) -> str:
    """A word on the cause that cannot hold a URL or a header: of errors of the system, their own sentence."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return f"certificate: {getattr(error.certificate_error, 'verify_message', 'not trusted')}"
    if isinstance(error, aiohttp.ClientConnectorError):
        return error.os_error.strerror or type(error.os_error).__name__
    if isinstance(error, OSError) and error.errno is not None and error.strerror:
        return error.strerror if "://" not in error.strerror else type(error).__name__
    return type(error).__name__
