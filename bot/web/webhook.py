"""Where Telegram posts updates: 200 only after they were written down, and nothing of strangers is read."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

Take = Callable[[Mapping[str, Any]], Awaitable[bool]]
"""Writes an update down; False where Telegram should post it again."""

_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name
_LARGEST = 1_000_000
"""Bytes of one update; Telegram's are a few thousand."""
_BODY_SECONDS = 10.0
_AGAIN_SECONDS = "5"
_LARGEST_ID = 2**63


class Webhook:
    """The hook under its public address, whose path a reverse proxy passes on as it is.

    Args:
        url: the public address.
        secret: what Telegram proves itself with.
        take: gets each update; asked once for each time that it is posted.
        seconds: within which an update must be here.
    """

    def __init__(self, url: str, *, secret: str, take: Take, seconds: float = _BODY_SECONDS) -> None:
        self._path = urlsplit(url).path or "/"
        self._secret = secret.encode()
        self._take, self._seconds = take, seconds

    @property
    def route(self) -> Route:
        """One path, for POST alone."""
        return Route(self._path, self._answer, methods=["POST"])

    async def _answer(self, request: Request) -> Response:
        self._check_head(request)
        update = _update(await self._body(request))
        if await self._take(update):
            return Response()
        return Response(status_code=503, headers={"Retry-After": _AGAIN_SECONDS})

    def _check_head(self, request: Request) -> None:
        given = request.headers.get(_SECRET, "").encode("latin-1")
        if not hmac.compare_digest(given, self._secret):
            raise _refusal(403)
        if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
            raise _refusal(415)
        if int(request.headers.get("Content-Length", 0)) > _LARGEST:
            raise _refusal(413)

    async def _body(self, request: Request) -> bytes:
        body = bytearray()
        try:
            async with asyncio.timeout(self._seconds):
                async for part in request.stream():
                    body += part
                    if len(body) > _LARGEST:
                        raise _refusal(413)
        except TimeoutError:
            raise _refusal(408) from None
        except ClientDisconnect:
            raise _refusal(400) from None
        return bytes(body)


def _update(body: bytes) -> Mapping[str, Any]:
    """What was posted. Not read by orjson: it refuses half a character, and Telegram would repeat that."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        raise _refusal(400) from None
    number = update.get("update_id") if isinstance(update, dict) else None
    if type(number) is not int or not 0 <= number < _LARGEST_ID:
        raise _refusal(400)
    return dict(update)


def _refusal(status: int) -> HTTPException:
    """Hangs up too, lest somebody go on sending."""
    return HTTPException(status, headers={"Connection": "close"})
