"""Answers on their way out."""

import asyncio
import secrets
from collections.abc import Iterable

import orjson
from aiohttp import web

from bot.sandbox.gateway.control import Reply
from bot.sandbox.gateway.refusals import Refused


async def whole(
    request: web.Request, status: int, body: bytes, headers: dict[str, str] | None = None
) -> web.StreamResponse:
    """Send headers and body; returns when all is written."""
    head = {"Content-Type": "application/json; charset=utf-8", **request_id(), **(headers or {})}
    response = web.Response(status=status, body=body, headers=head)
    await response.prepare(request)
    await response.write_eof()
    return response


async def refused(request: web.Request, refusal: Refused) -> web.StreamResponse:
    """Send a refusal."""
    body = refusal.body.encode() if isinstance(refusal.body, str) else orjson.dumps(refusal.body)
    return await whole(request, refusal.status, body, refusal.headers)


async def begun(request: web.Request, content_type: str) -> web.StreamResponse:
    """Send the headers of an answer that follows piece by piece."""
    headers = {"Content-Type": content_type, "Cache-Control": "no-cache", **request_id()}
    response = web.StreamResponse(headers=headers)
    await response.prepare(request)
    return response


async def paced(response: web.StreamResponse, pieces: Iterable[bytes], pause: float) -> None:
    """Write `pieces`, each followed by `pause` seconds."""
    for piece in pieces:
        await response.write(piece)
        await asyncio.sleep(pause)


async def scripted(request: web.Request, reply: Reply) -> web.StreamResponse:
    """Send a scripted reply, cut off where it says so."""
    await asyncio.sleep(reply.delay)
    response = web.StreamResponse(status=reply.status)
    response.headers["Content-Type"] = reply.content_type
    response.headers.update(
        {name: value for name, value in reply.headers.items() if name.lower() != "content-type"}
    )
    if not reply.chunk_size and not reply.chunks and "Transfer-Encoding" not in reply.headers:
        response.content_length = len(reply.data)
    await response.prepare(request)
    await asyncio.sleep(reply.delay_body)
    if reply.cut_after is not None:
        await response.write(reply.data[: reply.cut_after])
        if request.transport:
            request.transport.abort() if reply.cut_after == 0 else request.transport.close()
        return response
    await paced(response, reply.pieces, reply.pause)
    await response.write_eof()
    return response


def request_id() -> dict[str, str]:
    """The header by which new-api's operators find a request again."""
    return {"X-Oneapi-Request-Id": secrets.token_hex(12)}
