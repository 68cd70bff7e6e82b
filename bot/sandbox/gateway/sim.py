"""/sim/...: the gateway's control over HTTP, for tests that run it in another process.

Every request shows the gateway's key. Bodies and answers are JSON:

    POST /sim/script    {"status", "headers", "body" | "body_base64", "chunk_size", "pause", "cut_after",
                        "delay", "delay_body", "times", "model", "path"}
    POST /sim/fail      {"status", "body", "headers", "times"}
    POST /sim/hold      {"stage": "arrived" | "headers"}
    POST /sim/release   {"count"}
    POST /sim/settings  {"delay", "magic_words"}
    POST /sim/reset
    GET  /sim/state     counters; with ?calls=1&in_flight=0&held=0&disconnects=1&within=10 it first waits
                        until each of these is reached (in_flight and held exactly, the others at least)
    GET  /sim/calls     a summary of every call
    GET  /sim/calls/N/raw, /sim/calls/N/results/I, /sim/calls/N/pictures/I   bytes
"""

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
import pybase64
from aiohttp import web

from bot.sandbox.gateway import refusals, sending
from bot.sandbox.gateway.control import Reply
from bot.sandbox.gateway.journal import Call
from bot.sandbox.gateway.refusals import Refused
from bot.sandbox.gateway.steering import Steering
from bot.sandbox.gateway.wanted import Json

Action = Callable[[Json], Any]
_REPLY = ("status", "headers", "body", "chunk_size", "pause", "cut_after", "delay", "delay_body")


def routes(server: Steering) -> list[web.RouteDef]:
    """The routes that control `server`."""
    actions: dict[str, Action] = {
        "script": lambda body: _script(server, body),
        "fail": lambda body: server.fail_next(**body),
        "hold": lambda body: server.hold(**body),
        "release": lambda body: server.release(**body),
        "settings": lambda body: _set(server, body),
        "reset": lambda _: server.reset(),
    }
    guarded = _Guard(server)
    return [
        *(web.post(f"/sim/{name}", guarded.action(action)) for name, action in actions.items()),
        web.get("/sim/state", guarded.page(lambda request: _state(server, request))),
        web.get("/sim/calls", guarded.page(lambda request: _calls(server, request))),
        web.get(r"/sim/calls/{number:\d+}/{part:raw}", guarded.page(lambda request: _bytes(server, request))),
        web.get(
            r"/sim/calls/{number:\d+}/{part:results|pictures}/{index:\d+}",
            guarded.page(lambda request: _bytes(server, request)),
        ),
    ]


class _Guard:
    def __init__(self, server: Steering) -> None:
        self._server = server

    def page(
        self, answer: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            try:
                self._server.settings.authorize(request)
                return await answer(request)
            except Refused as refusal:
                return await sending.refused(request, refusal)

        return handle

    def action(self, action: Action) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def act(request: web.Request) -> web.StreamResponse:
            try:
                action(orjson.loads(await request.read() or b"{}"))
            except (TypeError, ValueError) as error:
                raise refusals.bad_request(str(error)) from error
            return await sending.whole(request, 200, b'{"ok":true}')

        return self.page(act)


def _script(server: Steering, body: Json) -> None:
    given = {name: body.pop(name) for name in _REPLY if name in body}
    if "body_base64" in body:
        given["body"] = pybase64.b64decode(body.pop("body_base64"), validate=True)
    server.script(Reply(**given), **body)


def _set(server: Steering, body: Json) -> None:
    server.settings.delay = float(body.get("delay", server.settings.delay))
    server.settings.magic_words = bool(body.get("magic_words", server.settings.magic_words))


async def _state(server: Steering, request: web.Request) -> web.StreamResponse:
    asked = {name: int(value) for name, value in request.query.items() if name != "within"}

    def reached() -> bool:
        state = _counters(server)
        exact = all(state[name] == asked[name] for name in ("in_flight", "held") if name in asked)
        return exact and all(state[name] >= asked[name] for name in ("calls", "disconnects") if name in asked)

    try:
        await server.until(reached, float(request.query.get("within", 10)))
    except TimeoutError:
        return await sending.whole(request, 408, orjson.dumps(_counters(server)))
    return await sending.whole(request, 200, orjson.dumps(_counters(server)))


async def _calls(server: Steering, request: web.Request) -> web.StreamResponse:
    return await sending.whole(request, 200, orjson.dumps([call.summary() for call in server.calls]))


async def _bytes(server: Steering, request: web.Request) -> web.StreamResponse:
    data = _part(server.calls, request.match_info)
    if data is None:
        return await sending.whole(request, 404, b'{"error":"no such call"}')
    return await sending.whole(request, 200, data, {"Content-Type": "application/octet-stream"})


def _part(calls: list[Call], path: Any) -> bytes | None:
    call = next((call for call in calls if call.number == int(path["number"])), None)
    if call is None:
        return None
    if path["part"] == "raw":
        return call.raw
    items: list[bytes] = getattr(call, path["part"])
    index = int(path["index"])
    return items[index] if index < len(items) else None


def _counters(server: Steering) -> dict[str, int]:
    return {
        "calls": len(server.calls),
        "in_flight": server.in_flight,
        "held": server.held,
        "disconnects": server.disconnects,
        "downloads": len(server.downloads),
    }
