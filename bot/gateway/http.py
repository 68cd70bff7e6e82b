"""The one factory for HTTP: httpx's API on aiohttp's transport, for Telegram and gateways alike.

httpcore's pool costs CPU that grows with the requests in flight (33 to 64 ms an edit at 8 to 500), aiohttp's
does not (11 to 13 ms).
"""

import os
import ssl
from collections.abc import AsyncIterable, Mapping
from dataclasses import dataclass
from functools import cache

import aiohttp
import httpx
from aiohttp.abc import AbstractResolver

from bot.domain.errors import FaultKind, GatewayFault
from bot.gateway.aiohttp_transport import AiohttpTransport, Guard, judged, without_cookies

Transport = httpx.AsyncBaseTransport
"""A pool of connections, with httpx's API and no client around it."""

FOREIGN = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError)
"""Whatever httpx raises; InvalidURL and StreamError are no HTTPError, UnicodeEncodeError is a ValueError."""

_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
"""What names other certificates: https://www.python-httpx.org/environment_variables/."""

_UNSENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)


def transport(  # noqa: PLR0913 -- settings of one pool, each with a default
    *,
    guard: Guard | None = None,
    proxy: str | None = None,
    connections: int = 500,
    keep_alive: float = 15.0,
    plain: bool = False,
    resolver: AbstractResolver | None = None,
    trust_env: bool = False,
) -> Transport:
    """A connection pool.

    May be made outside a loop, and is usable again after `aclose`. `keep_alive` in seconds. `plain` takes
    httpx's own transport, which knows no guard. `trust_env`: HTTPS_PROXY, NO_PROXY and SSL_CERT_FILE count.

    Raises:
        ValueError: a guard that a proxy or `plain` would walk around, or a proxy that is not http(s).
    """
    if guard and (proxy or plain or trust_env):
        raise ValueError("a guard judges our own connections: not a proxy's, not httpcore's")
    if proxy and httpx.URL(proxy).scheme not in {"http", "https"}:
        raise ValueError("a proxy is http:// or https://")
    if plain:
        context = httpx.create_ssl_context(trust_env=trust_env)  # its own: httpcore writes into it
        limits = httpx.Limits(
            max_connections=connections, max_keepalive_connections=connections, keepalive_expiry=keep_alive
        )
        return _PlainTransport(verify=context, limits=limits, proxy=proxy, trust_env=trust_env)
    context = _trusted(*(os.environ.get(name) if trust_env else None for name in _CERTIFICATES))
    return AiohttpTransport(
        lambda: aiohttp.TCPConnector(
            limit=connections,
            keepalive_timeout=keep_alive,
            ssl=context,
            resolver=resolver,
            socket_factory=judged(guard) if guard else None,
        ),
        proxy=proxy,
        trust_env=trust_env,
    )


@cache
def _trusted(file: str | None, folder: str | None) -> ssl.SSLContext:
    """Whom a pool trusts; shared by all that read the same environment, since it takes 16 ms to load."""
    return httpx.create_ssl_context(trust_env=bool(file or folder))


@dataclass(frozen=True, slots=True)
class Seconds:
    """Until we are connected, for each read and each write, and for a place in the pool; None for ever."""

    connect: float | None = 10.0
    read: float | None = 30.0
    write: float | None = 30.0
    pool: float | None = 30.0

    def told(self) -> dict[str, float | None]:
        """As a pool is told: https://www.python-httpx.org/advanced/extensions/#timeout."""
        return {"connect": self.connect, "read": self.read, "write": self.write, "pool": self.pool}


def request(
    method: str,
    url: httpx.URL | str,
    headers: Mapping[str, str],
    seconds: Seconds,
    content: bytes | AsyncIterable[bytes] | None = None,
) -> httpx.Request:
    """A request for a pool itself.

    A client around it would parse each URL anew, ask its cookie jar twice, and look for redirects and
    authorization that are not wanted.

    Raises:
        httpx.InvalidURL: it is none.
    """
    told = {"User-Agent": "Darkroom", **headers}
    extensions = {"timeout": seconds.told()}
    return httpx.Request(method, url, headers=told, content=content, extensions=extensions)


def unsent(error: Exception) -> bool:
    """Whether the request surely never reached the server."""
    return isinstance(error, _UNSENT)


def describe(error: Exception) -> str:
    """What went wrong, for the operator: no URL, no header, no key, whatever the error itself says."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"certificate: {cause.verify_message}"
        if isinstance(cause, OSError) and cause.strerror:
            return f"{type(error).__name__}: {cause.strerror}"
        cause = cause.__cause__
    said = error.args[0] if isinstance(error, httpx.TransportError) and error.args else ""
    return f"{type(error).__name__}: {said}" if said and "://" not in said else type(error).__name__


def fault(error: Exception) -> GatewayFault:
    """A foreign error as ours: a gateway out of reach is `upstream`, a silent one `timeout`."""
    silent = isinstance(error, httpx.TimeoutException | TimeoutError) and not unsent(error)
    return GatewayFault(FaultKind.TIMEOUT if silent else FaultKind.UPSTREAM, detail=describe(error))


class _PlainTransport(httpx.AsyncHTTPTransport):
    """httpx's own transport, for where aiohttp's cannot be used."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return without_cookies(await super().handle_async_request(request))
