"""What /metrics tells is what happened, to the last edit; whom it happened to is not told."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.app import App, build
from bot.domain.edit import Draft, Edit, Place
from bot.domain.errors import StorageFault
from bot.sandbox.gateway import GatewayServer, Reply
from bot.sandbox.gateway.journal import Call
from bot.storage.database import Database
from tests.fakes.clock import FakeClock
from tests.fakes.messenger import FakeMessenger
from tests.imaging import files
from tests.sandbox.gateway_kit import data_uri
from tests.web.test_site import ask, free_port
from tests.whole.town import environment, living, outside, settings

PERSON = 7_654_321
BANANA, FLUX = "nano-banana", "flux-kontext-max"
WORDS = Reply(200, {"choices": [{"message": {"content": "I can only talk."}}]})
FORBIDDEN = Reply(400, {"error": {"code": "moderation_blocked", "message": "safety"}})
WRONG_KEY = Reply(401, {"error": {"message": "invalid key", "code": "invalid_api_key"}})
PICTURE = Reply(200, {"choices": [{"message": {"content": f"![x]({data_uri(files.png(), 'image/png')})"}}]})

Figures = dict[tuple[str, frozenset[tuple[str, str]]], float]


@dataclass
class Watched:
    """The bot between two gateways, seen from outside."""

    app: App
    port: int
    updates: "count[int]"

    async def ask(self, prompt: str, times: int, model: str = BANANA) -> list[Edit]:
        draft = Draft(PERSON, Place(PERSON, 1), prompt, model=model)
        return [await self.app.desk.submit.edit(draft, update=next(self.updates)) for _ in range(times)]

    async def idle(self) -> None:
        async def unfinished(conn: Any) -> bool:
            return bool(await conn.all("SELECT 1 FROM edits WHERE ended IS NULL"))

        async with asyncio.timeout(60):
            while await self.app.database.read(unfinished):  # noqa: ASYNC110  rows tell nobody
                await asyncio.sleep(0.01)

    async def figures(self) -> Figures:
        status, headers, body = await ask(self.port, "/metrics")
        assert (status, headers["content-type"]) == (200, "text/plain; version=0.0.4; charset=utf-8")
        assert str(PERSON) not in body.decode()
        return {
            (sample.name, frozenset(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(body.decode())
            for sample in family.samples
        }


def of(figures: Figures, name: str, **labels: str) -> float | None:
    return figures.get((name, frozenset(labels.items())))


def all_of(figures: Figures, name: str) -> dict[tuple[str, ...], float]:
    """Those that are not 0, by their labels' values in the order of their names."""
    return {
        tuple(value for _, value in sorted(labels)): number
        for (each, labels), number in figures.items()
        if each == name and number
    }


def answering(answers: dict[str, Reply]) -> Any:
    """A gateway that knows a few words, and makes a picture of all others."""

    async def answer(call: Call) -> Reply:
        said = json.dumps(call.body)
        return next((reply for words, reply in answers.items() if words in said), PICTURE)

    return answer


@asynccontextmanager
async def watched(folder: Path) -> AsyncIterator[tuple[Watched, GatewayServer]]:
    async with outside(folder) as (telegram, one), GatewayServer() as two:
        one.on_call(answering({"mute": WORDS, "talk": WORDS, "forbidden": FORBIDDEN, "who": WRONG_KEY}))
        two.on_call(answering({"mute": WORDS}))
        gateways = [
            {"name": name, "base_url": each.base_url, "api_keys": [each.key], "priority": at}
            for at, (name, each) in enumerate({"one": one, "two": two}.items())
        ]
        port, clock = free_port(), FakeClock()
        environ = environment(telegram, one, folder) | {
            "DARKROOM_GATEWAYS": json.dumps(gateways),
            "DARKROOM_MODELS": f"{BANANA},{FLUX}",
            "DARKROOM_QUOTA__FREE": "1000",
            "DARKROOM_LIMITS__WAITING_PER_WALLET": "100",
            "DARKROOM_LIMITS__PER_WALLET": "20",
            "DARKROOM_WEB__LISTEN": f"127.0.0.1:{port}",
        }
        del environ["DARKROOM_GATEWAY__BASE_URL"], environ["DARKROOM_GATEWAY__API_KEY"]
        messenger = FakeMessenger(folder)
        async with build(settings(environ), messenger=messenger, clock=clock) as app, living(app):
            yield Watched(app, port, count(1)), one


async def test_after_a_hundred_edits_with_known_failures_every_figure_is_exactly_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with watched(tmp_path) as (bot, one):
        for prompt, times in {"fine": 50, "talk": 20, "mute": 10, "forbidden": 10}.items():
            await bot.ask(prompt, times)
        await bot.ask("fine", 5, FLUX)
        await bot.idle()
        one.hold()
        held = await bot.ask("fine", 4, FLUX)
        await one.until(lambda: one.held == 4, within=60)
        now = await bot.figures()
        assert all_of(now, "darkroom_edits") == {("calling",): 4}
        assert of(now, "darkroom_edits", state="waiting") == 0
        assert of(now, "darkroom_held_credits") == sum(edit.price for edit in held) > 4
        for edit in held:
            await bot.app.desk.submit.cancel(edit.id, person=PERSON)
        await one.until(lambda: one.disconnects == 4, within=60)
        one.release()
        await bot.ask("who", 1)
        await bot.idle()
        now = await bot.figures()

        assert all_of(now, "darkroom_edits_total") == {
            ("one", "", BANANA, "done"): 50,
            ("two", "", BANANA, "done"): 21,
            ("one", "", FLUX, "done"): 5,
            ("", "no_image", BANANA, "failed"): 10,
            ("", "content_policy", BANANA, "failed"): 10,
            ("", "", FLUX, "cancelled"): 4,
        }
        assert all_of(now, "darkroom_gateway_faults_total") == {
            ("one", "no_image"): 30,
            ("two", "no_image"): 10,
            ("one", "content_policy"): 10,
            ("one", "auth"): 1,
        }
        assert of(now, "darkroom_gateway_faults_total", gateway="two", kind="auth") == 0, "known before"
        assert all_of(now, "darkroom_edit_gateway_seconds_count") == {
            ("one", BANANA): 50, ("two", BANANA): 21, ("one", FLUX): 5,
        }  # fmt: skip
        assert of(now, "darkroom_edit_waiting_seconds_count") == 100
        assert of(now, "darkroom_edit_delivery_seconds_count") == 76
        assert all_of(now, "darkroom_edits") == {}
        assert of(now, "darkroom_held_credits") == of(now, "darkroom_inbox_waiting") == 0
        assert all_of(now, "darkroom_gateway_keys_aside") == {("one",): 1}
        assert of(now, "darkroom_gateway_resting", gateway="one") == 0
        assert of(now, "darkroom_telegram_requests_total", method="getMe", outcome="ok") in {1, 2}
        assert of(now, "darkroom_telegram_floods_total") == 0
        assert (of(now, "darkroom_disk_free_bytes") or 0) > 0
        assert all_of(now, "darkroom_build_info")
        assert all_of(now, "process_resident_memory_bytes")

        async def down(*_: object, **__: object) -> Any:
            raise StorageFault(detail="disk I/O error")

        monkeypatch.setattr(Database, "read", down)
        rest = await bot.figures()
        gone = {name for name, _ in now} - {name for name, _ in rest}
        stored = ("edits", "held_credits", "inbox_waiting", "inbox_age_seconds")
        assert gone == {f"darkroom_{each}" for each in stored}, "the rest is told"
        assert all_of(rest, "darkroom_edits_total") == all_of(now, "darkroom_edits_total")
