"""What admins do from the chat: the panel, people, bans, switches; in their language, and nobody else's."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.sandbox.telegram import Message, User
from bot.sandbox.telegram.pictures import blank_png
from tests.whole.town import ADMIN, Town, a_town

pytestmark = pytest.mark.asyncio(loop_scope="module")

PHOTO = blank_png(64, 48)
LING = 901
OLD = "This button has grown old. Please send the picture again."


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    folder: Path = tmp_path_factory.mktemp("admin")
    models = '["nano-banana", "gpt-image-1", "dall-e-3"]'
    async with a_town(folder, DARKROOM_ADMINS=f"{ADMIN},{LING}", DARKROOM_MODELS=models) as built:
        built.telegram.add_user("Ling", id=LING, username="ling", language_code="zh-hans")
        yield built


def ling(town: Town) -> User:
    return town.telegram.world.users[LING]


async def flash(town: Town, user: User, message: Message, label: str) -> str:
    """Press the button with this in its text; what flashes up."""
    data = next(each["callback_data"] for each in message.buttons if label in each["text"])
    press = town.telegram.press(user, message, data)
    await town.telegram.wait_for(lambda: press.answers, timeout=60)
    return str(press.answers[0].get("text", ""))


async def turn(town: Town, user: User, message: Message, label: str) -> str:
    """Press a button that changes the message; its text then."""
    before = (message.text, message.markup)
    await flash(town, user, message, label)
    await town.telegram.wait_for(lambda: (message.text, message.markup) != before, timeout=60)
    return message.text


async def asks(town: Town, user: User, message: Message, label: str) -> Message:
    """Press a button that asks something; the question."""
    count = len(town.telegram.answers(user))
    await flash(town, user, message, label)
    await town.telegram.wait_for(lambda: len(town.telegram.answers(user)) > count, timeout=60)
    return town.telegram.answers(user)[-1]


def labels(message: Message) -> list[str]:
    return [each["text"] for each in message.buttons]


async def test_the_panel_tells_how_the_bot_is_and_reaches_every_command_of_admins(town: Town) -> None:
    await town.says(town.ann, "/start")
    panel = await town.answer(town.telegram.send_text(town.root, "/admin"))
    assert panel.text.startswith("Today: ")
    assert "The gateways are well." in panel.text
    question = await asks(town, town.root, panel, "Grant")
    assert question.text.startswith("Who gets how many credits")
    assert f"({town.ann.id}) has 17 credits" in await town.says(town.root, f"{town.ann.id} 7 for the cat")
    await asks(town, town.root, panel, "Limit")
    assert "now has 3 free credits" in await town.says(town.root, "@ann 3")
    await asks(town, town.root, panel, "People")
    assert "not met @nobody" in await town.says(town.root, "@nobody")
    assert "Ann · @ann · 101" in await town.says(town.root, "@ann")  # the question still waits
    figures = await asks(town, town.root, panel, "Figures")
    assert "The last 7 days" in figures.text
    assert (await turn(town, town.root, panel, "Gateways")).startswith("gateway: ")
    assert "Today" in await turn(town, town.root, panel, "Back")
    assert "nano-banana" in await turn(town, town.root, panel, "Models")
    assert "Today" in await turn(town, town.root, panel, "Back")
    chinese = await town.answer(town.telegram.send_text(ling(town), "/admin"))
    assert "网关正常" in chinese.text
    assert "🚫 禁用" in labels(chinese)
    assert "这个按钮" not in await flash(town, ling(town), chinese, "刷新")


async def test_buttons_of_admins_do_nothing_for_others(town: Town) -> None:
    panel = await town.answer(town.telegram.send_text(town.root, "/admin"))
    card = await town.answer(town.telegram.send_text(town.root, "/user @ann"))
    models = await town.answer(town.telegram.send_text(town.root, "/models"))
    before = await town.rows("SELECT * FROM admin_acts")
    menu = await town.answer(town.telegram.send_text(town.ann, "/model"))
    for message in (panel, card, models):
        forged = [each["callback_data"].replace(f":{ADMIN}:", f":{town.ann.id}:") for each in message.buttons]
        menu.markup = {"inline_keyboard": [[{"text": data, "callback_data": data}] for data in forged]}
        assert {await flash(town, town.ann, menu, data) for data in forged} == {OLD}
    assert await town.rows("SELECT * FROM admin_acts") == before


async def test_a_person_is_shown_whole_and_steered_from_there(town: Town) -> None:
    ming = town.ming
    await town.answer(town.telegram.send_photo(ming, PHOTO, "sepia"), lambda each: bool(each.file_id))
    await town.idle()
    card = await town.answer(town.telegram.send_text(town.root, "/user @xiaoming"))
    lines = card.text.splitlines()
    assert lines[:2] == ["小明 · @xiaoming · 102", "Language: zh-hans · Model: none chosen"]
    assert "Credits: 9 of 10 free ones left, 0 not expiring, 0 set aside" in lines
    assert "Last edits:" in lines
    assert sum("spent" in line or "set aside −1" in line for line in lines) == 2
    assert "50 not expiring" in await turn(town, town.root, card, "+50")
    assert "granted +50" in card.text
    question = await asks(town, town.root, card, "Limit")
    assert "“default”" in question.text
    assert "now has 2 free credits" in await town.says(town.root, "2")
    await turn(town, town.root, card, "Ban")
    assert labels(card) == ["1 day", "1 week", "For good", "‹ Back"]
    assert "🚫 Shut out until" in await turn(town, town.root, card, "1 day")
    assert "之前你不能使用我" in await town.says(ming, "/quota")
    assert "Shut out" not in await turn(town, town.root, card, "Unban")
    assert "点" in await town.says(ming, "/quota")
    chinese = await town.answer(town.telegram.send_text(ling(town), "/user 102"))
    assert "单独限额：每期免费 2 点" in chinese.text
    acts = await town.rows("SELECT admin, what, details FROM admin_acts WHERE whom = 102 ORDER BY at, key")
    assert [what for _, what, _ in acts] == ["grant", "limit", "ban", "unban"]
    never = await town.answer(town.telegram.send_text(town.root, "/user 5555"))
    assert "never written" in never.text


async def test_a_model_that_an_admin_switches_off_is_on_no_menu_until_it_is_on_again(town: Town) -> None:
    shown = await town.answer(town.telegram.send_text(town.root, "/models"))
    title = next(each.title for each in town.app.desk.account.whole.models if each.id == "nano-banana")
    assert f"● {title}" in labels(shown)
    assert "○ off" in await turn(town, town.root, shown, f"● {title}")
    menu = await town.answer(town.telegram.send_text(town.ming, "/model"))
    assert not any(title in label for label in labels(menu))
    assert title not in await town.says(town.ann, "/help")
    chinese = await town.answer(town.telegram.send_text(ling(town), "/models"))
    assert "○ 已关闭" in chinese.text
    assert await flash(town, ling(town), chinese, "● GPT Image") == "GPT Image 1 已关闭。"
    assert "请先开启另一个" in await flash(town, ling(town), chinese, "● dall-e-3")
    assert await flash(town, town.root, shown, "● GPT Image") == "GPT Image 1 is off."  # as it was
    gateways = await town.answer(town.telegram.send_text(town.root, "/gateways"))
    assert "nothing left to choose" in await flash(town, town.root, gateways, "● gateway")
    again = await town.answer(town.telegram.send_text(town.root, "/models"))
    await turn(town, town.root, again, f"○ {title}")
    await turn(town, town.root, again, "○ GPT Image")
    menu = await town.answer(town.telegram.send_text(town.ming, "/model"))
    assert any(title in label for label in labels(menu))
