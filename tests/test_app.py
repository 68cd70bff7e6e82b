"""What a process takes into memory before anybody writes to its bot."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BUILT = """
import asyncio, os, sys
from bot import cli
with cli.importing():
    from bot import app, config

async def build():
    async with app.build(config.load(config_file=None, environ=os.environ)):
        print(*sorted({each.partition(".")[0] for each in sys.modules} | {*sys.modules}))

asyncio.run(build())
"""
"""As `darkroom run` begins; prints what is imported once the bot is wired."""

ADDRESS = "DARKROOM_WEB__LISTEN"
CONSOLE = "DARKROOM_WEB__CONSOLE"

FACE = {"bot.web.metrics", "bot.web.site", "prometheus_client", "starlette", "uvicorn"}
PAGES = {"bot.gateway.explain", "bot.services.console", "bot.web.console.site", "jinja2"}
LINKS = {"bot.web.media", "itsdangerous"}
HOOK = {"bot.web.webhook"}
EXTRAS = {"obstore", "opentelemetry", "procrastinate", "psycopg", "sentry_sdk"}
ELSEWHERE = {"bot.bench", "bot.sandbox", "bot.several", "bot.upkeep", "multiprocessing", "unittest"}
"""What other commands need, and libraries that drag in much."""


def built(folder: Path, **environ: str) -> set[str]:
    """The modules of a bot with these settings and none of the caller's own."""
    kept = {name: each for name, each in os.environ.items() if not name.startswith("DARKROOM_")}
    least = {
        "DARKROOM_TELEGRAM__TOKEN": "7312345678:AAFakeTokenOfThirtyAndSomeCharsXyz_-9",
        "DARKROOM_GATEWAY__BASE_URL": "http://127.0.0.1:9/v1",
        "DARKROOM_DATA_DIR": str(folder),
    }
    ran = subprocess.run(
        [sys.executable, "-c", BUILT],
        capture_output=True,
        text=True,
        check=False,
        env={**kept, **least, **environ},
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.split())


@pytest.mark.sqlite
def test_a_bot_without_its_http_face_holds_nothing_of_it(tmp_path: Path) -> None:
    modules = built(tmp_path, **{ADDRESS: ""})
    assert "bot.chat.application" in modules
    assert modules & (FACE | PAGES | LINKS | HOOK | EXTRAS | ELSEWHERE) == set()


@pytest.mark.sqlite
def test_a_bot_without_its_console_holds_none_of_its_pages(tmp_path: Path) -> None:
    modules = built(tmp_path, **{ADDRESS: "127.0.0.1:0", CONSOLE: "false"})
    assert modules & (PAGES | LINKS | HOOK | EXTRAS) == set()


@pytest.mark.sqlite
def test_what_is_on_is_there_when_the_bot_is_wired(tmp_path: Path) -> None:
    modules = built(tmp_path, **{ADDRESS: "127.0.0.1:0"})
    assert {"bot.web.metrics", "prometheus_client", *PAGES} - modules == set()
