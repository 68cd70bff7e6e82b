"""What somebody sees while a picture is made: what the gateway tells, and nothing after the picture."""

import base64
import io
import json
import re
from contextlib import AbstractAsyncContextManager
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from structlog.testing import capture_logs

from bot.chat.courier import Courier
from bot.chat.traffic import Traffic
from bot.parts import SystemClock
from bot.sandbox.effects import sample
from bot.sandbox.gateway import Reply
from bot.sandbox.telegram import Message
from bot.sandbox.telegram.journal import Call
from bot.services.timing import Timing
from tests.whole.town import Town, a_town, duty_of, inhabited, outside

Model = dict[str, object]

BY_IMAGES: Model = {"id": "gpt-image-1", "dialect": "images", "stream": True}
BY_RESPONSES: Model = {"id": "gpt-4.1", "title": "GPT", "dialect": "responses", "stream": True}
MARKDOWN: Model = {"id": "gpt-4o-image"}
REASONING: Model = {"id": "sora_image"}
CHANGES = {"editMessageText", "editMessageMedia", "editMessageCaption"}


@pytest.fixture
def photo() -> bytes:
    """One with details, which drafts lack."""
    return sample("cat").data


def a_town_with(folder: Path, model: Model) -> AbstractAsyncContextManager[Town]:
    """With the pace that Telegram wants: progress is told once a second."""
    return a_town(folder, Traffic(), DARKROOM_MODELS=json.dumps([model]))


def changes(town: Town) -> list[Call]:
    return [call for call in town.telegram.calls if call.method in CHANGES]


def percents(town: Town) -> list[int]:
    said = [str(call.params.get("text")) for call in changes(town)]
    return [int(found[1]) for each in said if (found := re.search(r"(\d+) %", each))]


def picture(town: Town, message: Message) -> bytes:
    assert message.file_id, message.text
    return town.telegram.file_bytes(message.file_id)


def draft_of(town: Town, call: Call) -> bytes:
    return town.telegram.file_bytes(call.result["photo"][-1]["file_id"])


async def status_of(town: Town, request: Message) -> Message:
    return await town.answer(request, lambda message: "✖" in str(message.markup))


def detail(data: bytes) -> float:
    """How much neighbouring pixels differ."""
    pixels = Image.open(io.BytesIO(data)).convert("L").resize((320, 240)).tobytes()
    return sum(abs(one - other) for one, other in pairwise(pixels)) / len(pixels)


def nothing_changed_after_the_picture(town: Town) -> None:
    order = [call.method for call in town.telegram.calls]
    assert not set(order[order.index("sendPhoto") :]) & CHANGES


def event(**fields: object) -> bytes:
    return b"data: " + json.dumps(fields).encode() + b"\n\n"


def words(text: str) -> bytes:
    return event(choices=[{"index": 0, "delta": {"content": text}}])


def partial(data: bytes) -> bytes:
    return event(type="image_generation.partial_image", b64_json=base64.b64encode(data).decode())


@pytest.mark.parametrize("model", [BY_IMAGES, BY_RESPONSES], ids=["images", "responses"])
async def test_a_partial_image_is_shown_blurred_in_the_status_until_the_picture_comes(
    tmp_path: Path, photo: bytes, model: Model
) -> None:
    async with a_town_with(tmp_path, model) as town:
        town.gateway.hold("headers")
        request = town.telegram.send_photo(town.ann, photo, "sepia")
        status = await status_of(town, request)
        await town.telegram.wait_for(lambda: status.content.photo, timeout=60)
        assert status.text == "Developing…"
        assert [button["text"] for button in status.buttons] == ["✖ Cancel"]
        draft = picture(town, status)
        assert max(Image.open(io.BytesIO(draft)).size) == 320
        assert len(draft) < 40_000
        town.gateway.release()
        answer = await town.answer(request)
        await town.idle()
        assert picture(town, answer) == town.gateway.last_results[0]
        await town.telegram.wait_for(lambda: town.telegram.answers(town.ann) == [answer])
        nothing_changed_after_the_picture(town)


