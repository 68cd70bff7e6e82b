"""What goes on now, what is wrong with it, and how the last days were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.domain.edit import State
from bot.services.console.views import Live, OfGateway, Overview, Span
from bot.web.console import charts
from bot.web.console.charts import Chart
from bot.web.console.visit import Visit

_NEARLY = 95
_ENOUGH_CALLS = 5
_STATES = (State.WAITING, State.CALLING, State.FETCHED, State.DELIVERING)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that an operator should look at; `page`: where."""

    sentence: str
    page: str = ""
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """An edit in work. `percent`: how far it seems; None where nobody can know."""

    live: Live
    percent: int | None


async def overview(visit: Visit) -> Response:
    """The page."""
    span = Span(visit.asked("span") or Span.WEEK)
    told = await visit.tools.console.figures(span)
    data = {**await _now(visit), "told": told, "spans": tuple(Span), "why": visit.why}
    return visit.page("overview.html", chart=_chart(visit, told), **data)


async def live(visit: Visit) -> Response:
    """The part of it that refreshes by itself."""
    return visit.page("part/live.html", **await _now(visit))


async def _now(visit: Visit) -> dict[str, object]:
    console, now = visit.tools.console, visit.tools.clock.now()
    found = await console.live()
    counts = {state: sum(each.edit.state is state for each in found.edits) for state in _STATES}
    return {
        "troubles": [*_troubles(visit, await console.gateways())],
        "lines": [Shown(each, _percent(each, now)) for each in found.edits],
        "total": found.total,
        "counts": counts,
    }


def _percent(live: Live, now: int) -> int | None:
    if live.edit.state is State.WAITING:
        return None
    if live.edit.state is not State.CALLING:
        return 100
    if live.percent is not None:
        return live.percent
    if not live.usual:
        return None
    return min(_NEARLY, max(0, round((now - live.since) / 10 / live.usual)))


def _troubles(visit: Visit, gateways: Sequence[OfGateway]) -> Iterator[Trouble]:
    for reason in visit.tools.verdict().reasons:
        yield Trouble(f"{reason[:1].upper()}{reason[1:]}.")
    for gateway in gateways:
        health, failed = gateway.health, sum(gateway.faults.values())
        if health.off:
            yield Trouble(f"{health.name} is switched off.", "/gateways", grave=False)
            continue
        if health.keys and health.keys_aside == health.keys:
            yield Trouble(f"No key of {health.name} works: all are put aside.", "/gateways")
        for model, _ in health.rests:
            yield Trouble(f"{health.name} fails with {model}: others are asked first.", "/gateways")
        if gateway.calls >= _ENOUGH_CALLS and failed * 2 >= gateway.calls:
            sentence = f"{failed} of {gateway.calls} calls of {health.name} failed in the last 24 hours."
            yield Trouble(sentence, "/gateways", grave=False)


def _chart(visit: Visit, told: Overview) -> Chart:
    label = visit.render.hour if told.span is Span.DAY else visit.render.day
    return charts.columns(
        [label(each.start) for each in told.buckets],
        [
            ("done", [each.done for each in told.buckets]),
            ("failed", [each.failed for each in told.buckets]),
            ("cancelled", [each.cancelled for each in told.buckets]),
        ],
    )
