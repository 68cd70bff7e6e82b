"""What the worker says, and how it reaches people whatever Telegram answers."""

import asyncio
from pathlib import Path

import pytest

from bot.domain.ports import Progress
from bot.sandbox.telegram.limits import FloodLimits
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.pictures import blank_png
from tests.chat.conftest import PHOTO, TOKEN, Chat, a_chat


async def ask(chat: Chat) -> Message:
    return chat.telegram.send_photo(chat.person(), PHOTO, "sepia")


def answered(chat: Chat, request: Message) -> bool:
    return any(each.file_id and each.reply_to == request for each in chat.telegram.answers(request.chat))


async def test_while_it_works_a_silent_message_shows_how_far_it_is(chat: Chat) -> None:
    chat.gateway.hold()
    chat.gateway.progress = (Progress(percent=50),)
    request = await ask(chat)
    status = await chat.telegram.wait_for_answer(request)
    assert status.silent
    assert [each["text"] for each in status.buttons] == ["✖ Cancel"]
    await chat.telegram.wait_for(lambda: status.text.endswith("▰▰▰▰▰▰▱▱▱▱▱▱ 50 %"))
    assert chat.telegram.calls_of("sendChatAction")[0].params["action"] == "upload_photo"
    chat.gateway.release()
    await chat.result(request)
    await chat.settled()
    assert status not in chat.telegram.messages(request.chat)


async def test_the_place_in_line_is_told(chat: Chat) -> None:
    chat.gateway.hold()
    ann = chat.person()
    requests = [chat.telegram.send_photo(ann, PHOTO, "sepia") for _ in range(5)]
    last = await chat.telegram.wait_for_answer(requests[-1], lambda each: each.reply_to == requests[-1])
    assert last.text == "Waiting, 1 before you…"


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_a_hiccup_of_telegram_is_tried_again(chat: Chat, status: int) -> None:
    chat.telegram.fail_next("sendPhoto", status, "Internal Server Error", times=2)
    await chat.result(await ask(chat))
    assert len(chat.telegram.calls_of("sendPhoto")) == 3


async def test_an_answer_in_html_is_a_hiccup_too(chat: Chat) -> None:
    chat.telegram.fail_next("sendPhoto", 502, body="<html>Bad Gateway</html>")
    await chat.result(await ask(chat))


async def test_a_result_whose_arrival_telegram_never_told_is_sent_once_more(chat: Chat) -> None:
    chat.telegram.fail_next("sendPhoto", drop="after")
    request = await ask(chat)
    await chat.telegram.wait_for(lambda: len(chat.telegram.calls_of("sendPhoto")) == 2)
    await chat.result(request)


async def test_a_result_that_never_surely_arrives_is_given_up_after_two(chat: Chat) -> None:
    chat.telegram.fail_next("sendPhoto", drop="after", times=10)
    request = await ask(chat)
    sorry = await chat.answer(request, lambda each: not each.file_id)
    assert "nothing was charged" in sorry.text
    assert len(chat.telegram.calls_of("sendPhoto")) == 2


async def test_a_flood_wait_of_one_chat_is_not_anothers(chat: Chat) -> None:
    chat.telegram.fail_next("sendPhoto", 429, retry_after=90)
    ann, bob = chat.person(), chat.person("Bob")
    chat.telegram.send_photo(ann, PHOTO, "sepia")
    await chat.telegram.wait_for(lambda: chat.telegram.calls_of("sendPhoto"))
    async with asyncio.timeout(60):
        await chat.result(chat.telegram.send_photo(bob, PHOTO, "sepia"))


async def test_limits_are_kept_so_that_telegram_never_says_429(tmp_path: Path) -> None:
    async with a_chat(tmp_path, limits=FloodLimits()) as chat:
        chat.gateway.progress = tuple(Progress(percent=percent) for percent in range(0, 100, 20))
        requests = [await ask(chat) for _ in range(10)]
        ann = chat.person("Anna")
        requests += [chat.telegram.send_photo(ann, PHOTO, "sepia") for _ in range(3)]
        for request in requests:
            await chat.telegram.wait_for(lambda: answered(chat, request), timeout=60)  # noqa: B023  awaited here
        assert [each for each in chat.telegram.calls if each.status == 429] == []


async def test_a_reply_to_a_deleted_message_still_arrives(chat: Chat) -> None:
    chat.gateway.hold()
    request = await ask(chat)
    await chat.gateway.until_asked(1)
    chat.telegram.delete_message(request)
    chat.gateway.release()
    result = await chat.result(request)
    assert result.reply_to is None