async def test_each_draft_is_less_blurred_than_the_one_before(tmp_path: Path, photo: bytes) -> None:
    async with a_town_with(tmp_path, BY_IMAGES) as town:
        town.gateway.settings.delay = 2.5
        town.gateway.hold("headers")
        request = town.telegram.send_photo(town.ann, photo, "sepia")
        await town.telegram.wait_for(
            lambda: [call.ok for call in town.telegram.calls_of("editMessageMedia")] == [True] * 2, timeout=60
        )
        first, second = (draft_of(town, call) for call in town.telegram.calls_of("editMessageMedia"))
        assert detail(first) < detail(second) < detail(town.gateway.last_results[0])
        status = await status_of(town, request)
        town.telegram.press(town.ann, status, "✖ Cancel")
        await town.gateway.until(lambda: town.gateway.disconnects == 1)
        await town.telegram.wait_for(lambda: status not in town.telegram.messages(town.ann))


@pytest.mark.parametrize(("model", "last"), [(MARKDOWN, 83), (REASONING, 88)], ids=["markdown", "reasoning"])
async def test_percentages_reach_the_status_and_those_overtaken_are_dropped(
    tmp_path: Path, photo: bytes, model: Model, last: int
) -> None:
    async with a_town_with(tmp_path, model) as town:
        town.gateway.hold("headers")
        request = town.telegram.send_photo(town.ann, photo, "sepia")
        status = await status_of(town, request)
        await town.telegram.wait_for(lambda: f" {last} %" in status.text, timeout=60)
        assert len(percents(town)) <= 2, "all were told at once: the first, and the newest a second later"
        assert percents(town)[-1] == last
        town.gateway.release()
        await town.answer(request)
        await town.idle()
        nothing_changed_after_the_picture(town)


async def test_every_percentage_is_told_where_there_is_time_for_each(tmp_path: Path, photo: bytes) -> None:
    async with a_town_with(tmp_path, REASONING) as town:
        town.gateway.settings.delay = 6.0
        request = town.telegram.send_photo(town.ann, photo, "sepia")
        await town.answer(request)
        assert percents(town) == [12, 25, 60, 88]
        nothing_changed_after_the_picture(town)


async def test_the_place_in_the_models_own_queue_reaches_the_status(tmp_path: Path, photo: bytes) -> None:
    async with a_town_with(tmp_path, MARKDOWN) as town:
        town.gateway.script(
            Reply(chunks=[words("> 排队中，前面还有 3 个\n"), words("> 进度 20%\n")], pause=1.5)
        )
        request = town.telegram.send_photo(town.ann, photo, "sepia")
        status = await status_of(town, request)
        await town.telegram.wait_for(lambda: status.text == "Waiting for the model, 3 before you…")
        await town.telegram.wait_for(lambda: " 20 %" in status.text)


async def test_a_percentage_goes_below_the_draft(tmp_path: Path, photo: bytes) -> None:
    async with a_town_with(tmp_path, MARKDOWN) as town:
        town.gateway.script(
            Reply(chunks=[words("> 进度 20%\n"), partial(photo), words("> 进度 70%\n")], pause=1.5)
        )
        request = town.telegram.send_photo(town.ann, photo, "sepia")
        status = await status_of(town, request)
        await town.telegram.wait_for(lambda: status.content.photo and " 20 %" in status.text)
        await town.telegram.wait_for(lambda: status.content.photo and " 70 %" in status.text)
        assert [button["text"] for button in status.buttons] == ["✖ Cancel"]


async def test_where_telegram_makes_no_photo_of_a_text_the_text_goes_on_and_it_is_not_asked_again(
    tmp_path: Path, photo: bytes
) -> None:
    async with a_town_with(tmp_path, MARKDOWN) as town:
        told = Reply(chunks=[partial(photo), words("> 进度 20%\n"), partial(photo)], pause=1.2)
        town.gateway.script(told, times=2)
        town.telegram.fail_next(
            "editMessageMedia", 400, "Bad Request: there is no media in the message to edit"
        )
        for _ in range(2):
            request = town.telegram.send_photo(town.ann, photo, "sepia")
            status = await status_of(town, request)
            await town.telegram.wait_for(lambda: " 20 %" in status.text)  # noqa: B023  awaited here
            assert not status.content.photo
            await town.idle()
        assert len(town.telegram.calls_of("editMessageMedia")) == 1


