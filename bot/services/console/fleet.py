"""Gateways and models, with what was asked of them lately."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.days import Day
from bot.domain.edit import State
from bot.domain.model import Model
from bot.domain.ports import GatewayHealth
from bot.services.console.numbers import added, most, times
from bot.services.console.views import Asked, Offer, OfGateway
from bot.services.fleet import Flaw
from bot.services.switches import Switches
from bot.storage import calls, figures
from bot.storage.calls import Tally, Took
from bot.storage.database import Connection


async def gateways(conn: Connection, healths: Sequence[GatewayHealth], since: int) -> Sequence[OfGateway]:
    """Every gateway, with the calls that began since then."""
    tallies, took = await calls.tallies(conn, since), await calls.times(conn, since)
    return [
        _gateway(
            health,
            [each for each in tallies if each.gateway == health.name],
            [each for each in took if each.gateway == health.name],
        )
        for health in healths
    ]


async def offers(conn: Connection, switches: Switches, span: tuple[int, int]) -> Sequence[Offer]:
    """Every configured model, with the edits that were asked for within that time."""
    counts: Counter[tuple[str, State]] = Counter()
    asked: Counter[str] = Counter()
    for each in await figures.tallies(conn, Day(*span)):
        counts[each.model, each.state] += each.edits
        asked[each.model] += each.edits
    return [
        Offer(
            model,
            through(model, switches),
            flaw,
            default=model.id == switches.catalogue.default,
            edits=asked[model.id],
            done=counts[model.id, State.DONE],
            failed=counts[model.id, State.FAILED],
        )
        for model, flaw in _flawed(switches)
    ]


def through(model: Model, switches: Switches) -> Sequence[str]:
    """The gateways that a model is reached through, be they on or off."""
    return [name for name in switches.all_gateways if not model.gateways or name in model.gateways]


def _flawed(switches: Switches) -> Sequence[tuple[Model, Flaw | None]]:
    return [
        *((model, _flaw(model, switches)) for model in switches.catalogue.models),
        *((model, Flaw.NEEDS_LINK) for model in switches.catalogue.unavailable),
    ]


def _flaw(model: Model, switches: Switches) -> Flaw | None:
    if model.id in switches.off.models:
        return Flaw.OFF
    return Flaw.ASLEEP if switches.asleep(model) else None


def _gateway(health: GatewayHealth, tallies: Sequence[Tally], took: Sequence[Took]) -> OfGateway:
    whole = _asked("", tallies, took)
    names = most((each.model, each.calls) for each in tallies)
    return OfGateway(
        health,
        whole.calls,
        whole.faults,
        whole.times,
        [
            _asked(
                name,
                [each for each in tallies if each.model == name],
                [each for each in took if each.model == name],
            )
            for name in names
        ],
    )


def _asked(model: str, tallies: Sequence[Tally], took: Sequence[Took]) -> Asked:
    return Asked(
        model,
        calls=sum(each.calls for each in tallies),
        faults=most((each.fault, each.calls) for each in tallies if each.fault),
        times=times(added((each.tenths, each.calls) for each in took)),
    )
