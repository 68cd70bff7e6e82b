"""Switches models and gateways off and on while the bot runs; what is off stays off over a restart."""

import asyncio
from dataclasses import dataclass

import structlog

from bot.domain.errors import LastOne, StorageFault, UnknownGateway
from bot.domain.model import Catalogue, Model
from bot.domain.ports import Clock, Gateways
from bot.domain.shop import Shop
from bot.storage import acts, switches, turns
from bot.storage.acts import Act, What
from bot.storage.database import Connection, Database
from bot.storage.switches import Kind
from bot.storage.turns import Turn

log = structlog.get_logger()

_ACTS = {
    (Kind.MODEL, False): What.MODEL_OFF,
    (Kind.MODEL, True): What.MODEL_ON,
    (Kind.GATEWAY, False): What.GATEWAY_OFF,
    (Kind.GATEWAY, True): What.GATEWAY_ON,
}


@dataclass(frozen=True, slots=True)
class Off:
    """The models and gateways that are switched off."""

    models: frozenset[str] = frozenset()
    gateways: frozenset[str] = frozenset()


class Switches:
    """A model that is off is not on offer, and neither is one whose gateways are all off."""

    def __init__(self, database: Database, clock: Clock, shop: Shop, gateways: Gateways) -> None:
        self._database, self._clock, self._shop, self._gateways = database, clock, shop, gateways
        self.off = Off()

    async def restore(self) -> None:
        """Put everything as it was before the stop. What would leave no model at all is passed over.

        Raises:
            StorageFault: the database cannot be read.
        """
        self._apply(await self._database.read(_off))

    async def follow(self, seconds: float) -> None:
        """Every few seconds, until cancelled, what other processes switched."""
        while True:
            await asyncio.sleep(seconds)
            try:
                await self.restore()
            except StorageFault as fault:
                log.warning("database refused", detail=fault.detail)

    async def model(self, name: str, *, on: bool, by: int, once: str) -> None:
        """Switch a model; edits that wait for one that is off end with a sentence when it is their turn.

        Raises:
            UnknownModel: it is not configured.
            LastOne: without it nothing would be on offer.
        """
        self._shop.whole.get(name)
        await self._switch(Kind.MODEL, name, on=on, by=by, once=once)

    async def gateway(self, name: str, *, on: bool, by: int, once: str) -> tuple[Model, ...]:
        """Switch a gateway, which is not asked while it is off. Returns the models that went with it.

        Raises:
            UnknownGateway: it is not configured.
            LastOne: without it nothing would be on offer.
        """
        if name not in self.all_gateways:
            raise UnknownGateway
        before = self._shop.now.models
        await self._switch(Kind.GATEWAY, name, on=on, by=by, once=once)
        return tuple(each for each in before if each not in self._shop.now.models)

    @property
    def catalogue(self) -> Catalogue:
        """All that is configured, be it on offer or not."""
        return self._shop.whole

    @property
    def all_models(self) -> tuple[Model, ...]:
        """Every model that can be switched."""
        return self._shop.whole.models

    @property
    def all_gateways(self) -> tuple[str, ...]:
        """The name of every gateway."""
        return tuple(each.name for each in self._gateways.health())

    def asleep(self, model: Model) -> bool:
        """Whether all gateways of a model are switched off."""
        return self._asleep(model, self.off)

    async def _switch(self, kind: Kind, name: str, *, on: bool, by: int, once: str) -> None:
        act = Act(once, by, _ACTS[kind, on], details=name)
        self._apply(await self._database.write(self._write, kind, name, act, on=on))

    async def _write(self, conn: Connection, kind: Kind, name: str, act: Act, *, on: bool) -> Off:
        await turns.take(conn, Turn.SWITCHES)
        if not await acts.is_done(conn, act.once) and await switches.switch(conn, kind, name, on=on):
            await acts.add(conn, act, self._clock.now())
        off = await _off(conn)
        if not on and not self._left(off):
            raise LastOne(kind=kind)
        return off

    def _apply(self, off: Off) -> None:
        self.off = off
        for name in self.all_gateways:
            self._gateways.switch(name, on=name not in off.gateways)
        self._shop.put_away(
            frozenset(each.id for each in self._shop.whole.models if self._is_away(each, off))
        )

    def _left(self, off: Off) -> bool:
        return not all(self._is_away(each, off) for each in self._shop.whole.models)

    def _is_away(self, model: Model, off: Off) -> bool:
        return model.id in off.models or self._asleep(model, off)

    def _asleep(self, model: Model, off: Off) -> bool:
        through = [name for name in self.all_gateways if not model.gateways or name in model.gateways]
        return bool(through) and all(name in off.gateways for name in through)


async def _off(conn: Connection) -> Off:
    return Off(await switches.off(conn, Kind.MODEL), await switches.off(conn, Kind.GATEWAY))