async def test_a_reply_that_telegram_refuses_is_sent_without_it(chat: Chat) -> None:
    chat.telegram.fail_next("sendPhoto", 400, "Bad Request: message to be replied not found")
    await chat.result(await ask(chat))


async def test_a_deleted_topic_does_not_lose_the_result(chat: Chat) -> None:
    ann = chat.person()
    forum = chat.telegram.add_group("Forum", [ann], is_forum=True)
    topic = chat.telegram.add_topic(forum, "Art", by=ann)
    chat.gateway.hold()
    request = chat.telegram.send_photo(ann, PHOTO, "@darkroom_bot sepia", chat=forum, topic=topic)
    await chat.gateway.until_asked(1)
    chat.telegram.fail_next("sendPhoto", 400, "Bad Request: message thread not found")
    chat.gateway.release()
    result = await chat.result(request)
    assert "message_thread_id" not in chat.telegram.calls_of("sendPhoto")[-1].params
    assert result.file_id


async def test_a_group_that_became_a_supergroup_gets_its_result_there(chat: Chat) -> None:
    ann = chat.person()
    old = chat.telegram.add_group("Club", [ann], kind="group")
    new = chat.telegram.add_group("Club", [ann])
    chat.telegram.fail_next(
        "sendPhoto", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=new.id
    )
    chat.telegram.send_photo(ann, PHOTO, "@darkroom_bot sepia", chat=old)
    await chat.telegram.wait_for(lambda: [each for each in chat.telegram.answers(new) if each.file_id])


async def test_somebody_who_blocked_the_bot_is_noted_and_written_to_no_more(chat: Chat) -> None:
    chat.gateway.hold()
    ann = chat.person()
    chat.telegram.send_photo(ann, PHOTO, "sepia")
    await chat.telegram.wait_for(lambda: chat.telegram.calls_of("sendChatAction"))
    chat.telegram.block(ann)
    chat.gateway.release()
    await chat.settled()
    known = await chat.desk.account.get(ann.id)
    assert known
    assert not known.reachable
    refused = [each.method for each in chat.telegram.calls if each.status == 403]
    assert refused == ["sendPhoto"]
    chat.telegram.unblock(ann)
    await chat.answer(chat.telegram.send_text(ann, "/start"))
    known = await chat.desk.account.get(ann.id)
    assert known
    assert known.reachable


async def test_a_photo_that_hides_for_a_moment_is_fetched(chat: Chat) -> None:
    chat.telegram.fail_next(
        "getFile", 400, "Bad Request: wrong file_id or the file is temporarily unavailable"
    )
    await chat.result(await ask(chat))


async def test_a_photo_too_large_to_fetch_costs_nothing(chat: Chat) -> None:
    chat.telegram.fail_next("getFile", 400, "Bad Request: file is too big")
    sorry = await chat.answer(await ask(chat))
    assert "too large for me to fetch; nothing was charged" in sorry.text


async def test_a_status_that_cannot_be_changed_any_more_harms_nothing(chat: Chat) -> None:
    chat.gateway.hold()
    chat.gateway.progress = (Progress(percent=10),)
    request = await ask(chat)
    status = await chat.telegram.wait_for_answer(request)
    chat.telegram.delete_message(status)
    chat.gateway.release()
    await chat.result(request)
    await chat.settled()


async def test_the_token_is_in_nothing_that_is_printed(
    chat: Chat, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    secret = TOKEN.partition(":")[2]
    chat.telegram.fail_next("download", 404, times=1)
    chat.telegram.fail_next("sendPhoto", 500, "Internal Server Error")
    await chat.answer(await ask(chat))
    printed = capsys.readouterr()
    said = [each.text for each in chat.telegram.answers(chat.telegram.world.users[5_000_001])]
    everything = (printed.out, printed.err, repr(chat), str(chat.bot), caplog.text, *said)
    assert all(secret not in each for each in everything)


@pytest.mark.parametrize("status", [400, 404])
async def test_a_server_that_makes_no_photo_of_a_text_is_asked_once(chat: Chat, status: int) -> None:
    chat.telegram.fail_next("editMessageMedia", status, "Not Found", times=9)
    chat.gateway.progress = (Progress(percent=20, preview=blank_png(400, 300)),)
    for _ in range(2):
        chat.gateway.hold()
        request = await ask(chat)
        message = await chat.telegram.wait_for_answer(request)
        await chat.telegram.wait_for(lambda: message.text.endswith("20 %"))  # noqa: B023  awaited here
        chat.gateway.release()
        await chat.result(request)
    assert len(chat.telegram.calls_of("editMessageMedia")) == 1
