"""Albums are gathered as rows: none is handled twice, and none is lost."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.domain.album import Album, Piece
from bot.services.albums import Albums, Binder
from tests.services.conftest import ANN, House

ALBUM, OTHER = Album(ANN, "one"), Album(ANN, "two")


@pytest.fixture
def albums(house: House) -> Albums:
    return Albums(house.database, house.clock)


def piece(message: int, album: Album = ALBUM) -> Piece:
    return Piece(album, 1000 + message, message, ANN, {"update_id": 1000 + message})


async def handled(albums: Albums, album: Album = ALBUM) -> Sequence[int]:
    async with albums.handling(album) as pieces:
        return [each.message for each in pieces]


async def test_an_album_is_whole_when_none_came_for_a_second_and_a_half(house: House, albums: Albums) -> None:
    await house.inbox.store([{"update_id": 1002}])
    await albums.add(piece(2))
    assert await house.inbox.pending(5) == [], "its update is handled with that"
    house.clock.move(1)
    await albums.add(piece(1))
    await albums.add(piece(1))
    house.clock.move(1)
    assert await albums.whole() == ([], 0.5)
    house.clock.move(0.5)
    assert await albums.whole() == ([ALBUM], None)
    assert await handled(albums) == [1, 2]
    assert await albums.whole() == ([], None)


async def test_after_a_restart_what_is_still_on_its_way_is_waited_for(house: House, albums: Albums) -> None:
    await albums.add(piece(1))
    house.clock.move(3600)
    again = Albums(house.database, house.clock)
    await again.resume()
    assert await again.whole() == ([], 1.5)


async def test_two_never_handle_one_album_and_what_came_meanwhile_is_a_new_one(albums: Albums) -> None:
    await albums.add(piece(1))
    async with asyncio.TaskGroup() as group, albums.handling(ALBUM) as pieces:
        second = group.create_task(handled(albums))
        await asyncio.sleep(0)
        await albums.add(piece(2))
        assert [each.message for each in pieces] == [1]
    assert second.result() == []
    assert await handled(albums) == [2]


async def test_a_stop_in_the_middle_keeps_the_album_and_a_bug_does_not(house: House, albums: Albums) -> None:
    for each in (piece(1), piece(2, OTHER)):
        await albums.add(each)
    with pytest.raises(asyncio.CancelledError):
        async with albums.handling(ALBUM):
            raise asyncio.CancelledError
    with pytest.raises(RuntimeError):
        async with albums.handling(OTHER):
            raise RuntimeError
    assert await house.rows("SELECT album FROM albums") == [("one",)]
    assert await house.rows("SELECT message FROM album_updates") == [(1,)]


async def test_a_slow_album_holds_up_no_other(house: House, albums: Albums) -> None:
    done: list[Album] = []
    go_on = asyncio.Event()

    async def finish(album: Album) -> None:
        async with albums.handling(album):
            if album == ALBUM:
                await go_on.wait()
            done.append(album)
            go_on.set()

    await albums.add(piece(1))
    await albums.add(piece(2, OTHER))
    async with asyncio.TaskGroup() as group, asyncio.timeout(60):
        duty = group.create_task(Binder(albums, finish).run())
        await asyncio.sleep(0)
        while len(set(done)) < 2:  # nobody clears them away here, so that they may come again
            house.clock.move(2)
            albums.wake()
            await asyncio.sleep(0.01)
        duty.cancel()
    assert list(dict.fromkeys(done)) == [OTHER, ALBUM]
