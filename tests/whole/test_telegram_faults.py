"""Whatever Telegram, the clock and the machine do: people hear of it, credits add up, nothing is lost.

The numbers are those of the list of faults in SAFETY, 5E; 1-22 are in test_gateway_faults.py. `HELD` says
which test holds what is not here.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.chat import collect
from bot.chat.intake import Intake
from bot.chat.limits import Limits, Rule
from bot.chat.traffic import Traffic
from bot.imaging import fit
from bot.imaging.container import Contents
from bot.sandbox.gateway import GatewayServer, Reply
from bot.sandbox.telegram import Chat, Message, TelegramServer, User
from bot.web import pulse
from tests.fakes.clock import FakeClock
from tests.whole.held import missing
from tests.whole.town import PHOTO, TOKEN, Town, a_town, duty_of, inhabited, outside

HTML = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
HURRY = Rule(1_000, 1.0, 1_000)
NO_RIGHT = "Bad Request: not enough rights to send photos to the chat"

HELD = {
    23: "chat/test_courier.py::test_a_flood_wait_of_one_chat_is_not_anothers",
    24: "chat/test_courier.py::test_an_answer_in_html_is_a_hiccup_too",
    25: "chat/test_courier.py::test_a_result_whose_arrival_telegram_never_told_is_sent_once_more",
    28: "chat/test_courier.py::test_a_reply_to_a_deleted_message_still_arrives",
    30: "chat/test_courier.py::test_a_status_that_cannot_be_changed_any_more_harms_nothing",
    43: "whole/test_disk.py::test_a_database_that_another_program_locks_for_eight_seconds_is_waited_for",
    33: "chat/test_buttons.py::test_a_press_that_is_too_old_to_be_answered_is_still_done",
    36: "chat/test_intake.py::test_the_same_update_a_hundred_times_is_one_edit",
    37: "chat/test_intake.py::test_ids_that_begin_anew_at_a_smaller_number_are_taken",
    38: "chat/test_buttons.py::test_pressing_fifty_times_is_pressing_once",
    39: "whole/test_process.py::"
    "test_a_second_bot_with_the_same_token_ends_with_a_sentence_and_the_first_goes_on",
    44: "services/test_disk.py::"
    "test_an_answer_that_was_paid_is_written_down_as_soon_as_there_is_room_and_never_asked_for_again",
    44.1: "chat/test_intake.py::test_the_offset_moves_only_after_the_batch_was_written_down",
    44.2: "chat/test_intake.py::test_a_database_that_refuses_is_said_in_words",
    45: "storage/test_lock.py::test_a_folder_that_cannot_be_written_is_named",
    45.1: "storage/test_database.py::test_a_missing_folder_is_named_at_the_start",
    46: "storage/test_files.py::test_what_is_wrong_is_said_in_a_line_and_nothing_is_written",
    46.1: "storage/test_migrate.py::test_a_database_of_a_newer_release_is_left_alone",
    47: "domain/test_quota.py::test_a_clock_set_back_gives_no_second_allowance",
    48: "crash/test_stop.py::"
    "test_sigterm_with_fifty_running_edits_and_a_gateway_that_hangs_ends_well_and_all_are_resumed",
    49: "crash/test_points.py::test_killed_there_the_bot_loses_nothing_and_takes_nothing_twice",
    50: "storage/test_database.py::test_a_storm_of_cancellations_mixes_and_halves_nothing",
    51: "whole/test_loop.py::test_no_step_blocks_the_loop_while_20_photos_of_12_megapixels_are_edited",
    52: "imaging/test_inspect.py::test_a_bomb_is_refused_before_its_pixels_are_made",
    53: "services/test_payments.py::test_a_check_out_that_waited_too_long_is_not_answered",
    54: "services/test_payments.py::test_a_payment_counts_once_and_for_who_paid_at_the_promised_price",
    54.1: "whole/test_stars.py::"
    "test_a_payment_that_got_lost_and_a_refund_by_telegram_are_found_at_the_next_start",
    55: "services/test_payments.py::test_a_refund_that_a_crash_cut_off_is_finished_at_the_next_start",
    56: "web/test_webhook.py::test_what_is_not_telegrams_is_refused_and_nothing_of_it_is_stored",
}
HERE = {23, 24, 26, 27, 29, 31, 32, 34, 35, 40, 41, 42, 47, 51, 52}


def test_every_fault_has_its_test() -> None:
    assert missing(HELD.values()) == []
    assert HERE | {int(number) for number in HELD} == set(range(23, 57))
    written = {
        int(name.split("_")[1]) for name in globals() if name.startswith("test_") and name[5].isdigit()
    }
    assert written == HERE


class Hurried(Traffic):
    """Pauses take no time, limits are wide, and floods are over when a test says so."""

    def __init__(self) -> None:
        super().__init__(Limits(overall=HURRY, private=HURRY, group=HURRY), sleep=self._note)
        self.pauses: list[float] = []
        self.ahead = 0.0

    def pass_by(self, seconds: float) -> None:
        self.ahead += seconds
        self._pump()

    async def _note(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await asyncio.sleep(0)

    def _now(self) -> float:  # type: ignore[override]
        return asyncio.get_running_loop().time() + self.ahead


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collect, "_PAUSES", (0.0, 0.0))


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with a_town(tmp_path, Hurried()) as built:
        yield built


def traffic(town: Town) -> Hurried:
    limiter = town.app.desk.post.bot.rate_limiter
    assert isinstance(limiter, Hurried)
    return limiter


def ask(town: Town, user: User | None = None) -> Message:
    return town.telegram.send_photo(user or town.ann, PHOTO, "rotate left")


async def gets(town: Town, request: Message) -> Message:
    answer = await town.answer(request)
    assert answer.file_id, answer.text
    return answer


async def held(town: Town, request: Message) -> Message:
    """The status message of an edit whose gateway does not answer yet."""
    status = await town.answer(request, lambda message: message.silent)
    await town.gateway.until(lambda: town.gateway.held == 1)
    return status


async def paid(town: Town, spent: int, calls: int) -> None:
    """So many credits are spent for so many questions to the gateway, and the ledger knows no loose end."""
    await town.idle()
    assert await town.left(town.ann) == 10 - spent
    assert len(town.gateway.calls) == calls
    loose = "SELECT edit FROM ledger WHERE edit IS NOT NULL GROUP BY edit HAVING count(*) != 2"
    assert await town.rows(loose) == []


def a_group(town: Town, **fields: Any) -> Chat:
    return town.telegram.add_group("Club", [town.ann], **fields)


def ask_in(town: Town, group: Chat, **where: Any) -> Message:
    return town.telegram.send_photo(town.ann, PHOTO, "@darkroom_bot rotate left", chat=group, **where)


@pytest.mark.parametrize("seconds", [30, 60, 600])
async def test_23_a_flood_wait_of_one_chat_is_waited_out_while_others_go_on(town: Town, seconds: int) -> None:
    town.telegram.fail_next(
        "sendPhoto", 429, retry_after=seconds, where=lambda params: params["chat_id"] == town.ann.id
    )
    slow = ask(town)
    await town.telegram.wait_for(lambda: town.telegram.calls_of("sendPhoto"), timeout=60)
    await gets(town, ask(town, town.ming))
    traffic(town).pass_by(seconds - 25)  # the rest is real time, which a busy machine takes too
    await gets(town, ask(town, town.ming))
    assert town.final(town.ann) == []
    traffic(town).pass_by(26)
    await gets(town, slow)
    await paid(town, 1, calls=3)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_24_a_telegram_that_is_down_for_minutes_gets_the_picture_in_the_end(
    town: Town, status: int
) -> None:
    town.telegram.fail_next("sendPhoto", status, body=HTML, times=20)
    await gets(town, ask(town))
    assert sum(traffic(town).pauses) > 300
    assert max(traffic(town).pauses) <= 45
    await paid(town, 1, calls=1)


async def test_24_the_reason_why_there_is_no_picture_outlasts_it_too(town: Town) -> None:
    town.gateway.script(Reply(400, {"error": {"code": "moderation_blocked"}}))
    town.telegram.fail_next("sendMessage", 502, body=HTML, times=20, where=is_reason)
    assert "nothing was charged" in ((await town.answer(ask(town))).text or "")
    await paid(town, 0, calls=1)


@pytest.mark.parametrize(("drop", "times"), [("before", 1), ("after", 2)])
async def test_24_a_reason_whose_arrival_telegram_never_told_is_said_once_more(
    town: Town, drop: Any, times: int
) -> None:
    town.gateway.script(Reply(400, {"error": {"code": "moderation_blocked"}}))
    town.telegram.fail_next("sendMessage", drop=drop, where=is_reason)
    request = ask(town)
    await town.telegram.wait_for(lambda: len(town.final(town.ann)) == times, timeout=60)
    await town.idle()
    assert all(message.reply_to is request for message in town.final(town.ann))
    await paid(town, 0, calls=1)


async def test_24_a_telegram_that_stays_down_gives_the_credits_back(town: Town) -> None:
    town.telegram.fail_next("sendPhoto", 502, body=HTML, times=1_000)
    answer = await town.answer(ask(town))
    assert "Telegram did not take it; nothing was charged" in (answer.text or "")
    assert 500 < sum(traffic(town).pauses) < 2_000
    await paid(town, 0, calls=1)


def is_reason(params: dict[str, Any]) -> bool:
    return "charged" in params.get("text", "")


async def test_26_who_blocked_the_bot_is_sent_nothing_more_and_the_work_is_paid(town: Town) -> None:
    town.gateway.hold()
    await held(town, ask(town))
    town.telegram.block(town.ann)
    town.gateway.release()
    await paid(town, 1, calls=1)
    assert [call.status for call in town.telegram.calls_of("sendPhoto")] == [403]
    assert await town.rows("SELECT reachable FROM people WHERE id = ?", town.ann.id) == [(0,)]
    town.telegram.unblock(town.ann)
    await gets(town, ask(town))
    assert await town.rows("SELECT reachable FROM people WHERE id = ?", town.ann.id) == [(1,)]


async def test_27_a_group_that_moved_gets_its_picture_and_nothing_of_its_new_home_is_touched(
    town: Town,
) -> None:
    old, new = a_group(town, kind="group"), a_group(town)
    moved = "Bad Request: group chat was upgraded to a supergroup chat"
    town.gateway.hold()
    await held(town, ask_in(town, old))
    for method in ("sendPhoto", "editMessageText", "deleteMessage"):
        town.telegram.fail_next(
            method,
            400,
            moved,
            migrate_to_chat_id=new.id,
            times=9,
            where=lambda params: params["chat_id"] == old.id,
        )
    town.gateway.release()
    await town.telegram.wait_for(
        lambda: [each for each in town.telegram.answers(new) if each.file_id], timeout=60
    )
    await paid(town, 1, calls=1)
    there = {call.method for call in town.telegram.calls if call.params.get("chat_id") == new.id}
    assert there <= {"sendPhoto", "sendChatAction"}
    assert await town.rows("SELECT moved_to FROM groups WHERE id = ?", old.id) == [(new.id,)]


async def test_29_what_is_not_modified_is_so_already(town: Town) -> None:
    menu = await town.answer(town.telegram.send_text(town.ann, "/model"))
    town.telegram.fail_next("editMessageText", 400, "Bad Request: message is not modified: specified new ...")
    press = town.telegram.press(town.ann, menu, menu.buttons[1]["text"])
    await town.telegram.wait_for(lambda: press.answers, timeout=60)
    assert str(press.answers[0]["text"]).endswith(" it is.")


@pytest.mark.parametrize("words", ["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"])
async def test_31_a_topic_that_is_gone_or_closed_costs_no_picture(town: Town, words: str) -> None:
    forum = a_group(town, is_forum=True)
    topic = town.telegram.add_topic(forum, "Art", by=town.ann)
    town.telegram.fail_next(
        "sendPhoto", 400, f"Bad Request: {words}", times=9, where=lambda params: "message_thread_id" in params
    )
    await gets(town, ask_in(town, forum, topic=topic))
    assert [call.status for call in town.telegram.calls_of("sendPhoto")] == [400, 200]
    await paid(town, 1, calls=1)


async def test_32_without_the_right_to_send_photos_a_file_is_sent(town: Town) -> None:
    group = a_group(town)
    town.telegram.fail_next("sendPhoto", 400, NO_RIGHT)
    assert (await gets(town, ask_in(town, group))).content.document
    await paid(town, 1, calls=1)


async def test_32_without_the_right_to_send_files_a_sentence_is_said_and_credits_come_back(
    town: Town,
) -> None:
    group = a_group(town)
    for method in ("sendPhoto", "sendDocument"):
        town.telegram.fail_next(method, 400, NO_RIGHT)
    answer = await town.answer(ask_in(town, group))
    assert "not allowed to send pictures in this group; nothing was charged" in (answer.text or "")
    await paid(town, 0, calls=1)


async def test_32_without_any_right_credits_come_back_in_silence_and_others_are_served(town: Town) -> None:
    group = a_group(town)
    for method in ("sendPhoto", "sendDocument", "sendMessage", "sendChatAction"):
        town.telegram.fail_next(
            method, 400, NO_RIGHT, times=99, where=lambda params: params["chat_id"] == group.id
        )
    ask_in(town, group)
    await town.gateway.until(lambda: len(town.gateway.calls) == 1)
    await paid(town, 0, calls=1)
    assert town.telegram.answers(group) == []
    # Tried in the group, then in private, where nobody has pressed Start yet.
    await town.telegram.wait_for(lambda: len(town.telegram.calls_of("sendMessage")) == 2)
    await gets(town, ask(town))


UNAVAILABLE = "Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_34_a_file_that_hides_twice_is_fetched(town: Town) -> None:
    town.telegram.fail_next("getFile", 400, UNAVAILABLE, times=2)
    await gets(town, ask(town))
    await paid(town, 1, calls=1)


async def test_34_a_file_that_hides_three_times_is_given_up_in_words(town: Town) -> None:
    town.telegram.fail_next("getFile", 400, UNAVAILABLE, times=3)
    answer = await town.answer(ask(town))
    assert "could not fetch your picture from Telegram; nothing was charged" in (answer.text or "")
    assert len(town.telegram.calls_of("getFile")) == 3
    await paid(town, 0, calls=0)


@pytest.mark.parametrize(
    "how", [{"status": 404}, {"drop": "before", "times": 2}, {"drop": "after", "times": 2}]
)
async def test_35_a_files_link_that_leads_nowhere_is_asked_for_anew(town: Town, how: dict[str, Any]) -> None:
    town.telegram.fail_next("download", **how)
    await gets(town, ask(town))
    await paid(town, 1, calls=1)
    assert len(town.telegram.calls_of("getFile")) >= 1


async def test_40_a_poison_update_in_a_batch_of_a_hundred_is_parked_and_99_are_handled(town: Town) -> None:
    people = [town.telegram.add_user(f"P{number}") for number in range(99)]
    requests = [town.telegram.send_text(user, "/quota") for user in people[:50]]
    town.telegram.push({"message": {"message_id": 6, "text": "secret words"}})
    requests += [town.telegram.send_text(user, "/quota") for user in people[50:]]
    with capture_logs() as log:
        for request in requests:
            assert "10 credits" in ((await town.answer(request)).text or "")
    counted = "SELECT state, count(*) FROM inbox GROUP BY state ORDER BY state"
    async with asyncio.timeout(60):
        while await town.rows(counted) != [("done", 99), ("parked", 1)]:  # noqa: ASYNC110  rows tell nobody
            await asyncio.sleep(0.01)
    assert "secret" not in str(log)


@pytest.mark.sqlite  # of several processes, one polls
async def test_41_after_ten_minutes_without_a_network_polling_goes_on(town: Town) -> None:
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        await asyncio.sleep(0)

    duty_of(town.app, Intake).sleep = pause
    town.telegram.fail_next("getUpdates", drop="before", times=45)
    await gets(town, ask(town))  # the poll that waits already brings it
    await gets(town, ask(town, town.ming))
    assert sum(pauses) > 600
    assert len(pauses) == 45
    assert max(pauses) <= 30
    assert sum(pause < 1 for pause in pauses) < 5, "no hot loop"


async def test_42_after_three_minutes_words_are_handled_and_dead_buttons_work_again(tmp_path: Path) -> None:
    now = time.time()  # noqa: TID251  the sandbox's clock
    async with TelegramServer(TOKEN, now=lambda: now) as telegram, GatewayServer() as gateway:
        async with inhabited(telegram, gateway, tmp_path, {}, traffic=Hurried()) as town:
            result = await gets(town, ask(town))
            await paid(town, 1, calls=1)
        request = ask(town)
        dead = telegram.press(town.ann, result, result.buttons[0]["text"])
        now += 180
        telegram.expire(dead)
        async with inhabited(telegram, gateway, tmp_path, {}, traffic=Hurried()) as town:
            await gets(town, request)
            await paid(town, 2, calls=2)
            alive = telegram.press(town.ann, result, result.buttons[0]["text"])
            await telegram.wait_for(lambda: alive.answers, timeout=60)
            assert alive.answers[0]["text"] == "On it."
            await gateway.until(lambda: len(gateway.calls) == 3)
            await paid(town, 3, calls=3)
        assert dead.answers == []
        assert telegram.violations == []


async def test_47_a_clock_set_back_gives_nothing_twice_and_one_set_forward_takes_nothing(
    tmp_path: Path,
) -> None:
    clock, changes = FakeClock(), {"DARKROOM_QUOTA__FREE": "1"}
    async with (
        outside(tmp_path) as (telegram, gateway),
        inhabited(telegram, gateway, tmp_path, changes, clock, Hurried()) as town,
    ):
        await gets(town, ask(town))
        for hours in (-1, -24, 25):  # back by an hour and a day, then to where it was
            clock.move(hours * 3600)
            assert "You have 0 credits left" in ((await town.answer(ask(town))).text or "")
        gateway.hold()
        clock.move(24 * 3600)
        request = ask(town)
        await held(town, request)
        clock.move(24 * 3600)
        await asyncio.sleep(0.1)
        gateway.release()
        await gets(town, request)
        await town.idle()
        assert len(gateway.calls) == 2
        assert await town.rows("SELECT count(*) FROM ledger WHERE kind = 'settle'") == [(2,)]


async def test_51_a_loop_that_stood_still_is_in_the_log_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse, "_BEAT_SECONDS", 0.05)
    monkeypatch.setattr(pulse, "_LATE_SECONDS", 0.2)
    async with a_town(tmp_path, Hurried()) as town:
        town.gateway.hold()
        request = ask(town)
        await held(town, request)
        with capture_logs() as log:
            async with asyncio.timeout(60):
                while "the loop stood still" not in [each["event"] for each in log]:
                    time.sleep(0.3)  # noqa: ASYNC251  the fault; unseen where it falls into a beat
                    await asyncio.sleep(0.05)
        town.gateway.release()
        await gets(town, request)
        await paid(town, 1, calls=1)


async def test_52_a_picture_for_which_there_is_no_memory_is_told_and_the_bot_lives_on(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(*_: object) -> Contents:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(fit, "contents", exhausted)
        answer = await town.answer(ask(town))
        assert "too many pixels; nothing was charged" in (answer.text or "")
    await paid(town, 0, calls=0)
    await gets(town, ask(town))
