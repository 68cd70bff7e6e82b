"""Polling that loses nothing and never dies silently; letters in order, each handled once."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter

from bot.chat.arrivals import Arrivals, takes
from bot.chat.connection import Credentials, connect
from bot.chat.dispatch import Dispatcher, lane_of
from bot.chat.handler import Handler
from bot.chat.intake import LONGEST_PAUSE, Backoff, Intake, Rivals, start
from bot.domain.errors import StartupFault, StorageFault
from bot.gateway.http import transport
from bot.sandbox.telegram import TelegramServer
from bot.storage.inbox import Letter
from tests.chat.conftest import PHOTO, TOKEN, Chat, a_chat
from tests.fakes.clock import FakeClock


class Enough(Exception):
    """The fake Telegram has nothing more to say."""


class FakeTelegram:
    """Answers getUpdates with what a test laid out, then ends the test."""

    def __init__(self, answers: Iterable[list[dict[str, Any]] | Exception]) -> None:
        self._answers = iter(answers)
        self.offsets: list[int | None] = []
        self.deleted: list[dict[str, object]] = []

    async def delete_webhook(self, **how: object) -> None:
        self.deleted.append(how)

    async def raw_updates(
        self, *, offset: int | None, kinds: Sequence[str], seconds: int
    ) -> list[dict[str, Any]]:
        self.offsets.append(offset)
        answer = next(self._answers, Enough())
        if isinstance(answer, Exception):
            raise answer
        return answer


@dataclass
class FakeInbox:
    """Keeps what is stored; refuses as often as a test says, and for ever what is `poison`."""

    refusals: int = 0
    poison: int | None = None
    stored: list[int] = field(default_factory=list)

    async def store(self, updates: Sequence[Mapping[str, Any]]) -> int:
        if self.refusals:
            self.refusals -= 1
            raise StorageFault(detail="database or disk is full")
        if self.poison in [each["update_id"] for each in updates]:
            raise TypeError("str is not valid UTF-8: surrogates not allowed")
        self.stored += [each["update_id"] for each in updates]
        return len(updates)


@dataclass
class Poll:
    """One run of the intake, from the first poll until the fake has no more answers."""

    answers: list[list[dict[str, Any]] | Exception]
    inbox: FakeInbox = field(default_factory=FakeInbox)
    pauses: list[float] = field(default_factory=list)
    offsets: list[int | None] = field(default_factory=list)
    last_poll: int | None = None
    deleted: list[dict[str, object]] = field(default_factory=list)

    async def run(self) -> "Poll":
        async def pause(seconds: float) -> None:
            self.pauses.append(seconds)

        telegram = FakeTelegram(self.answers)
        intake = Intake(telegram, Arrivals(self.inbox, lambda: None), FakeClock(), sleep=pause)  # type: ignore[arg-type]
        try:
            await intake.run()
        except Enough:
            pass
        finally:
            self.offsets, self.last_poll = telegram.offsets, intake.last_poll
            self.deleted = telegram.deleted
        return self


def said(update: int, **more: object) -> dict[str, Any]:
    return {"update_id": update, "message": {"message_id": 1, "chat": {"id": 1}, **more}}


async def test_the_offset_moves_only_after_the_batch_was_written_down() -> None:
    poll = Poll([[said(5), said(6)], [], [said(7)]], FakeInbox(refusals=2))
    await poll.run()
    assert poll.offsets == [None, 7, 7, 8]
    assert poll.inbox.stored == [5, 6, 7]
    assert len(poll.pauses) == 2, "a full disk is waited for"
    assert poll.last_poll


async def test_ids_that_begin_anew_at_a_smaller_number_are_taken() -> None:
    poll = await Poll([[said(900)], [said(3)], []]).run()
    assert poll.offsets == [None, 901, 4, 4]
    assert poll.inbox.stored == [900, 3]


async def test_what_we_do_not_take_is_confirmed_and_starts_nothing() -> None:
    others = ("edited_message", "channel_post", "business_message", "guest_message", "new_in_11_0")
    batch = [{"update_id": number, kind: {}} for number, kind in enumerate(others)]
    batch += [said(10, guest_query_id="x"), said(11, business_connection_id="x"), {"update_id": 12}, said(13)]
    poll = await Poll([batch, []]).run()
    assert poll.inbox.stored == [13]
    assert poll.offsets[1] == 14


async def test_an_update_that_nobody_can_store_does_not_hold_up_its_batch() -> None:
    with capture_logs() as logs:
        poll = await Poll([[said(1), said(2), said(3)], []], FakeInbox(poison=2)).run()
    assert poll.inbox.stored == [1, 3]
    assert [(each["event"], each["update"]) for each in logs] == [("update not storable", 2)]


async def test_a_network_that_is_down_is_never_a_hot_loop() -> None:
    poll = await Poll([NetworkError("down")] * 12).run()
    assert len(poll.pauses) == 12
    assert poll.pauses[0] <= 0.5
    assert LONGEST_PAUSE / 2 <= poll.pauses[-1] <= LONGEST_PAUSE


async def test_a_flood_wait_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    assert (await Poll([RetryAfter(7)]).run()).pauses == [7.0]


async def test_a_newcomer_that_meets_another_process_ends_with_a_plain_sentence() -> None:
    poll = Poll([Conflict("terminated by other getUpdates request")] * 10)
    with capture_logs(), pytest.raises(StartupFault) as fault:
        await poll.run()
    assert fault.value.exit_code == 1
    assert "Another process" in str(fault.value)
    assert len(poll.offsets) == 3


def test_a_newcomer_yields_after_a_few_conflicts() -> None:
    rivals = Rivals()
    assert [rivals.met(now) for now in range(3)] == [False, False, True]


async def test_a_webhook_of_before_is_taken_away_and_what_waits_there_is_not_lost() -> None:
    active = Conflict("can't use getUpdates method while webhook is active; use deleteWebhook")
    poll = await Poll([active]).run()
    assert poll.deleted == [{"drop_pending_updates": False}]


def test_an_old_process_outlasts_a_newcomer_and_yields_only_after_minutes() -> None:
    rivals = Rivals()
    rivals.gone()
    assert not any(rivals.met(1000 + 1.5 * times) for times in range(100))
    assert rivals.met(1301)
    rivals.gone()
    assert not rivals.met(2000)


async def test_a_revoked_token_ends_the_process_with_78_and_is_not_printed() -> None:
    poll = Poll([InvalidToken(f"The token `{TOKEN}` was rejected")])
    with pytest.raises(StartupFault) as fault:
        await poll.run()
    assert fault.value.exit_code == 78
    assert "canary" not in str(fault.value)


def test_pauses_grow_with_jitter_and_start_anew() -> None:
    backoff = Backoff()
    first, *rest = [backoff.pause() for _ in range(20)]
    assert first <= 0.5
    assert max(rest) <= LONGEST_PAUSE
    assert len(set(rest)) > 10
    backoff.reset()
    assert backoff.pause() <= 0.5


@pytest.mark.parametrize("token", ["", "abc", "777", "123:ab\n", "123:a b", "https://x/123:abc"])
def test_what_cannot_be_a_token_is_refused_before_any_call(token: str) -> None:
    with pytest.raises(StartupFault) as fault:
        connect(Credentials(token), transport())
    assert fault.value.exit_code == 78
    assert not token or token not in str(fault.value)


async def test_a_wrong_token_is_one_sentence_without_the_token(capsys: pytest.CaptureFixture[str]) -> None:
    async with TelegramServer(TOKEN) as telegram:
        wrong = "100200300:AAF4nFcGg_canary_canary_canary_99999"
        bot = connect(Credentials(wrong, telegram.base_url, telegram.base_file_url), transport())
        with pytest.raises(StartupFault) as fault:
            await start(bot)
        await bot.shutdown()
    assert "canary" not in str(fault.value) + repr(fault.value.__context__) + "".join(capsys.readouterr())


async def test_the_start_waits_for_the_network() -> None:
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    class Unreachable:
        """Telegram, out of reach at first."""

        async def initialize(self) -> None:
            if len(pauses) < 7:
                raise NetworkError("httpx.ConnectError: Connection refused")

    with capture_logs():
        await start(Unreachable(), sleep=pause)  # type: ignore[arg-type]
    assert len(pauses) == 7
    assert max(pauses) <= LONGEST_PAUSE


def test_only_known_kinds_are_taken() -> None:
    assert takes(said(1))
    assert takes({"update_id": 1, "callback_query": {"id": "x"}})
    assert takes({"update_id": 1, "pre_checkout_query": {"id": "x"}})
    assert not takes({"update_id": 1, "message": "text"})
    assert not takes({"update_id": 1})


def test_presses_have_a_lane_of_their_own() -> None:
    assert lane_of(said(1)) == ("chat", 1)
    press = {"from": {"id": 7}, "message": {"message_id": 5}}
    assert lane_of({"callback_query": press}) == ("press", 7, 5)
    assert lane_of({"callback_query": {"from": {"id": 7}}}) == ("press", 7, None)
    assert lane_of({"pre_checkout_query": {"from": {"id": 7}}}) == ("checkout", 7)
    assert lane_of({"stopped_message_generation": {"chat": {"id": 7}}}) == ("press", 7)
    assert lane_of({"message": "nonsense"}) == ("chat", None)
    assert lane_of({}) == ("chat", None)


async def test_a_poison_update_is_parked_and_the_others_are_handled(chat: Chat) -> None:
    ann = chat.person()
    chat.telegram.push({"message": {"message_id": 5, "text": "secret words"}})
    chat.telegram.push({"message": {"message_id": 6, "date": 1, "text": "secret words"}})
    with capture_logs() as logs:
        await chat.result(chat.telegram.send_text(ann, "a fox"))
        await chat.settled()
    parked = [each for each in logs if each["event"] == "update parked"]
    assert [each["why"] for each in parked] == ["message: KeyError"]
    assert "secret" not in str(logs)


async def test_the_same_update_a_hundred_times_is_one_edit(chat: Chat) -> None:
    ann = chat.person()
    await chat.result(chat.telegram.send_text(ann, "a fox"))
    update = {
        "update_id": 77_000,
        "message": {
            "message_id": 900, "date": 1, "text": "an owl",
            "chat": {"id": ann.id, "type": "private"},
            "from": {"id": ann.id, "is_bot": False, "first_name": "Ann"},
        },
    }  # fmt: skip
    async with asyncio.TaskGroup() as group:
        for _ in range(100):
            group.create_task(chat.intake.receive([update]))
    await chat.gateway.until_asked(2)
    await chat.settled()
    assert [each.prompt for each in chat.gateway.requests] == ["a fox", "an owl"]


async def test_what_a_stop_left_in_the_inbox_is_handled_first(tmp_path: Path) -> None:
    async with a_chat(tmp_path) as chat:
        ann = chat.person()
        for number in range(3):
            chat.telegram.send_text(ann, f"fox {number}")
        await chat.gateway.until_asked(3)
        await chat.settled()
        assert [each.prompt for each in chat.gateway.requests] == ["fox 0", "fox 1", "fox 2"]
        leftover = {**said(88_000), "message": {
            "message_id": 901, "date": 1, "text": "owl",
            "chat": {"id": ann.id, "type": "private"},
            "from": {"id": ann.id, "is_bot": False, "first_name": "Ann"},
        }}  # fmt: skip
        await chat.dispatcher._inbox.store([leftover])  # type: ignore[attr-defined]
        inbox = chat.dispatcher._inbox
        later = Dispatcher(Handler(chat.application, inbox), inbox)  # type: ignore[arg-type]
        async with asyncio.TaskGroup() as group:
            task = group.create_task(later.run())
            await chat.gateway.until_asked(4)
            task.cancel()


async def test_a_letter_in_work_is_not_taken_again(chat: Chat) -> None:
    ann = chat.person()
    chat.telegram.fail_next("sendMessage", delay=0.5)
    asked = chat.telegram.send_text(ann, "/help")
    for _ in range(20):
        chat.dispatcher.wake()
        await asyncio.sleep(0.01)
    await chat.answer(asked)
    await chat.answer(chat.telegram.send_text(ann, "/quota"))
    assert len([each for each in chat.telegram.answers(ann) if "Photo + caption" in each.text]) == 1


async def test_a_letter_that_is_done_while_the_inbox_is_read_is_not_handled_again() -> None:
    reading, done, read = asyncio.Event(), asyncio.Event(), asyncio.Event()
    handled: list[int] = []

    class Stale:
        """What it read is of before the letter was done."""

        async def pending(self, limit: int) -> list[Letter]:
            if handled:
                reading.set()
                await done.wait()
                for _ in range(10):
                    await asyncio.sleep(0)
                read.set()
            return [Letter(1, {"update_id": 1})]

        async def done(self, update: int) -> None:
            done.set()

    class Application:
        bot = None

        async def process_update(self, update: Update) -> None:
            handled.append(update.update_id)
            dispatcher.wake()
            await reading.wait()

    stale = Stale()
    dispatcher = Dispatcher(Handler(Application(), stale), stale)  # type: ignore[arg-type]
    async with asyncio.TaskGroup() as group:
        task = group.create_task(dispatcher.run())
        await read.wait()
        for _ in range(10):
            await asyncio.sleep(0)
        task.cancel()
    assert handled == [1]


async def test_one_slow_chat_does_not_hold_up_another(chat: Chat) -> None:
    ann, bob = chat.person(), chat.person("Bob")
    chat.telegram.fail_next("sendMessage", delay=90.0, where=lambda params: params.get("chat_id") == ann.id)
    for _ in range(60):
        chat.telegram.send_text(ann, "/help")
    async with asyncio.timeout(60):
        await chat.answer(chat.telegram.send_text(bob, "/help"))


async def test_a_bug_in_a_handler_gives_a_number_to_the_person_and_to_the_log(chat: Chat) -> None:
    ann = chat.person()

    async def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    chat.desk.account.statement = broken  # type: ignore[method-assign, assignment]
    with capture_logs() as logs:
        sorry = await chat.answer(chat.telegram.send_text(ann, "/quota"))
    incident = next(each["incident"] for each in logs if "incident" in each)
    assert f"no. {incident}" in sorry.text


async def test_a_database_that_refuses_is_said_in_words(chat: Chat) -> None:
    ann = chat.person("Li", "zh")

    async def full(*_: object, **__: object) -> None:
        raise StorageFault(detail="database or disk is full")

    chat.desk.account.meet = full  # type: ignore[method-assign, assignment]
    with capture_logs():
        assert "没有扣点" in (await chat.answer(chat.telegram.send_photo(ann, PHOTO, "黑白"))).text
