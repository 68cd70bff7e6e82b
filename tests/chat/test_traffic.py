"""Calls that wait for their turn, give up, or are overtaken."""

import asyncio
from typing import Any

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.chat.limits import Limits, Rule, Urgency
from bot.chat.traffic import Freight, Stale, Traffic
from bot.domain.meter import Heard
from tests.fakes.meter import FakeMeter

QUICK = Rule(count=1, seconds=0.05, progress=1)


class Telegram:
    """Counts calls; the next ones fail as a test says."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.calls: list[object] = []

    async def __call__(self, name: object = None) -> object:
        self.calls.append(name)
        await asyncio.sleep(0)
        if self.errors:
            raise self.errors.pop(0)
        return name


async def send(
    traffic: Traffic, telegram: Telegram, name: object = None, *, chat: int = 1, **how: Any
) -> object:
    endpoint = how.pop("endpoint", "sendMessage")
    return await traffic.process_request(telegram, (name,), {}, endpoint, {"chat_id": chat}, Freight(**how))


async def test_who_gives_up_leaves_no_trace_in_the_counts() -> None:
    traffic, telegram = Traffic(Limits(private=QUICK)), Telegram()
    for _ in range(5):
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(send(traffic, telegram)) for _ in range(20)]
            await asyncio.sleep(0.001)
            for task in tasks:
                task.cancel()
            traffic._pump()
    assert traffic._limits._chats[1]._flying == 0
    assert traffic._turns.wait(0) is None
    async with asyncio.timeout(60):
        await send(traffic, telegram)
    await traffic.shutdown()


async def test_who_gives_up_in_the_moment_of_its_turn_gives_it_back() -> None:
    traffic, telegram = Traffic(Limits(private=Rule(1, 30.0, 1))), Telegram()
    traffic._limits.start(1, Urgency.KEYBOARD, 1, asyncio.get_running_loop().time())
    async with asyncio.TaskGroup() as group:
        task = group.create_task(send(traffic, telegram))
        await asyncio.sleep(0)
        task.cancel()
        traffic._limits._chats[1]._flying = 0
        traffic._pump()
    assert telegram.calls == []
    assert traffic._limits._chats[1]._flying == 0
    await traffic.shutdown()


async def test_who_gives_up_after_its_turn_came_gives_it_back_too() -> None:
    traffic, telegram = Traffic(Limits(private=Rule(1, 30.0, 1))), Telegram()
    traffic._limits.start(1, Urgency.KEYBOARD, 1, asyncio.get_running_loop().time())
    async with asyncio.TaskGroup() as group:
        task = group.create_task(send(traffic, telegram))
        await asyncio.sleep(0)
        traffic._limits._chats[1]._flying = 0
        traffic._pump()
        task.cancel()
    assert telegram.calls == []
    assert traffic._limits._chats[1]._flying == 0
    await traffic.shutdown()


async def test_only_the_newest_progress_is_told() -> None:
    traffic, telegram = Traffic(Limits(private=QUICK)), Telegram()
    await send(traffic, telegram, "first")
    progress: dict[str, Any] = {"urgency": Urgency.PROGRESS, "replaces": "e1"}
    outcomes = await asyncio.gather(
        *(send(traffic, telegram, percent, **progress) for percent in (10, 20, 30)), return_exceptions=True
    )
    assert [type(each) for each in outcomes] == [Stale, Stale, int]
    assert telegram.calls == ["first", 30]
    waiting = asyncio.gather(send(traffic, telegram, 40, **progress), return_exceptions=True)
    await asyncio.sleep(0)
    traffic.drop("e1")
    assert [type(each) for each in await waiting] == [Stale]
    await traffic.shutdown()


async def test_a_refusal_is_final_and_a_hiccup_is_not() -> None:
    traffic = Traffic()
    refused = Telegram(BadRequest("chat not found"))
    with pytest.raises(BadRequest):
        await send(traffic, refused)
    assert len(refused.calls) == 1
    down = Telegram(NetworkError("Bad Gateway"))
    assert await send(traffic, down, "through") == "through"
    assert len(down.calls) == 2
    await traffic.shutdown()


async def test_progress_does_not_wait_out_a_flood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    traffic, telegram = Traffic(), Telegram(RetryAfter(30))
    with pytest.raises(RetryAfter):
        await send(traffic, telegram, urgency=Urgency.PROGRESS)
    await traffic.shutdown()


async def test_what_counts_for_nothing_never_waits() -> None:
    traffic, telegram = Traffic(Limits(overall=Rule(1, 60.0, 1))), Telegram()
    async with asyncio.timeout(60):
        for _ in range(50):
            await traffic.process_request(telegram, (), {}, "answerCallbackQuery", {}, None)
    assert len(telegram.calls) == 50


@pytest.mark.parametrize(
    ("endpoint", "counts"), [("editMessageText", True), ("sendMessageDraft", True), ("sendChatAction", False)]
)
async def test_what_changes_a_chat_waits_for_what_was_just_sent_there(endpoint: str, *, counts: bool) -> None:
    traffic, telegram = Traffic(Limits(private=Rule(1, 30.0, 1))), Telegram()
    await send(traffic, telegram)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(send(traffic, telegram, endpoint=endpoint, urgency=Urgency.PROGRESS))
        for _ in range(5):
            await asyncio.sleep(0)
        assert len(telegram.calls) == (1 if counts else 2)
        task.cancel()
    await traffic.shutdown()


async def test_every_call_is_counted_by_how_it_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")

    async def no_pause(_: float) -> None: ...

    traffic, meter = Traffic(sleep=no_pause), FakeMeter()
    traffic.meter = meter
    errors: tuple[TelegramError, ...] = (RetryAfter(1), NetworkError("Bad Gateway"))
    await traffic.process_request(Telegram(*errors), (1,), {}, "getFile", {}, Freight())
    with pytest.raises(BadRequest):
        await send(traffic, Telegram(BadRequest("chat not found")))
    await traffic.shutdown()
    assert meter.calls == [
        ("getFile", Heard.FLOOD),
        ("getFile", Heard.UNREACHABLE),
        ("getFile", Heard.OK),
        ("sendMessage", Heard.REFUSED),
    ]
