"""Who is shut out, for how long, and what becomes of what they wait for; and the admins' own record."""

import asyncio

import pytest

from bot.domain.errors import Banned, CannotBan
from bot.domain.span import span
from tests.services.conftest import ADMIN, ANN, BOB, House

HOUR = 3_600_000


@pytest.mark.parametrize(
    ("word", "hours"),
    [("12h", 12), ("3d", 72), ("2W", 336), ("999w", 999 * 168)]
    + [(word, None) for word in ("", "h", "0h", "3", "3m", "-3d", "3.5d", "1000w", "3dd", "spam", "٣d")],
)
def test_spans_of_time_are_read_as_admins_write_them(word: str, hours: int | None) -> None:
    assert span(word) == (hours and hours * HOUR)


async def ban(
    house: House, person: int = ANN, *, lasts: int | None = None, once: str = "ban:1"
) -> int | None:
    return await house.bans.ban(by=ADMIN, person=person, lasts=lasts, reason="spam", once=once)


async def test_a_ban_cancels_what_waits_and_ends_by_itself(house: House) -> None:
    house.gateway.hold()
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(house.developer.run())
        for _ in range(5):
            await house.ask(ANN)
        await house.ask(BOB)
        await house.gateway.until_asked(4)
        until = await ban(house, lasts=24 * HOUR)
        await ban(house, lasts=48 * HOUR)  # the same update again
        running.cancel()
    assert until == house.clock.now() + 24 * HOUR
    assert sorted((await house.states()).values()) == ["calling"] + ["cancelled"] * 5
    assert (await house.account.statement(ANN)).left == 10
    with pytest.raises(Banned) as refused:
        await house.ask(ANN)
    assert refused.value.until == until
    house.clock.move(24 * 3600)
    house.restart()
    await house.ask(ANN)


async def test_a_ban_for_good_ends_by_unban_only(house: House) -> None:
    await ban(house)
    house.clock.move(10**9)
    with pytest.raises(Banned):
        await house.ask(ANN)
    assert await house.bans.unban(by=ADMIN, person=ANN, once="unban:2")
    assert not await house.bans.unban(by=ADMIN, person=ANN, once="unban:3")
    await house.ask(ANN)


async def test_somebody_never_met_is_shut_out_when_they_come_and_admins_never_are(house: House) -> None:
    await ban(house, 555)
    with pytest.raises(Banned):
        await house.ask(555)
    with pytest.raises(CannotBan):
        await ban(house, ADMIN)


async def test_each_change_by_an_admin_is_written_down_once(house: House) -> None:
    for _ in range(2):
        await house.admin.grant(by=ADMIN, to=ANN, credits=5, reason="thanks", once="grant:1")
        await house.admin.limit(by=ADMIN, person=BOB, credits=None, once="limit:2")
        await ban(house, once="ban:3")
        await house.bans.unban(by=ADMIN, person=ANN, once="unban:4")
    assert await house.rows("SELECT admin, what, whom, details, why FROM admin_acts ORDER BY key DESC") == [
        (ADMIN, "unban", ANN, None, None),
        (ADMIN, "limit", BOB, "default", None),
        (ADMIN, "grant", ANN, "5", "thanks"),
        (ADMIN, "ban", ANN, "for good", "spam"),
    ]
