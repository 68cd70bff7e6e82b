"""The bot as a process of its own: how it starts, stops, dies and comes back."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.sandbox.gateway import GatewayServer
from bot.sandbox.telegram import TelegramServer
from bot.storage.database import Database
from tests.stores import where
from tests.whole.town import TOKEN, environment, is_final, outside

CANARY = TOKEN.partition(":")[2]


@dataclass
class Bot:
    process: asyncio.subprocess.Process
    log: Path

    async def ended(self) -> int:
        async with asyncio.timeout(60):
            return await self.process.wait()

    def said(self) -> str:
        return self.log.read_text()


@asynccontextmanager
async def running(folder: Path, environ: dict[str, str]) -> AsyncIterator[Bot]:
    log = folder / "bot.log"
    with log.open("ab") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            cwd=Path(__file__).parents[2],
            env={**_plain_environment(), **environ},
            stdout=output,
            stderr=output,
        )
    try:
        yield Bot(process, log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _plain_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("DARKROOM_")}


async def polled(telegram: TelegramServer, times: int = 1) -> None:
    """The first poll has begun; with 2, it has come to its end."""
    await telegram.wait_for(lambda: len(telegram.calls_of("getUpdates")) >= times, timeout=60)


async def test_sigterm_lets_the_call_finish_and_leaves_the_rest_for_the_next_start(
    tmp_path: Path, photo: bytes
) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        ann = telegram.add_user("Ann", id=101, language_code="en")
        environ = environment(telegram, gateway, tmp_path) | {"DARKROOM_LIMITS__PER_WALLET": "1"}
        gateway.hold()
        async with running(tmp_path, environ) as bot:
            await polled(telegram)
            for caption in ("sepia", "black and white"):
                telegram.send_photo(ann, photo, caption)
            await gateway.until(lambda: gateway.held == 1)
            await telegram.wait_for(lambda: not telegram.pending, timeout=60)
            bot.process.send_signal(signal.SIGTERM)
            gateway.release()
            assert await bot.ended() == 0
        finished = [message for message in telegram.answers(ann) if message.file_id]
        async with running(tmp_path, environ):
            await telegram.wait_for(
                lambda: len([message for message in telegram.answers(ann) if message.file_id]) == 2,
                timeout=60,
            )
            await telegram.wait_for(lambda: all(map(is_final, telegram.answers(ann))), timeout=60)
        assert len(finished) <= 1
        assert len(gateway.calls) == 2


async def test_an_edit_killed_in_the_middle_of_a_call_is_delivered_after_the_next_start(
    tmp_path: Path, photo: bytes
) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        ann = telegram.add_user("Ann", id=101, language_code="en")
        environ = environment(telegram, gateway, tmp_path)
        gateway.hold()
        async with running(tmp_path, environ) as bot:
            await polled(telegram)
            request = telegram.send_photo(ann, photo, "sepia")
            await gateway.until(lambda: gateway.held == 1)
            bot.process.kill()
            await bot.ended()
        gateway.release()
        async with running(tmp_path, environ) as again:
            answer = await telegram.wait_for_answer(
                request, lambda message: message.file_id is not None, timeout=60
            )
            await telegram.wait_for(lambda: all(map(is_final, telegram.answers(ann))), timeout=60)
            again.process.send_signal(signal.SIGTERM)
            assert await again.ended() == 0
        assert telegram.file_bytes(answer.file_id or "") == gateway.last_results[0]
        assert len(gateway.calls) == 2
        async with Database.open(where(tmp_path, "data/darkroom.db")) as database:
            kinds = await database.read(lambda conn: conn.all("SELECT kind FROM ledger ORDER BY kind"))
            assert [row["kind"] for row in kinds] == ["hold", "settle"]


async def test_a_token_that_telegram_refuses_is_one_sentence_and_exit_78(tmp_path: Path) -> None:
    async with (
        TelegramServer("999:another_token_that_is_long_enough_1234") as telegram,
        GatewayServer() as gateway,
    ):
        async with running(tmp_path, environment(telegram, gateway, tmp_path)) as bot:
            assert await bot.ended() == 78
        assert "telegram.token" in bot.said()
        assert CANARY not in bot.said()


async def test_a_second_bot_with_the_same_token_ends_with_a_sentence_and_the_first_goes_on(
    tmp_path: Path, photo: bytes
) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        ann = telegram.add_user("Ann", id=101, language_code="en")
        (tmp_path / "second").mkdir()
        first = environment(telegram, gateway, tmp_path)
        second = environment(telegram, gateway, tmp_path / "second")
        async with running(tmp_path, first):
            await polled(telegram, times=2)
            async with running(tmp_path / "second", second) as newer:
                assert await newer.ended() == 1
                assert "same token" in newer.said()
            request = telegram.send_photo(ann, photo, "sepia")
            await telegram.wait_for_answer(request, lambda message: message.file_id is not None, timeout=60)


@pytest.mark.sqlite  # several share a PostgreSQL
async def test_a_second_bot_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        environ = environment(telegram, gateway, tmp_path)
        async with running(tmp_path, environ):
            await polled(telegram)
            async with running(tmp_path, environ) as second:
                assert await second.ended() == 1
                assert "another bot works in" in second.said()
