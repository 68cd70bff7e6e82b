"""/compare: one picture on several models, priced before, delivered as one album."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.gateway import Reply
from bot.sandbox.telegram import Chat, Message, User
from tests.whole.town import Town, a_town

DECLINED = Reply(400, {"error": {"code": "moderation_blocked", "message": "safety"}})
MODELS = "nano-banana,nano-banana-hd,gpt-image-1,flux-kontext-pro,qwen-image-edit"


def texts(message: Message) -> list[str]:
    return [button["text"] for button in message.buttons]


def pictures(town: Town, chat: Chat | User) -> list[Message]:
    return [message for message in town.telegram.answers(chat) if message.file_id]


async def press(town: Town, user: User, message: Message, label: str) -> str:
    """What flashes up when somebody presses the button that begins so."""
    pressed = town.telegram.press(
        user, message, next(text for text in texts(message) if text.startswith(label))
    )
    await town.telegram.wait_for(lambda: pressed.answers, timeout=60)
    return str(pressed.answers[0].get("text", ""))


async def verdict(town: Town, request: Message) -> Message:
    """The words below the album."""
    return await town.answer(
        request, lambda each: each.reply_to is request and not each.file_id and "• " in each.text
    )


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with a_town(tmp_path, DARKROOM_MODELS=MODELS, DARKROOM_QUOTA__FREE="12") as built:
        yield built


async def test_a_photo_is_edited_on_the_chosen_models_and_comes_as_one_album(
    town: Town, photo: bytes
) -> None:
    telegram, ann = town.telegram, town.ann
    first = telegram.send_photo(ann, photo)
    request = telegram.send_text(ann, "/compare make it a watercolour", reply_to=first)
    asked = await town.answer(request, lambda each: "Compare · 6 credits" in texts(each))
    assert [text for text in texts(asked) if text.startswith("✓")] == [
        "✓ Nano Banana · 1",
        "✓ Nano Banana HD · 2",
        "✓ GPT Image 1 · 3",
    ]
    await press(town, ann, asked, "✓ Nano Banana HD")
    await telegram.wait_for(lambda: "Compare · 4 credits" in texts(asked), timeout=60)
    assert town.gateway.calls == []
    assert await town.left(ann) == 12
    town.gateway.hold()
    assert await press(town, ann, asked, "Compare") == "On it."
    status = await town.answer(request, lambda each: each.silent and "✖" in "".join(texts(each)))
    await town.gateway.until(lambda: town.gateway.held == 2)
    assert await town.left(ann) == 8
    town.gateway.release(1)
    await telegram.wait_for(lambda: status.text == "Comparing… 1 of 2 done", timeout=60)
    assert pictures(town, ann) == []
    town.gateway.release()
    words = await verdict(town, request)
    await town.idle()
    album = pictures(town, ann)
    assert [each.text for each in album] == ["Nano Banana", "GPT Image 1"]
    assert len({each.media_group_id for each in album}) == 1
    assert {telegram.file_bytes(each.file_id or "") for each in album} == set(town.gateway.last_results)
    lines = (words.text or "").splitlines()
    assert [line.split(" · ")[0] for line in lines[1:]] == ["• Nano Banana", "• GPT Image 1"]
    assert "3 credits" in lines[2]
    assert texts(words) == ["✓ keep Nano Banana", "✓ keep GPT Image 1"]
    await telegram.wait_for(lambda: status not in telegram.messages(ann), timeout=60)
    assert asked not in telegram.messages(ann)
    assert await town.left(ann) == 8
    assert await press(town, ann, words, "✓ keep GPT") == "GPT Image 1 it is."


async def test_in_a_group_a_caption_asks_and_what_was_declined_is_named_and_free(
    town: Town, photo: bytes
) -> None:
    telegram, ming = town.telegram, town.ming
    group = telegram.add_group("Club", [town.ann, ming])

    town.gateway.script(DECLINED, times=0, model="nano-banana-hd")
    request = telegram.send_photo(ming, photo, "@darkroom_bot /compare 红色背景", chat=group)
    asked = await town.answer(request, lambda each: "开始对比 · 6 点" in texts(each))
    assert "小明" in await press(town, town.ann, asked, "开始对比")
    assert town.gateway.calls == []
    await press(town, ming, asked, "开始对比")
    words = await verdict(town, request)
    await town.idle()
    assert [each.text for each in pictures(town, group)] == ["Nano Banana", "GPT Image 1"]
    assert "• Nano Banana HD：因内容规则拒绝，没有扣点" in (words.text or "")
    assert texts(words) == ["✓ 选用 Nano Banana", "✓ 选用 GPT Image 1"]
    assert await town.left(ming) == 8
    assert {call.body["messages"][0]["content"][0]["text"] for call in town.gateway.calls} == {"红色背景"}
