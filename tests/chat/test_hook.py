"""The webhook is set and looked after; what Telegram posts is written down, or asked for again."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram import WebhookInfo
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot.chat.arrivals import KINDS, Arrivals
from bot.chat.hook import LOOK_SECONDS, Hook, reach
from bot.chat.intake import LONGEST_PAUSE
from bot.domain.errors import StartupFault
from tests.chat.conftest import TOKEN
from tests.chat.test_intake import Enough, FakeInbox, said
from tests.fakes.clock import FakeClock

URL, SECRET = "https://bot.example/hook", "s3cret"
MOMENT = datetime(2026, 11, 21, tzinfo=UTC)


def info(url: str = URL, day: int = 0, why: str = "Connection refused", waiting: int = 0) -> WebhookInfo:
    """What Telegram knows; the trouble is of that day, 0 for none."""
    trouble = (MOMENT.replace(day=day), why) if day else (None, None)
    told = {"last_error_date": trouble[0], "last_error_message": trouble[1]}
    return WebhookInfo(url, has_custom_certificate=False, pending_update_count=waiting, **told)  # type: ignore[arg-type]


@dataclass
class FakeTelegram:
    """Fails as often as a test says, then answers what it laid out, then ends the test."""

    infos: list[WebhookInfo]
    faults: list[Exception] = field(default_factory=list)
    sets: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)

    async def set_webhook(self, url: str, **how: Any) -> bool:
        if self.faults:
            raise self.faults.pop(0)
        self.sets.append((url, how))
        return True

    async def get_webhook_info(self) -> WebhookInfo:
        if not self.infos:
            raise Enough
        return self.infos.pop(0)


def a_hook(telegram: object, inbox: FakeInbox | None = None, pauses: list[float] | None = None) -> Hook:
    async def pause(seconds: float) -> None:
        if pauses is not None:
            pauses.append(seconds)

    woken: Callable[[], None] = lambda: None  # noqa: E731
    arrivals = Arrivals(inbox or FakeInbox(), woken)
    return Hook(telegram, arrivals, FakeClock(), URL, SECRET, pause)  # type: ignore[arg-type]


async def run(telegram: FakeTelegram) -> tuple[list[float], Hook, Sequence[Mapping[str, Any]]]:
    pauses: list[float] = []
    hook = a_hook(telegram, pauses=pauses)
    with capture_logs() as logs, pytest.raises(Enough):
        await hook.run()
    return pauses, hook, logs


async def test_it_is_set_however_long_that_takes_and_looked_after_each_minute() -> None:
    faults: list[Exception] = [*[NetworkError("down")] * 9, BadRequest("bad webhook: Failed to resolve host")]
    telegram = FakeTelegram([info(), info(), info()], faults)
    pauses, hook, _ = await run(telegram)
    wanted = {"max_connections": 40, "drop_pending_updates": False, "allowed_updates": KINDS}
    assert telegram.sets == [(URL, {"secret_token": SECRET, **wanted})]
    assert (len(pauses), max(pauses[:10]) <= LONGEST_PAUSE) == (13, True)
    assert pauses[10:] == [LOOK_SECONDS] * 3
    assert hook.last_poll == FakeClock().now(), "an answer is the sign of life"
    assert SECRET not in repr(a_hook(FakeTelegram([])))


async def test_a_webhook_that_somebody_changed_is_set_again() -> None:
    telegram = FakeTelegram([info(), info(), info(url=""), info(), info()])
    _, _, logs = await run(telegram)
    assert [url for url, _ in telegram.sets] == [URL, URL]
    assert [each["event"] for each in logs if each["log_level"] == "warning"] == [
        "somebody else changed the webhook; it is set again"
    ]


async def test_new_trouble_of_telegrams_is_told_once_and_without_the_token() -> None:
    why = f"Wrong response from https://bot.example/{TOKEN}: 502"
    past, first, second = info(day=1), info(day=2, why=why, waiting=3), info(day=3)
    _, _, logs = await run(FakeTelegram([past, past, first, first, second]))
    told = [(each["why"], each["waiting"]) for each in logs if "had trouble" in each["event"]]
    assert told == [("Wrong response from https://bot.example/[token]: 502", 3), ("Connection refused", 0)]


async def test_a_refused_token_ends_the_process_without_being_printed() -> None:
    hook = a_hook(FakeTelegram([], [InvalidToken(f"The token `{TOKEN}` was rejected")]))
    with pytest.raises(StartupFault) as fault:
        await hook.run()
    assert (fault.value.exit_code, "canary" in str(fault.value)) == (78, False)


async def test_what_is_posted_is_written_down_at_the_first_try_or_asked_for_again() -> None:
    inbox, pauses = FakeInbox(refusals=1), list[float]()
    hook = a_hook(FakeTelegram([info()]), inbox, pauses)
    with capture_logs():
        assert not await hook.take(said(1))
        assert await hook.take(said(1))
        assert await hook.take({"update_id": 2, "edited_message": {}}), "nobody waits for that"
        inbox.poison = 3
        assert await hook.take(said(3)), "nobody could handle it: never again"
    assert (inbox.stored, pauses) == ([1], [])


async def test_a_hook_that_stops_takes_nothing_more_and_finishes_what_it_began() -> None:
    writing, written = asyncio.Event(), asyncio.Event()

    class Slow(FakeInbox):
        """Its disk takes a while."""

        async def store(self, updates: Sequence[Mapping[str, Any]]) -> int:
            writing.set()
            await written.wait()
            return await super().store(updates)

    inbox = Slow()
    hook = a_hook(FakeTelegram([info()] * 9), inbox)
    hook.sleep = lambda _: asyncio.Event().wait()  # type: ignore[assignment, return-value]
    async with asyncio.TaskGroup() as tasks:
        life, begun = tasks.create_task(hook.run()), tasks.create_task(hook.take(said(1)))
        await writing.wait()
        life.cancel()
        await asyncio.wait((life,))
        assert not await hook.take(said(2)), "Telegram posts it to the next life"
        written.set()
    assert begun.result()
    assert inbox.stored == [1]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (info(), (True, "set, and Telegram has handed over all that came")),
        (info(day=1), (True, "set, and Telegram has handed over all that came")),
        (info(url=""), (True, "not set yet; the bot sets it when it starts")),
        (info(day=1, waiting=4), (False, "4 updates wait, and Telegram says: Connection refused")),
    ],
)
async def test_the_operator_reads_whether_telegram_reaches_it(
    found: WebhookInfo, told: tuple[bool, str]
) -> None:
    assert await reach(FakeTelegram([found]), URL) == told  # type: ignore[arg-type]
