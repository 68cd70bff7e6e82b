"""What a picture usually takes, learned from those that came."""

from typing import Any

import pytest

from bot.domain.errors import StorageFault
from bot.services.timing import Timing
from bot.storage.database import Connection, Database
from tests.services.conftest import House


async def came(house: House, *seconds: float) -> None:
    for took in seconds:
        edit = await house.ask()
        await house.submit.cancel(edit.id, person=edit.person)
        await house.database.write(_note, edit.id, house.clock.now(), round(took * 1000))


async def _note(conn: Connection, edit: str, called: int, took: int) -> None:
    await conn.run("UPDATE edits SET called = ?, answered = ? WHERE id = ?", called, called + took, edit)


async def test_nothing_is_said_with_fewer_than_five_samples_and_then_the_median(house: House) -> None:
    timing = Timing(house.database, house.clock)
    await came(house, 10, 20, 30, 40)
    assert await timing.usual("banana") is None
    await came(house, 300)
    assert await timing.usual("banana") is None, "remembered for a minute"
    house.clock.move(60)
    assert await timing.usual("banana") == 30
    assert await timing.usual("editor") is None


async def test_only_the_last_fifty_count_and_many_ask_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, read = [], Database.read

    async def counted(self: Database, *args: Any, **kwargs: Any) -> Any:
        asked.append(args)
        return await read(self, *args, **kwargs)

    await came(house, *[100] * 10)
    house.clock.move(1000)
    await came(house, *[2] * 50)
    monkeypatch.setattr(Database, "read", counted)
    timing = Timing(house.database, house.clock)
    assert {await timing.usual("banana") for _ in range(500)} == {2}
    assert len(asked) == 1


async def test_a_database_that_refuses_takes_no_word_away(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_: object) -> None:
        raise StorageFault(detail="locked")

    timing = Timing(house.database, house.clock)
    monkeypatch.setattr(Database, "read", refused)
    assert await timing.usual("banana") is None
