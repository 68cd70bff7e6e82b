"""Receipts of a real life: what was edited, paid and refused, as people and admins read it."""

import io

from PIL import Image

from bot.sandbox.telegram import Message
from tests.whole.town import Town


def size(town: Town, message: Message) -> tuple[int, int]:
    file = town.telegram.world.files.get(message.file_id or "")
    assert file
    return Image.open(io.BytesIO(file.data)).size


async def test_a_day_at_the_bot_as_its_receipts_tell_it(town: Town, photo: bytes) -> None:
    for person, balance, spent, refused, paid in (
        (
            town.ann,
            "You can spend 9 credits now.",
            "Spent in the last 30 days: 1.",
            "nothing charged: content rules\n“make it blue, forbidden”",
            "1 credit\n“make it sepia”",
        ),
        (
            town.ming,
            "你现在有 9 点可用。",
            "最近 30 天用掉：1 点。",
            "没有扣点：内容规则\n“make it blue, forbidden”",
            "1 点\n“make it sepia”",
        ),
    ):
        result = await town.answer(town.telegram.send_photo(person, photo, "make it sepia"))
        await town.answer(town.telegram.send_photo(person, photo, "make it blue, forbidden"))
        await town.idle()
        quota = await town.answer(town.telegram.send_text(person, "/quota"))
        lines = quota.text.splitlines()
        assert (lines[0], lines[-1]) == (balance, spent)
        assert size(town, quota) == (1000, 592)
        history = await town.answer(town.telegram.send_text(person, "/history"))
        assert history.text.index(refused) < history.text.index(paid)
        town.telegram.press(person, history, "2")
        again = await town.answer(history, lambda each: each.file_id is not None)
        assert again.file_id == result.file_id
        assert await town.says(person, "/stats") == await town.says(person, "/frobnicate")

    await town.says(town.root, "/start")
    for language, ends in (
        ("en", "Done 2, failed 2, cancelled 0, in work 0"),
        ("zh-hans", "完成 2，失败 2，取消 0，处理中 0"),
    ):
        await town.app.desk.account.choose_language(town.root.id, language)
        stats = await town.answer(town.telegram.send_text(town.root, "/stats 30"))
        assert stats.text.splitlines()[1] == ends
        assert size(town, stats)[1] > 1000
