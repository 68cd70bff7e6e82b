"""Admins are told once of each trouble, over restarts, with the network or the database gone in between."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain.alert import OF_GATEWAYS, Happened, Sign, Trouble, Well, What
from bot.domain.edit import State
from bot.domain.errors import DeliveryFault, NoRoom
from bot.services.alerts import Alerts, nothing_heard
from bot.services.looks import Disk, Inbox, Ledger, Look, Telegram
from bot.services.moves import Moves
from bot.services.relay import Relay
from bot.storage.database import Connection
from tests.fakes.herald import FakeHerald
from tests.services.conftest import ANN, BOB, House

GB = 1_000_000_000
CAROL = 103
HOUR = 3600
REFUSED = Happened(Trouble(What.KEY, "first", key=1), "e1", facts={"status": 401, "keys": 1, "others": None})
PICTURE = Well(OF_GATEWAYS, "first", "banana", key=1)


class Office:
    """Alerts on a real database; a restart keeps only that."""

    def __init__(self, house: House, *looks: Look) -> None:
        self.house, self.looks, self.herald = house, looks, FakeHerald()
        self.signs = nothing_heard()
        self.alerts = self._alerts()

    def _alerts(self) -> Alerts:
        house = self.house
        return Alerts(
            house.database,
            house.clock,
            Relay(house.database, self.signs, alone=True).collect,
            self.herald,
            self.looks,
            {"first": "api_keys"},
        )

    async def restart(self) -> None:
        self.signs.clear()
        self.alerts = self._alerts()
        await self.alerts.remember()

    async def later(self, seconds: float, *signs: Sign) -> list[str]:
        """What is read now, so many seconds later."""
        self.house.clock.move(seconds)
        self.signs.extend(signs)
        self.herald.read.clear()
        await self.alerts.round()
        return list(self.herald.read)


async def test_a_trouble_is_told_once_over_restarts_and_its_end_too_with_a_line_in_the_log_for_each(
    house: House,
) -> None:
    office = Office(house)
    with capture_logs() as log:
        assert await office.later(0, REFUSED) == ["began key"]
        (known,) = office.alerts.standing()
        assert (known.edits, known.facts["status"], known.facts["setting"]) == (1, 401, "api_keys")
        for _ in range(3):
            await office.restart()
            assert await office.later(HOUR, REFUSED) == []
        await office.restart()
        assert await office.later(3 * HOUR) == ["lasts key"]
        assert await office.later(60, PICTURE) == []
        await office.restart()
        assert office.alerts.standing() == ()
        assert await office.later(300) == ["well key"]
        await office.restart()
        assert await office.later(HOUR) == []
    assert [(each["event"], each["gateway"], each["key"]) for each in log] == [
        ("trouble began", "first", 1),
        ("trouble ended", "first", 1),
    ]
    assert await house.rows("SELECT * FROM alerts") == []


async def test_what_reached_nobody_is_told_again_when_somebody_can_be_reached(house: House) -> None:
    office = Office(house)
    office.herald.reached = False
    with capture_logs() as log:
        for _ in range(3):
            assert await office.later(10, REFUSED) == []
        office.herald.reached = True
        assert await office.later(10) == ["began key"]
    assert [each["event"] for each in log] == ["trouble began"]
    assert await office.later(10) == []


async def test_a_gateway_that_is_not_configured_any_more_is_no_trouble(house: House) -> None:
    office = Office(house)
    gone = Happened(Trouble(What.KEY, "gone", key=1), "e1")
    assert await office.later(0, gone) == ["began key"]
    await office.restart()
    assert await office.later(7 * HOUR) == []
    assert await house.rows("SELECT * FROM alerts") == []


@pytest.mark.sqlite  # PostgreSQL lends one database to all tests
async def test_admins_hear_of_a_database_that_takes_nothing(house: House) -> None:
    office = Office(house, Inbox(house.database, house.clock))

    async def forbid(conn: Connection) -> None:
        await conn.run("ALTER TABLE alerts RENAME TO elsewhere")
        await conn.run("ALTER TABLE payments RENAME TO nowhere")

    await house.database.write(forbid)
    assert await office.later(0) == ["began storage"]
    assert "no such table" in str(office.alerts.standing()[0].facts["detail"])


@dataclass(frozen=True)
class Usage:
    total: int
    free: int


@pytest.mark.parametrize(
    ("total", "least"), [(500 * GB, GB), (20 * GB, GB), (4 * GB, GB // 5), (GB // 100, GB // 2000)]
)
async def test_a_disk_is_full_below_a_gigabyte_or_a_twentieth_whichever_is_less(
    total: int, least: int
) -> None:
    assert await Disk(Path(), lambda _: Usage(total, least))() == ()
    (sign,) = await Disk(Path(), lambda _: Usage(total, least - 1))()
    assert isinstance(sign, Happened)
    assert sign.trouble.what is What.DISK
    (gone,) = await Disk(Path("/nowhere/at/all"))()
    assert gone == Happened(Trouble(What.STORAGE), facts={"detail": "disk: No such file or directory"})


async def test_telegram_the_inbox_the_ledger_and_odd_payments_are_looked_at(house: House) -> None:
    clock, polled = house.clock, [house.clock.now()]
    office = Office(
        house,
        Telegram(clock, lambda: polled[0]),
        Inbox(house.database, clock),
        Ledger(house.database, clock),
    )
    for _ in range(5):  # the first look is after a sleep of the machine
        assert await office.later(30) == []
    await house.inbox.store([{"update_id": 1, "message": {}}])
    assert await office.later(1) == ["began telegram"]
    polled[0] = clock.now()
    assert await office.later(59) == []
    assert await office.later(2) == ["began inbox"]
    await house.inbox.done(1)
    polled[0] = clock.now() + 2 * HOUR * 1000
    assert await office.later(300) == ["well telegram inbox"]

    async def damage(conn: Connection) -> None:
        await conn.run("UPDATE wallets SET balance = 7")
        columns = "charge, mark, person, stars, credits, nonce, at"
        values = "'c', 'm', 1, 9, 0, 'n', ?"
        await conn.run(f"INSERT INTO payments ({columns}) VALUES ({values})", clock.now())

    await house.ask()
    await house.database.write(damage)
    assert await office.later(60) == ["began stars"]
    assert await office.later(HOUR) == ["began ledger"]
    assert {each.trouble.what: each.facts for each in office.alerts.standing()} == {
        What.STARS: {"stars": 9},
        What.LEDGER: {"differences": 1},
    }


async def test_results_that_telegram_does_not_take_in_three_chats_alarm_and_one_that_it_takes_is_proof(
    house: House,
) -> None:
    office = Office(house)
    moves = Moves(house.database, house.clock, house.allowances, alarm=office.signs.append)
    for person in (ANN, ANN, BOB):
        await moves.failed(await house.ask(person), DeliveryFault(detail="no"))
    assert await office.later(0) == []
    await moves.failed(await house.ask(CAROL), DeliveryFault(detail="no"))
    assert await office.later(60) == ["began delivery"]
    await moves.failed(await house.ask(CAROL), NoRoom(detail="spool: No space left on device"))
    edit = await house.ask(CAROL)
    for state in (State.CALLING, State.FETCHED, State.DELIVERING):
        edit = await moves.to(edit, state)
    await moves.done(edit, ())
    assert await office.later(60) == ["began storage"]
    assert [each.trouble.what for each in office.alerts.standing()] == [What.STORAGE]
    assert await office.later(300) == ["well delivery storage"]
