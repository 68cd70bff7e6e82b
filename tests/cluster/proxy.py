"""Stands before the intakes: each post goes to the next one, and on to another where nobody answers."""

import socket
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web

_WITHIN = aiohttp.ClientTimeout(total=30, sock_connect=2)
_PASSED_ON = ("Content-Type", "X-Telegram-Bot-Api-Secret-Token")


@dataclass
class Proxy:
    """In turn, whoever is there; `passed` counts what each took, by its port."""

    ports: Sequence[int]
    port: int = 0
    passed: Counter[int] = field(default_factory=Counter)
    _turn: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/telegram/hook"

    async def pass_on(self, client: aiohttp.ClientSession, request: web.Request) -> web.Response:
        """What an intake said; 502 where none took it, or one died over it: Telegram posts again."""
        body = await request.read()
        headers = {name: request.headers[name] for name in _PASSED_ON if name in request.headers}
        for _ in self.ports:
            self._turn += 1
            port = self.ports[self._turn % len(self.ports)]
            try:
                async with client.post(
                    f"http://127.0.0.1:{port}{request.path}", data=body, headers=headers, timeout=_WITHIN
                ) as answer:
                    self.passed[port] += 1
                    kept = {name: answer.headers[name] for name in ("Retry-After",) if name in answer.headers}
                    return web.Response(status=answer.status, body=await answer.read(), headers=kept)
            except aiohttp.ClientConnectorError:
                continue
            except (aiohttp.ClientError, TimeoutError):
                break
        return web.Response(status=502)


@asynccontextmanager
async def before(ports: Sequence[int]) -> AsyncIterator[Proxy]:
    """On a free port."""
    proxy = Proxy(ports)
    async with aiohttp.ClientSession() as client:

        async def take(request: web.Request) -> web.Response:
            return await proxy.pass_on(client, request)

        app = web.Application()
        app.router.add_post("/{path:.*}", take)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        listener = socket.create_server(("127.0.0.1", 0))
        proxy.port = listener.getsockname()[1]
        await web.SockSite(runner, listener).start()
        try:
            yield proxy
        finally:
            await runner.cleanup()
