"""The time of edits, as OpenTelemetry spans over OTLP: ids, models and gateways, and nothing else.

Only the clients of gateways are followed, never Telegram's, in whose URLs the token is (ECOSYSTEM 9). The
provider is our own: the global one stays untouched.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.instrumentation.httpx import AsyncOpenTelemetryTransport
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult
from opentelemetry.trace import Span, Status, StatusCode, use_span

from bot.domain.tracing import Note
from bot.gateway.client import Pool

Hide = Callable[[str], str]
"""Masks in a text what nobody else may read."""

_PATH = "/v1/traces"
_SECONDS = 5
_NANO = 1_000_000


class Tracer:
    """`Tracing` over OTLP; `close` it in the end."""

    def __init__(self, endpoint: str, hide: Hide, *, release: str) -> None:
        where = endpoint if endpoint.endswith(_PATH) else f"{endpoint}{_PATH}"
        exporter = _Hidden(OTLPSpanExporter(endpoint=where, timeout=_SECONDS), hide)
        resource = Resource.create({"service.name": "darkroom", "service.version": release})
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("darkroom", release)

    @contextmanager
    def __call__(self, step: str, /, *, since: int | None = None, **facts: str | None) -> Iterator[Note]:
        """See `Tracing`."""
        span = self._tracer.start_span(step, start_time=None if since is None else since * _NANO)
        note = _note_on(span)
        note(**facts)
        # Not its message: it may quote what people wrote.
        with use_span(span, end_on_exit=True, record_exception=False, set_status_on_exception=False):
            try:
                yield note
            except Exception as error:
                note(error=getattr(error, "text_key", type(error).__name__))
                raise

    def followed(self, pool: Pool) -> Pool:
        """Connections whose requests are steps too."""
        return lambda proxy: AsyncOpenTelemetryTransport(pool(proxy), tracer_provider=self._provider)

    def close(self) -> None:
        """Send what waits; takes seconds at most."""
        self._provider.force_flush(_SECONDS * 1000)
        self._provider.shutdown()


def _note_on(span: Span) -> Note:
    def note(**facts: str | None) -> None:
        for name, value in facts.items():
            if value:
                span.set_attribute(f"darkroom.{name}", value)
        if facts.get("error"):
            span.set_status(Status(StatusCode.ERROR))

    return note


class _Hidden(SpanExporter):
    """Passes spans on without events, which hold the texts of errors, and with their words masked."""

    def __init__(self, exporter: SpanExporter, hide: Hide) -> None:
        self._exporter, self._hide = exporter, hide

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """See `SpanExporter`."""
        return self._exporter.export([self._hidden(each) for each in spans])

    def shutdown(self) -> None:
        """See `SpanExporter`."""
        self._exporter.shutdown()

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """See `SpanExporter`."""
        return self._exporter.force_flush(timeout_millis)

    def _hidden(self, span: ReadableSpan) -> ReadableSpan:
        attributes = {
            name: self._hide(value) if isinstance(value, str) else value
            for name, value in (span.attributes or {}).items()
        }
        return ReadableSpan(
            name=self._hide(span.name),
            context=span.context,
            parent=span.parent,
            resource=span.resource,
            attributes=attributes,
            kind=span.kind,
            status=Status(span.status.status_code),
            start_time=span.start_time,
            end_time=span.end_time,
            instrumentation_scope=span.instrumentation_scope,
        )
