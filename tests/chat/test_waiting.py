"""What somebody sees while an edit is on its way, as the seconds pass; in private and in groups."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat.drafts import Drafts, number_of
from bot.domain.edit import Edit
from bot.domain.ports import Progress
from bot.sandbox.telegram import Chat as Room
from bot.sandbox.telegram import Message, User
from bot.sandbox.telegram.pictures import blank_png
from bot.storage.database import Connection
from tests.chat.conftest import PHOTO, Chat, a_chat
from tests.fakes.ticks import Ticks

CALLED = "@darkroom_bot sepia"
Pass = Callable[[int], Awaitable[None]]
"""So many seconds pass."""


@asynccontextmanager
async def watched(folder: Path, *, drafts: bool = False) -> AsyncIterator[tuple[Chat, Pass]]:
    """A chat whose gateway holds its answers, and in which no second passes by itself."""
    async with a_chat(folder) as chat:
        ticks, waiting = Ticks(), chat.courier.waiting
        waiting.sleep, waiting.now = ticks.sleep, ticks.now
        waiting.drafts = Drafts(waiting.post, wanted=drafts)
        chat.gateway.hold()

        async def seconds(count: int) -> None:
            """Each with time for what it brings."""
            for _ in range(count):
                await ticks.move(1)
                while any(wait.changing for wait in waiting._waits.values()):  # noqa: ASYNC110  nobody is told
                    await asyncio.sleep(0.001)

        yield chat, seconds


async def learned(chat: Chat, seconds: int) -> None:
    """Five pictures of that model came, and took that long."""

    async def insert(conn: Connection) -> None:
        for number in range(1, 6):
            await conn.run(
                """
                INSERT INTO edits (id, update_id, wallet, person, chat, message, model, prompt, sources,
                    options, price, state, created, called, answered, ended, told)
                VALUES (?, ?, 'w', 1, 1, 1, 'banana', '', '[]', '{}', 0, 'done', 0, 1000, ?, 1, 1)
                """,
                f"old-{number}", -number, 1000 + 1000 * seconds,
            )  # fmt: skip

    await chat.database.write(insert)


async def at_work(chat: Chat) -> None:
    """The gateway was asked."""
    await chat.gateway.until_asked(1)
    await chat.telegram.wait_for(lambda: chat.telegram.calls_of("sendChatAction"))


async def status_of(chat: Chat, request: Message) -> Message:
    return await chat.telegram.wait_for_answer(request, lambda each: each.reply_to == request)


def club(chat: Chat, ann: User, *reactions: str) -> Room:
    return chat.telegram.add_group("Club", [ann], reactions=reactions or None)


def only_edit(chat: Chat) -> Edit:
    (wait,) = chat.courier.waiting._waits.values()
    return wait.edit


async def gone(chat: Chat, *messages: Message) -> None:
    await chat.telegram.wait_for(lambda: all(each.deleted for each in messages))


# In private


async def test_the_place_in_line_goes_down_as_the_line_moves(tmp_path: Path) -> None:
    async with watched(tmp_path) as (chat, seconds):
        ann = chat.person()
        requests = [chat.telegram.send_photo(ann, PHOTO, "sepia") for _ in range(5)]
        fourth, fifth = [await status_of(chat, each) for each in requests[3:]]
        assert (fourth.text, fifth.text) == ("Waiting, you are next…", "Waiting, 1 before you…")
        assert await chat.toast(ann, fourth, "✖ Cancel") == "Cancelled. Nothing was charged."
        await seconds(1)
        await chat.telegram.wait_for(lambda: fifth.text == "Waiting, you are next…")
        chat.gateway.release()
        await chat.settled()
        await gone(chat, fifth)
        changes = [call for call in chat.telegram.calls_of("editMessageText") if call.ok]
        assert len(changes) <= 2, "only what changed is told"


@pytest.mark.parametrize(
    ("language", "usual", "longer"),
    [
        ("en", "Developing…\n{} about 40 s", "Developing…\n{} takes longer than usual…"),
        ("zh-hans", "正在处理…\n{} 大约 40 秒", "正在处理…\n{} 比平时久一些…"),
    ],
)
async def test_a_bar_goes_with_the_time_that_the_model_usually_takes(
    tmp_path: Path, language: str, usual: str, longer: str
) -> None:
    async with watched(tmp_path) as (chat, seconds):
        await learned(chat, 40)
        request = chat.telegram.send_photo(chat.person(language=language), PHOTO, "sepia")
        status = await chat.telegram.wait_for_answer(request)
        assert status.text == usual.format("▱" * 12)
        await at_work(chat)
        await seconds(20)
        await chat.telegram.wait_for(lambda: status.text == usual.format("▰▰▰▰▰▱▱▱▱▱▱▱"))
        await seconds(41)
        await chat.telegram.wait_for(lambda: status.text == longer.format("▰▰▰▰▰▰▰▰▰▰▰▱"))
        await chat.courier.show(only_edit(chat), Progress(percent=96))
        await chat.telegram.wait_for(lambda: "96" in status.text)
        assert len(chat.telegram.calls_of("editMessageText")) <= 14, "one change each few seconds"
        chat.gateway.release()
        await chat.result(request)
        await gone(chat, status)


async def test_who_waits_in_line_reads_what_is_usual_then(tmp_path: Path) -> None:
    async with watched(tmp_path) as (chat, _):
        await learned(chat, 70)
        ann = chat.person()
        last = [chat.telegram.send_photo(ann, PHOTO, "sepia") for _ in range(4)][-1]
        status = await status_of(chat, last)
        assert status.text == "Waiting, you are next…\nThen it takes about 1 min."


async def test_a_cancel_while_the_picture_is_being_sent_is_told_kindly(tmp_path: Path) -> None:
    async with watched(tmp_path) as (chat, _):
        ann = chat.person()
        request = chat.telegram.send_photo(ann, PHOTO, "sepia")
        status = await chat.telegram.wait_for_answer(request)
        chat.telegram.fail_next("sendPhoto", delay=1.0)
        chat.gateway.release()
        await chat.telegram.wait_for(lambda: chat.telegram.calls_of("sendPhoto"))
        assert (
            await chat.toast(ann, status, "✖ Cancel")
            == "Too late to cancel: your picture is just being sent."
        )
        late = await chat.telegram.wait_for_answer(chat.telegram.send_text(ann, "/cancel"))
        assert late.text == "Too late to cancel: your picture is just being sent."
        await chat.result(request)


async def test_after_a_restart_the_status_goes_on_where_it_stands(tmp_path: Path) -> None:
    async with watched(tmp_path) as (chat, seconds):
        status = await chat.telegram.wait_for_answer(chat.telegram.send_photo(chat.person(), PHOTO, "sepia"))
        await at_work(chat)
        edit = only_edit(chat)
        chat.courier.waiting._waits.clear()
        chat.courier.waiting._board.forget(edit.id)
        await learned(chat, 20)
        chat.clock.move(61)
        await chat.courier.announce(replace(edit, status_message=status.message_id))
        assert status.text == f"Developing…\n{'▱' * 12} about 20 s"
        await chat.courier.show(edit, Progress())
        await seconds(21)
        await chat.telegram.wait_for(lambda: "▰▰▰▰▰▰▰▰▰▰▱▱" in status.text)
        assert len(chat.telegram.answers(status.chat)) == 1
        chat.gateway.release()
        await gone(chat, status)


async def test_after_a_restart_the_text_goes_on_below_the_draft_that_stands_there(tmp_path: Path) -> None:
    async with watched(tmp_path) as (chat, _):
        chat.gateway.progress = (Progress(percent=20, preview=blank_png(400, 300)),)
        status = await chat.telegram.wait_for_answer(chat.telegram.send_photo(chat.person(), PHOTO, "sepia"))
        await chat.telegram.wait_for(lambda: status.content.photo)
        edit = only_edit(chat)
        chat.courier.waiting._waits.clear()
        chat.courier.waiting._board.forget(edit.id)
        await chat.courier.announce(edit)
        await chat.courier.show(edit, Progress(percent=70))
        assert status.text.endswith("70 %")
        assert status.content.photo
        await chat.courier.show(edit, Progress(percent=90))
        assert [call.status for call in chat.telegram.calls_of("editMessageText")] == [400], "asked only once"


async def test_what_was_overtaken_before_it_was_sent_is_not_shown_after_the_newer(tmp_path: Path) -> None:
    async with watched(tmp_path) as (chat, _):
        status = await chat.telegram.wait_for_answer(chat.telegram.send_photo(chat.person(), PHOTO, "sepia"))
        await at_work(chat)
        (wait,) = chat.courier.waiting._waits.values()
        wait.began = None  # so that the first one has to say "sending a photo" before
        await asyncio.gather(
            *(chat.courier.show(wait.edit, Progress(percent=percent)) for percent in (10, 20, 30))
        )
        assert status.text.endswith("30 %")
        assert len(chat.telegram.calls_of("editMessageText")) == 1


@pytest.mark.parametrize("comparison", [None, "c1"])
async def test_the_chat_shows_that_something_is_on_its_way_for_as_long_as_it_is(
    tmp_path: Path, comparison: str | None
) -> None:
    async with watched(tmp_path) as (chat, seconds):
        request = chat.telegram.send_photo(chat.person(), PHOTO, "sepia")
        await at_work(chat)
        edit = replace(only_edit(chat), comparison=comparison)
        await chat.courier.announce(edit)
        await chat.courier.show(edit, Progress())
        said = len(chat.telegram.calls_of("sendChatAction"))
        await seconds(4)
        await chat.telegram.wait_for(lambda: len(chat.telegram.calls_of("sendChatAction")) > said)
        chat.gateway.release()
        await chat.result(request)
        await chat.settled()
        assert chat.courier.waiting._waits == {}


# In groups


async def test_in_a_group_a_reaction_says_it_all_and_goes(tmp_path: Path) -> None:
    async with watched(tmp_path) as (chat, seconds):
        ann = chat.person()
        request = chat.telegram.send_photo(ann, PHOTO, CALLED, chat=club(chat, ann))
        await chat.telegram.wait_for(lambda: [each["emoji"] for each in request.reactions] == ["👀"])
        await at_work(chat)
        await seconds(4)
        chat.gateway.release()
        await chat.result(request)
        await chat.telegram.wait_for(lambda: request.reactions == [])
        assert chat.telegram.calls_of("sendMessage") == []


async def test_in_a_group_what_takes_long_gets_a_status_with_cancel_which_clears_both(tmp_path: Path) -> None:
    async with watched(tmp_path) as (chat, seconds):
        ann = chat.person()
        request = chat.telegram.send_photo(ann, PHOTO, CALLED, chat=club(chat, ann))
        await at_work(chat)
        await seconds(5)
        status = await chat.telegram.wait_for_answer(request)
        assert status.silent
        assert status.reply_to == request
        assert await chat.toast(ann, status, "✖ Cancel") == "Cancelled. Nothing was charged."
        await gone(chat, status)
        await chat.telegram.wait_for(lambda: request.reactions == [])
        assert chat.gateway.closed == 1
        assert chat.courier.waiting._waits == {}


async def test_where_reactions_are_not_allowed_the_status_comes_at_once_and_they_are_not_tried_again(
    tmp_path: Path,
) -> None:
    async with watched(tmp_path) as (chat, _):
        ann = chat.person()
        group = club(chat, ann, "👍")
        for _ in range(2):
            request = chat.telegram.send_photo(ann, PHOTO, CALLED, chat=group)
            status = await chat.telegram.wait_for_answer(request)
            assert status.text == "Developing…"
        assert len(chat.telegram.calls_of("setMessageReaction")) == 1


async def test_a_reaction_stays_while_another_edit_of_the_same_request_is_on_its_way(tmp_path: Path) -> None:
    async with watched(tmp_path) as (chat, _):
        ann = chat.person()
        request = chat.telegram.send_photo(ann, PHOTO, CALLED, chat=club(chat, ann))
        await at_work(chat)
        edit = only_edit(chat)
        await chat.courier.announce(replace(edit, id="again"))
        await chat.courier.withdraw(edit)
        assert request.reactions
        await chat.courier.withdraw(replace(edit, id="again"))
        assert request.reactions == []


async def test_a_reaction_that_a_crash_left_is_cleared_with_its_edit(tmp_path: Path) -> None:
    async with watched(tmp_path) as (chat, _):
        ann = chat.person()
        request = chat.telegram.send_photo(ann, PHOTO, CALLED, chat=club(chat, ann))
        await at_work(chat)
        edit = only_edit(chat)
        chat.courier.waiting._waits.clear()
        await chat.courier.withdraw(edit)
        assert request.reactions == []


# Message drafts


async def test_a_draft_shows_the_wait_until_the_picture_comes(tmp_path: Path) -> None:
    async with watched(tmp_path, drafts=True) as (chat, seconds):
        await learned(chat, 100)
        ann = chat.person()
        request = chat.telegram.send_photo(ann, PHOTO, "sepia")
        await at_work(chat)
        (draft,) = await chat.telegram.wait_for(lambda: chat.telegram.drafts(ann))
        assert draft.text == f"Developing…\n{'▱' * 12} about 2 min"
        assert draft.can_stop
        await seconds(10)
        await chat.telegram.wait_for(lambda: len(chat.telegram.calls_of("sendMessageDraft")) > 1)
        (draft,) = chat.telegram.drafts(ann)
        assert draft.text.startswith("Developing…\n▰")
        chat.gateway.release()
        await chat.result(request)
        await chat.settled()
        assert chat.telegram.drafts(ann) == []
        assert chat.telegram.calls_of("sendMessage") == []


async def test_telegrams_own_stop_cancels_and_costs_nothing(tmp_path: Path) -> None:
    async with watched(tmp_path, drafts=True) as (chat, _):
        ann = chat.person()
        request = chat.telegram.send_photo(ann, PHOTO, "sepia")
        await at_work(chat)
        chat.telegram.send_photo(ann, PHOTO, "blue")
        await chat.gateway.until_asked(2)
        await chat.telegram.wait_for(lambda: len(chat.telegram.drafts(ann)) == 2)
        (first, _) = chat.courier.waiting._waits
        chat.telegram.stop_draft(ann, number_of(first))
        told = await chat.telegram.wait_for_answer(request)
        assert told.text == "Cancelled. Nothing was charged."
        assert chat.gateway.closed == 1
        assert [state for *_, state in await chat.edits()] == ["cancelled", "calling"]


@pytest.mark.parametrize("status", [400, 404])
async def test_where_drafts_are_not_known_the_status_message_comes_at_once_and_for_good(
    tmp_path: Path, status: int
) -> None:
    async with watched(tmp_path, drafts=True) as (chat, _):
        chat.telegram.fail_next("sendMessageDraft", status, "Not Found", times=9)
        ann = chat.person()
        for _ in range(2):
            shown = await chat.telegram.wait_for_answer(chat.telegram.send_photo(ann, PHOTO, "sepia"))
            assert [each["text"] for each in shown.buttons] == ["✖ Cancel"]
        assert len(chat.telegram.calls_of("sendMessageDraft")) == 1


async def test_a_draft_that_is_refused_later_gives_way_to_the_status_message(tmp_path: Path) -> None:
    async with watched(tmp_path, drafts=True) as (chat, seconds):
        ann = chat.person()
        request = chat.telegram.send_photo(ann, PHOTO, "sepia")
        await at_work(chat)
        await chat.telegram.wait_for(lambda: chat.telegram.drafts(ann))
        chat.telegram.fail_next("sendMessageDraft", 400, "Bad Request: TEXTDRAFT_PEER_INVALID")
        await seconds(10)
        status = await chat.telegram.wait_for_answer(request)
        chat.gateway.release()
        await gone(chat, status)
