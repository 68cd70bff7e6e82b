"""What groups chose stays with them; a group that is closed is left alone for a while."""

from itertools import count

import pytest

from bot.domain.edit import Draft, Place, Wishes
from bot.domain.errors import MayNotSend, UnknownModel
from bot.domain.people import Preferences
from bot.services.groups import Groups
from tests.services.conftest import ANN, House

OLD, NEW = -100, -1_000_100
MINUTE = 60.0


@pytest.fixture
def groups(house: House) -> Groups:
    return Groups(house.database, house.clock, house.shop)


async def test_what_a_group_chose_goes_along_when_it_moves_and_only_once(groups: Groups) -> None:
    await groups.meet(OLD, "Club", "ru")
    await groups.choose_model(OLD, "editor")
    await groups.prefer(OLD, Preferences(Wishes(ratio="1:1")))
    await groups.meet(NEW, "Club")  # somebody may write there before Telegram says that it moved
    await groups.moved(OLD, NEW)
    moved = await groups.get(NEW)
    assert moved
    assert (moved.model, moved.preferences.wishes.ratio, moved.present) == ("editor", "1:1", True)
    await groups.choose_model(NEW, None)
    await groups.moved(OLD, NEW)
    again = await groups.get(NEW)
    assert again
    assert again.model is None
    assert [await groups.now_at(chat) for chat in (OLD, NEW, ANN, -5)] == [NEW, NEW, ANN, -5]


async def test_a_model_that_is_not_on_offer_is_not_chosen(groups: Groups) -> None:
    await groups.meet(OLD, "Club")
    with pytest.raises(UnknownModel):
        await groups.choose_model(OLD, "gone")


async def test_a_group_that_let_no_picture_in_gets_none_made_until_it_may_have_changed(
    house: House, groups: Groups
) -> None:
    updates = count(1)

    async def ask() -> None:
        await house.submit.edit(Draft(ANN, Place(OLD, 1), "a fox"), update=next(updates))

    await groups.meet(OLD, "Club")
    await groups.closed(OLD)
    with pytest.raises(MayNotSend):
        await ask()
    house.clock.move(5 * MINUTE)
    await ask()
    await groups.closed(OLD)
    await groups.opened(OLD, "Club")
    await ask()
