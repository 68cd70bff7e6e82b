"""Token, keys and what people write are where they belong, and nowhere else, also when all goes wrong."""

import re
import signal
from pathlib import Path

import aiohttp
import pytest

from bot import upkeep
from bot.sandbox.gateway import Reply
from bot.sandbox.telegram import TelegramServer, User
from tests.fakes.receivers import receiving
from tests.web.test_site import ask, free_port
from tests.whole.places import files, found
from tests.whole.test_console import LINK, PAGES, Browser
from tests.whole.test_process import polled, running
from tests.whole.town import ADMIN, TOKEN, environment, is_final, outside, settings

SECRET = TOKEN.partition(":")[2]
PASTED = "998877665:ZZ-somebody_elses_canary_0123456789"
EVERY_EDIT = "/edits?state=any"
PROMPT = "a canary that sings in the mine"


async def console(telegram: TelegramServer, root: User) -> str:
    """All that an admin sees in the console, the page of each edit included."""
    way = await telegram.wait_for_answer(
        telegram.send_text(root, "/console"), lambda each: bool(LINK.search(each.text or "")), timeout=60
    )
    link = LINK.findall(way.text or "")[0]
    async with aiohttp.ClientSession() as client:
        browser = Browser(client, link.partition("/console")[0])
        assert (await browser.post(link)).status == 303
        pages = {path: await browser.get(f"/console{path}") for path in (*PAGES, EVERY_EDIT)}
        edits = set(re.findall(r"/edits/([\w-]{16})", pages[EVERY_EDIT].text))
        assert len(edits) == 4
        pages |= {edit: await browser.get(f"/console/edits/{edit}") for edit in edits}
    assert {page.status for page in pages.values()} == {200}
    return "\n".join(page.text for page in pages.values())


@pytest.mark.sqlite  # it reads the file
async def test_secrets_and_prompts_are_in_no_place_where_they_do_not_belong(
    tmp_path: Path, photo: bytes
) -> None:
    copy, port = tmp_path / "copy.db", free_port()
    async with receiving() as receivers, outside(tmp_path) as (telegram, gateway):
        ann = telegram.add_user("Ann", id=101, language_code="en")
        root = telegram.add_user("Root", id=ADMIN, language_code="en")
        environ = environment(telegram, gateway, tmp_path) | {
            "DARKROOM_ALERTS": "true",
            "DARKROOM_LOG__LEVEL": "debug",
            "DARKROOM_WEB__LISTEN": f"127.0.0.1:{port}",
            "DARKROOM_SENTRY__DSN": receivers.dsn,
            "DARKROOM_OTEL__ENDPOINT": receivers.endpoint,
        }
        async with running(tmp_path, environ) as bot:
            await polled(telegram)
            gateway.script(Reply(401, {"error": {"message": f"key {gateway.key}, asked for {PROMPT}"}}))
            gateway.script(Reply(200, f"<html>{gateway.key} {PROMPT}</html>"))
            telegram.push({"message": {"message_id": 6, "text": PROMPT}})  # nobody can read that
            telegram.fail_next("getFile", 500, "Internal Server Error", times=2)
            for caption in (PROMPT, PROMPT, f"{PROMPT}: my token is {PASTED}"):
                request = telegram.send_photo(ann, photo, caption)
                await telegram.wait_for_answer(request, is_final, timeout=60)
            telegram.fail_next("sendPhoto", 400, f"Bad Request: {PROMPT}", times=1)
            request = telegram.send_photo(ann, photo, PROMPT)
            await telegram.wait_for_answer(request, is_final, timeout=60)
            await telegram.wait_for_answer(telegram.send_text(root, "/admin"), timeout=60)
            _, _, figures = await ask(port, "/metrics")
            pages = await console(telegram, root)
            stats = await upkeep.stats(settings(environ), 1)
            await upkeep.backup(settings(environ), copy)
            bot.process.send_signal(signal.SIGTERM)
            assert await bot.ended() == 0
        assert "update parked" in {event["logentry"]["message"] for event in receivers.events}
        assert {"edit", "waiting", "calling", "delivering", "POST"} <= {span.name for span in receivers.spans}
        told: dict[str, str | bytes] = {
            "the log": bot.said(),
            "what Sentry and the collector got": b"\n".join(receivers.raw),
            "the figures": stats,
            "the metrics": figures,
            "the console": pages,
            "what an admin read": "\n".join(each.text or "-" for each in telegram.answers(root)),
        }
        assert found((SECRET, gateway.key, PROMPT, PASTED), told) == []
        kept: dict[str, str | bytes] = {
            "the data folder": files(tmp_path / "data"),
            "the backup": copy.read_bytes(),
            "what the bot said to Telegram": str([call.params for call in telegram.calls]),
        }
        assert found((SECRET, gateway.key), kept) == []
        sent: dict[str, str | bytes] = {
            "requests to the gateway": b"\n".join(call.raw for call in gateway.calls),
            "their addresses and headers": str(
                [(call.path, call.query, call.headers) for call in gateway.calls]
            ),
        }
        assert found((SECRET,), sent) == []
        assert {
            name for call in gateway.calls for name, value in call.headers.items() if gateway.key in value
        } == {"Authorization"}
