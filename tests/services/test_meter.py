"""What is counted of edits: each end once, with the times that people waited."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.edit import State
from bot.domain.errors import (
    DeliveryFault,
    EditFailed,
    FaultKind,
    GatewayFault,
    InputFault,
    PictureProblem,
    ResultFault,
    Unexpected,
)
from bot.domain.meter import kind_of
from bot.domain.ports import Outcome, Request
from bot.services.privacy import Keeps, Privacy
from bot.storage.spool import FolderSpool
from tests.fakes.gateway import one_picture
from tests.fakes.meter import FakeMeter
from tests.services.conftest import ANN, BOB, House, a_house, draft
from tests.services.test_develop import working


@pytest.fixture
def meter() -> FakeMeter:
    return FakeMeter()


@pytest.fixture
async def house(tmp_path: Path, meter: FakeMeter) -> AsyncIterator[House]:
    async with a_house(tmp_path, meter=meter) as built:
        built.gateway.answer = made
        yield built


def made(request: Request) -> Outcome:
    return replace(one_picture(request), gateway="one")


async def test_times_and_gateway_are_told_also_of_an_edit_that_the_next_life_delivers(
    house: House, meter: FakeMeter
) -> None:
    edit = await house.ask()
    house.clock.move(3)
    edit = await house.moves.to(edit, State.CALLING)
    house.clock.move(20)
    request = Request(edit.id, house.shop.now.get("banana"), "", (), edit.options)
    await house.moves.fetched(edit, made(request))
    house.restart()
    house.clock.move(5)
    async with working(house):
        await house.until_told()
    assert (meter.waits, meter.answers, meter.deliveries) == ([3.0], [("banana", "one", 20.0)], [5.0])
    assert meter.ends == [(State.DONE, "banana", "one", "")]


async def test_a_call_that_a_crash_repeats_stood_in_line_once(house: House, meter: FakeMeter) -> None:
    edit = await house.moves.to(await house.ask(), State.CALLING)
    await house.moves.to(edit, State.WAITING)
    house.clock.move(-60)
    async with working(house):
        await house.until_told()
    assert (meter.waits, meter.answers) == ([0.0], [("banana", "one", 0.0)])


async def test_what_fails_names_why_and_who_had_answered(house: House, meter: FakeMeter) -> None:
    house.messenger.refusal = DeliveryFault(detail="Forbidden")
    async with working(house):
        await house.ask()
        await house.until_told()
        house.gateway.answer = lambda _: GatewayFault(FaultKind.RATE_LIMITED)
        await house.ask(model="brush")
        await house.until_told()
    assert meter.ends == [
        (State.FAILED, "banana", "one", "delivery"),
        (State.FAILED, "brush", "", "rate_limited"),
    ]
    assert meter.deliveries == []


async def test_each_edit_of_a_comparison_is_told_once_and_waits_for_the_last(
    house: House, meter: FakeMeter
) -> None:
    def only_banana(request: Request) -> Outcome | EditFailed:
        return made(request) if request.model.id == "banana" else GatewayFault(FaultKind.NO_IMAGE)

    house.gateway.answer = only_banana
    async with working(house):
        update = next(house.updates)
        await house.submit.compare(draft(ANN, "a fox", message=1), ("banana", "brush"), update=update)
        await house.until_told()
    assert sorted(meter.ends) == [
        (State.DONE, "banana", "one", ""),
        (State.FAILED, "brush", "", "no_image"),
    ]
    assert meter.deliveries == [0.0]


async def test_who_cancels_or_is_forgotten_is_counted_once(house: House, meter: FakeMeter) -> None:
    how = {"allowances": house.allowances, "worker": house.developer, "keeps": Keeps(24, 48)}
    privacy = Privacy(house.database, house.clock, FolderSpool(house.folder), **how)  # type: ignore[arg-type]
    house.gateway.hold()
    before = await house.ask()
    await house.submit.cancel(before.id, person=ANN)
    async with working(house):
        await house.ask()
        await house.ask(BOB)
        await house.gateway.until_asked(2)
        for _ in range(2):
            await house.submit.cancel_all(person=ANN, chat=ANN)
        await privacy.forget(BOB, update=next(house.updates))
        await house.until_told()
    assert meter.ends == [(State.CANCELLED, "banana", "", "")] * 3


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        *((GatewayFault(kind), str(kind)) for kind in FaultKind),
        (InputFault(PictureProblem.TOO_LARGE), "input_too_large"),
        (ResultFault(PictureProblem.EMPTY), "result"),
        (Unexpected("0"), "unexpected"),
    ],
)
def test_why_an_edit_failed_is_one_word(error: EditFailed, kind: str) -> None:
    assert kind_of(error) == kind
