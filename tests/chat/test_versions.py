"""Replies go on from any picture, versions are a tree, and there is a way back and to the original file."""

import shutil

import pytest

from bot.domain.errors import FaultKind, GatewayFault
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import User
from bot.sandbox.telegram.pictures import blank_png
from tests.chat.conftest import PHOTO, RESULT, Chat

FIRST, SECOND = blank_png(60, 40), blank_png(50, 30)
BIG = RESULT + b"\0" * 20_000_001


async def edited(chat: Chat, ann: User, words: str, reply_to: Message | None = None) -> Message:
    """A result that the bot has written down, of a new photo or of what was replied to."""
    if reply_to is None:
        request = chat.telegram.send_photo(ann, PHOTO, words)
    else:
        request = chat.telegram.send_text(ann, words, reply_to=reply_to, chat=reply_to.chat)
    result = await chat.result(request)
    await chat.settled()
    return result


async def parents(chat: Chat) -> list[tuple[object, ...]]:
    rows = await chat.database.read(
        lambda conn: conn.all("SELECT id, parent FROM edits ORDER BY created, id")
    )
    return [tuple(row) for row in rows]


def went_in(chat: Chat) -> tuple[int, int]:
    """Width and height of the picture that the gateway was last asked about."""
    picture = chat.gateway.requests[-1].pictures[0].picture
    return picture.width, picture.height


def told(message: Message) -> list[str]:
    return [each["text"] for each in message.buttons]


async def test_any_result_can_be_gone_on_from_however_old_and_branches_into_a_tree(chat: Chat) -> None:
    ann = chat.person()
    first = await edited(chat, ann, "sepia")
    second = await edited(chat, ann, "brighter", first)
    await edited(chat, ann, "darker", second)
    await edited(chat, ann, "a hat", first)
    assert await parents(chat) == [("e1", None), ("e2", "e1"), ("e3", "e2"), ("e4", "e1")]
    assert len(chat.telegram.calls_of("getFile")) == 1, "the spool had the others"


async def test_what_was_swept_from_the_spool_is_gone_on_from_as_telegram_has_it(chat: Chat) -> None:
    ann = chat.person()
    result = await edited(chat, ann, "sepia")
    shutil.rmtree(chat.folder / "e1")
    await edited(chat, ann, "brighter", result)
    assert went_in(chat) == (64, 48)
    assert len(chat.telegram.calls_of("getFile")) == 2
    assert await parents(chat) == [("e1", None), ("e2", "e1")]


async def test_a_file_too_large_for_bots_is_gone_on_from_while_the_spool_has_it(chat: Chat) -> None:
    ann = chat.person()
    chat.paint(BIG)
    result = await edited(chat, ann, "sepia")
    assert result.content.document
    await edited(chat, ann, "brighter", result)
    assert went_in(chat) == (64, 48)
    shutil.rmtree(chat.folder / "e1")
    sorry = await chat.answer(chat.telegram.send_text(ann, "darker", reply_to=result))
    assert "larger than 20 MB" in sorry.text
    assert len(await parents(chat)) == 2


async def test_of_an_album_the_picture_replied_to_counts_and_below_it_the_request_does(chat: Chat) -> None:
    ann = chat.person()
    chat.paint(FIRST, SECOND)
    await edited(chat, ann, "sepia")
    _, second, buttons = chat.telegram.answers(ann)
    chat.paint(RESULT)
    await edited(chat, ann, "brighter", second)
    assert went_in(chat) == (50, 30)
    await edited(chat, ann, "anime", buttons)
    assert went_in(chat) == (320, 200)
    assert await parents(chat) == [("e1", None), ("e2", "e1"), ("e3", None)]


async def test_in_reply_to_a_reason_the_same_pictures_are_asked_for_in_other_words(chat: Chat) -> None:
    ann, bob = chat.person(), chat.person("Bob")
    group = chat.telegram.add_group("Club", [ann, bob])
    painted = chat.gateway.answer
    chat.gateway.answer = lambda _: GatewayFault(FaultKind.CONTENT_POLICY)
    sorry = await chat.answer(chat.telegram.send_photo(ann, PHOTO, "/edit naughty", chat=group))
    await chat.settled()
    chat.gateway.answer = painted
    chat.telegram.send_text(bob, "what a pity", reply_to=sorry, chat=group)
    await edited(chat, ann, "nice", sorry)
    assert [each.prompt for each in chat.gateway.requests] == ["naughty", "nice"], "Bob only talks"
    assert went_in(chat) == (320, 200)


async def test_undo_goes_back_one_by_one_to_the_original_and_costs_nothing(chat: Chat) -> None:
    ann = chat.person()
    first = await edited(chat, ann, "sepia")
    second = await edited(chat, ann, "brighter", first)
    chat.telegram.press(ann, second, "↩ Undo")
    back = await chat.telegram.wait_for_answer(second, lambda each: each.text.startswith("↩ Back to “sepia”"))
    assert (back.file_id, back.reply_to, back.silent) == (first.file_id, first.reply_to, True)
    assert told(back) == told(first)
    chat.telegram.press(ann, back, "↩ Undo")
    original = await chat.telegram.wait_for_answer(back, lambda each: each.text == "↩ Back to the original")
    assert first.reply_to
    assert original.file_id == first.reply_to.file_id
    assert original.buttons == []
    await edited(chat, ann, "a hat", back)
    await edited(chat, ann, "a tie", original)
    assert await parents(chat) == [("e1", None), ("e2", "e1"), ("e3", "e1"), ("e4", None)]
    assert (await chat.desk.account.statement(ann.id)).left == 6


