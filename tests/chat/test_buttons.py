"""Presses: answered always, done once, and only for whom the button is."""

import asyncio
from dataclasses import replace

from telegram import Update

from bot.chat.buttons import press
from bot.domain.errors import FaultKind, GatewayFault
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import Chat as Group
from bot.sandbox.telegram.people import User
from tests.chat.conftest import ADMIN, PHOTO, Chat

UNDER_A_RESULT = ["🔁 Again", "🎛 Other model", "📄 Original file", "↩ Undo"]


async def result_for(chat: Chat, ann: User) -> Message:
    return await chat.result(chat.telegram.send_photo(ann, PHOTO, "sepia"))


async def test_again_makes_the_same_edit_once_more(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    assert await chat.toast(ann, result, "🔁 Again") == "On it."
    second = await chat.result(result)
    assert second.reply_to == result.reply_to
    assert [each.prompt for each in chat.gateway.requests] == ["sepia", "sepia"]


async def test_pressing_fifty_times_is_pressing_once(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    presses = [chat.telegram.press(ann, result, "🔁 Again") for _ in range(50)]
    await chat.telegram.wait_for(lambda: all(each.answers for each in presses))
    await chat.settled()
    assert len(chat.gateway.requests) == 2
    assert {each.answers[0]["text"] for each in presses} == {"On it.", "Already on it."}


async def test_other_model_offers_the_others_and_goes_back(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    await chat.toast(ann, result, "🎛 Other model")
    assert [each["text"] for each in result.buttons] == ["Editor · 4", "‹ Back"]
    await chat.toast(ann, result, "‹ Back")
    assert [each["text"] for each in result.buttons] == UNDER_A_RESULT
    await chat.toast(ann, result, "🎛 Other model")
    assert await chat.toast(ann, result, "Editor · 4") == "On it."
    await chat.result(result)
    assert chat.gateway.requests[1].model.id == "editor"
    assert [each["text"] for each in result.buttons] == UNDER_A_RESULT


async def test_nobody_elses_press_works(chat: Chat) -> None:
    ann, bob = chat.person(), chat.person("Bob")
    group: Group = chat.telegram.add_group("Club", [ann, bob])
    result = await chat.result(chat.telegram.send_photo(ann, PHOTO, "/edit sepia", chat=group))
    for button in UNDER_A_RESULT:
        assert (await chat.toast(bob, result, button)).startswith("This is Ann’s picture; ")
    await chat.answer(chat.telegram.send_text(ann, "/model@darkroom_bot", chat=group))
    menu = chat.telegram.answers(group)[-1]
    assert "These buttons are Ann’s" in await chat.toast(bob, menu, "Editor · 4")
    assert len(await chat.edits()) == 1


async def test_cancel_ends_the_edit_and_costs_nothing(chat: Chat) -> None:
    ann = chat.person()
    chat.gateway.hold()
    request = chat.telegram.send_photo(ann, PHOTO, "sepia")
    status = await chat.telegram.wait_for_answer(request)
    await chat.gateway.until_asked(1)
    assert await chat.toast(ann, status, "✖ Cancel") == "Cancelled. Nothing was charged."
    await chat.telegram.wait_for(lambda: chat.telegram.answers(ann) == [])
    assert chat.gateway.closed == 1
    assert (await chat.desk.account.statement(ann.id)).left == 10


async def test_cancel_under_a_status_that_a_crash_left_takes_it_away(chat: Chat) -> None:
    ann = chat.person()
    chat.gateway.hold()
    status = await chat.telegram.wait_for_answer(chat.telegram.send_photo(ann, PHOTO, "sepia"))
    await chat.gateway.until_asked(1)
    await chat.database.write(lambda conn: conn.run("UPDATE edits SET state = 'done', ended = 1, told = 1"))
    await chat.toast(ann, status, "✖ Cancel")
    assert status not in chat.telegram.messages(ann)


async def test_a_failure_offers_to_try_again(chat: Chat) -> None:
    ann = chat.person()
    answer = chat.gateway.answer
    chat.gateway.answer = lambda _: GatewayFault(FaultKind.UPSTREAM, status=502)
    sorry = await chat.answer(chat.telegram.send_photo(ann, PHOTO, "sepia"))
    assert "nothing was charged" in sorry.text
    chat.gateway.answer = answer
    await chat.toast(ann, sorry, "🔁 Try again")
    assert (await chat.result(sorry)).reply_to == sorry.reply_to


async def test_old_and_made_up_buttons_get_a_friendly_word(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    assert result.markup
    row = result.markup["inline_keyboard"][0]
    for data, said in (
        ("v0:whatever", "grown old"),
        ("again:r:gone", "already over"),
        ("again", "grown old"),
        ("model:x:y", "grown old"),
        ("lang:1:en", "somebody else’s"),
        (f"lang:{ann.id}:tlh", "grown old"),
        (f"model:{ann.id}:00000000", "not on offer"),
        ("with:z:e1:00000000", "not on offer"),
    ):
        row[0]["callback_data"] = data
        assert said in await chat.toast(ann, result, data), data


async def test_a_press_in_a_chat_where_nobody_asked_for_the_edit_does_nothing(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    group = chat.telegram.add_group("Club", [ann])
    there = await chat.result(chat.telegram.send_photo(ann, PHOTO, "/edit red", chat=group))
    assert there.markup
    assert result.markup
    there.markup["inline_keyboard"][0][0] = result.markup["inline_keyboard"][0][0]
    assert "grown old" in await chat.toast(ann, there, "🔁 Again")
    assert len(await chat.edits()) == 2


async def test_under_a_message_that_is_gone_or_too_old_to_be_read_again_still_works(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    chat.telegram.delete_message(result)
    for button, said in (("🔁 Again", "On it."), ("📄 Original file", "The file is on its way.")):
        late = chat.telegram.press(ann, result, button, late=True)
        await chat.telegram.wait_for(lambda: late.answers)  # noqa: B023  awaited here
        assert late.answers[0].get("text") == said
    await chat.settled()
    again, file = sorted(chat.telegram.answers(ann), key=lambda each: bool(each.content.document))
    assert again.reply_to == result.reply_to
    assert file.reply_to == result.reply_to


async def test_a_press_is_answered_before_what_may_have_to_wait_for_its_turn(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    await chat.toast(ann, result, "📄 Original file")
    await chat.toast(ann, result, "🎛 Other model")
    methods = [each.method for each in chat.telegram.calls]
    answers = [at for at, method in enumerate(methods) if method == "answerCallbackQuery"]
    assert answers[0] < methods.index("sendDocument") < answers[1] < methods.index("editMessageReplyMarkup")


async def test_what_comes_too_late_for_the_button_is_said_in_the_chat(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    await chat.desk.admin.limit(by=ADMIN, person=ann.id, credits=0, once="limit:1")
    query = {
        "id": "late",
        "from": ann.to_json(),
        "message": result.to_json(),
        "chat_instance": "1",
        "data": result.buttons[0]["callback_data"],
    }
    update = Update.de_json({"update_id": 10**6, "callback_query": query}, chat.bot)
    await press(replace(chat.desk, moment=0.0), update)
    assert "0 credits left" in (await chat.answer(result)).text


async def test_a_second_press_that_waited_behind_a_slow_first_one_does_nothing_more(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    await chat.toast(ann, result, "🎛 Other model")
    chat.telegram.fail_next("editMessageReplyMarkup", delay=0.3)
    first, second = (chat.telegram.press(ann, result, "Editor · 4") for _ in range(2))
    await chat.gateway.until_asked(2)
    chat.clock.move(11)
    await chat.telegram.wait_for(lambda: first.answers and second.answers)
    assert [each.answers[0].get("text") for each in (first, second)] == ["On it.", "Already on it."]
    assert len(await chat.edits()) == 2


async def test_what_was_refused_can_be_pressed_again_at_once(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    await chat.desk.admin.limit(by=ADMIN, person=ann.id, credits=0, once="limit:1")
    assert "credits left" in await chat.toast(ann, result, "🔁 Again")
    await chat.desk.admin.limit(by=ADMIN, person=ann.id, credits=10, once="limit:2")
    assert await chat.toast(ann, result, "🔁 Again") == "On it."


async def test_a_press_that_is_too_old_to_be_answered_is_still_done(chat: Chat) -> None:
    ann = chat.person()
    result = await result_for(chat, ann)
    chat.telegram.fail_next(
        "answerCallbackQuery",
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    chat.telegram.press(ann, result, "🔁 Again")
    await chat.result(result)


async def test_choosing_a_model_marks_it_and_is_kept(chat: Chat) -> None:
    ann = chat.person()
    menu = await chat.answer(chat.telegram.send_text(ann, "/model"))
    assert [each["text"] for each in menu.buttons] == ["✓ Banana · 1", "Editor · 4"]
    assert await chat.toast(ann, menu, "Editor · 4") == "Editor it is."
    assert [each["text"] for each in menu.buttons] == ["Banana · 1", "✓ Editor · 4"]
    assert "Now: Editor" in menu.text
    await chat.toast(ann, menu, "✓ Editor · 4")
    result = await result_for(chat, ann)
    assert result.text.splitlines()[0] == "Editor · 6 credits left"


async def test_choosing_a_language_speaks_it_at_once(chat: Chat) -> None:
    ann = chat.person()
    menu = await chat.answer(chat.telegram.send_text(ann, "/language"))
    assert await chat.toast(ann, menu, "简体中文") == "从现在起我说中文。"
    assert menu.text == "想让我说哪种语言？"
    assert (await result_for(chat, ann)).text == "Banana · 还剩 9 点\nsepia"
    await chat.toast(ann, menu, "跟随 Telegram")
    assert menu.text == "Which language shall I speak?"


async def test_a_cancel_does_not_wait_behind_a_slow_chat(chat: Chat) -> None:
    ann = chat.person()
    chat.gateway.hold()
    request = chat.telegram.send_photo(ann, PHOTO, "sepia")
    status = await chat.telegram.wait_for_answer(request)
    chat.telegram.fail_next("sendMessage", delay=90.0)
    chat.telegram.send_text(ann, "/help")
    async with asyncio.timeout(60):
        await chat.toast(ann, status, "✖ Cancel")
