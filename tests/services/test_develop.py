import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain.edit import State
from bot.domain.errors import (
    DeliveryFault,
    EditFailed,
    FaultKind,
    GatewayFault,
    InputFault,
    Interrupted,
    ModelGone,
    PictureProblem,
    Unexpected,
)
from bot.domain.ports import Progress
from tests.fakes.gateway import one_picture
from tests.services.conftest import ANN, BOB, House, a_house, photo
from tests.stores import Store


@asynccontextmanager
async def working(house: House) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as tasks:
        worker = tasks.create_task(house.developer.run())
        await asyncio.sleep(0)
        yield
        await house.developer.stop(grace=5)
        worker.cancel()


async def test_a_picture_that_arrived_is_delivered_and_paid_once(house: House) -> None:
    async with working(house):
        edit = await house.ask()
        await house.messenger.until_ended(1)
    delivered, outcome = house.messenger.delivered[0]
    assert delivered.id == edit.id
    assert house.messenger.announced == [edit.id]
    assert len(outcome.pictures) == 1
    assert await house.states() == {edit.id: "done"}
    assert await house.rows("SELECT kind, free FROM ledger ORDER BY kind") == [("hold", -1), ("settle", 0)]
    assert await house.rows("SELECT chat, message, file_id FROM messages") == [(ANN, 9_000, "file-9000")]


@pytest.mark.parametrize(
    "fault",
    [
        GatewayFault(FaultKind.CONTENT_POLICY),
        GatewayFault(FaultKind.NO_IMAGE, text="I can only talk."),
        RuntimeError("a bug"),
    ],
)
async def test_an_edit_without_a_picture_ends_in_one_sentence_and_costs_nothing(
    house: House, fault: Exception
) -> None:
    house.gateway.answer = lambda _: fault
    async with working(house):
        edit = await house.ask()
        await house.messenger.until_ended(1)
    told = house.messenger.explained[0][1]
    assert told is fault or isinstance(told, Unexpected)
    assert await house.states() == {edit.id: "failed"}
    assert (await house.account.statement(ANN)).free_left == 10


async def test_each_step_of_an_edit_is_one_line_in_the_log_without_what_anybody_said(house: House) -> None:
    refused = GatewayFault(FaultKind.NO_IMAGE, 200, detail="no", text="I cannot draw sepia.", gateway="first")
    house.gateway.answer = lambda request: one_picture(request) if request.edit == "e1" else refused
    with capture_logs() as log:
        async with working(house):
            for _ in range(2):
                await house.ask(count=2)
                house.clock.move(2)
                await house.messenger.until_ended(len(await house.states()))
        cancelled = await house.ask()
        await house.submit.cancel(cancelled.id, person=ANN)
    assert [(each["edit"], each["event"], each["model"]) for each in log] == [
        *(("e1", f"edit {step}", "banana") for step in ("accepted", "called", "fetched", "delivered")),
        *(("e2", f"edit {step}", "banana") for step in ("accepted", "called", "failed")),
        *(("e3", f"edit {step}", "banana") for step in ("accepted", "cancelled")),
    ]
    assert {name: log[3][name] for name in ("pictures", "credits")} == {"pictures": 1, "credits": 2}
    failed = {name: log[6][name] for name in ("error", "gateway", "kind", "status", "detail", "credits")}
    assert failed == {
        "error": "failed-no-image",
        "gateway": "first",
        "kind": FaultKind.NO_IMAGE,
        "status": 200,
        "detail": "no",
        "credits": 2,
    }
    assert "draw" not in str(log)


