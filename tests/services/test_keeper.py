import os

import pytest

from bot.domain.edit import Draft, Place
from bot.domain.question import Asked, Question
from bot.domain.shelf import Shelf
from bot.services.keeper import Keeper
from bot.services.questions import Questions
from bot.storage.spool import FolderSpool
from tests.services.conftest import ANN, House

HOUR = 3600


async def test_an_update_is_written_down_once_and_handled_in_order(house: House) -> None:
    batch = [{"update_id": 5, "message": {"text": "a"}}, {"update_id": 3, "message": {"text": "b"}}]
    assert await house.inbox.store(batch) == 2
    assert await house.inbox.store([*batch, {"update_id": 1}]) == 1
    assert [letter.update for letter in await house.inbox.pending(10)] == [1, 3, 5]
    await house.inbox.done(5)
    await house.inbox.park(3, "no update")
    assert [letter.update for letter in await house.inbox.pending(10)] == [1]


async def test_what_is_old_is_forgotten_and_what_waits_stays(house: House) -> None:
    spool = FolderSpool(house.folder / "spool")
    keeper = Keeper(house.database, spool, house.clock, shelf=Shelf(24))
    await house.inbox.store([{"update_id": 1}, {"update_id": 2}])
    await house.inbox.done(1)
    await laid_out(house, spool, "old/out-1.png")
    await keeper.sweep()
    assert spool.path("old/out-1.png").exists()
    asking = Questions(house.database, house.clock)
    await asking.put(Question(Asked.WHAT, Draft(ANN, Place(ANN, 1), "")), 2)
    house.clock.move(49 * HOUR)
    await asking.put(Question(Asked.WHAT, Draft(ANN, Place(ANN, 3), "")), 4)
    await keeper.sweep()
    assert await house.rows("SELECT message FROM questions") == [(-4,)], "not sent so far"
    assert not spool.path("old").exists()
    assert await house.rows("SELECT update_id FROM inbox") == [(2,)]


@pytest.mark.parametrize("shelf", [Shelf(1), Shelf(24, bytes=1)])
async def test_the_pictures_of_an_unfinished_edit_are_swept_neither_by_age_nor_by_size(
    house: House, shelf: Shelf
) -> None:
    spool = FolderSpool(house.folder / "spool")
    keeper = Keeper(house.database, spool, house.clock, shelf=shelf)
    edit = await house.ask()
    await laid_out(house, spool, f"{edit.id}/in-1", "ended/out-1.png")
    house.clock.move(2 * HOUR)
    await keeper.sweep()
    assert [file.key for file in await spool.files()] == [f"{edit.id}/in-1"]
    await house.submit.cancel(edit.id, person=ANN)
    await keeper.sweep()
    assert list((house.folder / "spool").iterdir()) == []


async def laid_out(house: House, spool: FolderSpool, *keys: str) -> None:
    """Pictures, as old as the house's clock says."""
    for key in keys:
        await spool.write(key, b"picture")
        os.utime(spool.path(key), (house.clock.now() / 1000,) * 2)
