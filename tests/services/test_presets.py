"""Prompts under a name: thirty of them, names of 32 characters, each only once."""

import pytest

from bot.domain.errors import PresetProblem, PresetRefused
from bot.services.presets import Presets
from tests.services.conftest import ANN, BOB, House


@pytest.fixture
def presets(house: House) -> Presets:
    return Presets(house.database, house.clock)


async def refused(presets: Presets, name: str) -> PresetProblem:
    with pytest.raises(PresetRefused) as error:
        await presets.save(ANN, name, "sepia")
    return error.value.problem


async def test_a_name_is_one_line_and_taken_whatever_its_letters_case(presets: Presets) -> None:
    assert (await presets.save(ANN, "  Große \n Straße ", "sepia")).name == "Große Straße"
    assert await refused(presets, "GROSSE STRASSE") is PresetProblem.TAKEN
    await presets.save(BOB, "große straße", "red")
    assert [each.prompt for each in await presets.of(ANN)] == ["sepia"]


@pytest.mark.parametrize("name", ["", " \n ", "x" * 33, "名" * 33])
async def test_a_name_has_1_to_32_characters(presets: Presets, name: str) -> None:
    await presets.save(ANN, "名" * 32, "sepia")
    assert await refused(presets, name) is PresetProblem.NAME


async def test_thirty_fit_and_a_deleted_one_makes_room(presets: Presets) -> None:
    for number in range(30):
        await presets.save(ANN, f"number {number}", "sepia")
    assert await refused(presets, "one more") is PresetProblem.TOO_MANY
    await presets.delete(ANN, "NUMBER 7")
    await presets.save(ANN, "one more", "sepia")
    assert len(await presets.of(ANN)) == 30


async def test_another_name_keeps_the_prompt_and_may_differ_in_case_alone(presets: Presets) -> None:
    for name in ("a", "b"):
        await presets.save(ANN, name, f"prompt of {name}")
    await presets.rename(ANN, "a", "A")
    with pytest.raises(PresetRefused):
        await presets.rename(ANN, "A", "B")
    with pytest.raises(PresetRefused):
        await presets.rename(BOB, "b", "mine")
    assert [(each.name, each.prompt) for each in await presets.of(ANN)] == [
        ("A", "prompt of a"),
        ("b", "prompt of b"),
    ]


async def test_the_last_prompt_is_the_persons_own(presets: Presets, house: House) -> None:
    with pytest.raises(PresetRefused) as error:
        await presets.last_prompt(ANN)
    assert error.value.problem is PresetProblem.NOTHING
    await house.ask(ANN, "sepia")
    house.clock.move(1)
    await house.ask(BOB, "red")
    assert await presets.last_prompt(ANN) == "sepia"
