"""`darkroom demo` as one starts it: the real bot in a process of its own."""

import asyncio
import io
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from PIL import Image

from bot.sandbox import conversation, demo, site, stack
from bot.sandbox.effects import sample
from bot.sandbox.gateway.magic import NO_TRICK, trick
from bot.sandbox.once import ANSWER_WITHIN
from bot.sandbox.process import BotProcess, Ended, environment
from bot.sandbox.telegram.journal import Event


def test_one_edit_needs_no_browser(tmp_path: Path) -> None:
    told: list[str] = []
    out = tmp_path / "result.png"
    assert demo.main(once=(Path("portrait"), "black and white"), out=out, say=told.append) == 0
    red, green, blue = Image.open(out).convert("RGB").resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    assert red == green == blue
    assert told[0] == "Ann       black and white [photo 960x1200]"
    below = "black and white [photo 960x1200] [🔁 Again]"  # the request, folded away, and the buttons
    assert any(line.startswith("          ") and below in line for line in told)
    assert told[-1] == f"The picture is in {out} ({out.stat().st_size:,} bytes)."


def test_a_failed_edit_is_told_in_the_bots_own_words(tmp_path: Path) -> None:
    told: list[str] = []
    out = tmp_path / "result.png"
    assert demo.main(once=(Path("cat"), "forbidden"), out=out, say=told.append) == 1
    assert any("nothing was charged" in line for line in told)
    assert told[-1] == "No picture came."
    assert not out.exists()


def test_a_picture_that_is_not_there_is_named() -> None:
    told: list[str] = []
    assert demo.main(once=(Path("dog"), "sepia"), out=None, say=told.append) == 1
    assert told == [
        "There is no picture dog: give a file, or the name of a sample: hills, portrait, cat, harbour."
    ]


async def test_the_demo_runs_until_it_is_told_to_stop_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "demo", "--no-browser", "--port", str(port)),
            env={**os.environ, "TMPDIR": str(tmp_path), "DARKROOM_ADMINS": "not a number"},
            stdout=asyncio.subprocess.PIPE,
        )
        assert process.stdout
        banner = (await process.stdout.readuntil(b"ends it.\n")).decode()
        assert f"(port {port} is taken)" in banner
        address = re.search(r"http://127\.0\.0\.1:\d+", banner)
        assert address
        async with aiohttp.ClientSession() as client, client.get(address[0]) as response:
            assert "<title>Darkroom" in await response.text()
        process.send_signal(signal.SIGTERM)
        assert (await process.stdout.read()).decode().strip() == "The demo is over; nothing is left behind."
        assert await process.wait() == 0
    assert list(tmp_path.iterdir()) == []


async def test_an_edit_survives_a_crash_of_the_bot() -> None:
    async with stack.opened() as everything:
        telegram, gateway = everything.telegram, everything.gateway
        ann = everything.people[0]

        async def crash_in_the_middle() -> bool:
            await telegram.wait_for(lambda: telegram.calls_of("getUpdates"), 30)
            gateway.hold()
            request = telegram.send_photo(ann, sample("portrait").data, "sepia")
            await gateway.until(lambda: gateway.held == 1)
            everything.bot.restart(crash=True)
            gateway.release()
            answer = await telegram.wait_for_answer(request, lambda each: each.file_id is not None, 30)
            return answer.reply_to is request

        assert await everything.bot.beside(crash_in_the_middle()) is True
        assert telegram.violations == []


async def test_a_model_that_fetches_pictures_by_link_is_there_to_be_tried() -> None:
    async with stack.opened() as everything:
        telegram, gateway, ann = everything.telegram, everything.gateway, everything.people[0]

        async def choose_it_and_ask() -> bool:
            await telegram.wait_for(lambda: telegram.calls_of("getUpdates"), 30)
            models = await telegram.wait_for_answer(telegram.send_text(ann, "/model"), timeout=60)
            press = telegram.press(ann, models, "SeedEdit (by link) · 1")
            await telegram.wait_for(lambda: press.answers, 30)
            request = telegram.send_photo(ann, sample("portrait").data, "sepia")
            answer = await telegram.wait_for_answer(request, lambda each: each.file_id is not None, 30)
            return answer.reply_to is request

        assert await everything.bot.beside(choose_it_and_ask()) is True
        assert [call.model for call in gateway.calls] == ["chat-seededit"]


