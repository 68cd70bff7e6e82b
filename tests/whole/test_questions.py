"""A picture without a word: the bot asks; a press, words or a preset complete it, also after a restart."""

import io
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image

from bot.chat.keyboards.questions import READY
from bot.sandbox.telegram import Message, User
from bot.sandbox.telegram.pictures import blank_png
from bot.storage import questions
from tests.fakes.clock import FakeClock
from tests.whole.town import Town, inhabited, outside

pytestmark = pytest.mark.asyncio(loop_scope="module")

PHOTO, OTHER = blank_png(64, 48), blank_png(80, 60)
_numbers = count(8_000)


class Square:
    """A town whose clock stands still until a test moves it."""

    def __init__(self, town: Town, clock: FakeClock) -> None:
        self.town, self.clock, self.telegram = town, clock, town.telegram

    def newcomer(self, language: str = "en") -> User:
        number = next(_numbers)
        return self.telegram.add_user(f"P{number}", id=number, language_code=language)

    async def photo(self, person: User, data: bytes = PHOTO) -> tuple[Message, Message]:
        """A picture without a word, and the question about it."""
        sent = self.telegram.send_photo(person, data)
        question = await self.town.answer(sent)
        return sent, question

    async def result(self, request: Message) -> Message:
        found = await self.town.answer(request, lambda message: message.file_id is not None)
        await self.town.idle()
        return found

    async def asked(self, person: User) -> list[tuple[object, int]]:
        return await self.town.asked(person)

    async def presses(self, user: User, message: Message, button: str) -> str:
        """Press the first button with this in its text or data; what flashes up."""
        fitting = [
            each for each in message.buttons if button in each["text"] or button in each["callback_data"]
        ]
        press = self.telegram.press(user, message, fitting[0]["callback_data"])
        await self.telegram.wait_for(lambda: press.answers, timeout=60)
        return str(press.answers[0].get("text", ""))

    async def turns(self, user: User, message: Message, button: str) -> None:
        """Press a button that changes the message itself."""
        before = (message.text, message.markup)
        await self.presses(user, message, button)
        await self.telegram.wait_for(lambda: (message.text, message.markup) != before, timeout=60)

    def sent_on(self) -> list[int]:
        """Which pictures the gateway got, by their widths."""
        return [Image.open(io.BytesIO(data)).width for data in self.town.gateway.calls[-1].pictures]

    def ready(self, person: User, name: str) -> str:
        texts = self.town.app.desk.texts
        return texts.say(texts.choose(person.language_code), f"ready-{name}-prompt")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def square(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Square]:
    folder, clock = tmp_path_factory.mktemp("questions"), FakeClock()
    async with outside(folder) as (telegram, gateway):
        telegram.world.privacy_mode = False
        async with inhabited(telegram, gateway, folder, {}, clock) as town:
            yield Square(town, clock)


async def test_there_are_at_least_twelve_ready_made_edits() -> None:
    assert len(READY) == len(set(READY)) >= 12


@pytest.mark.parametrize(
    ("language", "asks"), [("en", "What shall I do with this picture?"), ("zh-hans", "想怎么改这张图片")]
)
async def test_a_press_on_a_ready_made_edit_completes_the_question(
    square: Square, language: str, asks: str
) -> None:
    person, stranger = square.newcomer(language), square.newcomer()
    photo, question = await square.photo(person)
    assert question.text.startswith(asks)
    assert question.reply_to is photo
    await square.turns(person, question, "more:")
    await square.presses(stranger, question, "ready:")
    await square.presses(person, question, ":sunset")
    result = await square.result(photo)
    assert result.reply_to is photo
    assert await square.asked(person) == [(square.ready(person, "sunset"), 1)]
    assert await square.asked(stranger) == []
    again = square.telegram.send_text(person, "a fox")
    await square.result(again)
    assert (await square.asked(person))[-1] == ("a fox", 0), "the question was answered"


async def test_the_last_picture_is_meant_and_the_buttons_of_the_one_before_still_work(square: Square) -> None:
    person = square.newcomer()
    first, old = await square.photo(person)
    await square.photo(person, OTHER)
    words = square.telegram.send_text(person, "sepia")
    await square.result(words)
    assert await square.asked(person) == [("sepia", 1)]
    assert square.sent_on() == [80]
    square.clock.move(61 * 60)
    await square.town.app.database.write(questions.sweep, square.clock.now())
    await square.presses(person, old, ":anime")
    await square.town.answer(first, lambda message: message.reply_to is first and bool(message.file_id))
    words = square.telegram.send_text(person, "a fox")
    await square.result(words)
    assert [row[1] for row in await square.asked(person)] == [1, 1, 0], "forgotten after an hour"


async def test_a_press_whose_picture_nobody_knows_any_more_gets_a_friendly_word(square: Square) -> None:
    person = square.newcomer()
    photo, question = await square.photo(person)
    square.clock.move(61 * 60)
    square.telegram.delete_message(photo)
    assert "grown old" in await square.presses(person, question, "ready:")
    assert await square.asked(person) == []


