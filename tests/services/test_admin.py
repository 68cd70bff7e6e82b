import pytest

from bot.domain.errors import UnknownPerson, WrongAmount
from tests.services.conftest import ADMIN, ANN, House


async def test_granted_credits_join_the_balance_once(house: House) -> None:
    for _ in range(2):
        statement = await house.admin.grant(by=ADMIN, to=ANN, credits=5, reason="thanks", once="grant:7")
    assert (statement.balance, statement.free_left) == (5, 10)
    assert await house.rows("SELECT paid, admin, note FROM ledger") == [(5, ADMIN, "thanks")]


async def test_credits_can_be_taken_back_but_not_below_nothing(house: House) -> None:
    await house.admin.grant(by=ADMIN, to=ANN, credits=5, reason="", once="a")
    assert (await house.admin.grant(by=ADMIN, to=ANN, credits=-5, reason="", once="b")).balance == 0
    with pytest.raises(WrongAmount):
        await house.admin.grant(by=ADMIN, to=ANN, credits=-1, reason="", once="c")


@pytest.mark.parametrize("amount", [0, 10**10])
async def test_absurd_grants_are_refused(house: House, amount: int) -> None:
    with pytest.raises(WrongAmount):
        await house.admin.grant(by=ADMIN, to=ANN, credits=amount, reason="", once="a")


async def test_a_limit_replaces_the_free_credits_until_it_is_taken_away(house: House) -> None:
    await house.ask(ANN)
    assert (await house.admin.limit(by=ADMIN, person=ANN, credits=50, once="a")).free_left == 49
    assert (await house.admin.limit(by=ADMIN, person=ANN, credits=0, once="b")).free_left == 0
    assert (await house.admin.limit(by=ADMIN, person=ANN, credits=None, once="c")).free_left == 9


@pytest.mark.parametrize("reference", [str(ANN), "@ann", "ANN", " @Ann "])
async def test_people_are_found_by_id_and_by_name(house: House, reference: str) -> None:
    assert (await house.admin.find(reference)).id == ANN


@pytest.mark.parametrize("reference", ["@nobody", "", "-5", "99999999999999999999999999"])
async def test_somebody_never_met_is_not_found(house: House, reference: str) -> None:
    with pytest.raises(UnknownPerson):
        await house.admin.find(reference)


async def test_an_id_can_be_granted_credits_before_its_first_word(house: House) -> None:
    stranger = await house.admin.find("555")
    assert (await house.admin.grant(by=ADMIN, to=stranger.id, credits=3, reason="", once="a")).balance == 3
