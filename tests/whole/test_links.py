"""Pictures by public link: gateways fetch them from the bot's own HTTP face, and from nowhere else."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import orjson
import pytest
from structlog.testing import capture_logs

from bot import upkeep
from bot.domain.errors import StartupFault
from bot.gateway.recordings import explain_files
from bot.sandbox.gateway import Reply
from bot.services.calls import Calls
from bot.services.console.console import Console
from tests.web.test_site import free_port
from tests.whole.test_main_job import choose, result
from tests.whole.town import TOKEN, Town, a_town, duty_of, environment, inhabited, outside, settings

WHY = "takes pictures by public link only; set web.public_url, or links.bucket"


@pytest.fixture
async def open_town(tmp_path: Path) -> AsyncIterator[tuple[Town, str]]:
    """A town whose bot the world reaches, and the address."""
    listen = f"127.0.0.1:{free_port()}"
    changes = {"DARKROOM_WEB__LISTEN": listen, "DARKROOM_WEB__PUBLIC_URL": f"http://{listen}"}
    async with a_town(tmp_path, **changes) as town:
        yield town, f"http://{listen}"


@pytest.fixture
async def town_with_console(tmp_path: Path) -> AsyncIterator[Town]:
    """A town whose admins have their console."""
    async with a_town(tmp_path, DARKROOM_WEB__LISTEN="127.0.0.1:0") as town:
        yield town


async def test_a_model_that_takes_links_fetches_the_photo_from_the_bot(
    open_town: tuple[Town, str], photo: bytes
) -> None:
    town, address = open_town
    assert "Not available" not in await town.says(town.ann, "/model")
    await choose(town, town.ann, "chat-seededit")
    answer = await town.answer(town.telegram.send_photo(town.ann, photo, "换成红色背景"))
    assert result(town, answer) == town.gateway.last_results[0]
    (call,) = town.gateway.calls
    assert isinstance(call.body, dict)
    (message,) = call.body["messages"]
    link, _, prompt = message["content"].partition(" ")
    assert prompt == "换成红色背景"
    assert link.startswith(f"{address}/m/")
    async with aiohttp.ClientSession() as world, world.get(link) as fetched:
        assert (fetched.status, fetched.content_type, await fetched.read()) == (200, "image/jpeg", photo)
    assert TOKEN not in call.raw.decode()
    assert "/file/bot" not in call.raw.decode()


async def test_a_gateway_that_cannot_read_bytes_gets_a_link_instead(
    open_town: tuple[Town, str], photo: bytes
) -> None:
    town, address = open_town
    refusal = {"error": {"message": "failed_to_download_image", "type": "invalid_request_error"}}
    town.gateway.script(Reply(400, refusal))
    answer = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
    assert result(town, answer) == town.gateway.last_results[0]
    first, then = (call.body["messages"][0]["content"][1]["image_url"]["url"] for call in town.gateway.calls)
    assert first.startswith("picture:"), "bytes"
    assert then.startswith(f"{address}/m/")


async def test_without_public_links_the_model_is_not_offered_and_the_operator_reads_why(
    tmp_path: Path,
) -> None:
    with capture_logs() as log:
        async with a_town(tmp_path) as town:
            models = town.app.desk.account.catalogue
            assert "chat-seededit" not in [model.id for model in models.models]
            shown = await town.answer(town.telegram.send_text(town.ann, "/model"))
            assert "目前在这里不可用：SeedEdit (by link)。" in await town.says(town.ming, "/model")
            assert shown.text
            assert "Not available here at the moment: SeedEdit (by link)." in shown.text
            assert not [label for row in shown.buttons for label in row if "SeedEdit (by link)" in str(label)]
            found = await upkeep.check(town.app.settings)
    assert {"model": "chat-seededit", "why": WHY} in [
        {key: line[key] for key in ("model", "why")} for line in log if line["event"] == "model not offered"
    ]
    assert upkeep.Finding("models", well=True, sentence=f"chat-seededit is not on offer: it {WHY}") in found


async def test_a_model_that_the_operator_asked_for_and_cannot_have_is_a_fault_of_check(
    tmp_path: Path,
) -> None:
    async with outside(tmp_path) as (telegram, gateway):
        environ = environment(telegram, gateway, tmp_path)
        environ["DARKROOM_MODELS"] = "nano-banana, chat-seededit"
        found = await upkeep.check(settings(environ))
        assert [
            finding.sentence for finding in found if finding.subject == "models" and not finding.well
        ] == [f"chat-seededit is not on offer: it {WHY}"]
        environ["DARKROOM_DEFAULT_MODEL"] = "chat-seededit"
        with pytest.raises(
            StartupFault, match="default_model: 'chat-seededit' takes pictures by public link"
        ):
            async with inhabited(telegram, gateway, tmp_path, {**environ}):
                pass


async def test_an_answer_that_nobody_understands_is_kept_for_explain_without_secrets(
    town_with_console: Town, photo: bytes, tmp_path: Path
) -> None:
    town = town_with_console
    words = f"Here you are! {town.gateway.key} Bearer abcdefghijkl"
    reply = Reply(200, {"choices": [{"message": {"role": "assistant", "content": words}}]})
    town.gateway.script(reply, times=0)
    with capture_logs() as log:
        await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
    (kept,) = (tmp_path / "data" / "spool").rglob("answer.http")
    line = next(line for line in log if line["event"] == "answer not understood")
    assert (line["edit"], line["kept"]) == (kept.parent.name, str(kept))
    assert town.gateway.key not in kept.read_text()
    assert "abcdefghijkl" not in kept.read_text()
    await duty_of(town.app, Calls).write()
    opened = await duty_of(town.app, Console).edit(kept.parent.name)
    assert opened
    assert opened.said
    assert [(each.fault, each.status) for each in opened.calls][-1] == ("no_image", 200)
    assert '"text":"<prompt, 5 characters>"' in opened.said.request
    assert "<base64 image/jpeg, " in opened.said.request
    assert ("error_kind", "no_image") in [(fact.name, fact.value) for fact in opened.said.facts]
    assert town.gateway.key not in opened.said.request
    (told,) = explain_files([str(kept)])
    assert orjson.loads(json.dumps(told.facts)) == {
        "status": 200,
        "images": [],
        "text": "Here you are! … Bearer …",
        "error_kind": "no_image",
        "retry_after": None,
        "progress": [],
    }
