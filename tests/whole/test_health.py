"""A bot that stands still is noticed, and none of its duties ends without a word."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.app import App, build
from bot.chat.courier import Courier
from bot.chat.dispatch import Dispatcher
from bot.chat.intake import Intake
from bot.domain.errors import StorageFault
from bot.services.keeper import Keeper
from bot.storage.database import Database
from bot.web import health
from tests.fakes.clock import FakeClock
from tests.web.test_site import ask, free_port
from tests.whole.town import by_webhook, duty_of, environment, living, outside, settings

DUTIES: dict[str, Callable[[App], object]] = {
    "intake": lambda app: duty_of(app, Intake),
    "dispatcher": lambda app: duty_of(app, Dispatcher),
    "worker": lambda app: app.house.worker,
    "courier": lambda app: duty_of(app, Courier),
    "keeper": lambda app: duty_of(app, Keeper),
    "pulse": lambda app: app.pulse,
}


async def well(app: App) -> None:
    async with asyncio.timeout(60):
        while not app.pulse.verdict().well:  # noqa: ASYNC110  a verdict tells nobody
            await asyncio.sleep(0.01)


async def test_a_poller_that_stands_still_is_noticed_inside_and_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = FakeClock()
    async with outside(tmp_path) as (telegram, gateway):
        configured = settings(environment(telegram, gateway, tmp_path))
        async with build(configured, clock=clock) as app, living(app):
            await well(app)
            asked, answered = asyncio.Event(), asyncio.Event()

            async def silent(*_: object, **__: object) -> Any:
                asked.set()
                await answered.wait()

            monkeypatch.setattr(type(app.hears.bot), "raw_updates", silent)
            telegram.send_text(telegram.add_user("Ann", id=101, language_code="en"), "/quota")
            await asked.wait()
            clock.move(121)
            await app.pulse.beat()
            reasons = ("the last answer of Telegram was 121 s ago",)
            assert app.pulse.verdict().reasons == reasons
            assert health.from_outside(clock.now(), configured.data_dir).reasons == reasons


async def test_a_bot_that_has_not_reached_telegram_or_stops_is_not_ready(tmp_path: Path) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        port = free_port()
        environ = environment(telegram, gateway, tmp_path) | by_webhook(port)
        telegram.fail_next("getMe", 502, times=1_000_000)
        async with build(settings(environ)) as app, living(app):
            status, _, body = await ask(port, "/readyz")
            assert (status, b"there was no answer of Telegram yet" in body) == (503, True)
            telegram.faults.clear()
            await well(app)
            assert [(await ask(port, path))[0] for path in ("/healthz", "/readyz")] == [200, 200]
            await app.stop()
            status, _, body = await ask(port, "/readyz")
            assert ((await ask(port, "/healthz"))[0], status) == (200, 503)
            assert json.loads(body)["reasons"] == ["the bot is stopping"]


async def test_a_database_that_takes_nothing_is_noticed_inside_and_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = FakeClock()
    async with outside(tmp_path) as (telegram, gateway):
        configured = settings(environment(telegram, gateway, tmp_path))
        async with build(configured, clock=clock) as app, living(app):
            await well(app)

            async def full(*_: object, **__: object) -> Any:
                raise StorageFault(detail="database or disk is full")

            with monkeypatch.context() as patched:
                patched.setattr(Database, "write", full)
                clock.move(61)
                await app.pulse.beat()
                reasons = ("the last write to the database was 61 s ago",)
                assert app.pulse.verdict().reasons == reasons
                assert health.from_outside(clock.now(), configured.data_dir).reasons == reasons
            await app.pulse.beat()
            assert app.pulse.verdict().well


@pytest.mark.sqlite  # one of several processes does it beside others, or not at all
@pytest.mark.parametrize("duty", DUTIES)
@pytest.mark.parametrize("end", ["returns", "is cancelled from within"])
async def test_a_duty_that_ends_by_itself_ends_the_bot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, duty: str, end: str
) -> None:
    async def ended(_: object) -> None:
        if end != "returns":
            raise asyncio.CancelledError

    async with (
        outside(tmp_path) as (telegram, gateway),
        build(settings(environment(telegram, gateway, tmp_path))) as app,
    ):
        monkeypatch.setattr(type(DUTIES[duty](app)), "run", ended)
        with pytest.raises(BaseExceptionGroup) as raised:
            async with asyncio.timeout(60):
                await app.live()
    assert any("ended by itself" in str(error) for error in raised.value.exceptions)