@pytest.mark.parametrize(
    ("last", "sentence"),
    [
        ("print('Traceback:'); print('token: missing'); exit(78)", "ended with exit code 78: token: missing"),
        ("exit(1)", "ended with exit code 1, without a word."),
        ("import os; os.kill(os.getpid(), 9)", "was killed by signal 9, without a word."),
    ],
)
async def test_a_bot_that_dies_leaves_a_sentence(tmp_path: Path, last: str, sentence: str) -> None:
    bot = BotProcess({}, tmp_path, (sys.executable, "-c", last))
    assert await bot.beside(asyncio.sleep(ANSWER_WITHIN)) == Ended(f"The bot {sentence}")


def test_the_bot_knows_nothing_of_the_callers_own_settings() -> None:
    caller = {
        "DARKROOM_TELEGRAM__TOKEN": "real",
        "darkroom_admins": "1",
        "HOME": "/home/ann",
        "PYTHONPATH": "x",
    }
    known = environment({"DARKROOM_ADMINS": "2"}, caller)
    settings = {name: value for name, value in known.items() if "DARKROOM" in name.upper()}
    assert settings == {"DARKROOM_ADMINS": "2"}
    assert known["HOME"] == "/home/ann"
    assert known["PYTHONPATH"].endswith(os.pathsep + "x")
    assert known["no_proxy"] == known["NO_PROXY"] == "127.0.0.1", "loopback is never reached through a proxy"


@asynccontextmanager
async def _page() -> AsyncIterator[tuple[aiohttp.ClientSession, str]]:
    async with (
        stack.opened() as everything,
        site.served(everything, 0) as address,
        aiohttp.ClientSession() as client,
    ):
        yield client, address


async def test_only_this_machine_may_play() -> None:
    async with _page() as (client, address):
        for headers in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}):
            async with client.post(f"{address}/demo/bot", json={"act": "crash"}, headers=headers) as refused:
                assert refused.status == 403
        async with client.get(address) as page:
            assert "default-src 'self'" in page.headers["Content-Security-Policy"]
        async with client.get(f"{address}/demo/samples/cat") as picture:
            assert Image.open(io.BytesIO(await picture.read())).size == (1200, 1200)
        for path in ("/demo/samples/dog", "/page/../demo.py", "/page/"):
            async with client.get(f"{address}{path}") as missing:
                assert missing.status in (403, 404)


def test_every_magic_word_of_the_page_works() -> None:
    html = (site.PAGE / "index.html").read_text()
    _, _, english = html.partition('id="magic"')
    words = re.findall(r'<li><button type="button">([^<]+)', english)
    [chinese] = re.findall(r"Chinese works too: ([^<]+)\.", html)
    words += chinese.split(", ")
    assert len(words) == 16
    assert [word for word in words if trick(word) is NO_TRICK] == []


def test_a_conversation_reads_like_a_chat() -> None:
    bot = {"first_name": "Darkroom"}
    keyboard = {"inline_keyboard": [[{"text": "Again"}], [{"text": "Other model"}]]}
    photo = [{"width": 9, "height": 9}, {"width": 640, "height": 480}]
    document = {"file_name": "a.png", "file_size": 12345}
    happened: list[tuple[str, dict[str, Any]]] = [
        ("action", {"action": "upload_photo"}),
        ("message", {"message": {"from": bot, "text": "Hello\nAnn"}}),
        ("edit", {"message": {"from": bot, "text": "40 %", "markup": keyboard}}),
        ("draft", {"text": "80 %", "until": 1_800_000_000}),
        ("draft", {"text": "80 %", "until": 0}),
        ("message", {"message": {"from": {"first_name": "小明"}, "photo": photo}}),
        ("message", {"message": {"from": bot, "document": document, "caption": "done", "markup": None}}),
        ("delete", {"message_id": 3}),
    ]
    events = [Event(number, kind, 1, data) for number, (kind, data) in enumerate(happened)]
    assert [line for event in events for line in conversation.lines(event, "Darkroom")] == [
        "Darkroom  is sending a photo …",
        "Darkroom  Hello",
        "          Ann",
        "Darkroom  ~ 40 % [Again] [Other model]",
        "Darkroom  ~ 80 %",
        "小明        [photo 640x480]",
        "Darkroom  done [file a.png, 12,345 bytes]",
    ]
