"""The chat page's server: the page, the chats (/sim), and what belongs to the demo itself (/demo)."""

import asyncio
import errno
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.effects import SAMPLES, sample
from bot.sandbox.stack import Stack
from bot.sandbox.telegram.sim import LOOPBACK, routes

HOST = "127.0.0.1"
PAGE = Path(__file__).with_name("page")
TRIES = 20
MAX_BODY = 60 * 1024 * 1024
_LASTING = ("/sim/file/", "/demo/samples/")  # a file id stands for its bytes, in every run
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def served(stack: Stack, port: int) -> AsyncIterator[str]:
    """The page's address, on this port or, where it is taken, on the next free one; 0 takes any.

    Raises:
        OSError: none of the next ports is free.
    """
    app = web.Application(client_max_size=MAX_BODY, middlewares=[_only_from_here])
    app.on_response_prepare.append(_add_headers)
    app.add_routes(routes(stack.telegram))
    app.add_routes(_Demo(stack).routes())
    app.router.add_static("/page", PAGE)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        yield f"http://{HOST}:{await _listen(runner, port)}"
    finally:
        stack.telegram.journal.close()  # ends the event streams, which would hold up the server's end
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> int:
    for each in range(port, min(port + TRIES, 65536)):
        try:
            await web.TCPSite(runner, HOST, each).start()
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
        else:
            return int(runner.addresses[0][1])
    raise OSError(errno.EADDRINUSE, f"ports {port} to {port + TRIES - 1} are all taken")


@web.middleware
async def _only_from_here(request: web.Request, handler: Handler) -> web.StreamResponse:
    """No page of another site plays here, under whatever name it reaches this machine."""
    origin = request.headers.get("Origin")
    names = {urlsplit(f"//{request.host}").hostname, urlsplit(origin).hostname if origin else "localhost"}
    if not names <= LOOPBACK:
        raise web.HTTPForbidden(text="only from this machine")
    return await handler(request)


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    lasts = request.path.startswith(_LASTING) and response.status == HTTPStatus.OK
    response.headers.setdefault("Cache-Control", "max-age=86400, immutable" if lasts else "no-cache")
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)


class _Demo:
    def __init__(self, stack: Stack) -> None:
        self._stack = stack

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self.index),
            web.get("/demo", self.facts),
            web.get("/demo/samples/{name}", self.sample),
            web.post("/demo/bot", self.bot),
        ]

    async def index(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html")

    async def facts(self, _request: web.Request) -> web.Response:
        """Whose chats to show, and the names of the sample pictures."""
        stack = self._stack
        return web.json_response(
            {
                "people": [person.id for person in stack.people],
                "admin": stack.people[-1].id,
                "samples": list(SAMPLES),
                "telegram": stack.telegram.url,
                "gateway": stack.gateway.base_url,
            }
        )

    async def sample(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in SAMPLES:
            raise web.HTTPNotFound(text="no such sample")
        drawn = await asyncio.to_thread(sample, name)
        return web.Response(body=drawn.data, content_type=drawn.mime)

    async def bot(self, request: web.Request) -> web.Response:
        """act: "restart", or "crash" (killed without a warning, then started again)."""
        act = (await request.json()).get("act")
        if act not in ("restart", "crash"):
            raise web.HTTPBadRequest(text='act is "restart" or "crash"')
        self._stack.bot.restart(crash=act == "crash")
        return web.json_response({})
