"""An album is one edit: in order, whoever has the words, and over a restart."""

import asyncio
import io
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image

from bot.sandbox.telegram import Content, Message, User
from bot.sandbox.telegram.pictures import blank_png
from bot.storage.database import Connection
from tests.fakes.clock import FakeClock
from tests.whole.town import Town, inhabited, outside

pytestmark = pytest.mark.asyncio(loop_scope="module")

WIDTHS = range(40, 50)
PICTURES = [blank_png(width, 30) for width in WIDTHS]
_VIDEO = {"file_id": "v", "file_unique_id": "v", "width": 1, "height": 1, "duration": 1}
VIDEO = Content(other={"video": _VIDEO})

_numbers = count(7_000)


class Street:
    """A town whose clock stands still until a test moves it."""

    def __init__(self, town: Town, clock: FakeClock) -> None:
        self.town, self.clock, self.telegram = town, clock, town.telegram

    def newcomer(self, language: str = "en") -> User:
        number = next(_numbers)
        return self.telegram.add_user(f"P{number}", id=number, language_code=language)

    async def gathered(self, person: User, pieces: int) -> None:
        """So many messages of somebody's albums are kept and wait."""
        kept = "SELECT 1 FROM album_updates WHERE person = ?"
        async with asyncio.timeout(60):
            while len(await self.town.rows(kept, person.id)) != pieces:  # noqa: ASYNC110  rows tell nobody
                await asyncio.sleep(0.01)

    async def quiet(self, person: User, pieces: int) -> None:
        """So many came, and then none for two seconds."""
        await self.gathered(person, pieces)
        self.clock.move(2)
        self.town.app.desk.albums.wake()

    async def put_back(self, rows: list[tuple[object, ...]]) -> None:
        """Messages of an album that is whole, as a crash leaves them."""

        async def insert(conn: Connection) -> None:
            await conn.run("INSERT INTO albums (chat, album, due) VALUES (?, ?, 0)", *rows[0][1:3])
            for row in rows:
                await conn.run("INSERT INTO album_updates VALUES (?, ?, ?, ?, ?, ?)", *row)

        await self.town.app.database.write(insert)
        self.town.app.desk.albums.wake()

    async def asked(self, person: User) -> list[tuple[object, int]]:
        return await self.town.asked(person)

    def sent_on(self) -> list[int]:
        """Which pictures the gateway got, by their widths."""
        return [Image.open(io.BytesIO(data)).width for data in self.town.gateway.calls[-1].pictures]

    async def presses(self, user: User, message: Message, verb: str) -> str:
        """Press the first button of that verb; what flashes up."""
        data = next(
            each["callback_data"] for each in message.buttons if each["callback_data"].startswith(verb)
        )
        press = self.telegram.press(user, message, data)
        await self.telegram.wait_for(lambda: press.answers, timeout=60)
        return str(press.answers[0].get("text", ""))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def street(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Street]:
    folder, clock = tmp_path_factory.mktemp("albums"), FakeClock()
    async with outside(folder) as (telegram, gateway):
        telegram.world.privacy_mode = False
        async with inhabited(telegram, gateway, folder, {}, clock) as town:
            yield Street(town, clock)


@pytest.mark.parametrize(("language", "words", "at"), [("en", "as a collage", 0), ("zh-hans", "拼成一张", 9)])
async def test_ten_pictures_are_one_edit_in_order_wherever_the_caption_is(
    street: Street, language: str, words: str, at: int
) -> None:
    person = street.newcomer(language)
    album = street.telegram.send_album(person, PICTURES, words, caption_at=at)
    await street.gathered(person, 10)
    rows = await street.town.rows("SELECT * FROM album_updates WHERE person = ?", person.id)
    await street.quiet(person, 10)
    result = await street.town.answer(album[0])
    assert result.file_id
    assert result.reply_to is album[0]
    await street.town.idle()
    assert await street.asked(person) == [(words, 10)]
    assert street.sent_on() == [*WIDTHS]
    await street.gathered(person, 0)
    await street.put_back(rows)
    await street.gathered(person, 0)
    assert len(await street.asked(person)) == 1, "a crash before they were forgotten starts no second one"


async def test_several_captions_are_joined_once_each_and_files_come_back_as_a_file(street: Street) -> None:
    person, telegram = street.newcomer(), street.telegram
    said = ["put them side by side", "", "in winter", "in winter"]
    files = [telegram.document((f"{n}.png", PICTURES[n], "image/png"), said[n]) for n in range(4)]
    album = telegram.send_contents(person, files)
    await street.quiet(person, 4)
    result = await street.town.answer(album[0])
    assert result.content.document
    assert await street.asked(person) == [("put them side by side\nin winter", 4)]


async def test_in_a_group_one_mention_counts_for_all_and_none_for_nothing(street: Street) -> None:
    person, telegram = street.newcomer("zh-hans"), street.telegram
    group = telegram.add_group("Club", [person])
    telegram.send_album(person, PICTURES[:3], "看看这个", chat=group)
    await street.quiet(person, 3)
    await street.gathered(person, 0)
    called = telegram.send_album(person, PICTURES[:2], "@darkroom_bot 拼在一起", caption_at=1, chat=group)
    await street.quiet(person, 2)
    result = await street.town.answer(called[0])
    assert result.reply_to is called[0]
    await street.town.idle()
    assert telegram.answers(group) == [result]
    assert await street.asked(person) == [("拼在一起", 2)]
    commanded = telegram.send_album(person, PICTURES[:2], "/edit 黑白", chat=group)
    await street.quiet(person, 2)
    assert (await street.town.answer(commanded[0])).file_id
    assert (await street.asked(person))[-1] == ("黑白", 2)


