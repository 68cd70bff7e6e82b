"""The HTTP server: /bot<token>/<method>, /file/bot<token>/<path>, and /sim for those who play the world."""

import asyncio
import re
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from inspect import isawaitable
from typing import Any, Self

import aiohttp
from aiohttp import web

from bot.sandbox.telegram.check import Upload, check
from bot.sandbox.telegram.control import Control
from bot.sandbox.telegram.faults import Fault
from bot.sandbox.telegram.journal import Call, Journal
from bot.sandbox.telegram.limits import FloodLimits
from bot.sandbox.telegram.methods import METHODS
from bot.sandbox.telegram.people import User
from bot.sandbox.telegram.reading import MAX_BODY, read_call, summary
from bot.sandbox.telegram.refusals import ApiError, ContractError, Json, broken_contract
from bot.sandbox.telegram.sim import routes
from bot.sandbox.telegram.spec import load_spec
from bot.sandbox.telegram.stage import Stage
from bot.sandbox.telegram.updates import Updates
from bot.sandbox.telegram.webhook import Webhook
from bot.sandbox.telegram.world import World

HOST = "127.0.0.1"
TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{1,100}")
NOT_FOUND = ApiError(404, "Not Found")
UNAUTHORIZED = ApiError(401, "Unauthorized")
DOWNLOAD = "download"


class TelegramServer(Control):
    """A Telegram with one bot on a loopback port; `async with` opens and closes it.

    `now` gives seconds since 1970, for dates, expiry and flood limits. Port 0 takes a free one. `older`: the
    methods that this server does not know yet, as one that nobody has updated; may be changed at any time.
    """

    def __init__(
        self,
        token: str,
        *,
        port: int = 0,
        now: Callable[[], float] = time.time,  # noqa: TID251 - the sandbox is the outside world; tests inject
        privacy_mode: bool = True,
        flood_limits: FloodLimits | None = None,
        older: frozenset[str] = frozenset(),
    ) -> None:
        bot_id = int(token.partition(":")[0])
        world = World(User(bot_id, "Darkroom", "darkroom_bot", is_bot=True), now, privacy_mode=privacy_mode)
        updates = Updates(load_spec().update_kinds, now)
        webhook, journal = Webhook(updates, now), Journal()
        webhook.on_answer = journal.wake
        super().__init__(Stage(world, journal, updates, webhook, now, flood_limits))
        self.older = older
        self._token = token
        self._port = port
        self._stack = AsyncExitStack()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    @property
    def base_url(self) -> str:
        """For python-telegram-bot: the token is appended."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=MAX_BODY)
        app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", self._call)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._download)
        app.add_routes(routes(self))
        app.router.add_route("*", "/{anything:.*}", self._nothing)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        site = web.TCPSite(runner, HOST, self._port)
        await site.start()
        self._port = runner.addresses[0][1]
        group = await self._stack.enter_async_context(asyncio.TaskGroup())
        client = await self._stack.enter_async_context(aiohttp.ClientSession())
        self.stage.webhook.open(group, client)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stage.webhook.close()
        self.stage.updates.close()
        self.journal.close()
        # Its task group would wrap the error of whoever opened this server in a group of one.
        await self._stack.aclose()

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if not TOKEN.fullmatch(token):
            raise NOT_FOUND
        if token != self._token:
            raise UNAUTHORIZED

    async def _nothing(self, _request: web.Request) -> web.Response:
        return _refusal(NOT_FOUND)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except ApiError as error:
            return _refusal(error)
        asked = request.match_info["method"]
        method = load_spec().names.get(asked.lower())
        call = Call(method or asked, {}, self.stage.now())
        self.journal.calls.append(call)
        try:
            params, uploads = await read_call(request)
            if method is None:
                raise ContractError(404, "Not Found")
            if method in self.older:
                raise NOT_FOUND
            return await self._carry_out(request, call, params, uploads)
        except ApiError as error:
            return self._refused(call, error)

    async def _carry_out(
        self, request: web.Request, call: Call, raw: Json, uploads: dict[str, Upload]
    ) -> web.StreamResponse:
        call.params = summary(raw | uploads)
        params = check(load_spec(), call.method, raw, uploads)
        call.params = summary(params)
        self.journal.wake()
        fault = self.faults.take(call.method, call.params)
        if fault and fault.drop == "before":
            return self._cut(request, call)
        if fault and (refusal := fault.refusal()):
            return await self._answer(request, self._refused(call, refusal), fault)
        result = await self._perform(call.method, params)
        self._done(call, 200, "", result)
        return await self._answer(request, web.json_response({"ok": True, "result": result}), fault)

    async def _perform(self, method: str, params: Json) -> Any:
        function = METHODS.get(method)
        if function is None:
            raise broken_contract("method is not simulated")
        result = function(self.stage, params)
        return await result if isawaitable(result) else result

    async def _answer(
        self, request: web.Request, response: web.Response, fault: Fault | None
    ) -> web.StreamResponse:
        if fault and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault and fault.drop == "after":
            _abort(request)
        if fault and fault.body is not None:
            return web.Response(text=fault.body, content_type="text/html", status=fault.status or 200)
        return response

    def _refused(self, call: Call, error: ApiError) -> web.Response:
        if isinstance(error, ContractError):
            self.journal.violations.append(f"{call.method}: {error.description}")
        self._done(call, error.status, error.description, None)
        return _refusal(error)

    def _done(self, call: Call, status: int, description: str, result: object) -> None:
        call.status, call.description, call.result = status, description, result
        self.journal.wake()

    def _cut(self, request: web.Request, call: Call) -> web.Response:
        self._done(call, 0, "connection cut", None)
        return _abort(request)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except ApiError as error:
            return _refusal(error)
        call = Call(DOWNLOAD, {"path": request.match_info["path"]}, self.stage.now())
        self.journal.calls.append(call)
        self.journal.wake()
        fault = self.faults.take(DOWNLOAD, call.params)
        if fault and fault.drop == "before":
            return self._cut(request, call)
        stored = self.world.files.at_path(call.params["path"])
        refusal = (fault and fault.refusal()) or (None if stored else NOT_FOUND)
        if refusal or stored is None:
            return await self._answer(request, self._refused(call, refusal or NOT_FOUND), fault)
        self._done(call, 200, "", None)
        response = web.Response(body=stored.data, content_type="application/octet-stream")
        return await self._answer(request, response, fault)


def _refusal(error: ApiError) -> web.Response:
    return web.json_response(error.to_json(), status=error.status)


def _abort(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()
