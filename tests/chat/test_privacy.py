"""/privacy tells, and deletes when it is told to, twice by button or once in words."""

from bot.sandbox.telegram.messages import Message
from tests.chat.conftest import PHOTO, Chat


def buttons(message: Message) -> list[str]:
    return [str(button["text"]) for button in message.buttons]


async def an_edit(chat: Chat) -> None:
    request = chat.telegram.send_photo(chat.person(number=101), PHOTO, "CANARY words")
    await chat.result(request)
    await chat.settled()


async def prompts(chat: Chat) -> list[object]:
    return [edit[3] for edit in await chat.edits()]


async def test_privacy_tells_what_is_kept_and_for_how_long(chat: Chat) -> None:
    told = await chat.answer(chat.telegram.send_text(chat.person(), "/privacy"))
    assert told.text
    assert "24 hours" in told.text
    assert "48 hours" in told.text
    assert "/privacy delete" in told.text
    assert buttons(told) == ["🗑 Delete my data"]


async def test_privacy_delete_deletes_at_once(chat: Chat) -> None:
    await an_edit(chat)
    told = await chat.answer(chat.telegram.send_text(chat.person(number=101), "/privacy Delete"))
    assert told.text
    assert told.text.startswith("Your pictures, words and name are deleted. What is left is your number")
    assert await prompts(chat) == [""]
    files = [path for path in chat.folder.rglob("*") if path.is_file()]
    assert [path.name for path in files if b"CANARY" in path.read_bytes()] == []
    assert [path for path in files if path.parent != chat.folder] == []


async def test_what_is_in_work_is_cancelled_in_words(chat: Chat) -> None:
    chat.gateway.hold()
    ann = chat.person()
    chat.telegram.send_photo(ann, PHOTO, "sepia")
    await chat.gateway.until_asked(1)
    told = await chat.answer(chat.telegram.send_text(ann, "/privacy delete"))
    assert "One edit was cancelled, nothing was charged" in (told.text or "")


async def test_the_button_asks_once_more_and_back_leads_back(chat: Chat) -> None:
    await an_edit(chat)
    ann = chat.person(number=101)
    told = await chat.answer(chat.telegram.send_text(ann, "/privacy"))
    assert "cannot be undone" in await chat.toast(ann, told, "🗑 Delete my data")
    assert buttons(told) == ["🗑 Yes, delete everything", "‹ Back"]
    await chat.toast(ann, told, "‹ Back")
    assert buttons(told) == ["🗑 Delete my data"]
    assert await prompts(chat) == ["CANARY words"]
    await chat.toast(ann, told, "🗑 Delete my data")
    await chat.toast(ann, told, "🗑 Yes, delete everything")
    assert (told.text or "").startswith("Your pictures, words and name are deleted.")
    assert buttons(told) == []
    assert await prompts(chat) == [""]


async def test_nobody_deletes_for_somebody_else(chat: Chat) -> None:
    await an_edit(chat)
    told = await chat.answer(chat.telegram.send_text(chat.person(number=101), "/privacy"))
    assert "These buttons are Ann’s" in await chat.toast(
        chat.person("Eve", number=666), told, "🗑 Delete my data"
    )
    assert buttons(told) == ["🗑 Delete my data"]
