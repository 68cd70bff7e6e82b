"""Gateways and models, with what was asked of them lately."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.model import Model
from bot.domain.ports import GatewayHealth
from bot.services.console.numbers import most, times
from bot.services.console.views import Asked, Offer, OfGateway, OfModel
from bot.services.fleet import Flaw
from bot.services.switches import Switches
from bot.storage import calls
from bot.storage.calls import Tally
from bot.storage.database import Connection


async def gateways(conn: Connection, healths: Sequence[GatewayHealth], since: int) -> Sequence[OfGateway]:
    """Every gateway, with the calls that began since then."""
    tallies = await calls.tallies(conn, since)
    return [_gateway(health, [each for each in tallies if each.gateway == health.name]) for health in healths]


def offers(switches: Switches, asked: Sequence[OfModel]) -> Sequence[Offer]:
    """Every configured model, with what was asked of it."""
    of = {each.model: each for each in asked}
    return [
        _offer(model, flaw, of.get(model.id, OfModel(model.id)), switches)
        for model, flaw in _flawed(switches)
    ]


def through(model: Model, switches: Switches) -> Sequence[str]:
    """The gateways that a model is reached through, be they on or off."""
    return [name for name in switches.all_gateways if not model.gateways or name in model.gateways]


def _offer(model: Model, flaw: Flaw | None, asked: OfModel, switches: Switches) -> Offer:
    return Offer(
        model,
        through(model, switches),
        flaw,
        default=model.id == switches.catalogue.default,
        edits=asked.edits,
        done=asked.done,
        failed=asked.failed,
    )


def _flawed(switches: Switches) -> Sequence[tuple[Model, Flaw | None]]:
    return [
        *((model, _flaw(model, switches)) for model in switches.catalogue.models),
        *((model, Flaw.NEEDS_LINK) for model in switches.catalogue.unavailable),
    ]


def _flaw(model: Model, switches: Switches) -> Flaw | None:
    if model.id in switches.off.models:
        return Flaw.OFF
    return Flaw.ASLEEP if switches.asleep(model) else None


def _gateway(health: GatewayHealth, tallies: Sequence[Tally]) -> OfGateway:
    whole = _asked("", tallies)
    names = most((each.model, each.calls) for each in tallies)
    return OfGateway(
        health,
        whole.calls,
        whole.faults,
        whole.times,
        [_asked(name, [each for each in tallies if each.model == name]) for name in names],
    )


def _asked(model: str, tallies: Sequence[Tally]) -> Asked:
    took: Counter[int] = Counter()
    for each in tallies:
        if each.tenths is not None:
            took[each.tenths] += each.calls
    return Asked(
        model,
        calls=sum(each.calls for each in tallies),
        faults=most((each.fault, each.calls) for each in tallies if each.fault),
        times=times(took),
    )
