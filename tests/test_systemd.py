"""systemd hears when the bot is ready, while it is well, and that it stops; on a real socket."""

import asyncio
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.systemd import Systemd, from_environment
from bot.web.health import Verdict
from tests.whole.test_process import running
from tests.whole.town import environment, outside


class Ear:
    """What systemd hears."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(address)
        self._socket.setblocking(False)  # noqa: FBT003  its own parameter

    async def until(self, word: str) -> list[str]:
        """The lines of all messages up to the first that holds `word`."""
        heard: list[str] = []
        async with asyncio.timeout(60):
            while not any(line.startswith(word) for line in heard):
                heard += (await asyncio.get_running_loop().sock_recv(self._socket, 4096)).decode().split("\n")
        return heard

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Ear]:
    listening = Ear(str(tmp_path / "notify"))
    yield listening
    listening.close()


async def test_the_bot_says_that_it_is_ready_lives_and_stops(ear: Ear, tmp_path: Path) -> None:
    told = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "200000"}
    async with (
        outside(tmp_path) as (telegram, gateway),
        running(tmp_path, environment(telegram, gateway, tmp_path) | told) as bot,
    ):
        telegram.send_text(telegram.add_user("Ann", id=101), "/quota")  # so that the first poll ends at once
        assert await ear.until("READY=1") == ["READY=1"]
        assert telegram.calls_of("getUpdates"), "people are served from here on"
        assert await ear.until("WATCHDOG=1") == ["STATUS=well", "WATCHDOG=1"]
        bot.process.send_signal(signal.SIGTERM)
        assert (await ear.until("STOPPING=1"))[-1] == "STOPPING=1"
        assert await bot.ended() == 0


async def test_a_bot_that_is_not_well_says_why_and_gives_no_sign_of_life(ear: Ear, tmp_path: Path) -> None:
    reasons = ["there was no poll of Telegram yet"]
    told = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "20000"}
    looks: list[Verdict] = []

    def judge() -> Verdict:
        looks.append(Verdict(tuple(reasons)))
        return looks[-1]

    telling = asyncio.get_running_loop().create_task(from_environment(told).run(ready=judge, alive=judge))
    try:
        while len(looks) < 2:  # noqa: ASYNC110  a look tells nobody
            await asyncio.sleep(0.01)
        with pytest.raises(BlockingIOError):
            ear._socket.recv(4096)
        reasons.clear()
        await ear.until("WATCHDOG=1")
        reasons += ["the last poll of Telegram was 121 s ago", "there was no write to the database yet"]
        status = "STATUS=" + "; ".join(reasons)
        await ear.until(status)
        heard = (await ear.until(status)) + (await ear.until(status))
        assert set(heard) == {status}
    finally:
        telling.cancel()


async def test_without_systemd_nothing_is_told_and_a_deaf_one_stops_nobody(tmp_path: Path) -> None:
    await from_environment({}).run(ready=Verdict, alive=Verdict)
    Systemd().tell("READY=1")
    Systemd(str(tmp_path / "nobody")).tell("READY=1")
    Systemd("@darkroom-test-nobody-listens").tell("READY=1")
