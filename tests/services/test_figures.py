"""What happened, by the days of the quota's timezone."""

from datetime import UTC
from zoneinfo import ZoneInfo

from bot.domain.errors import FaultKind, GatewayFault
from bot.services.figures import Figures
from tests.services.conftest import ANN, BOB, House

HOUR = 3600
DAY = 24 * HOUR


async def done(house: House, person: int = ANN, *, count: int = 1) -> None:
    edit = await house.ask(person, count=count)
    await house.database.write(
        lambda conn: conn.run("UPDATE edits SET state = 'done', ended = 1 WHERE id = ?", edit.id)
    )


async def failed(house: House, person: int, error: GatewayFault) -> None:
    edit = await house.ask(person)
    await house.database.write(
        lambda conn: conn.run(
            "UPDATE edits SET state = 'failed', error = ?, ended = 1 WHERE id = ?", error.text_key, edit.id
        )
    )


async def test_stats_tell_how_edits_ended_for_whom_and_why(house: House) -> None:
    await done(house, ANN)
    house.clock.move(9 * DAY)
    await done(house, ANN, count=2)
    house.clock.move(DAY)
    await done(house, BOB)
    await failed(house, ANN, GatewayFault(FaultKind.TIMEOUT))
    await failed(house, ANN, GatewayFault(FaultKind.CONTENT_POLICY))
    await failed(house, BOB, GatewayFault(FaultKind.TIMEOUT))
    cancelled, _ = await house.ask(BOB), await house.ask(ANN)
    await house.submit.cancel(cancelled.id, person=BOB)
    stats = await Figures(house.database, house.clock, UTC).stats(7)
    assert (stats.edits, stats.done, stats.failed, stats.cancelled, stats.unfinished) == (7, 2, 3, 1, 1)
    assert (stats.success, stats.people, stats.newcomers, stats.credits) == (40, 2, 0, 3)
    assert list(stats.models.items()) == [("banana", 2)]
    assert list(stats.errors.items()) == [("failed-timeout", 2), ("failed-content-policy", 1)]
    yesterday, today = stats.days[-2:]
    assert len(stats.days) == 7
    assert (yesterday.done, yesterday.people, yesterday.credits) == (1, 1, 2)
    assert (today.done, today.failed, today.cancelled, today.people, today.credits) == (1, 3, 1, 2, 1)


async def test_where_nothing_happened_all_is_zero(house: House) -> None:
    house.clock.move(99 * DAY)
    stats = await Figures(house.database, house.clock, UTC).stats(90)
    assert (len(stats.days), stats.edits, stats.success, stats.newcomers) == (90, 0, None, 0)
    house.clock.move(-50 * DAY)
    assert (await Figures(house.database, house.clock, UTC).stats(90)).newcomers == 3


async def test_what_somebody_spent_counts_on_the_day_of_their_timezone(house: House) -> None:
    await done(house, ANN)
    house.clock.move(11 * HOUR)  # 23:00 UTC is tomorrow in China
    await done(house, ANN, count=3)
    await done(house, BOB)
    await house.ask(ANN)
    utc, china = (Figures(house.database, house.clock, zone) for zone in (UTC, ZoneInfo("Asia/Shanghai")))
    assert [day.credits for day in await utc.spent(ANN, 3)] == [0, 0, 4]
    assert [day.credits for day in await china.spent(ANN, 3)] == [0, 1, 3]
    house.clock.move(3 * DAY)
    assert [day.credits for day in await utc.spent(ANN, 3)] == [0, 0, 0]
