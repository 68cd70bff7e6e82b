"""Comparisons: all begun or none, delivered as one, nothing lost or paid twice whatever happens."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.edit import Draft, Edit, Place, Source, State, Wishes
from bot.domain.errors import (
    AlreadyEnded,
    DeliveryFault,
    EditFailed,
    FaultKind,
    GatewayFault,
    QuotaUsedUp,
    TooManyPictures,
    TooManyWaiting,
    UnknownModel,
)
from bot.domain.ports import Outcome, Request, Watch
from bot.sandbox.effects import sample
from bot.storage.database import Connection
from tests.fakes.gateway import one_picture
from tests.services.conftest import ANN, CATALOGUE, House, a_house, photo
from tests.services.test_develop import working
from tests.stores import Store

MODELS = ("banana", "editor", "brush")
SUM = sum(CATALOGUE.get(model).price for model in MODELS)
DECLINED = GatewayFault(FaultKind.CONTENT_POLICY)


def draft(update: int, prompt: str = "sepia", **how: object) -> Draft:
    return replace(Draft(ANN, Place(ANN, update), prompt, (photo("cat"),)), **how)  # type: ignore[arg-type]


async def compare(
    house: House, models: Sequence[str] = MODELS, prompt: str = "sepia", **how: object
) -> tuple[Edit, ...]:
    update = next(house.updates)
    return await house.submit.compare(draft(update, prompt, **how), models, update=update)


@pytest.fixture(autouse=True)
def cat(house: House, photo_file: Path) -> None:
    house.messenger.photos = {"cat": photo_file}


@pytest.fixture
def photo_file(tmp_path: Path) -> Path:
    (tmp_path / "cat.jpg").write_bytes(sample("cat").data)
    return tmp_path / "cat.jpg"


def only_from(*models: str) -> Callable[[Request], Outcome | EditFailed]:
    def answer(request: Request) -> Outcome | EditFailed:
        return one_picture(request) if request.model.id in models else DECLINED

    return answer


async def left(house: House) -> int:
    return (await house.account.statement(ANN)).left


async def ends(house: House) -> list[tuple[object, ...]]:
    return await house.rows("SELECT edit, kind FROM ledger WHERE kind <> 'hold' ORDER BY edit")


async def test_all_pictures_come_as_one_album_and_each_is_paid(house: House) -> None:
    async with working(house):
        edits = await compare(house)
        await house.messenger.until_concluded()
        await house.until_told()
    ids = tuple(edit.id for edit in edits)
    assert [edit.model for edit in edits] == list(MODELS)
    assert house.messenger.albums == [ids]
    assert await house.states() == dict.fromkeys(ids, "done")
    assert await ends(house) == [(edit, "settle") for edit in ids]
    assert await left(house) == 10 - SUM
    assert await house.rows("SELECT edit FROM messages ORDER BY message") == [(edit,) for edit in ids]
    assert len(house.messenger.announced) == 3
    assert not house.messenger.delivered + house.messenger.explained
    assert not house.messenger.withdrawn


async def test_too_dear_together_is_refused_with_the_sum_and_nothing_is_held(house: House) -> None:
    await house.admin.limit(by=900, person=ANN, credits=SUM - 1, once="limit")
    with pytest.raises(QuotaUsedUp) as refused:
        await compare(house)
    assert (refused.value.price, refused.value.left) == (SUM, SUM - 1)
    assert await house.rows("SELECT 1 FROM edits UNION ALL SELECT 1 FROM ledger WHERE kind = 'hold'") == []
    assert await left(house) == SUM - 1


@pytest.mark.parametrize(
    ("models", "sources", "error"),
    [
        (("banana", "gone"), (photo("a"),), UnknownModel),
        (MODELS, (photo("a"), photo("b")), TooManyPictures),
    ],
)
async def test_one_model_that_cannot_keeps_all_from_starting(
    house: House, models: Sequence[str], sources: tuple[Source, ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        await compare(house, models, sources=sources)
    assert await house.states() == {}


async def test_a_comparison_that_does_not_fit_in_line_is_refused_whole(store: Store) -> None:
    async with a_house(store.folder, waiting_per_wallet=2) as house:
        with pytest.raises(TooManyWaiting):
            await compare(house)
        assert await house.states() == {}


async def test_the_same_press_twice_is_one_comparison(house: House) -> None:
    first = await house.submit.compare(draft(7), MODELS, update=7)
    again = await house.submit.compare(draft(7), MODELS, update=7)
    assert [edit.id for edit in first] == [edit.id for edit in again]
    assert len(await house.states()) == 3


async def test_each_model_makes_one_picture_whatever_was_wished(house: House) -> None:
    edits = await compare(house, prompt="sepia --n 3", wishes=Wishes(count=4))
    assert {edit.options.count for edit in edits} == {1}
    assert sum(edit.price for edit in edits) == SUM


async def test_what_failed_is_given_back_and_the_others_still_come(house: House) -> None:
    house.gateway.answer = only_from("editor", "brush")
    async with working(house):
        edits = await compare(house)
        await house.messenger.until_concluded()
        await house.until_told()
    assert house.messenger.albums == [(edits[1].id, edits[2].id)]
    assert await ends(house) == [(edits[0].id, "release"), (edits[1].id, "settle"), (edits[2].id, "settle")]
    (comparison,) = house.messenger.concluded
    assert [edit.error for edit in comparison.failed] == ["failed-content-policy"]
    assert house.messenger.explained == []


async def test_where_all_failed_one_word_is_said_and_nothing_is_paid(house: House) -> None:
    house.gateway.answer = lambda _: DECLINED
    async with working(house):
        await compare(house)
        await house.messenger.until_concluded()
        await house.until_told()
    assert house.messenger.albums == []
    assert len(house.messenger.concluded) == 1
    assert await left(house) == 10


async def test_it_is_told_how_many_are_through_and_cancel_ends_all_of_them(house: House) -> None:
    develop = house.gateway.develop

    async def only_banana(request: Request, watch: Watch) -> Outcome:
        if request.model.id != "banana":
            await asyncio.Event().wait()
        return await develop(request, watch)

    house.gateway.develop = only_banana  # type: ignore[method-assign]
    async with working(house):
        edits = await compare(house)
        await house.messenger.until_tallied(1)
        await house.submit.cancel(edits[2].id, person=ANN)
        await house.messenger.until_concluded()
        await house.until_told()
        with pytest.raises(AlreadyEnded):
            await house.submit.cancel(edits[0].id, person=ANN)
    assert set((await house.states()).values()) == {"cancelled"}
    assert house.messenger.albums == []
    assert len(house.messenger.concluded) == 1
    assert await left(house) == 10


@pytest.mark.parametrize("unreachable", [False, True])
async def test_an_album_that_telegram_refuses_is_given_back_but_not_where_the_door_was_shut(
    house: House, *, unreachable: bool
) -> None:
    house.messenger.refusal = DeliveryFault(unreachable=unreachable)
    async with working(house):
        await compare(house)
        await house.messenger.until_concluded()
        await house.until_told()
    assert set((await house.states()).values()) == {"done" if unreachable else "failed"}
    assert await left(house) == (10 - SUM if unreachable else 10)


async def test_an_album_whose_arrival_nobody_knows_is_sent_once_more(house: House) -> None:
    house.messenger.refusal, house.messenger.refusals_left = DeliveryFault(unknown=True), 1
    async with working(house):
        await compare(house)
        await house.messenger.until_concluded()
    assert len(house.messenger.albums) == 1


async def put(conn: Connection, edit: Edit, state: State) -> None:
    await conn.run("UPDATE edits SET state = ?, calls = 1 WHERE id = ?", state, edit.id)


CRASHED = [
    (State.FETCHED, State.FETCHED, State.FETCHED),
    (State.DELIVERING, State.DELIVERING, State.FAILED),
    (State.FETCHED, State.CALLING, State.FAILED),
    (State.WAITING, State.FETCHED, State.FETCHED),
    (State.FAILED, State.FAILED, State.FAILED),
    (State.CANCELLED, State.CANCELLED, State.CANCELLED),
]


@pytest.mark.parametrize("states", CRASHED, ids="-".join)
async def test_after_a_crash_it_is_delivered_or_told_once(house: House, states: tuple[State, ...]) -> None:
    edits = await compare(house)
    for edit, state in zip(edits, states, strict=True):
        if state is State.FAILED:
            await house.moves.failed(edit, DECLINED)
    if State.CANCELLED in states:
        await house.submit.cancel(edits[0].id, person=ANN)
    for edit, state in zip(edits, states, strict=True):
        if not state.ended:
            await house.database.write(put, edit, state)
    for _ in range(2):
        house.restart()
        async with working(house):
            await house.messenger.until_concluded()
            await house.until_told()
    arrived = tuple(edit.id for edit, state in zip(edits, states, strict=True) if not state.ended)
    assert house.messenger.albums == ([arrived] if arrived else [])
    assert len(house.messenger.concluded) == 1
    assert len(house.gateway.requests) == sum(each in {State.WAITING, State.CALLING} for each in states)
    assert await left(house) == 10 - sum(edit.price for edit in edits if edit.id in arrived)


async def test_words_that_a_crash_kept_back_are_said_at_the_next_start_without_a_second_album(
    house: House,
) -> None:
    house.messenger.speechless = True
    async with asyncio.TaskGroup() as tasks:
        dying = tasks.create_task(house.developer.run())
        await asyncio.sleep(0)
        await compare(house)
        await house.messenger.until_speechless()
        dying.cancel()
    house.messenger.speechless = False
    house.restart()
    async with working(house):
        await house.messenger.until_concluded()
        await house.until_told()
    assert len(house.messenger.albums) == 1
    assert await left(house) == 10 - SUM
