"""The wire to a PostgreSQL server, to be cut: before or after a COMMIT, or for a while altogether."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Literal
from urllib.parse import urlsplit

_CHUNK = 65_536


class Wire:
    """`cut`: whether the next COMMIT is lost, or the answer to it."""

    def __init__(self, url: str) -> None:
        self._url = urlsplit(url)
        self._port = 0
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self.cut: Literal["the COMMIT", "its answer"] | None = None

    @property
    def url(self) -> str:
        """The database by this wire."""
        here = f"{self._url.username}@127.0.0.1:{self._port}"
        return self._url._replace(netloc=here, query="sslmode=disable").geturl()

    async def up(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def down(self) -> None:
        """Every connection breaks, and no new one comes."""
        if self._server:
            self._server.close()
        for each in self._open:
            each.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answers, server = await asyncio.open_connection(self._url.hostname, self._url.port or 5432)
        deaf = asyncio.Event()
        self._open |= {writer, server}
        async with asyncio.TaskGroup() as both:
            both.create_task(self._ask(reader, server, writer, deaf))
            both.create_task(self._answer(answers, writer, server, deaf))
        self._open -= {writer, server}

    async def _ask(
        self,
        reader: asyncio.StreamReader,
        server: asyncio.StreamWriter,
        client: asyncio.StreamWriter,
        deaf: asyncio.Event,
    ) -> None:
        with suppress(OSError):
            while chunk := await reader.read(_CHUNK):
                if self.cut and b"COMMIT" in chunk:
                    lost, self.cut = self.cut, None
                    if lost == "the COMMIT":
                        break
                    deaf.set()
                server.write(chunk)
        client.transport.abort()
        server.transport.abort()

    async def _answer(
        self,
        answers: asyncio.StreamReader,
        client: asyncio.StreamWriter,
        server: asyncio.StreamWriter,
        deaf: asyncio.Event,
    ) -> None:
        with suppress(OSError):
            while (chunk := await answers.read(_CHUNK)) and not deaf.is_set():
                client.write(chunk)
        client.transport.abort()
        server.transport.abort()


@asynccontextmanager
async def wire(url: str) -> AsyncIterator[Wire]:
    """A wire to the server of that URL, in order."""
    laid = Wire(url)
    await laid.up()
    try:
        yield laid
    finally:
        await laid.down()
