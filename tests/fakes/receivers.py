"""What takes errors and spans, on a real port: Sentry's envelopes and OTLP's protobuf, each checked."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

SENTRY_KEY = "a-public-key"


@dataclass
class Receivers:
    """Keeps what came, and every byte of it."""

    port: int = 0
    events: list[dict[str, Any]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def dsn(self) -> str:
        return f"http://{SENTRY_KEY}@127.0.0.1:{self.port}/7"

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def until(self, happened: Callable[["Receivers"], object]) -> None:
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(lambda: happened(self))

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        if request.headers.get("Content-Encoding") == "gzip" and body[:2] == b"\x1f\x8b":
            body = gzip.decompress(body)
        self.raw += [body, str(request.rel_url).encode(), repr(sorted(request.headers.items())).encode()]
        takes = {"/api/7/envelope/": self._envelope, "/v1/traces": self._traces}
        try:
            answer = takes[request.path](request, body)
        except Exception as error:  # noqa: BLE001  whatever is not as it should be
            self.violations.append(f"{request.method} {request.path}: {error!r}")
            return web.Response(status=400)
        async with self._changed:
            self._changed.notify_all()
        return answer

    def _envelope(self, request: web.Request, body: bytes) -> web.Response:
        assert f"sentry_key={SENTRY_KEY}" in request.headers["X-Sentry-Auth"]
        head, *items = body.split(b"\n")
        event_id = json.loads(head).get("event_id")
        while len(items) > 1:
            kind, payload, *items = items
            told = json.loads(kind)
            assert told["length"] == len(payload)
            if told["type"] == "event":
                event = json.loads(payload)
                assert event["event_id"] == event_id
                assert event["level"] in {"error", "fatal"}
                self.events.append(event)
            else:
                assert told["type"] == "client_report", told
        return web.json_response({"id": event_id})

    def _traces(self, request: web.Request, body: bytes) -> web.Response:
        assert request.headers["Content-Type"] == "application/x-protobuf"
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            names = {each.key: each.value.string_value for each in resource.resource.attributes}
            assert names["service.name"] == "darkroom"
            self.spans += [span for scope in resource.scope_spans for span in scope.spans]
        return web.Response(content_type="application/x-protobuf")


@asynccontextmanager
async def receiving() -> AsyncIterator[Receivers]:
    receivers = Receivers()
    application = web.Application(client_max_size=10_000_000)
    application.router.add_route("*", "/{path:.*}", receivers.take)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receivers.port = runner.addresses[0][1]
    try:
        yield receivers
    finally:
        await runner.cleanup()
    assert receivers.violations == []
