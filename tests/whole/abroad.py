"""The sandbox's Telegram and gateway as a process of their own, for tests that measure the bot's."""

import asyncio
import io
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.sandbox.gateway import KEY, GatewayServer
from bot.sandbox.telegram import TelegramServer
from tests.whole.town import ADMIN, TOKEN


async def _serve() -> None:
    async with TelegramServer(TOKEN) as telegram, GatewayServer() as gateway:
        addresses = {
            "base_url": telegram.base_url,
            "base_file_url": telegram.base_file_url,
            "sim": telegram.url,
            "gateway": gateway.base_url,
        }
        print(json.dumps(addresses), flush=True)  # noqa: T201  the parent reads it
        await asyncio.to_thread(sys.stdin.read)


class Abroad:
    """Steers that process over HTTP; `steer` once for each event loop that does."""

    def __init__(self, addresses: dict[str, str]) -> None:
        self._addresses = addresses

    @asynccontextmanager
    async def steer(self) -> AsyncIterator["Abroad"]:
        async with aiohttp.ClientSession() as self._http:
            yield self

    def environment(self, folder: Path) -> dict[str, str]:
        return {
            "DARKROOM_TELEGRAM__TOKEN": TOKEN,
            "DARKROOM_TELEGRAM__BASE_URL": self._addresses["base_url"],
            "DARKROOM_TELEGRAM__BASE_FILE_URL": self._addresses["base_file_url"],
            "DARKROOM_GATEWAY__BASE_URL": self._addresses["gateway"],
            "DARKROOM_GATEWAY__API_KEY": KEY,
            "DARKROOM_RESULTS__ALLOWED_HOSTS": "127.0.0.1",
            "DARKROOM_ADMINS": str(ADMIN),
            "DARKROOM_DATA_DIR": str(folder / "data"),
            "DARKROOM_WEB__LISTEN": "",
        }

    async def get(self, path: str) -> Any:
        async with self._http.get(f"{self._addresses['sim']}/sim/{path}") as answer:
            return await answer.json()

    async def get_calls(self, method: str) -> list[Any]:
        """What the bot called that way."""
        return list((await self.get(f"calls?method={method}"))["calls"])

    async def post(self, path: str, **fields: object) -> Any:
        async with self._http.post(f"{self._addresses['sim']}/sim/{path}", json=fields) as answer:
            assert answer.ok, await answer.text()
            return await answer.json()

    async def send_photo(self, user: int, data: bytes, caption: str, chat: int | None = None) -> None:
        form = aiohttp.FormData({"user": str(user), "caption": caption, "chat": str(chat or user)})
        form.add_field("photo", io.BytesIO(data), filename="photo.jpg")
        async with self._http.post(f"{self._addresses['sim']}/sim/photo", data=form) as answer:
            assert answer.ok, await answer.text()

    async def until(self, condition: Callable[[], Awaitable[object]], seconds: float = 60) -> None:
        """Ask again and again: another process tells nobody."""
        async with asyncio.timeout(seconds):
            while not await condition():  # noqa: ASYNC110  see above
                await asyncio.sleep(0.1)

    async def polled(self) -> bool:
        """Whether the bot has begun to poll."""
        return bool((await self.get("calls?method=getUpdates"))["calls"])

    async def pictures(self, chat: int) -> int:
        """How many pictures the bot has sent there."""
        messages = (await self.get(f"chat/{chat}"))["messages"]
        return sum(1 for message in messages if message["from_bot"] and message.get("file_id"))


@asynccontextmanager
async def abroad() -> AsyncIterator[Abroad]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.whole.abroad",
        cwd=Path(__file__).parents[2],
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    assert process.stdin
    try:
        yield Abroad(json.loads(await process.stdout.readline()))
    finally:
        process.stdin.close()
        await process.wait()


if __name__ == "__main__":
    asyncio.run(_serve())
