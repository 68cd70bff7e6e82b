"""A proxy for TCP between a client and a server of this machine, that spoils what goes through it.

After Toxiproxy's toxics: https://github.com/Shopify/toxiproxy#toxics
"""

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal

_CHUNK = 65_536
_RESET = struct.pack("ii", 1, 0)  # SO_LINGER: closing throws away what is unsent, and says RST

End = Literal["close", "reset", "silence"]


@dataclass(frozen=True, slots=True)
class Toxic:
    """What happens to the bytes in one direction.

    Args:
        latency: seconds before the first byte is passed on.
        slices: pass on so many bytes at a time (0: as they come), with `pause` seconds after each.
        pause: see `slices`.
        cut_after: the end comes after so many bytes, for both directions.
        end: what the client sees then: a FIN, an RST, or nothing at all, as of a half-open connection.
        slow_close: seconds between the server's end and ours.
    """

    latency: float = 0.0
    slices: int = 0
    pause: float = 0.0
    cut_after: int | None = None
    end: End = "close"
    slow_close: float = 0.0


HEALTHY = Toxic()


class _Cut(Exception):
    """`cut_after` bytes have passed."""


@dataclass
class Spoiler:
    """Where the proxy listens. `up` spoils what the client sends, `down` what comes back.

    `times`: the connections after so many are well; 0 spoils all.
    """

    target: int
    up: Toxic
    down: Toxic
    times: int
    port: int = 0
    connections: int = 0
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    clients: set[asyncio.StreamWriter] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def hang_up(self, end: End) -> None:
        """End all connections that are open now, as a server does that was restarted."""
        for client in list(self.clients):
            _finish(client, end)
        while self.clients:  # noqa: ASYNC110  tasks that end tell nobody
            await asyncio.sleep(0.001)

    async def connected(self, reader: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self.tasks.add(task)
        self.clients.add(client)
        self.connections += 1
        well = 0 < self.times < self.connections
        up, down = (HEALTHY, HEALTHY) if well else (self.up, self.down)
        answers, server = await asyncio.open_connection("127.0.0.1", self.target)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(_passed(reader, server, up, client))
                both.create_task(_passed(answers, client, down, client))
        except* (_Cut, ConnectionError):
            pass
        finally:
            self.tasks.discard(task)
            self.clients.discard(client)
            for writer in (client, server):
                writer.close()
                with contextlib.suppress(ConnectionError):
                    await writer.wait_closed()


@asynccontextmanager
async def spoiling(
    target: int, *, up: Toxic = HEALTHY, down: Toxic = HEALTHY, times: int = 0
) -> AsyncIterator[Spoiler]:
    """A proxy to a port of this machine."""
    spoiler = Spoiler(target, up, down, times)
    listener = await asyncio.start_server(spoiler.connected, "127.0.0.1", 0)
    spoiler.port = listener.sockets[0].getsockname()[1]
    try:
        yield spoiler
    finally:
        listener.close()
        for task in list(spoiler.tasks):
            task.cancel()
        await asyncio.gather(*spoiler.tasks, return_exceptions=True)
        await listener.wait_closed()


async def _passed(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, toxic: Toxic, client: asyncio.StreamWriter
) -> None:
    passed, slept = 0, False
    while data := await reader.read(_CHUNK):
        await asyncio.sleep(0 if slept else toxic.latency)
        slept = True
        step = toxic.slices or len(data)
        for at in range(0, len(data), step):
            piece = data[at : at + step]
            left = len(piece) if toxic.cut_after is None else toxic.cut_after - passed
            writer.write(piece[: max(0, left)])
            await writer.drain()
            passed += len(piece)
            if toxic.cut_after is not None and passed >= toxic.cut_after:
                await _end(toxic.end, client)
            await asyncio.sleep(toxic.pause)
    await asyncio.sleep(toxic.slow_close)
    with contextlib.suppress(OSError):
        writer.write_eof()


async def _end(end: End, client: asyncio.StreamWriter) -> None:
    if end == "silence":
        await asyncio.get_running_loop().create_future()
    _finish(client, end)
    raise _Cut


def _finish(client: asyncio.StreamWriter, end: End) -> None:
    if end == "reset":
        client.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        client.transport.abort()
    else:
        client.close()
