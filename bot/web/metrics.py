"""What the bot counts, for Prometheus to read. The only place that knows prometheus-client.

In the classic text format, whatever a scraper asks for: OpenMetrics has no room for a counter
`darkroom_edits_total` beside a gauge `darkroom_edits`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, Info, ProcessCollector
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import __version__
from bot.domain.edit import State
from bot.domain.errors import FaultKind
from bot.domain.meter import Heard
from bot.web.gauges import Levels

Look = Callable[[], Awaitable[Levels]]
"""How the bot stands at this moment."""

_OTHER = "other"
_WAITING = (0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600)
_GATEWAY = (1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600)
_DELIVERY = (0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600)


class Metrics:
    """The counters of one bot; a `bot.domain.meter.Meter`.

    `models`, `gateways`: the names that are told apart; whatever else an old row knows is "other".
    """

    def __init__(self, *, models: Collection[str], gateways: Collection[str]) -> None:
        self._models, self._gateways = frozenset(models), frozenset(gateways)
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        Info("darkroom_build", "Which Darkroom this is.", registry=registry).info({"version": __version__})
        self._ended = Counter(
            "darkroom_edits_total",
            "Edits that ended, by how; gateway: whose pictures they had; kind: why they failed.",
            ("state", "model", "gateway", "kind"),
            registry=registry,
        )
        self._waited = Histogram(
            "darkroom_edit_waiting_seconds",
            "How long edits stood in line.",
            buckets=_WAITING,
            registry=registry,
        )
        self._answered = Histogram(
            "darkroom_edit_gateway_seconds",
            "From when gateways were asked until the pictures were there.",
            ("model", "gateway"),
            buckets=_GATEWAY,
            registry=registry,
        )
        self._delivered = Histogram(
            "darkroom_edit_delivery_seconds",
            "From when the pictures were there until Telegram had them.",
            buckets=_DELIVERY,
            registry=registry,
        )
        self._faults = Counter(
            "darkroom_gateway_faults_total",
            "Calls to gateways that brought no picture, whoever helped then.",
            ("gateway", "kind"),
            registry=registry,
        )
        self._telegram = Counter(
            "darkroom_telegram_requests_total",
            "Calls to Telegram, without polls and downloads.",
            ("method", "outcome"),
            registry=registry,
        )
        self._floods = Counter(
            "darkroom_telegram_floods_total", "How often Telegram said 429.", registry=registry
        )
        for gateway in gateways:  # a first fault would be none for a rate that sees it appear
            for kind in FaultKind:
                self._faults.labels(gateway, kind)

    def waited(self, seconds: float) -> None:
        """See `Meter`."""
        self._waited.observe(seconds)

    def answered(self, model: str, gateway: str, seconds: float) -> None:
        """See `Meter`."""
        self._answered.labels(self._model(model), self._gateway(gateway)).observe(seconds)

    def delivered(self, seconds: float) -> None:
        """See `Meter`."""
        self._delivered.observe(seconds)

    def ended(self, state: State, model: str, gateway: str, kind: str) -> None:
        """See `Meter`."""
        self._ended.labels(state, self._model(model), self._gateway(gateway), kind).inc()

    def gateway_failed(self, gateway: str, kind: FaultKind) -> None:
        """See `Meter`."""
        self._faults.labels(self._gateway(gateway), kind).inc()

    def telegram_called(self, method: str, heard: Heard) -> None:
        """See `Meter`."""
        self._telegram.labels(method, heard).inc()
        if heard is Heard.FLOOD:
            self._floods.inc()

    def route(self, look: Look) -> Route:
        """/metrics: the counters, and the levels of the moment that asks."""

        async def answer(_request: Request) -> Response:
            told = await asyncio.to_thread(generate_latest, _Moment(self._registry, await look()))
            return Response(told, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

        return Route("/metrics", answer)

    def _model(self, name: str) -> str:
        return name if name in self._models else _OTHER

    def _gateway(self, name: str) -> str:
        return name if not name or name in self._gateways else _OTHER


class _Moment(Collector):
    """Counters and levels together; of its own for each who asks, so that two never mix."""

    def __init__(self, counters: Collector, levels: Levels) -> None:
        self._counters, self._levels = counters, levels

    def collect(self) -> Iterator[Metric]:
        for family in self._counters.collect():
            family.samples = [each for each in family.samples if not each.name.endswith("_created")]
            yield family
        yield from _levels(self._levels)


def _levels(now: Levels) -> Iterator[Metric]:
    if now.vitals:
        edits = GaugeMetricFamily("darkroom_edits", "Edits in work, by state.", labels=("state",))
        for state, count in now.vitals.edits.items():
            edits.add_metric((state,), count)
        yield edits
        yield _gauge("darkroom_held_credits", "Credits set aside for edits in work.", now.vitals.held)
        yield _gauge("darkroom_inbox_waiting", "Updates that were not handled yet.", now.vitals.letters)
        yield _gauge("darkroom_inbox_age_seconds", "How old the first of these is.", now.inbox_age)
    yield _gauge(
        "darkroom_poll_age_seconds",
        "Since Telegram last answered a poll, or a look at the hook.",
        now.poll_age,
    )
    yield _gauge("darkroom_database_write_age_seconds", "Since the database took a write.", now.write_age)
    if now.free_bytes is not None:
        yield _gauge("darkroom_disk_free_bytes", "Room on the disk of data_dir.", now.free_bytes)
    resting = GaugeMetricFamily(
        "darkroom_gateway_resting", "1: failed so often that others are asked first.", labels=("gateway",)
    )
    aside = GaugeMetricFamily(
        "darkroom_gateway_keys_aside", "Keys that were refused lately.", labels=("gateway",)
    )
    for gateway in now.gateways:
        resting.add_metric((gateway.name,), bool(gateway.rests))
        aside.add_metric((gateway.name,), gateway.keys_aside)
    yield from (resting, aside)


def _gauge(name: str, meaning: str, value: float) -> Metric:
    return GaugeMetricFamily(name, meaning, value=value)
