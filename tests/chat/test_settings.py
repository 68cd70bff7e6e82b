"""/settings: what a person or a group wishes of all results; and the photo's own shape."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.edit import Wishes
from bot.domain.model import Catalogue, Model
from bot.domain.people import Preferences
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import Chat as Group
from bot.sandbox.telegram.people import User
from tests.chat.conftest import CATALOGUE, PHOTO, Chat, a_chat


@dataclass
class Board:
    """/settings, as its owner sees it."""

    chat: Chat
    user: User
    message: Message

    async def press(self, button: str) -> str:
        label = next(text for text in labels(self.message) if text.startswith(button))
        return await self.chat.toast(self.user, self.message, label)

    async def until(self, *wanted: str) -> None:
        await self.chat.telegram.wait_for(lambda: set(wanted) <= set(labels(self.message)))


def labels(message: Message) -> list[str]:
    return [button["text"] for button in message.buttons]


async def settings(chat: Chat, user: User, where: Group | None = None) -> Board:
    return Board(
        chat, user, await chat.answer(chat.telegram.send_text(user, "/settings", chat=where or user.id))
    )


PAINTER = Model(
    "painter",
    "Painter",
    2,
    "chat",
    max_count=3,
    sizes=("1K", "2K"),
    qualities=("standard", "hd"),
    styles=("vivid",),
    ratios=("1:1", "3:2", "16:9"),
)


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with a_chat(tmp_path, catalogue=Catalogue((PAINTER, *CATALOGUE.models), "painter")) as playing:
        yield playing


@pytest.fixture
async def ann(chat: Chat) -> User:
    user = chat.person(number=101)
    await chat.answer(chat.telegram.send_text(user, "/start"))
    return user


async def test_only_what_the_model_knows_is_offered(chat: Chat, ann: User) -> None:
    board = await settings(chat, ann)
    assert labels(board.message) == [
        "Ratio: as the photo",
        "Size: the model’s choice",
        "Quality: the model’s choice",
        "Style: the model’s choice",
        "Pictures: 1",
        "Sent as: it came",
        "Caption: on",
        "Prompt in the caption: on",
    ]
    await chat.desk.account.choose_model(ann.id, "editor")
    board = await settings(chat, ann)
    assert "Editor" in (board.message.text or "")
    assert labels(board.message) == ["Sent as: it came", "Caption: on", "Prompt in the caption: on"]


async def test_what_is_chosen_counts_for_the_edits_to_come_until_the_words_say_otherwise(
    chat: Chat, ann: User
) -> None:
    board = await settings(chat, ann)
    for setting, value, said in (
        ("Ratio", "16:9", "16:9"),
        ("Pictures", "2", "2"),
        ("Sent as", "file", "file"),
    ):
        await board.press(setting)
        await board.until(value)
        assert await board.press(value) == "Noted."
        await board.until(f"{setting}: {said}")
    result = await chat.result(chat.telegram.send_photo(ann, PHOTO, "sepia"))
    assert result.content.document
    asked = chat.gateway.requests[-1].options
    assert (asked.ratio, asked.count, asked.as_file) == ("16:9", 2, True)
    await chat.result(chat.telegram.send_photo(ann, PHOTO, "sepia, 1:1 --n 3 --photo"))
    request = chat.gateway.requests[-1]
    assert (request.options.ratio, request.options.count, request.options.as_file) == ("1:1", 3, False)
    assert request.prompt == "sepia"
    await board.press("↺ Back to defaults")
    await board.until("Ratio: as the photo")


async def test_without_a_wish_the_photos_own_ratio_is_asked_for_and_none_of_words_alone(
    chat: Chat, ann: User
) -> None:
    await chat.result(chat.telegram.send_photo(ann, PHOTO, "sepia"))
    assert chat.gateway.requests[-1].options.ratio == "3:2", "of 320 x 200"
    await chat.result(chat.telegram.send_text(ann, "a fox"))
    assert chat.gateway.requests[-1].options.ratio is None


async def test_a_wish_that_another_model_knows_is_kept_for_it(chat: Chat, ann: User) -> None:
    board = await settings(chat, ann)
    await board.press("Style")
    await board.until("vivid")
    await board.press("vivid")
    await board.until("Style: vivid")
    await chat.desk.account.choose_model(ann.id, "banana")
    board = await settings(chat, ann)
    assert "Kept for models that know it: Style: vivid" in (board.message.text or "")
    assert not [label for label in labels(board.message) if label.startswith("Style")]


async def test_a_number_that_another_model_does_not_reach_is_cut_to_what_it_does(
    chat: Chat, ann: User
) -> None:
    await chat.desk.account.prefer(ann.id, Preferences(Wishes(count=4, ratio="1:1")))
    board = await settings(chat, ann)
    assert "Pictures: 3" in labels(board.message)
    await chat.desk.account.choose_model(ann.id, "banana")
    board = await settings(chat, ann)
    assert "Pictures: 4" in labels(board.message)
    assert "Kept for models that know it: Ratio: 1:1" in (board.message.text or "")


async def test_a_chinese_person_reads_chinese(chat: Chat) -> None:
    ming = chat.person("Ming", "zh-hans", 103)
    await chat.answer(chat.telegram.send_text(ming, "/start"))
    board = await settings(chat, ming)
    assert labels(board.message)[:2] == ["比例：与照片一致", "尺寸：由模型决定"]
    await board.press("比例")
    await board.until("✓ 与照片一致", "16:9")
    assert await board.press("16:9") == "已记下。"
    await board.until("比例：16:9", "↺ 恢复默认")


async def test_buttons_of_others_and_of_other_versions_do_nothing(chat: Chat, ann: User) -> None:
    bob = chat.person("Bob", number=102)
    group = chat.telegram.add_group("Friends", [ann, bob], administrators=[ann])
    board = await settings(chat, ann, group)
    assert "everybody" in (board.message.text or "")
    assert "administrator" in await Board(chat, bob, board.message).press("Caption")
    assert board.message.markup
    row = board.message.markup["inline_keyboard"][0]
    for data in ("set:101:nonsense", "set:g:count:nonsense", "set:x", "set", "set:101:count:2:3"):
        row[0]["callback_data"] = data
        assert "old" in await chat.toast(ann, board.message, data)
    row[0]["callback_data"] = "set:101:caption:-"
    assert "Ann" in await chat.toast(bob, board.message, "set:101:caption:-")


async def test_a_group_chooses_for_all_and_members_read_what_counts(chat: Chat, ann: User) -> None:
    bob = chat.person("Bob", number=102)
    group = chat.telegram.add_group("Friends", [ann, bob], administrators=[ann])
    told = await settings(chat, bob, group)
    assert told.message.buttons == []
    assert "go to Painter, with nothing else set" in (told.message.text or "")
    board = await settings(chat, ann, group)
    assert "Ratio: each member’s own" in labels(board.message)
    await board.press("Ratio")
    await board.until("16:9")
    await board.press("16:9")
    await board.until("Ratio: 16:9")
    told = await settings(chat, bob, group)
    assert "with Ratio: 16:9" in (told.message.text or "")
    await chat.result(chat.telegram.send_photo(bob, PHOTO, "/edit sepia", chat=group))
    assert chat.gateway.requests[-1].options.ratio == "16:9"
    await chat.result(chat.telegram.send_photo(bob, PHOTO, "sepia"))
    assert chat.gateway.requests[-1].options.ratio == "3:2", "in private it is his own"
