"""Forms by POST, as Telegram is called. Their files are read in threads; httpx reads them on the loop."""

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import IO, TypeAlias
from urllib.parse import urlencode

import httpx

from bot.gateway.http import FOREIGN, Seconds, Transport, describe, request, unsent
from bot.gateway.turn import Turn

_PIECE = 2**20
_AT_ONCE = 8
_MOST = 50_000_000
"""Bytes of an answer: a hundred updates are far below that."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a form: in memory, or open, and read from its beginning while it is sent."""

    name: str
    content: bytes | IO[bytes]
    kind: str


Piece: TypeAlias = bytes | IO[bytes]


class Unanswered(Exception):
    """No answer came, for a reason without a URL; `unsent` if the request surely never left us."""

    def __init__(self, why: str, *, unsent: bool, silent: bool) -> None:
        super().__init__(why)
        self.unsent, self.silent = unsent, silent


class Forms:
    """Sends forms; of files a few pieces are in memory at once, and none of them whole."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._urls: dict[str, httpx.URL] = {}

    async def aclose(self) -> None:
        """Close all connections."""
        await self._transport.aclose()

    async def post(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, Attached], seconds: Seconds
    ) -> tuple[int, bytes]:
        """The status and the body of the answer; `url` is one of a few, which are kept.

        Raises:
            Unanswered: none came.
        """
        try:
            response = await self._transport.handle_async_request(self._request(url, fields, files, seconds))
            try:
                return response.status_code, await _read(response)
            finally:
                await response.aclose()
        except FOREIGN as error:
            silent = isinstance(error, httpx.TimeoutException)
            failure = Unanswered(describe(error), unsent=unsent(error), silent=silent)
        raise failure  # not inside `except`: what is foreign may hold the URL

    def _request(
        self, url: str, fields: Mapping[str, str], files: Mapping[str, Attached], seconds: Seconds
    ) -> httpx.Request:
        if url not in self._urls:
            self._urls[url] = httpx.URL(url)
        content: bytes | AsyncIterator[bytes]
        if files:
            boundary = secrets.token_hex(16)
            kind, pieces = f"multipart/form-data; boundary={boundary}", _multipart(fields, files, boundary)
            length = sum(map(_size, pieces))
            content = self._sent(pieces)
        else:
            kind, content = "application/x-www-form-urlencoded", urlencode(fields).encode()
            length = len(content)
        headers = {"Accept-Encoding": "identity", "Content-Type": kind, "Content-Length": str(length)}
        return request("POST", self._urls[url], headers, seconds, content)

    async def _sent(self, pieces: list[Piece]) -> AsyncIterator[bytes]:
        async with Turn(self._places) as turn:
            for piece in pieces:
                if isinstance(piece, bytes):
                    yield piece
                else:
                    async for part in _read_on(piece):
                        yield part
                        await turn.take()


def _size(piece: Piece) -> int:
    return len(piece) if isinstance(piece, bytes) else piece.seek(0, os.SEEK_END)


async def _read_on(file: IO[bytes]) -> AsyncIterator[bytes]:
    """All of a file, from its beginning: a call that is made again sends it anew."""
    left = _size(file)
    file.seek(0)
    while left > 0 and (part := await asyncio.to_thread(file.read, _PIECE)):
        left -= len(part)
        yield part


def _multipart(fields: Mapping[str, str], files: Mapping[str, Attached], boundary: str) -> list[Piece]:
    """A form of texts and files; their names are ours (RFC 7578)."""
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="'
    texts = [f'{head}{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
    pieces: list[Piece] = ["".join(texts).encode("utf-8", "replace")]
    for name, file in files.items():
        told = f'{head}{name}"; filename="{file.name}"\r\nContent-Type: {file.kind}\r\n\r\n'
        pieces += (told.encode(), file.content, b"\r\n")
    return [*pieces, f"--{boundary}--\r\n".encode()]


async def _read(response: httpx.Response) -> bytes:
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > _MOST:
            raise httpx.ReadError(f"more than {_MOST} bytes")
    return bytes(body)
