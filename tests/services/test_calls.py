"""What is kept of calls of gateways."""

import asyncio
from pathlib import Path

from structlog.testing import capture_logs

from bot.domain.called import Called, Transcript
from bot.domain.errors import FaultKind, SpoolFault, StorageFault
from bot.domain.shelf import Shelf
from bot.services.calls import Calls
from bot.services.keeper import Keeper
from bot.storage.spool import FolderSpool
from tests.services.conftest import House

DAY = 24 * 3600
FAILED = Called("e1", "g", "m", 1.5, FaultKind.NO_IMAGE, 200, Transcript("POST /", "HTTP/1.1 200 -"))
CALLS = "SELECT edit, number, gateway, model, at, took, fault, status FROM calls"


async def test_numbers_wait_for_the_database_and_are_written_when_the_bot_stops(
    house: House,
) -> None:
    calls = Calls(house.database, house.clock, FolderSpool(house.folder))
    living = asyncio.get_running_loop().create_task(calls.run())
    await calls.heard(Called("e1", "g", "m", 2.0))

    async def full(*_: object) -> None:
        raise StorageFault(detail="full")

    write, house.database.write = house.database.write, full  # type: ignore[method-assign,assignment]
    with capture_logs() as log:
        await calls.write()
    house.database.write = write  # type: ignore[method-assign]
    assert log[0]["event"] == "calls not written"
    await asyncio.sleep(0)
    living.cancel()
    await asyncio.wait([living])
    now = house.clock.now()
    assert await house.rows(CALLS) == [("e1", 1, "g", "m", now - 2000, 2000, None, 0)]


async def test_what_was_said_is_kept_as_long_as_pictures_and_numbers_for_a_month(house: House) -> None:
    spool = FolderSpool(house.folder / "spool")
    calls = Calls(house.database, house.clock, spool)
    assert await calls.said("e1") is None
    with capture_logs() as log:
        await calls.heard(FAILED)
    assert [(line["event"], Path(line["kept"]).name) for line in log] == [
        ("answer not understood", "answer.http")
    ]
    assert await calls.said("e1") == FAILED.said
    await calls.write()
    sweep = Keeper(house.database, spool, house.clock, shelf=Shelf(hours=24)).sweep
    house.clock.move(10**6 * DAY)  # files bear the real time
    await sweep()
    assert await calls.said("e1") is None
    assert await house.rows(CALLS) == []
    await calls.heard(Called("e2", "g", "m", 1.0))
    await calls.write()
    house.clock.move(31 * DAY)
    await sweep()
    assert len(await house.rows("SELECT * FROM calls")) == 1


async def test_a_disk_that_takes_nothing_is_told_and_fails_no_edit(house: House) -> None:
    class Full(FolderSpool):
        async def write(self, key: str, content: object, *, lasting: bool = True) -> int:
            raise SpoolFault(detail="full")

    with capture_logs() as log:
        await Calls(house.database, house.clock, Full(house.folder)).heard(FAILED)
    assert [line["event"] for line in log] == ["answer not kept"]
