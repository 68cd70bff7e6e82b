"""The whole bot between the sandbox's Telegram and gateway, over real sockets."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot import config
from bot.app import App, build
from bot.chat.limits import Limits, Rule
from bot.chat.traffic import Traffic
from bot.domain.ports import Clock
from bot.sandbox.gateway import GatewayServer
from bot.sandbox.telegram import Message, TelegramServer, User
from bot.storage.database import Connection
from tests import stores
from tests.sandbox.gateway_kit import photo

TOKEN = "100200300:AAF4nFcGg_canary_canary_canary_12345"
ADMIN = 900
PHOTO = photo((480, 360))
"""What people send where the size does not matter: a picture of megapixels costs the gateway 60 ms."""


T = TypeVar("T")
HURRY = Rule(1_000, 1.0, 1_000)


def hurried() -> Traffic:
    """The bot's own limits, so wide that nobody waits for them."""
    return Traffic(Limits(overall=HURRY, private=HURRY, group=HURRY))


@dataclass
class Town:
    """Telegram with people in it, a gateway, and the bot that lives between them."""

    telegram: TelegramServer
    gateway: GatewayServer
    app: App
    ann: User
    ming: User
    root: User

    async def answer(self, request: Message, wanted: Callable[[Message], bool] | None = None) -> Message:
        """The bot's next message after `request`, or the first that is wanted; status messages are none."""
        return await self.telegram.wait_for_answer(request, wanted or is_final, timeout=60)

    def final(self, user: User) -> list[Message]:
        """Results and sentences, without what is on its way."""
        return [message for message in self.telegram.answers(user) if is_final(message)]

    async def says(self, user: User, text: str) -> str:
        """What the bot answers to a text."""
        return (await self.answer(self.telegram.send_text(user, text))).text or ""

    async def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        async def select(conn: Connection) -> list[tuple[object, ...]]:
            return [tuple(row) for row in await conn.all(sql, *values)]

        return await self.app.database.read(select)

    async def asked(self, person: User | None = None) -> list[tuple[object, int]]:
        """What edits were asked for, by all or by one: prompt and number of pictures."""
        sql = "SELECT prompt, sources FROM edits WHERE person = ? OR ? ORDER BY created, update_id, part"
        found = await self.rows(sql, person.id if person else 0, person is None)
        return [(prompt, len(json.loads(str(sources)))) for prompt, sources in found]

    async def idle(self) -> None:
        """All edits have ended."""
        async with asyncio.timeout(60):
            while await self.rows("SELECT 1 FROM edits WHERE ended IS NULL"):  # noqa: ASYNC110  rows tell nobody
                await asyncio.sleep(0.01)

    async def left(self, user: User) -> int:
        return (await self.app.desk.account.statement(user.id)).left


def is_final(message: Message) -> bool:
    """A result or a sentence; what can be cancelled is still on its way."""
    return not any(
        "cancel" in (button.get("callback_data") or "") for row in _rows(message) for button in row
    )


def _rows(message: Message) -> list[list[dict[str, str]]]:
    rows = (message.markup or {}).get("inline_keyboard", [])
    assert isinstance(rows, list)
    return rows


def environment(telegram: TelegramServer, gateway: GatewayServer, folder: Path) -> dict[str, str]:
    return {
        "DARKROOM_TELEGRAM__TOKEN": TOKEN,
        "DARKROOM_TELEGRAM__BASE_URL": telegram.base_url,
        "DARKROOM_TELEGRAM__BASE_FILE_URL": telegram.base_file_url,
        "DARKROOM_GATEWAY__BASE_URL": gateway.base_url,
        "DARKROOM_GATEWAY__API_KEY": gateway.key,
        "DARKROOM_RESULTS__ALLOWED_HOSTS": gateway.host,
        "DARKROOM_ADMINS": str(ADMIN),
        "DARKROOM_ALERTS": "false",
        "DARKROOM_DATA_DIR": str(folder / "data"),
        "DARKROOM_WEB__LISTEN": "",
        "DARKROOM_STOP_GRACE": "2",
        "DARKROOM_LIMITS__PER_MINUTE": "0",
    } | stores.environment(folder)


def by_webhook(port: int) -> dict[str, str]:
    """For a bot to which Telegram posts, on a free port."""
    return {
        "DARKROOM_WEB__LISTEN": f"127.0.0.1:{port}",
        "DARKROOM_TELEGRAM__WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram/hook",
    }


@asynccontextmanager
async def outside(folder: Path) -> AsyncIterator[tuple[TelegramServer, GatewayServer]]:
    async with TelegramServer(TOKEN) as telegram, GatewayServer() as gateway:
        yield telegram, gateway
        assert telegram.violations == []


def duty_of(app: App, kind: type[T]) -> T:
    """The one of that kind, of all that an app does, or would do if no other process did it."""
    every = (*app.duties.taking, *app.duties.others, *app.house.once, app.house.dispatcher)
    return next(each for each in every if isinstance(each, kind))


@asynccontextmanager
async def living(app: App) -> AsyncIterator[None]:
    """The bot at work, and stopped in the end as by SIGTERM."""
    life = asyncio.get_running_loop().create_task(app.live())
    try:
        yield
    finally:
        await app.stop()
        life.cancel()
        with suppress(asyncio.CancelledError):
            await life


@asynccontextmanager
async def a_town(folder: Path, traffic: Traffic | None = None, /, **changes: str) -> AsyncIterator[Town]:
    async with (
        outside(folder) as (telegram, gateway),
        inhabited(telegram, gateway, folder, changes, traffic=traffic) as town,
    ):
        yield town


@asynccontextmanager
async def inhabited(
    telegram: TelegramServer,
    gateway: GatewayServer,
    folder: Path,
    changes: dict[str, str],
    clock: Clock | None = None,
    traffic: Traffic | None = None,
) -> AsyncIterator[Town]:
    """One life of the bot; a second one in the same world is a restart. It hurries unless told otherwise."""
    people = {
        101: ("Ann", "ann", "en"),
        102: ("小明", "xiaoming", "zh-hans"),
        ADMIN: ("Root", "root", "en"),
    }
    users = [
        telegram.world.users.get(number)
        or telegram.add_user(name, id=number, username=username, language_code=language)
        for number, (name, username, language) in people.items()
    ]
    environ = environment(telegram, gateway, folder) | changes
    async with build(settings(environ), clock=clock, traffic=traffic or hurried()) as app, living(app):
        object.__setattr__(app.desk, "moment", 60.0)  # a machine that stands still changes no answer
        yield Town(telegram, gateway, app, *users)


def settings(environ: Mapping[str, str]) -> config.Settings:
    return config.load(config_file=None, environ=environ)
