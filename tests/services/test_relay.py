"""What one process hears of a trouble, another one can tell."""

from collections import deque

from bot.domain.alert import Happened, Sign, Trouble, Well, What
from bot.services.relay import Relay
from tests.services.conftest import House

LOST = Happened(Trouble(What.KEY, "one", "m", 2, "n"), "e1", "mark", {"status": 401, "setting": None})
FOUND = Well(frozenset({What.KEY, What.BREAKER}), "one", "m", 2)


async def test_signs_come_over_as_they_were_in_their_order_and_once(house: House) -> None:
    here, there = deque[Sign]([FOUND, FOUND, LOST, FOUND]), deque[Sign]()
    await Relay(house.database, here).pass_on()
    teller = Relay(house.database, there)
    assert await teller.collect() == [FOUND, LOST, FOUND]
    assert await teller.collect() == []
    assert not here


async def test_what_the_teller_hears_itself_is_told_with_it(house: House) -> None:
    assert await Relay(house.database, deque[Sign]([LOST])).collect() == [LOST]
