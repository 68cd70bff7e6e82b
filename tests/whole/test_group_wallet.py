"""A group that pays for what is edited there."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.telegram import Chat, Message, User
from bot.services.audit import audited
from tests.whole.test_groups import answer_to, pressed, result
from tests.whole.town import PHOTO, Town, a_town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    paying = {"PAYER": "group", "FREE": "8", "MEMBER_CAP": "3"}
    async with a_town(
        tmp_path, **{f"DARKROOM_GROUPS__{name}": said for name, said in paying.items()}
    ) as built:
        yield built


def club(town: Town) -> tuple[Chat, User]:
    """A group with an administrator, Ann, and two members, Ming and Bob."""
    bob = town.telegram.add_user("Bob", id=103, language_code="en")
    people = [town.root, town.ann, town.ming, bob]
    return town.telegram.add_group("Club", people, administrators=[town.ann], kind="group"), bob


async def said(town: Town, user: User, words: str, group: Chat, **where: object) -> str:
    asked = town.telegram.send_text(user, words, chat=group, **where)  # type: ignore[arg-type]
    return (await answer_to(town, asked)).text


async def edited(town: Town, user: User, group: Chat, **where: object) -> Message:
    asked = town.telegram.send_photo(user, PHOTO, "@darkroom_bot sepia", chat=group, **where)  # type: ignore[arg-type]
    return await result(town, asked)


async def test_it_pays_for_all_and_no_member_empties_it(town: Town) -> None:
    group, bob = club(town)
    for _ in range(3):
        await edited(town, town.ming, group)
    refused = town.telegram.send_photo(town.ming, PHOTO, "@darkroom_bot 黑白", chat=group)
    assert (await answer_to(town, refused)).text.startswith("每位成员每天最多可用这个群的 3 点：你还剩 0 点")
    assert await town.left(town.ming) == 10, "the own credits are for private"
    await edited(town, bob, group)
    await edited(town, town.root, group)  # an admin of the bot: free of charge, here too
    await town.idle()
    of_ming = (await said(town, town.ming, "/quota", group)).splitlines()
    assert of_ming[0] == "这个群现在有 4 点可用。"
    assert of_ming[-1] == "你本人：每天最多可用群里的 3 点，今天还剩 0 点。"
    of_bob = await said(town, bob, "/quota@darkroom_bot", group)
    assert "You yourself: 2 of the 3 that one member may spend of it in a day." in of_bob
    assert "小明" not in of_bob, "who spent what is for administrators"
    assert (await said(town, town.ann, "/quota", group)).endswith(
        "Who spent most of it today:\n• 小明: 3\n• Bob: 1"
    )
    books = await audited(town.app.database)
    assert books.differences == []


async def test_who_hides_asks_in_the_groups_name_and_its_administrators_press_the_buttons(town: Town) -> None:
    group, bob = club(town)
    await town.answer(town.telegram.send_text(town.ann, "/quota", chat=group))  # English was spoken last
    picture = await edited(town, town.ann, group, anonymous=True)
    assert "Club’s" in await pressed(town, bob, picture, "🔁")
    assert await pressed(town, town.ann, picture, "🔁") == "On it."
    await town.telegram.wait_for(lambda: len(pictures(town, group)) == 2, timeout=60)
    await edited(town, town.ming, group, as_channel=town.telegram.add_channel("Mine"))
    asked = town.telegram.send_photo(town.ann, PHOTO, "@darkroom_bot", chat=group, anonymous=True)
    menu = await answer_to(town, asked)
    assert "One member may spend 3 credits" in await pressed(town, town.ann, menu, "🎨")
    assert await town.rows("SELECT DISTINCT wallet, person FROM edits") == [(f"g{group.id}", group.id)]
    assert await town.rows("SELECT id FROM wallets WHERE id LIKE 'p%'") == []
    assert "in the group’s name: 3" in await said(town, town.ann, "/quota", group, anonymous=True)
    for words in ("/give 1", "/privacy delete", "/presets"):
        assert "cannot see who you are" in await said(town, town.ann, words, group, anonymous=True)


def pictures(town: Town, group: Chat) -> list[Message]:
    return [each for each in town.telegram.answers(group) if each.file_id]


async def test_members_share_their_balance_and_it_moves_along_into_the_supergroup(town: Town) -> None:
    group, _ = club(town)
    assert "在群里发送 /give" in await town.says(town.ming, "/give 4")
    assert await said(town, town.ming, "/give 4", group) == "只有长期有效的余额可以送人，你的余额是 0 点。"
    await town.says(town.root, f"/grant {town.ming.id} 5")
    assert "/give 20" in await said(town, town.ming, "/give", group)
    assert "-4" in await said(town, town.ming, "/give -4", group)
    assert await said(town, town.ming, "/give 4", group) == "谢谢！你送出了 4 点，这个群现在有 12 点可用。"
    assert await town.left(town.ming) == 11
    moved = town.telegram.migrate(group, by=town.ann)
    assert "This group can spend 12 credits now." in await said(town, town.ann, "/quota", moved)
    await edited(town, town.ann, moved)
    assert await town.rows("SELECT DISTINCT wallet FROM edits") == [(f"g{group.id}",)]
    assert await town.rows("SELECT wallet, paid FROM ledger WHERE kind = 'gift' ORDER BY paid") == [
        (f"p{town.ming.id}", -4),
        (f"g{group.id}", 4),
    ]
    books = await audited(town.app.database)
    assert books.differences == []