async def test_a_draft_that_is_no_picture_is_dropped_and_the_result_comes(
    tmp_path: Path, photo: bytes
) -> None:
    with capture_logs() as logs:
        async with a_town_with(tmp_path, MARKDOWN) as town:
            link = f"{town.gateway.root}{town.gateway.files.add(photo, 'image/jpeg', 'plain')[0]}"
            torn = b"\x89PNG\r\n\x1a\n" + b"\x00" * 500
            town.gateway.script(Reply(chunks=[partial(torn), words(f"![x]({link})"), b"data: [DONE]\n\n"]))
            answer = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
            assert picture(town, answer) == photo
            assert town.telegram.calls_of("editMessageMedia") == []
    assert "draft not shown" in {each["event"] for each in logs}


async def test_in_a_group_that_takes_no_photos_only_its_own_drafts_are_missed(
    tmp_path: Path, photo: bytes
) -> None:
    async with a_town_with(tmp_path, MARKDOWN) as town:
        told = Reply(chunks=[partial(photo), words("> 进度 20%\n"), words("...")], pause=1.5)
        town.gateway.script(told, times=2)
        town.telegram.fail_next("editMessageMedia", 400, "Bad Request: not enough rights to send photos")
        request = town.telegram.send_photo(town.ann, photo, "sepia")
        status = await status_of(town, request)
        await town.telegram.wait_for(lambda: " 20 %" in status.text)
        await town.idle()
        again = await status_of(town, town.telegram.send_photo(town.ming, photo, "sepia"))
        await town.telegram.wait_for(lambda: again.content.photo)


async def test_after_five_pictures_the_first_words_tell_how_long_one_takes(
    tmp_path: Path, photo: bytes
) -> None:
    async with a_town_with(tmp_path, MARKDOWN) as town:
        crowd = [town.telegram.add_user(f"P{number}") for number in range(5)]
        for request in [town.telegram.send_photo(each, photo, "sepia") for each in crowd]:
            await town.answer(request)
        await town.idle()
        timing = Timing(town.app.database, SystemClock())  # a minute later
        duty_of(town.app, Courier).waiting.usual = timing.usual
        town.gateway.hold("headers")
        for person, words in ((town.ann, r"about \d+ s"), (town.ming, r"大约 \d+ 秒")):
            status = await status_of(town, town.telegram.send_photo(person, photo, "sepia"))
            assert re.search(f"{'▱' * 12} {words}$", status.text)


async def test_a_draft_goes_on_after_a_restart_and_its_stop_closes_the_request(
    tmp_path: Path, photo: bytes
) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        changes = {"DARKROOM_TELEGRAM__DRAFTS": "true", "DARKROOM_STOP_GRACE": "0"}
        gateway.hold("headers")
        async with inhabited(telegram, gateway, tmp_path, changes) as town:
            telegram.send_photo(town.ming, photo, "sepia")
            await gateway.until(lambda: gateway.in_flight == 1)
            await telegram.wait_for(lambda: telegram.drafts(town.ming))
        shown = len(telegram.calls_of("sendMessageDraft"))
        async with inhabited(telegram, gateway, tmp_path, changes) as town:
            await telegram.wait_for(lambda: len(telegram.calls_of("sendMessageDraft")) > shown)
            await gateway.until(lambda: gateway.in_flight == 1)
            telegram.stop_draft(town.ming)
            await gateway.until(lambda: gateway.disconnects == 2)
            await telegram.wait_for(lambda: telegram.answers(town.ming))
            assert town.final(town.ming)[0].text == "已取消 1 个任务，没有扣点。"
            assert await town.left(town.ming) == 10
