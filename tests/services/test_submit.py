import asyncio

import pytest

from bot.domain.edit import Place, State
from bot.domain.errors import (
    AlreadyEnded,
    CapReached,
    GroupQuotaUsedUp,
    NotYours,
    PictureNeeded,
    PromptNeeded,
    QuotaUsedUp,
    Refused,
    TooManyPictures,
    TooManyWaiting,
    UnknownModel,
)
from bot.domain.quota import MemberCap
from tests.services.conftest import ADMIN, ANN, BOB, House, a_house, draft, photo
from tests.stores import Store


async def test_an_accepted_edit_is_a_row_with_its_price_held(house: House) -> None:
    await house.inbox.store([{"update_id": 1, "message": {}}])
    edit = await house.ask(prompt="sepia")
    assert edit.state is State.WAITING
    assert await house.rows("SELECT kind, free, paid FROM ledger WHERE edit = ?", edit.id) == [
        ("hold", -1, 0)
    ]
    assert await house.inbox.pending(10) == []
    statement = await house.account.statement(ANN)
    assert (statement.free_left, statement.held) == (9, 1)


async def test_two_photos_at_the_same_instant_with_one_credit_left_are_one_edit(store: Store) -> None:
    async with a_house(store.folder, free=1) as house:
        asked = await asyncio.gather(house.ask(), house.ask(), return_exceptions=True)
        assert [type(each) for each in asked].count(QuotaUsedUp) == 1
        assert len(await house.states()) == 1
        assert (await house.account.statement(ANN)).left == 0


async def test_200_edits_at_once_against_50_credits_are_50_edits(store: Store) -> None:
    async with a_house(store.folder, free=50, waiting_per_wallet=1000) as house:
        asked = await asyncio.gather(*(house.ask() for _ in range(200)), return_exceptions=True)
        assert sum(isinstance(each, QuotaUsedUp) for each in asked) == 150
        assert len(await house.states()) == 50


async def test_200_edits_at_once_against_the_50_credits_of_a_group_are_50_edits(store: Store) -> None:
    async with a_house(store.folder, group_free=50, cap=MemberCap(0), waiting_per_wallet=1000) as house:
        await house.groups.meet(-5, "Club")
        people = [*(ANN, BOB) * 99, -5, -5]  # and somebody in the group's name
        asked = await asyncio.gather(*(house.ask(who, chat=-5) for who in people), return_exceptions=True)
        assert sum(isinstance(each, GroupQuotaUsedUp) for each in asked) == 150
        assert await house.rows("SELECT wallet, count(*) FROM edits GROUP BY wallet") == [("g-5", 50)]


async def test_two_edits_at_the_same_instant_do_not_pass_the_cap_together(store: Store) -> None:
    async with a_house(store.folder, group_free=50, cap=MemberCap(3)) as house:
        await house.groups.meet(-5, "Club")
        asked = await asyncio.gather(*(house.ask(chat=-5, count=2) for _ in range(2)), return_exceptions=True)
        assert [type(each) for each in asked].count(CapReached) == 1
        await house.ask(BOB, chat=-5, count=3)


async def test_the_same_update_100_times_in_parallel_is_one_edit(house: House) -> None:
    same = draft(ANN, "sepia", message=7)
    edits = await asyncio.gather(*(house.submit.edit(same, update=7) for _ in range(100)))
    assert {edit.id for edit in edits} == {edits[0].id}
    assert (await house.account.statement(ANN)).free_left == 9


async def test_who_has_used_the_quota_up_holds_nothing_and_learns_the_renewal(store: Store) -> None:
    async with a_house(store.folder, free=3) as house:
        with pytest.raises(QuotaUsedUp) as refusal:
            await house.ask(model="editor", sources=(photo("a"),))
        assert (refusal.value.price, refusal.value.left) == (4, 3)
        assert refusal.value.renews_at == house.clock.now() + 12 * 3600 * 1000
        assert await house.states() == {}
        house.clock.move(12 * 3600)
        await house.ask()


@pytest.mark.parametrize(
    ("how", "refusal"),
    [
        ({"prompt": "  \n"}, PromptNeeded),
        ({"model": "editor"}, PictureNeeded),
        ({"model": "editor", "sources": (photo("a"), photo("b"))}, TooManyPictures),
        ({"model": "nothing"}, UnknownModel),
    ],
)
async def test_what_cannot_start_is_refused_before_anything_is_held(
    house: House, how: dict[str, object], refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        await house.ask(**how)  # type: ignore[arg-type]
    assert (await house.account.statement(ANN)).free_left == 10


async def test_the_21st_waiting_edit_is_refused_and_others_are_not_touched(store: Store) -> None:
    async with a_house(store.folder, free=100) as house:
        for _ in range(20):
            await house.ask(ANN)
        with pytest.raises(TooManyWaiting):
            await house.ask(ANN)
        await house.ask(BOB)


async def test_several_pictures_cost_several_prices(house: House) -> None:
    edit = await house.ask(count=3)
    assert edit.price == 3


async def test_an_admin_edits_free_of_charge(store: Store) -> None:
    async with a_house(store.folder, free=0) as house:
        assert (await house.ask(ADMIN)).price == 0


async def test_the_chosen_model_is_used_until_it_goes_off_the_catalogue(house: House) -> None:
    await house.account.choose_model(ANN, "editor")
    assert (await house.ask(sources=(photo("a"),))).model == "editor"
    await house.rows("SELECT 1")
    await house.database.write(lambda conn: conn.run("UPDATE people SET model = 'gone'"))
    assert (await house.ask()).model == "banana"


async def test_again_repeats_the_request_on_another_model_if_one_is_named(house: House) -> None:
    first = await house.ask(sources=(photo("a"),), prompt="anime")
    again = await house.submit.again(
        first.id, person=ANN, place=Place(ANN, 99), update=next(house.updates), model="editor"
    )
    assert (again.prompt, again.sources, again.model, again.place.message) == (
        "anime",
        first.sources,
        "editor",
        99,
    )
    assert again.id != first.id


async def test_nobody_repeats_or_cancels_what_is_somebody_elses(house: House) -> None:
    edit = await house.ask(ANN)
    with pytest.raises(NotYours):
        await house.submit.again(edit.id, person=BOB, place=Place(BOB, 1), update=next(house.updates))
    with pytest.raises(NotYours):
        await house.submit.cancel(edit.id, person=BOB)
    with pytest.raises(AlreadyEnded):
        await house.submit.cancel("nothing", person=ANN)


async def test_a_cancelled_edit_costs_nothing_and_cannot_be_cancelled_twice(house: House) -> None:
    edit = await house.ask()
    assert (await house.submit.cancel(edit.id, person=ANN)).state is State.CANCELLED
    assert (await house.account.statement(ANN)).free_left == 10
    with pytest.raises(AlreadyEnded):
        await house.submit.cancel(edit.id, person=ANN)
    assert await house.rows("SELECT kind FROM ledger WHERE edit = ? ORDER BY kind", edit.id) == [
        ("hold",),
        ("release",),
    ]


async def test_cancel_all_ends_what_one_waits_for_in_that_chat_only(house: House) -> None:
    mine, other = await house.ask(ANN), await house.ask(BOB)
    cancelled = await house.submit.cancel_all(person=ANN, chat=ANN)
    assert [edit.id for edit in cancelled] == [mine.id]
    assert (await house.states())[other.id] == "waiting"
