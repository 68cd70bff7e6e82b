"""Telegram posts updates instead of being asked for them: nobody notices, and nothing is lost."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import upkeep
from bot.chat.arrivals import Arrivals
from bot.chat.hook import Hook
from bot.domain.errors import StorageFault
from bot.services.inbox import Inbox
from bot.storage.database import Connection, Database
from bot.storage.migrate import migrate
from bot.web import address, site
from bot.web.health import Verdict
from bot.web.webhook import Webhook
from tests.fakes.clock import FakeClock
from tests.web.test_site import ask, free_port
from tests.whole.test_main_job import result
from tests.whole.town import by_webhook, environment, inhabited, outside, settings

POSTS = 1000


async def test_the_main_job_by_webhook_and_back_to_polling(
    tmp_path: Path, photo: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    async with outside(tmp_path) as (telegram, gateway):
        checked = settings(environment(telegram, gateway, tmp_path) | by_webhook(port))
        (_, before) = await upkeep._telegram(checked)
        assert (before.well, before.sentence) == (True, "not set yet; the bot sets it when it starts")
        async with inhabited(telegram, gateway, tmp_path, by_webhook(port)) as town:
            first = await town.answer(telegram.send_photo(town.ann, photo, "sepia"))
            assert result(town, first) == gateway.last_results[0]
            telegram.press(
                town.ann, first, next(each["text"] for each in first.buttons if "🔁" in each["text"])
            )
            await gateway.until(lambda: len(gateway.calls) == 2)
            await town.idle()
            assert (await ask(port, "/readyz"))[0] == 200

            store, refusals = Inbox.store, iter([StorageFault(detail="database or disk is full")] * 3)

            async def full(self: Inbox, updates: Sequence[Mapping[str, Any]]) -> int:
                if refusal := next(refusals, None):
                    raise refusal
                return await store(self, updates)

            async def at_once(_: float) -> None:
                await asyncio.sleep(0)

            monkeypatch.setattr(Inbox, "store", full)
            telegram.stage.webhook.sleep = at_once
            assert "credits" in await town.says(town.ann, "/quota")
            assert "503 Service Unavailable" in telegram.stage.webhook.hook.last_error_message
            (_, now) = await upkeep._telegram(checked)
            assert (now.well, now.sentence) == (True, "set, and Telegram has handed over all that came")
            assert telegram.calls_of("getUpdates") == []
        telegram.send_text(town.ann, "/help")
        async with inhabited(telegram, gateway, tmp_path, {}) as town:
            await town.answer(telegram.send_photo(town.ann, photo, "sepia"))
        assert telegram.calls_of("getUpdates")
        assert telegram.pending == []


@asynccontextmanager
async def a_life(folder: Path) -> AsyncIterator[tuple[Database, str]]:
    """The hook over a real database, and its address."""
    async with Database.open(folder / "db") as database:
        await migrate(database, 0)
        arrivals = Arrivals(Inbox(database, FakeClock()), lambda: None)
        hook = Hook(None, arrivals, FakeClock(), "http://x/hook", "secret")  # type: ignore[arg-type]
        door = Webhook(hook.url, secret=hook.secret, take=hook.take)
        server = site.Server(site.build(health=Verdict, ready=Verdict, hook=door))
        listener = address.bind("127.0.0.1:0")
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(server.serve(listener))
            yield database, f"http://127.0.0.1:{listener.getsockname()[1]}/hook"
            server.stop()


async def post_all(url: str, updates: Sequence[int]) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": "secret"}
    async with aiohttp.ClientSession(headers=headers) as telegram, asyncio.TaskGroup() as tasks:

        async def post(update: int) -> None:
            body = {"update_id": update, "message": {"message_id": update}}
            async with telegram.post(url, json=body) as answer:
                assert answer.status == 200

        for update in updates:
            tasks.create_task(post(update))


async def test_a_thousand_posts_at_once_are_stored_once_each_though_a_restart_repeats_them(
    tmp_path: Path,
) -> None:
    async with a_life(tmp_path) as (_, url):
        await post_all(url, range(POSTS // 2))

    async def stored(conn: Connection) -> list[tuple[int, int]]:
        rows = await conn.all("SELECT count(*), count(DISTINCT update_id) FROM inbox WHERE state = 'new'")
        return [tuple(row) for row in rows]

    async with a_life(tmp_path) as (database, url):
        await post_all(url, range(POSTS))
        assert await database.read(stored) == [(POSTS, POSTS)]
