"""First words at once, and a status that does not change too often."""

import asyncio
import sys
from itertools import pairwise
from pathlib import Path
from statistics import quantiles

import pytest

from bot.parts import SystemClock
from bot.sandbox.effects import sample
from tests.whole.abroad import abroad
from tests.whole.test_process import running
from tests.whole.test_progress import CHANGES, REASONING, a_town_with

TIMES = 100
MOST_SECONDS = 0.3
LEAST_GAP = 0.95
"""A second, less what the way to Telegram takes now more, now less."""


@pytest.mark.load
@pytest.mark.parametrize("in_group", [False, True], ids=["in private", "in a group"])
async def test_the_first_words_come_within_300_ms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, in_group: bool
) -> None:
    """95 times out of 100, from before Telegram hears of the photo; Telegram is a process of its own."""
    photo, clock, asked = sample("cat").data, SystemClock(), dict[int, float]()
    caption = "@darkroom_bot sepia" if in_group else "sepia"
    method = "setMessageReaction" if in_group else "sendMessage"
    async with (
        abroad() as outside,
        outside.steer(),
        running(tmp_path, outside.environment(tmp_path)),
    ):
        await outside.until(outside.polled)
        for number in range(2001, 2001 + TIMES):
            await outside.post("users", id=number, first_name="Ann", language_code="en")
            group = await outside.post("groups", title="Club", members=[number]) if in_group else {}
            chat = group.get("id", number)
            asked[chat] = clock.now() / 1000
            await outside.send_photo(number, photo, caption, chat=chat)
            await outside.until(lambda: outside.pictures(chat))  # noqa: B023  awaited here
        # A result that is there before any word is the first word.
        calls = [*await outside.get_calls(method), *await outside.get_calls("sendPhoto")]
    first: dict[int, float] = {}
    for call in sorted(calls, key=lambda call: call["time"]):
        first.setdefault(int(call["params"]["chat_id"]), call["time"])
    waited = [first[chat] - moment for chat, moment in asked.items()]
    tenths = quantiles(waited, n=20)
    with capsys.disabled():
        sys.stdout.write(
            f"\nfirst words: p50 {tenths[9] * 1000:.0f} ms, p95 {tenths[-1] * 1000:.0f} ms,"
            f" worst {max(waited) * 1000:.0f} ms\n"
        )
    assert tenths[-1] < MOST_SECONDS


@pytest.mark.load
async def test_a_chat_sees_at_most_one_change_a_second_however_much_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with a_town_with(tmp_path, REASONING) as town:
        town.gateway.settings.delay = 8.0
        for _ in range(3):
            town.telegram.send_photo(town.ann, sample("cat").data, "sepia")
        async with asyncio.timeout(60):
            await town.telegram.wait_for(lambda: len(town.telegram.calls_of("sendPhoto")) == 3, timeout=60)
        changes = [call.time for call in town.telegram.calls if call.method in CHANGES]
        gaps = [later - earlier for earlier, later in pairwise(changes)]
        with capsys.disabled():
            sys.stdout.write(f"\n{len(changes)} changes of 3 statuses, at least {min(gaps):.2f} s apart\n")
        assert len(changes) >= 3
        assert min(gaps) > LEAST_GAP
