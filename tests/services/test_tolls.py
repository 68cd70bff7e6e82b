"""The limits that all processes share, on real rows."""

import asyncio
import random

import pytest
from structlog.testing import capture_logs

from bot.chat.limits import GROUP, PRIVATE, Limits, Rule, Urgency
from bot.domain.errors import StorageFault
from bot.domain.shelf import Shelf
from bot.domain.toll import Passage
from bot.services.keeper import Keeper
from bot.services.tolls import Tolls
from bot.storage.database import Connection
from bot.storage.spool import FolderSpool
from tests.services.conftest import ANN, House

CLUB = -100
LIMITS = Limits()


class Time:
    """The database's clock, as a test moves it."""

    def __init__(self) -> None:
        self.ms, self.away = 1_000_000, False

    async def __call__(self, _: Connection) -> int:
        if self.away:
            raise StorageFault(detail="connection refused")
        return self.ms


@pytest.mark.parametrize(("chat", "rule"), [(ANN, PRIVATE), (CLUB, GROUP)])
async def test_two_processes_together_never_send_more_than_telegram_takes(
    house: House, chat: int, rule: Rule
) -> None:
    time, dice, counted = Time(), random.Random(7), list[float]()
    tolls = Tolls(house.database, time), Tolls(house.database, time)
    flying: list[tuple[Tolls, Passage]] = []
    while len(counted) < 60:
        toll, claims = dice.choice(tolls), LIMITS.claims(chat, Urgency.RESULT, dice.choice([1, 1, 2]))
        passage = await toll.ask(claims)
        if not any(passage.waits):
            flying.append((toll, passage))
            counted += [time.ms + dice.random() * 50] * claims[0].messages
        time.ms += 50 + dice.choice([0, round(1000 * max(passage.waits) * dice.random())])
        if dice.random() < 0.7 and flying:
            there, passage = flying.pop(0)
            await there.land(passage)
    ms = rule.seconds * 1000
    assert all(sum(at <= other < at + ms for other in counted) <= rule.count for at in counted)


async def test_of_many_that_ask_at_the_same_moment_no_more_go_than_may(house: House) -> None:
    tolls = [Tolls(house.database) for _ in range(3)]
    claims = LIMITS.claims(ANN, Urgency.RESULT, 1)
    passages = await asyncio.gather(*(tolls[each % 3].ask(claims) for each in range(12)))
    gone = [passage for passage in passages if not any(passage.waits)]
    assert len(gone) == PRIVATE.count
    await asyncio.gather(*(tolls[0].land(passage) for passage in gone))
    (chat, whole) = (await tolls[1].ask(claims)).waits
    assert 0 < chat <= PRIVATE.seconds + 0.001
    assert whole == 0


async def test_a_429_that_one_process_hears_holds_for_all(house: House) -> None:
    one, other = (Tolls(house.database, time) for time in [Time()] * 2)
    await one.shut(ANN, 17.0)
    assert (await other.ask(LIMITS.claims(ANN, Urgency.RESULT, 1))).waits == [17.0, 0]
    assert not any((await other.ask(LIMITS.claims(CLUB, Urgency.PROGRESS, 1))).waits)


async def test_calls_go_on_while_the_database_is_away_and_are_counted_again_when_it_is_back(
    house: House,
) -> None:
    time = Time()
    tolls, claims = Tolls(house.database, time), LIMITS.claims(ANN, Urgency.RESULT, 1)
    time.away = True
    with capture_logs() as logs:
        for _ in range(5):
            tolls._unasked_until = 0.0
            passage = await tolls.ask(claims)
            assert not any(passage.waits)
            await tolls.land(passage)
        time.away = False
        assert (await tolls.ask(claims)) == Passage(), "not asked so soon"
        tolls._unasked_until = 0.0
        assert (await tolls.ask(claims)).claims == claims
    assert [line["event"] for line in logs] == [
        "shared limits out of reach, each process keeps its own",
        "shared limits are back",
    ]


async def test_what_was_over_an_hour_ago_is_swept(house: House) -> None:
    time = Time()
    time.ms = house.clock.now()
    tolls = Tolls(house.database, time)
    await tolls.land(await tolls.ask(LIMITS.claims(ANN, Urgency.RESULT, 1)))
    keeper = Keeper(house.database, FolderSpool(house.folder / "spool"), house.clock, shelf=Shelf(24))
    house.clock.move(3600)
    await keeper.sweep()
    assert await house.rows("SELECT place FROM tolls ORDER BY place") == [(0,), (ANN,)]
    house.clock.move(5)
    await keeper.sweep()
    assert await house.rows("SELECT place FROM tolls") == []
