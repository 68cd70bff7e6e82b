"""What admins switch off is not offered and not asked, also after a restart; something is always left."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.errors import LastOne, UnknownGateway, UnknownModel
from bot.domain.model import Catalogue, Model
from bot.domain.ports import GatewayHealth
from bot.domain.shop import Shop
from bot.services.fleet import Flaw, Fleet
from bot.services.switches import Switches
from tests.services.conftest import ADMIN, ANN, CATALOGUE, House, photo

GATEWAYS = (GatewayHealth("one"), GatewayHealth("two"))


def switches(house: House) -> Switches:
    house.gateway.healths = house.gateway.healths or GATEWAYS
    return Switches(house.database, house.clock, house.shop, house.gateway)


def offered(house: House) -> list[str]:
    return [each.id for each in house.shop.now.models]


@pytest.mark.parametrize(
    ("away", "default", "left"),
    [
        ("a", "b", "bcd"),
        ("b", "a", "acd"),
        ("d", "a", "abc"),
        ("ab", "c", "cd"),
        ("abcd", "a", "abcd"),
        ("", "a", "abcd"),
    ],
)
@pytest.mark.parametrize("turn", [0, 2])
def test_the_next_model_stands_in_for_a_default_that_is_away(
    away: str, default: str, left: str, turn: int
) -> None:
    def name(letter: str) -> str:
        return "abcd"[("abcd".index(letter) + turn) % 4]

    whole = Catalogue(tuple(Model(each, each, 1, "chat") for each in "abcd"), name("a"))
    found = whole.without(frozenset(map(name, away)))
    assert found.default == name(default)
    assert {each.id for each in found.models} == set(map(name, left))


async def test_a_model_that_is_off_is_not_offered_and_stays_off_over_a_restart(house: House) -> None:
    await switches(house).model("banana", on=False, by=ADMIN, once="switch:1")
    assert (offered(house), house.shop.now.default) == (["editor", "brush"], "editor")
    assert (await house.ask(ANN, sources=(photo("a"),))).model == "editor"
    with pytest.raises(UnknownModel):
        await house.ask(ANN, model="banana")

    house.shop = Shop(CATALOGUE)
    again = switches(house)
    await again.restore()
    assert offered(house) == ["editor", "brush"]
    await again.model("editor", on=False, by=ADMIN, once="switch:2")
    with pytest.raises(LastOne):
        await again.model("brush", on=False, by=ADMIN, once="switch:3")
    assert offered(house) == ["brush"]
    await again.model("banana", on=True, by=ADMIN, once="switch:4")
    assert offered(house) == ["banana", "brush"]
    with pytest.raises(UnknownModel):
        await again.model("dall-e-9", on=False, by=ADMIN, once="switch:5")
    acts = await house.rows("SELECT what, details FROM admin_acts ORDER BY key")
    assert acts == [("model-off", "banana"), ("model-off", "editor"), ("model-on", "banana")]


async def test_what_waits_for_a_model_that_goes_off_ends_with_a_sentence_and_is_not_charged(
    house: House,
) -> None:
    house.gateway.hold()
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(house.developer.run())
        for _ in range(5):
            await house.ask(ANN)
        await house.gateway.until_asked(3)
        await switches(house).model("banana", on=False, by=ADMIN, once="switch:1")
        house.gateway.release()
        await house.until_told()
        running.cancel()
    errors = await house.rows("SELECT coalesce(error, state) FROM edits ORDER BY 1")
    assert errors == [("done",)] * 3 + [("failed-model-gone",)] * 2
    assert (await house.account.statement(ANN)).left == 7


async def test_a_gateway_that_is_off_is_not_asked_and_takes_along_what_it_alone_has(house: House) -> None:
    only_two = replace(CATALOGUE.models[2], gateways=("two",))
    house.shop = Shop(Catalogue((*CATALOGUE.models[:2], only_two), "banana"))
    steering = switches(house)
    assert await steering.gateway("two", on=False, by=ADMIN, once="switch:1") == (only_two,)
    assert [each.off for each in house.gateway.health()] == [False, True]
    fleet = Fleet(house.gateway, house.shop, steering)
    await steering.model("editor", on=False, by=ADMIN, once="switch:2")
    listed, _ = await fleet.models()
    assert [each.flaw for each in listed] == [None, Flaw.OFF, Flaw.ASLEEP]
    with pytest.raises(LastOne):
        await steering.gateway("one", on=False, by=ADMIN, once="switch:3")
    with pytest.raises(UnknownGateway):
        await steering.gateway("three", on=False, by=ADMIN, once="switch:4")
    house.gateway.healths = GATEWAYS
    await switches(house).restore()
    assert [each.off for each in house.gateway.health()] == [False, True]
    assert await steering.gateway("two", on=True, by=ADMIN, once="switch:5") == ()
    assert offered(house) == ["banana", "brush"]
