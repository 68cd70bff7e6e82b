"""Versions through the whole bot: in private and in groups, in two languages, after a restart."""

import asyncio
from pathlib import Path

import pytest

from bot.sandbox.telegram import Chat, Message, TelegramServer, User
from tests.whole.town import Town, inhabited, is_final, outside

WORDS = {
    "ann": ("sepia", "brighter", "↩ Undo", "↩ Back to “sepia”", "↩ Back to the original"),
    "ming in a group": ("复古", "亮一点", "↩ 撤销", "↩ 回到“复古”", "↩ 回到原图"),
}


async def result(town: Town, request: Message) -> Message:
    """The picture that answers, once the bot has written down which one it was."""
    found = await town.answer(request, lambda each: bool(each.file_id) and is_final(each))
    await town.idle()
    return found


async def handled(town: Town) -> None:
    """All updates; what a stop interrupts is done once more."""
    async with asyncio.timeout(60):
        while await town.rows("SELECT 1 FROM inbox WHERE state = 'new'"):  # noqa: ASYNC110  rows tell nobody
            await asyncio.sleep(0.01)


def sent(telegram: TelegramServer, message: Message) -> bytes:
    return telegram.file_bytes(message.file_id or "")


def request(telegram: TelegramServer, user: User, photo: bytes, words: str, chat: Chat | None) -> Message:
    if chat:
        return telegram.send_photo(user, photo, f"/edit {words}", chat=chat)
    return telegram.send_photo(user, photo, words)


def reply(telegram: TelegramServer, user: User, words: str, to: Message) -> Message:
    """Without a mention: it is a reply to the bot."""
    return telegram.send_text(user, words, reply_to=to, chat=to.chat)


@pytest.mark.parametrize("who", ["ann", "ming in a group"])
async def test_after_a_restart_results_are_gone_on_from_in_full_and_undone_one_by_one(
    tmp_path: Path, photo: bytes, who: str
) -> None:
    first_words, more, undo, back_to_first, back_to_original = WORDS[who]
    async with outside(tmp_path) as (telegram, gateway):
        async with inhabited(telegram, gateway, tmp_path, {}) as town:
            user, in_group = (town.ming, True) if "group" in who else (town.ann, False)
            group = telegram.add_group("Club", [town.ann, town.ming]) if in_group else None
            first = await result(town, request(telegram, user, photo, first_words, group))
        async with inhabited(telegram, gateway, tmp_path, {}) as town:
            downloads = len(telegram.calls_of("download"))
            second = await result(town, reply(telegram, user, more, first))
            assert gateway.calls[-1].pictures == [sent(telegram, first)], "byte for byte"
            assert len(telegram.calls_of("download")) == downloads, "out of the spool"
            telegram.press(user, second, undo)
            back = await town.answer(second, lambda each: each.text == back_to_first)
            assert back.file_id == first.file_id
            await handled(town)
        async with inhabited(telegram, gateway, tmp_path, {}) as town:
            telegram.press(user, back, undo)
            original = await town.answer(back, lambda each: each.text == back_to_original)
            assert sent(telegram, original) == photo
            await result(town, reply(telegram, user, more, back))
            chain = await town.rows("SELECT id, parent FROM edits ORDER BY created")
            ids = [edit for edit, _ in chain]
            assert [parent for _, parent in chain] == [None, ids[0], ids[0]]
            assert await town.left(user) == 7, "three edits; going back costs nothing"


async def test_a_file_is_gone_on_from_as_a_file_out_of_the_spool_and_its_original_is_the_models(
    town: Town, photo: bytes
) -> None:
    asked = town.telegram.send_document(town.ann, ("cat.jpg", photo, "image/jpeg"), "sepia")
    first = await result(town, asked)
    second = await result(town, reply(town.telegram, town.ann, "brighter", first))
    assert second.content.document
    assert town.gateway.calls[-1].pictures == [sent(town.telegram, first)]
    assert len(town.telegram.calls_of("download")) == 1
    shown = await result(town, town.telegram.send_photo(town.ann, photo, "sepia"))
    town.telegram.press(town.ann, shown, "📄 Original file")
    file = await town.answer(shown, lambda each: bool(each.content.document))
    assert sent(town.telegram, file) == town.gateway.last_results[0]


async def test_words_of_a_model_instead_of_a_picture_are_shown_and_can_be_answered(
    town: Town, photo: bytes
) -> None:
    sorry = await town.answer(town.telegram.send_photo(town.ann, photo, "words only"))
    assert "nothing was charged" in sorry.text
    assert "The model said:\n" in sorry.text
    assert [each["text"] for each in sorry.buttons] == ["🔁 Try again", "🎛 Other model"]
    await town.idle()
    await result(town, reply(town.telegram, town.ann, "sepia", sorry))
    assert len(town.gateway.calls[-1].pictures) == 1
    assert await town.left(town.ann) == 9


async def test_where_an_admin_edits_free_nothing_is_said_of_credits(town: Town, photo: bytes) -> None:
    free = await town.answer(town.telegram.send_photo(town.root, photo, "sepia"))
    assert "credit" not in free.text
    assert free.text.endswith("\nsepia")