async def test_a_picture_that_is_none_never_reaches_the_gateway(house: House, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("no picture")
    house.messenger.photos = {
        "text": tmp_path / "letter.txt",
        "gone": InputFault(problem=PictureProblem.GONE),
    }
    async with working(house):
        await house.ask(sources=(photo("text"),))
        await house.ask(sources=(photo("gone"),))
        await house.messenger.until_ended(2)
    problems = {error.problem for _, error in house.messenger.explained if isinstance(error, InputFault)}
    assert problems == {PictureProblem.NO_PICTURE, PictureProblem.GONE}
    assert house.gateway.requests == []
    assert (await house.account.statement(ANN)).free_left == 10


async def test_a_result_that_telegram_refuses_is_given_back(house: House) -> None:
    house.messenger.refusal = DeliveryFault(detail="no right to send photos")
    async with working(house):
        edit = await house.ask()
        await house.messenger.until_ended(1)
    assert await house.states() == {edit.id: "failed"}
    assert (await house.account.statement(ANN)).free_left == 10


async def test_a_picture_whose_arrival_nobody_knows_is_sent_once_more_and_paid(house: House) -> None:
    house.messenger.refusal = DeliveryFault(unknown=True)
    house.messenger.refusals_left = 1
    async with working(house):
        edit = await house.ask()
        await house.messenger.until_ended(1)
    assert await house.states() == {edit.id: "done"}


async def test_a_picture_whose_arrival_stays_unknown_is_given_back(house: House) -> None:
    house.messenger.refusal = DeliveryFault(unknown=True)
    async with working(house):
        edit = await house.ask()
        await house.messenger.until_ended(1)
    assert await house.states() == {edit.id: "failed"}
    assert (await house.account.statement(ANN)).free_left == 10


async def test_a_picture_for_somebody_who_blocked_the_bot_is_paid_and_not_sent_again(house: House) -> None:
    house.messenger.refusal = DeliveryFault(unreachable=True)
    async with working(house):
        edit = await house.ask()
        async with asyncio.timeout(60):
            while (await house.states())[edit.id] != "done":  # noqa: ASYNC110  nobody is told
                await asyncio.sleep(0.01)
    assert (await house.account.statement(ANN)).free_left == 9


async def test_progress_reaches_the_status_message(house: House) -> None:
    house.gateway.progress = (Progress(percent=10), Progress(percent=70))
    house.gateway.hold()
    async with working(house):
        edit = await house.ask()
        await house.messenger.until_shown(1)
        house.gateway.release()
        await house.messenger.until_ended(1)
    assert house.messenger.shown[-1] == (edit.id, Progress(percent=70))


async def test_cancel_closes_the_request_and_clears_the_status_away(house: House) -> None:
    house.gateway.hold()
    async with working(house):
        edit = await house.ask()
        await house.gateway.until_asked(1)
        await house.submit.cancel(edit.id, person=ANN)
        await house.messenger.until_ended(1)
        await asyncio.sleep(0)
    assert house.gateway.closed == 1
    assert [each.id for each in house.messenger.withdrawn] == [edit.id]
    assert await house.states() == {edit.id: "cancelled"}
    assert house.messenger.delivered == []


async def test_an_edit_cancelled_in_line_is_never_asked_for(store: Store) -> None:
    async with a_house(store.folder, per_wallet=1) as house:
        house.gateway.hold()
        async with working(house):
            await house.ask()
            waiting = await house.ask()
            await house.gateway.until_asked(1)
            await house.submit.cancel(waiting.id, person=ANN)
            house.gateway.release()
            await house.messenger.until_ended(2)
        assert len(house.gateway.requests) == 1


async def test_one_persons_many_photos_leave_room_for_others(store: Store) -> None:
    async with a_house(store.folder, per_wallet=2) as house:
        house.gateway.hold()
        async with working(house):
            for _ in range(5):
                await house.ask(ANN)
            bobs = await house.ask(BOB)
            await house.gateway.until_asked(3)
            assert bobs.id in {request.edit for request in house.gateway.requests}
            house.gateway.release()
            await house.messenger.until_ended(6)


@pytest.mark.parametrize(
    ("state", "calls", "retry", "ends", "asked", "error"),
    [
        (State.WAITING, 0, True, "done", 1, None),
        (State.CALLING, 1, True, "done", 1, None),
        (State.CALLING, 2, True, "failed", 0, Interrupted),
        (State.CALLING, 1, False, "failed", 0, Interrupted),
        (State.FETCHED, 1, True, "done", 0, None),
        (State.DELIVERING, 1, True, "done", 0, None),
    ],
)
async def test_after_a_crash_every_edit_goes_on_from_its_row(
    store: Store,
    state: State,
    calls: int,
    *,
    retry: bool,
    ends: str,
    asked: int,
    error: type[EditFailed] | None,
) -> None:
    async with a_house(store.folder, retry_unknown=retry) as house:
        edit = await house.ask()
        await house.database.write(
            lambda conn: conn.run("UPDATE edits SET state = ?, calls = ? WHERE id = ?", state, calls, edit.id)
        )
        house.restart()
        async with working(house):
            await house.messenger.until_ended(1)
        assert await house.states() == {edit.id: ends}
        assert len(house.gateway.requests) == asked
        assert len(house.messenger.announced) == asked, "what is as good as ended needs no status"
        assert [type(each) for _, each in house.messenger.explained] == ([error] if error else [])
        assert (await house.account.statement(ANN)).free_left == (9 if ends == "done" else 10)


@pytest.mark.parametrize("fault", [GatewayFault(FaultKind.CONTENT_POLICY), RuntimeError("a bug")])
async def test_a_failure_that_a_crash_kept_back_is_told_at_the_next_start_and_only_once(
    house: House, fault: Exception
) -> None:
    house.gateway.answer = lambda _: fault
    house.messenger.speechless = True
    async with asyncio.TaskGroup() as tasks:
        dying = tasks.create_task(house.developer.run())
        edit = await house.ask()
        await house.messenger.until_speechless()
        dying.cancel()
    house.messenger.speechless = False
    for _ in range(2):
        house.restart()
        async with working(house):
            await house.messenger.until_ended(1)
            await house.until_told()
    (told,) = house.messenger.explained
    assert told[0].id == edit.id
    assert told[1].text_key in {"failed-content-policy", "failed-unexpected"}
    assert "incident" in told[1].data
    assert await house.rows("SELECT kind FROM ledger ORDER BY kind") == [("hold",), ("release",)]


async def test_the_status_of_a_cancelled_edit_that_a_crash_left_is_cleared_away_at_the_next_start(
    house: House,
) -> None:
    edit = await house.ask()
    await house.submit.cancel(edit.id, person=ANN)
    for _ in range(2):
        house.restart()
        async with working(house):
            await house.messenger.until_ended(1)
            await house.until_told()
    assert [each.id for each in house.messenger.withdrawn] == [edit.id]


async def test_a_model_that_went_off_the_catalogue_fails_in_words(house: House) -> None:
    edit = await house.ask()
    await house.database.write(lambda conn: conn.run("UPDATE edits SET model = 'gone' WHERE id = ?", edit.id))
    async with working(house):
        await house.messenger.until_ended(1)
    assert isinstance(house.messenger.explained[0][1], ModelGone)


async def test_a_stop_lets_calls_finish_and_leaves_the_rest_as_rows(store: Store) -> None:
    async with a_house(store.folder, per_wallet=1) as house:
        house.gateway.hold()
        async with working(house), asyncio.TaskGroup() as tasks:
            first, second = await house.ask(), await house.ask()
            await house.gateway.until_asked(1)
            stopping = tasks.create_task(house.developer.stop(grace=5))
            await asyncio.sleep(0)
            house.gateway.release()
            await stopping
        assert await house.states() == {first.id: "done", second.id: "waiting"}
        house.restart()
        async with working(house):
            await house.messenger.until_ended(2)
        assert await house.states() == {first.id: "done", second.id: "done"}