async def test_undo_of_an_edit_of_somebody_elses_result_shows_it_without_their_buttons(chat: Chat) -> None:
    ann, bob = chat.person(), chat.person("Bob")
    group = chat.telegram.add_group("Club", [ann, bob])
    first = await chat.result(chat.telegram.send_photo(ann, PHOTO, "/edit sepia", chat=group))
    await chat.settled()
    second = await edited(chat, bob, "brighter", first)
    chat.telegram.press(bob, second, "↩ Undo")
    back = await chat.telegram.wait_for_answer(second, lambda each: "sepia" in each.text)
    assert (back.file_id, back.buttons) == (first.file_id, [])


async def test_undo_shows_an_album_of_ones_own_and_files_as_files(chat: Chat) -> None:
    ann = chat.person()
    file = chat.telegram.send_document(ann, ("cat.png", PHOTO, "image/png"), "sepia")
    result = await chat.result(file)
    assert told(result) == ["🔁 Again", "🎛 Other model", "↩ Undo"], "it is the original file"
    chat.telegram.press(ann, result, "↩ Undo")
    back = await chat.telegram.wait_for_answer(result, lambda each: each.text.startswith("↩"))
    assert back.content.document
    assert back.file_id == file.file_id
    sources = (
        """[{"file_id": "%s", "kind": "photo", "size": 1}, {"file_id": "%s", "kind": "photo", "size": 1}]"""
    )
    photos = [chat.telegram.send_photo(ann, blank_png(30 + each, 30)) for each in range(2)]
    await chat.settled()
    value = sources % tuple(each.file_id for each in photos)
    await chat.database.write(lambda conn: conn.run("UPDATE edits SET sources = ? WHERE id = 'e1'", value))
    chat.clock.move(11)  # or it is the same press once more
    await chat.toast(ann, result, "↩ Undo")
    await chat.telegram.wait_for(lambda: chat.telegram.calls_of("sendMediaGroup"))
    assert [each.file_id for each in chat.telegram.answers(ann)[-2:]] == [each.file_id for each in photos]


async def test_a_picture_from_words_alone_has_nothing_to_go_back_to(chat: Chat) -> None:
    ann = chat.person()
    result = await chat.result(chat.telegram.send_text(ann, "a fox"))
    assert told(result) == ["🔁 Again", "🎛 Other model", "📄 Original file"]


async def test_a_version_that_telegram_does_not_give_any_more_is_told_kindly(chat: Chat) -> None:
    ann = chat.person()
    result = await edited(chat, ann, "sepia")
    chat.telegram.fail_next("sendPhoto", 400, "Bad Request: wrong file identifier/HTTP URL specified")
    chat.telegram.press(ann, result, "↩ Undo")
    sorry = await chat.answer(result)
    assert "does not give me the picture" in sorry.text


async def test_again_and_another_model_stay_in_the_tree(chat: Chat) -> None:
    ann = chat.person()
    first = await edited(chat, ann, "sepia")
    second = await edited(chat, ann, "brighter", first)
    await chat.toast(ann, second, "🔁 Again")
    await chat.toast(ann, second, "🎛 Other model")
    await chat.toast(ann, second, "Editor · 4")
    await chat.settled()
    assert [parent for _, parent in await parents(chat)] == [None, "e1", "e1", "e1"]


async def test_the_original_file_has_the_models_bytes_and_can_be_gone_on_from(chat: Chat) -> None:
    ann = chat.person()
    result = await edited(chat, ann, "sepia")
    assert await chat.toast(ann, result, "📄 Original file") == "The file is on its way."
    file = await chat.telegram.wait_for_answer(result, lambda each: bool(each.content.document))
    assert chat.telegram.file_bytes(file.file_id or "") == RESULT
    assert file.reply_to == result.reply_to
    again = await edited(chat, ann, "brighter", file)
    assert again.content.document, "a file is answered with a file"
    assert await parents(chat) == [("e1", None), ("e2", "e1")]


@pytest.mark.parametrize("pictures", [1, 2, 11])
async def test_all_original_files_of_an_album_come_until_they_are_swept(chat: Chat, pictures: int) -> None:
    ann = chat.person()
    made = [blank_png(30 + each, 30) for each in range(pictures)]
    chat.paint(*made)
    await edited(chat, ann, "sepia")
    below = chat.telegram.answers(ann)[-1]
    await chat.toast(ann, below, "📄 Original file")
    await chat.telegram.wait_for(lambda: len(files(chat, ann)) == pictures)
    assert [chat.telegram.file_bytes(each.file_id or "") for each in files(chat, ann)] == made
    await chat.settled()
    shutil.rmtree(chat.folder / "e1")
    chat.clock.move(11)
    assert await chat.toast(ann, below, "📄 Original file") == (
        "I keep the files of the models for 24 hours, and this one is gone by now."
    )


def files(chat: Chat, ann: User) -> list[Message]:
    return [each for each in chat.telegram.answers(ann) if each.content.document]