async def test_in_a_group_the_bot_asks_whom_it_was_called_by_and_a_reply_completes_it(square: Square) -> None:
    li, bob = square.newcomer("zh-hans"), square.newcomer()
    group = square.telegram.add_group("Club", [li, bob])
    photo = square.telegram.send_photo(bob, PHOTO, "look", chat=group)
    called = square.telegram.send_text(li, "@darkroom_bot", chat=group, reply_to=photo)
    question = await square.town.answer(called)
    assert "请回复这条消息" in question.text
    square.telegram.send_text(bob, "make it red", chat=group, reply_to=question)
    await square.presses(bob, question, "ready:")
    words = square.telegram.send_text(li, "黑白", chat=group, reply_to=question)
    assert (await square.result(words)).reply_to is words
    assert await square.asked(bob) == []
    assert await square.asked(li) == [("黑白", 1)]
    bare = square.telegram.send_photo(bob, OTHER, "/edit", chat=group)
    question = await square.town.answer(bare)
    await square.presses(bob, question, ":watercolour")
    assert (await square.result(bare)).reply_to is bare
    edited = square.telegram.send_text(li, "/edit", chat=group, reply_to=photo)
    assert "想怎么改" in (await square.town.answer(edited)).text


async def test_a_picture_and_its_question_outlive_a_restart(tmp_path: Path) -> None:
    clock = FakeClock()
    async with outside(tmp_path) as (telegram, gateway):
        async with inhabited(telegram, gateway, tmp_path, {}, clock) as town:
            _, hers = await Square(town, clock).photo(town.ann)
            await Square(town, clock).photo(town.ming)
        async with inhabited(telegram, gateway, tmp_path, {}, clock) as town:
            square = Square(town, clock)
            await square.presses(town.ann, hers, ":anime")
            words = telegram.send_text(town.ming, "变成动漫")
            await square.result(words)
            assert await square.asked(town.ann) == [(square.ready(town.ann, "anime"), 1)]
            assert await square.asked(town.ming) == [("变成动漫", 1)]


async def test_a_refused_answer_leaves_the_question_open(square: Square) -> None:
    person = square.newcomer()
    _, question = await square.photo(person)
    await square.town.app.desk.admin.limit(by=900, person=person.id, credits=0, once=f"limit:{person.id}")
    refusal = await square.town.answer(square.telegram.send_text(person, "sepia"))
    assert "credits left" in refusal.text
    await square.town.app.desk.admin.limit(by=900, person=person.id, credits=5, once=f"more:{person.id}")
    await square.result(square.telegram.send_text(person, "sepia"))
    assert await square.asked(person) == [("sepia", 1)]
    assert question.text


async def test_presets_are_saved_used_renamed_and_deleted(square: Square) -> None:
    person, telegram = square.newcomer(), square.telegram
    says = square.town.says
    assert "not asked me for anything" in await says(person, "/presets save Nothing")
    await square.result(telegram.send_photo(person, PHOTO, "as a wanted poster"))
    menu = await square.town.answer(telegram.send_text(person, "/presets"))
    assert "no presets yet" in menu.text
    press = telegram.press(person, menu, "💾 Save my last prompt")
    name = await square.town.answer(menu)
    await telegram.wait_for(lambda: press.answers)
    assert "as a wanted poster" in name.text
    assert "1 to 32" in await says(person, "x" * 33)
    assert "“Poster”" in await says(person, "Poster")
    assert "already keep" in await says(person, "/presets save poster")

    photo, question = await square.photo(person, OTHER)
    assert question.buttons[0]["text"] == "⭐ Poster"
    await square.presses(person, question, "Poster")
    await square.result(photo)
    assert await square.asked(person) == [("as a wanted poster", 1)] * 2

    menu = await square.town.answer(telegram.send_text(person, "/presets"))
    await square.presses(person, menu, "Poster")
    wants = await square.town.answer(menu)
    assert "Send me a picture" in wants.text
    photo = telegram.send_photo(person, PHOTO)
    await square.result(photo)
    assert await square.asked(person) == [("as a wanted poster", 1)] * 3

    await square.turns(person, menu, "Rename or delete")
    await square.turns(person, menu, "Poster")
    assert "as a wanted poster" in menu.text
    await square.presses(person, menu, "Rename")
    await square.town.answer(wants, lambda message: "from now on" in message.text)
    assert "“Wild West”" in await says(person, "Wild   West")
    await square.turns(person, menu, "Back")
    await square.turns(person, menu, "Wild West")
    await square.turns(person, menu, "Delete")
    await square.presses(square.newcomer(), menu, "Yes, delete")
    assert len(await square.town.app.desk.presets.of(person.id)) == 1
    await square.turns(person, menu, "Yes, delete")
    assert await square.town.app.desk.presets.of(person.id) == []
