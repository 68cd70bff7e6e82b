"""All that the demo brings along, opened together: Telegram, gateway, people, and the bot's settings."""

import json
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.gateway import MODELS, GatewayServer
from bot.sandbox.process import BotProcess
from bot.sandbox.telegram import TelegramServer, User

TOKEN = "100200300:sandbox-of-darkroom-demo-0000000000"  # noqa: S105 - opens only the Telegram of this process


@dataclass(frozen=True, slots=True)
class Stack:
    """What runs; `people` are those whose chats the page shows, Bo the admin."""

    telegram: TelegramServer
    gateway: GatewayServer
    people: tuple[User, User]
    bot: BotProcess


@asynccontextmanager
async def opened(delay: float = 0.0) -> AsyncIterator[Stack]:
    """The servers on free loopback ports, and the bot ready to be started with `stack.bot.live()`.

    The bot's data lives as long as its Telegram, whose message and update numbers it holds.
    `delay`: seconds that the gateway takes for a picture, on top of its work.
    """
    with tempfile.TemporaryDirectory(prefix="darkroom-demo-") as folder:
        async with TelegramServer(TOKEN) as telegram, GatewayServer(delay=delay) as gateway:
            people = _people(telegram)
            settings = bot_settings(telegram, gateway, people[-1])
            yield Stack(telegram, gateway, people, BotProcess(settings, Path(folder)))


def _people(telegram: TelegramServer) -> tuple[User, User]:
    """Two people in two groups, one of which has topics."""
    ann = telegram.add_user("Ann", username="ann", language_code="en")
    bo = telegram.add_user("Bo", username="bo", language_code="en")
    for person in (ann, bo):
        telegram.world.private_chat(person)  # they have opened the chat, so menus can be set for it
    telegram.add_group("Friends", [ann, bo], administrators=[ann])
    studio = telegram.add_group("Studio", [ann, bo], administrators=[bo], is_forum=True)
    for topic in ("Portraits", "Places"):
        telegram.add_topic(studio, topic, by=bo)
    return ann, bo


def bot_settings(telegram: TelegramServer, gateway: GatewayServer, admin: User) -> dict[str, str]:
    """The environment with which the real bot runs here; three of these are all that a real one needs."""
    face = f"127.0.0.1:{_free_port()}"
    return {
        "DARKROOM_TELEGRAM__TOKEN": TOKEN,
        "DARKROOM_TELEGRAM__BASE_URL": telegram.base_url,
        "DARKROOM_TELEGRAM__BASE_FILE_URL": telegram.base_file_url,
        "DARKROOM_GATEWAY__BASE_URL": gateway.base_url,
        "DARKROOM_GATEWAY__API_KEY": gateway.key,
        "DARKROOM_RESULTS__ALLOWED_HOSTS": gateway.host,
        "DARKROOM_MODELS": json.dumps(_models()),
        "DARKROOM_DEFAULT_MODEL": "nano-banana",
        "DARKROOM_ADMINS": str(admin.id),
        "DARKROOM_PACKS": json.dumps([{"stars": 50, "credits": 25}, {"stars": 150, "credits": 100}]),
        "DARKROOM_DATA_DIR": "data",
        "DARKROOM_WEB__LISTEN": face,
        "DARKROOM_WEB__PUBLIC_URL": f"http://{face}",  # for models that fetch pictures by link
        "DARKROOM_STOP_GRACE": "3",
        "DARKROOM_LOG__FORMAT": "console",
    }


def _models() -> list[str | dict[str, object]]:
    """All of the gateway's; one of them by the images API, whose drafts develop in the chat."""
    return [{"id": name, "dialect": "images"} if name == "gpt-image-1" else name for name in sorted(MODELS)]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
