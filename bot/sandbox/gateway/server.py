"""The gateway as a real HTTP server on a loopback port."""

from collections.abc import Collection
from contextlib import AsyncExitStack
from typing import Self

from aiohttp import web

from bot.sandbox.gateway import endpoints, sim
from bot.sandbox.gateway.desk import Desk, Settings
from bot.sandbox.gateway.endpoints import Endpoint
from bot.sandbox.gateway.files import FileStore
from bot.sandbox.gateway.models import MODELS
from bot.sandbox.gateway.pages import Pages
from bot.sandbox.gateway.steering import Steering

KEY = "sk-sandbox-00000000000000000000000000000000"
MAX_BODY = 64 * 1024 * 1024

_POSTS: dict[str, Endpoint] = {
    "/v1/chat/completions": endpoints.chat,
    "/v1/images/generations": endpoints.generations,
    "/v1/images/edits": endpoints.edits,
    "/v1/responses": endpoints.responses,
    "/v1beta/models/{model}:{verb:generateContent|streamGenerateContent}": endpoints.gemini,
}


class GatewayServer(Steering):
    """An OpenAI-compatible image gateway that makes real edits. Use as an async context manager.

    Args:
        port: 0 takes a free one.
        key: the Bearer key that it accepts; more can be added to `settings.keys`.
        models: the names on offer, of MODELS; by default all.
        delay: seconds for each request, on top of the work; streamed answers show progress meanwhile.
        magic_words: whether words such as "forbidden" or "busy" in a prompt make a fault (see magic.py).
    """

    def __init__(
        self,
        port: int = 0,
        key: str = KEY,
        models: Collection[str] | None = None,
        delay: float = 0.0,
        *,
        magic_words: bool = True,
    ) -> None:
        self.host = "127.0.0.1"
        self.port = port
        self.key = key
        super().__init__(Settings({key}, tuple(MODELS if models is None else models), delay, magic_words))
        self.files = FileStore()
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        desk = Desk(self.settings, self._journal, self._control, self._gate, self.files)
        pages = Pages(self.settings, self._journal, self._control, self.files)
        app = web.Application(client_max_size=MAX_BODY)
        app.add_routes([web.post(path, desk.handler(endpoint)) for path, endpoint in _POSTS.items()])
        app.add_routes(sim.routes(self))
        app.add_routes(pages.routes())
        runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1.0, access_log=None)
        await self._open.enter_async_context(desk.studio)
        await runner.setup()
        self._open.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, self.host, self.port).start()
        self.port = runner.addresses[0][1]
        self.settings.root = self.root
        return self

    async def __aexit__(self, *_: object) -> None:
        self._journal.closing = True
        self._gate.open()
        await self._open.aclose()

    @property
    def root(self) -> str:
        """Where it listens: http://127.0.0.1:PORT."""
        return f"http://{self.host}:{self.port}"

    @property
    def base_url(self) -> str:
        """What a client is configured with: http://127.0.0.1:PORT/v1."""
        return f"{self.root}/v1"
