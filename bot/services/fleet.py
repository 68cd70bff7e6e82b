"""What the gateways offer of what is configured, and how they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors import FaultKind, GatewayFault
from bot.domain.model import Model
from bot.domain.ports import GatewayHealth, Gateways
from bot.domain.shop import Shop
from bot.services.switches import Switches

Offers = Mapping[str, frozenset[str] | GatewayFault]


class Flaw(StrEnum):
    """Why a configured model cannot be had."""

    LACKING = "lacking"
    NEEDS_LINK = "link"
    OFF = "off"
    ASLEEP = "asleep"


@dataclass(frozen=True, slots=True)
class Listed:
    """A configured model, the gateways that it is reached through, and what is wrong with it."""

    model: Model
    gateways: tuple[str, ...]
    flaw: Flaw | None


@dataclass(frozen=True, slots=True)
class State:
    """A gateway: how many models it offers, or why it does not say."""

    health: GatewayHealth
    offers: int
    silent: FaultKind | None


class Fleet:
    """All gateways and all models, as an operator sees them. A question takes seconds: it asks them all."""

    def __init__(self, gateways: Gateways, shop: Shop, switches: Switches) -> None:
        self._gateways, self._catalogue, self._switches = gateways, shop.whole, switches

    async def models(self) -> tuple[tuple[Listed, ...], tuple[str, ...]]:
        """Every configured model, and the gateways that did not say what they have."""
        offers = await self._gateways.offers()
        listed = [
            *(self._listed(model, offers) for model in self._catalogue.models),
            *(
                Listed(model, _through(model, offers), Flaw.NEEDS_LINK)
                for model in self._catalogue.unavailable
            ),
        ]
        silent = tuple(name for name, told in offers.items() if isinstance(told, GatewayFault))
        return tuple(listed), silent

    def _listed(self, model: Model, offers: Offers) -> Listed:
        return Listed(model, _through(model, offers), self._flaw(model, offers))

    def _flaw(self, model: Model, offers: Offers) -> Flaw | None:
        if model.id in self._switches.off.models:
            return Flaw.OFF
        if self._switches.asleep(model):
            return Flaw.ASLEEP
        return Flaw.LACKING if lacking(model, offers) else None

    def ill(self) -> tuple[str, ...]:
        """The gateways that are asked, and in trouble now. Asks nobody."""
        healths = [each for each in self._gateways.health() if not each.off]
        return tuple(
            each.name for each in healths if each.rests or (each.keys and each.keys_aside == each.keys)
        )

    async def gateways(self) -> tuple[State, ...]:
        """Every gateway, in the order in which they are asked."""
        offers = await self._gateways.offers()
        return tuple(
            _state(health, offers.get(health.name, frozenset())) for health in self._gateways.health()
        )


def lacking(model: Model, offers: Offers) -> tuple[str, ...]:
    """The gateways of a model, where all of them say what they have, and none has it."""
    names = _through(model, offers)
    told = {name: each for name in names if not isinstance(each := offers[name], GatewayFault)}
    has = any(model.through(name).id in each for name, each in told.items())
    return names if len(told) == len(names) and not has else ()


def _through(model: Model, offers: Offers) -> tuple[str, ...]:
    return tuple(name for name in offers if not model.gateways or name in model.gateways)


def _state(health: GatewayHealth, told: frozenset[str] | GatewayFault) -> State:
    if isinstance(told, GatewayFault):
        return State(health, 0, told.kind)
    return State(health, len(told), None)