async def test_words_right_behind_an_album_without_any_are_for_all_of_it(street: Street) -> None:
    person, telegram = street.newcomer(), street.telegram
    telegram.send_album(person, PICTURES[:3])
    words = telegram.send_text(person, "side by side")
    result = await street.town.answer(words, lambda message: message.file_id is not None)
    assert result.reply_to is words
    assert "these 3 pictures" in street.town.final(person)[0].text
    assert await street.asked(person) == [("side by side", 3)]


async def test_what_comes_after_an_album_was_closed_is_a_new_one(street: Street) -> None:
    person, telegram = street.newcomer(), street.telegram
    pieces = [telegram.photo(PICTURES[0], "sepia"), *map(telegram.photo, PICTURES[1:4])]
    album = telegram.begin_album(person, pieces)
    album.deliver(2)
    await street.quiet(person, 2)
    await street.town.answer(album.messages[0])
    album.deliver()
    await street.quiet(person, 2)
    question = await street.town.answer(album.messages[2], lambda message: message.file_id is None)
    assert "these 2 pictures" in question.text
    assert await street.asked(person) == [("sepia", 2)]


async def test_what_is_no_picture_is_left_out_and_said_and_of_videos_alone_nothing_is_made(
    street: Street,
) -> None:
    person, telegram = street.newcomer(), street.telegram
    mixed = telegram.send_contents(person, [telegram.photo(PICTURES[0], "sepia"), VIDEO])
    await street.quiet(person, 2)
    await street.town.answer(mixed[-1], lambda message: "left it out" in message.text)
    await street.town.answer(mixed[-1], lambda message: message.file_id is not None)
    assert await street.asked(person) == [("sepia", 1)]
    videos = telegram.send_contents(person, [VIDEO, VIDEO])
    await street.quiet(person, 2)
    assert "only edit pictures" in (await street.town.answer(videos[-1])).text
    assert len(await street.asked(person)) == 1


@pytest.mark.parametrize(("language", "first"), [("en", "Take the first 4"), ("zh-hans", "只用前 4 张")])
async def test_too_many_pictures_are_said_before_anything_is_charged_and_a_press_takes_the_first(
    street: Street, language: str, first: str
) -> None:
    person, stranger = street.newcomer(language), street.newcomer()
    await street.town.says(person, "/start")
    await street.town.app.desk.account.choose_model(person.id, "flux-kontext-pro")
    album = street.telegram.send_album(person, PICTURES[:6], "sepia")
    await street.quiet(person, 6)
    question = await street.town.answer(album[-1])
    assert question.buttons[0]["text"] == first
    assert await street.asked(person) == []
    assert await street.town.left(person) == 10
    await street.presses(stranger, question, "first")
    assert await street.presses(person, question, "first")
    result = await street.town.answer(album[0], lambda message: message.file_id is not None)
    assert result.reply_to is album[0]
    await street.town.idle()
    assert await street.asked(person) == [("sepia", 4)]
    assert street.sent_on() == [*WIDTHS][:4]
    assert await street.town.left(person) == 8


async def test_too_many_pictures_can_go_to_a_model_that_takes_them(street: Street) -> None:
    person = street.newcomer()
    await street.town.says(person, "/start")
    await street.town.app.desk.account.choose_model(person.id, "doubao-seededit-3-0-i2i-250628")
    album = street.telegram.send_album(person, PICTURES[:5], "sepia")
    await street.quiet(person, 5)
    question = await street.town.answer(album[-1])
    await street.presses(person, question, "takes")
    await street.telegram.wait_for(lambda: "Nano Banana · 1" in _labels(question), timeout=60)
    assert not [label for label in _labels(question) if "FLUX" in label], "they take four"
    await street.presses(person, question, "take:")
    result = await street.town.answer(album[0], lambda message: message.file_id is not None)
    assert result.reply_to is album[0]
    assert await street.asked(person) == [("sepia", 5)]


async def test_one_bad_album_ends_neither_the_duty_nor_the_others(street: Street) -> None:
    person = street.newcomer()
    await street.put_back([(-5, 1, "bad", 1, person.id, '{"update_id": -5, "message": 5}')])
    await street.gathered(person, 0)
    album = street.telegram.send_album(person, PICTURES[:2], "sepia")
    await street.quiet(person, 2)
    assert (await street.town.answer(album[0])).file_id
    await street.gathered(person, 0)


def _labels(message: Message) -> list[str]:
    return [str(each["text"]) for each in message.buttons]


async def test_a_restart_in_the_middle_of_an_album_finishes_it_as_one_edit(tmp_path: Path) -> None:
    clock = FakeClock()
    async with outside(tmp_path) as (telegram, gateway):
        async with inhabited(telegram, gateway, tmp_path, {}, clock) as town:
            pieces = [telegram.photo(data) for data in PICTURES]
            pieces[9].text = "as a collage"
            album = telegram.begin_album(town.ann, pieces)
            album.deliver(5)
            await Street(town, clock).gathered(town.ann, 5)
        clock.move(3600)
        album.deliver()
        async with inhabited(telegram, gateway, tmp_path, {}, clock) as town:
            street = Street(town, clock)
            await street.quiet(town.ann, 10)
            assert (await town.answer(album.messages[0])).file_id
            await town.idle()
            assert await street.asked(town.ann) == [("as a collage", 10)]
            assert street.sent_on() == [*WIDTHS]
