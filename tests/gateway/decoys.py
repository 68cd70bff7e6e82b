"""Run inside a network namespace of its own (test_netns.py): who is connected to when a link is fetched?

Every internal address that matters is this machine's own there, with an HTTP server that gives a picture,
and so are two public ones; nothing leaves the namespace. Prints one line of JSON:

`asked`: how many links there are, `connected`: the internal addresses at which the guarded downloader was
seen (there must be none), `public`: how many pictures it got from outside, `trusting` and `seen`: how many
pictures a downloader without a guard got by the same links, and at which internal addresses it was seen.
"""

import asyncio
import contextlib
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import aiohttp
import orjson
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.domain.errors import ResultFault
from bot.gateway.download import Downloader
from bot.gateway.guard import is_public, only_public
from bot.gateway.http import transport
from tests.fakes.spool import FakeSpool

PUBLIC = ("93.184.216.34", "2606:2800:220:1::248")
INTERNAL = (
    *("10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "169.254.170.2", "100.100.100.200"),
    *("168.63.129.16", "192.0.0.192", "198.18.0.1", "0.1.2.3", "240.0.0.1", "192.88.99.1"),
    *("fd00:ec2::254", "fc00::1", "fe80::1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::1"),
    *("2001:0:4136:e378:8000:63bf:80ff:fffe", "::7f00:1", "::ffff:0:7f00:1", "2001:db8::1", "4000::1"),
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(2000)
NAMES = {
    "rebind.test": ("93.184.216.34", "127.0.0.1"),
    "127.0.0.1.nip.test": ("127.0.0.1",),
    "metadata.google.internal": ("169.254.169.254",),
    "public.test": PUBLIC,
    **{f"name{number}.test": (address,) for number, address in enumerate(INTERNAL)},
    **{f"both{number}.test": (address, PUBLIC[0]) for number, address in enumerate(INTERNAL)},
}


class Names(AbstractResolver):
    """Those names that lie, and for the rest what this machine's resolver makes of a spelling."""

    def __init__(self) -> None:
        self._real = aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host not in NAMES:
            return await self._real.resolve(host, port, family)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=0,
            )
            for address in NAMES[host]
        ]

    async def close(self) -> None:
        await self._real.close()


class Decoys:
    """HTTP on all addresses: `/to/X` redirects to X, everything else is a picture."""

    def __init__(self) -> None:
        self.connected: list[str] = []

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connected.append(writer.get_extra_info("sockname")[0])
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            path = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1].decode()
            head = f"302 Found\r\nLocation: {unquote(path[4:])}" if path.startswith("/to/") else "200 OK"
            body = b"" if path.startswith("/to/") else PNG
            head += f"\r\nContent-Length: {len(body)}\r\nConnection: close"
            writer.write(f"HTTP/1.1 {head}\r\n\r\n".encode() + body)
            await writer.drain()
        writer.close()

    def internal(self) -> list[str]:
        return sorted({address for address in self.connected if not is_public(address)})


def links(spellings: list[str]) -> Iterator[str]:
    """Every spelling and lying name, at once and behind redirects."""
    addresses = [f"[{address}]" if ":" in address else address for address in INTERNAL]
    for host in (*spellings, *addresses, *(name for name in NAMES if name != "public.test")):
        link = f"http://{host}/a.png"
        yield link
        for first in ("93.184.216.34", "public.test"):
            yield f"http://{first}/to/{quote(link, safe='')}"


async def fetched(downloader: Downloader, urls: list[str]) -> int:
    """How many of these links gave a picture."""
    few = asyncio.Semaphore(20)

    async def fetch(number: int, url: str) -> bool:
        async with few:
            try:
                await downloader.fetch(url, f"e{number}/out")
            except ResultFault:
                return False
            return True

    return sum(await asyncio.gather(*(fetch(number, url) for number, url in enumerate(urls))))


async def report(spellings: list[str], folder: Path) -> dict[str, object]:
    decoys, spool, names = Decoys(), FakeSpool(folder), Names()
    guarded, free = transport(guard=only_public, resolver=names), transport(resolver=names)
    urls = list(links(spellings))

    async def at_once(_: float) -> None:
        await asyncio.sleep(0)

    def downloader(*, private: bool) -> Downloader:
        return Downloader(guarded, free, spool, allow_private=private, deadline=3, sleep=at_once)

    v4 = await asyncio.start_server(decoys.answer, "0.0.0.0", 80)
    v6 = await asyncio.start_server(decoys.answer, "::", 80)
    async with v4, v6:
        # Names that give a public address beside an internal one may be fetched, from the public one.
        await fetched(downloader(private=False), urls)
        connected = decoys.internal()
        outside = [f"http://{host}/a.png" for host in ("93.184.216.34", f"[{PUBLIC[1]}]", "public.test")]
        public = await fetched(downloader(private=False), outside)
        trusting = await fetched(downloader(private=True), urls)
        seen = decoys.internal()
    await guarded.aclose()
    await free.aclose()
    return {"asked": len(urls), "connected": connected, "public": public, "trusting": trusting, "seen": seen}


def main() -> None:
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for address in (*PUBLIC, *INTERNAL):
        mask = "128 nodad" if ":" in address else "32"
        subprocess.run(f"ip addr add {address}/{mask} dev lo".split(), check=False, capture_output=True)
    with tempfile.TemporaryDirectory() as folder:
        told = asyncio.run(report(sys.argv[1:], Path(folder)))
    sys.stdout.write(orjson.dumps(told).decode())


if __name__ == "__main__":
    main()
