"""The whole bot behind LiteLLM, a gateway that nobody here wrote, which asks the sandbox's in turn.

What LiteLLM 1.106.2 changes on the way, seen here:
- `stream: false` is left out; `Retry-After` comes back as `llm_provider-retry-after`;
- an answer without `choices` (`data` on the chat path, R-DATA-ON-CHAT) becomes a 500, in a stream nothing;
- images without `type` and content in parts become a 500 "Invalid response object", in a stream the parts
  are dropped, the images are not;
- an unknown parameter of the images API (`style`) is a 400, unless the operator sets `drop_params`;
- a wrong key is a 400 `no_db_connection`, where it has no database.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.sandbox.effects import sample
from bot.sandbox.gateway import MODELS, GatewayServer, Reply
from bot.sandbox.telegram import TelegramServer
from bot.upkeep import check
from tests.real.litellm import PROXY_KEY, Proxy
from tests.whole.town import TOKEN, Town, environment, inhabited, settings

pytestmark = pytest.mark.real

BY_LINK = {"chat-seededit"}
"""Needs public links, which the towns here have not."""
NO_CHOICES = {"gpt-image-1", "flux-kontext-pro", "doubao-seedream-4-0-250828"}
PARTS = {"doubao-seededit-3-0-i2i-250628"}
UNTYPED = {"nano-banana-hd"}
ONLY_JSON = {"gpt-image-1"}
"""Answers as JSON though a stream was asked for, which LiteLLM takes for a stream without events."""
WHOLE = sorted(MODELS.keys() - BY_LINK - NO_CHOICES - PARTS - UNTYPED)
STREAMED = sorted(MODELS.keys() - BY_LINK - PARTS - ONLY_JSON)
PHOTO = sample("cat").data
WAIT = 60
"""Seconds: a 429 is asked again a few times."""


@asynccontextmanager
async def a_town(
    proxy: Proxy, folder: Path, *models: dict[str, Any], key: str = PROXY_KEY
) -> AsyncIterator[Town]:
    changes = {
        "DARKROOM_GATEWAY__BASE_URL": proxy.base_url,
        "DARKROOM_GATEWAY__API_KEY": key,
        "DARKROOM_MODELS": orjson.dumps(list(models)).decode(),
    }
    async with (
        TelegramServer(TOKEN) as telegram,
        GatewayServer(port=proxy.upstream) as gateway,
        inhabited(telegram, gateway, folder, changes) as town,
    ):
        yield town
    assert telegram.violations == []


async def edited(town: Town, prompt: str = "rotate left") -> bytes:
    answer = await town.answer(town.telegram.send_photo(town.ann, PHOTO, prompt))
    assert answer.file_id, answer.text
    return town.telegram.file_bytes(answer.file_id)


async def refused(town: Town, prompt: str = "rotate left") -> str:
    """The one sentence, after which all credits are there."""
    answer = await town.answer(town.telegram.send_photo(town.ann, PHOTO, prompt))
    await town.idle()
    assert answer.file_id is None
    assert await town.left(town.ann) == 10
    assert PROXY_KEY not in (answer.text or "")
    return answer.text or ""


@pytest.mark.parametrize(
    ("model", "stream"), [*((model, False) for model in WHOLE), *((model, True) for model in STREAMED)]
)
async def test_an_edit_by_chat_comes_back_byte_for_byte(
    proxy: Proxy, tmp_path: Path, model: str, *, stream: bool
) -> None:
    async with a_town(proxy, tmp_path, {"id": model, "stream": stream}) as town:
        result = await edited(town)
        assert [result] == town.gateway.last_results
        assert town.gateway.calls[0].body.get("stream", False) is stream
        assert town.gateway.calls[0].pictures == [PHOTO]


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("model", sorted(PARTS | NO_CHOICES | UNTYPED))
async def test_an_answer_that_it_does_not_understand_is_one_sentence_and_costs_nothing(
    proxy: Proxy, tmp_path: Path, model: str, *, stream: bool
) -> None:
    """Where LiteLLM swallows the picture, the bot can only say so; otherwise it delivers it."""
    async with a_town(proxy, tmp_path, {"id": model, "stream": stream}) as town:
        if stream and model in STREAMED:
            assert await edited(town)
        else:
            assert await refused(town)


@pytest.mark.parametrize("model", ["gpt-image-1", "gpt-4o-image"])
async def test_a_text_becomes_a_picture_through_the_images_api(
    proxy: Proxy, tmp_path: Path, model: str
) -> None:
    changes = {"dialect": "images", "stream": False, "styles": []}
    async with a_town(proxy, tmp_path, {"id": model, **changes}) as town:
        answer = await town.answer(town.telegram.send_text(town.ann, "a cat in a tree"))
        assert answer.file_id, answer.text
        assert [town.telegram.file_bytes(answer.file_id)] == town.gateway.last_results
        assert town.gateway.calls[0].path == "/v1/images/generations"


async def test_a_photo_is_edited_through_the_images_api(proxy: Proxy, tmp_path: Path) -> None:
    async with a_town(proxy, tmp_path, {"id": "gpt-image-1", "dialect": "images", "stream": False}) as town:
        assert [await edited(town)] == town.gateway.last_results
        assert town.gateway.calls[0].path == "/v1/images/edits"
        assert town.gateway.calls[0].pictures == [PHOTO]


async def test_check_finds_the_models_that_it_offers(proxy: Proxy, tmp_path: Path) -> None:
    async with a_town(proxy, tmp_path, {"id": "nano-banana"}) as town:
        environ = environment(town.telegram, town.gateway, tmp_path) | {
            "DARKROOM_GATEWAY__BASE_URL": proxy.base_url,
            "DARKROOM_GATEWAY__API_KEY": PROXY_KEY,
            "DARKROOM_MODELS": "nano-banana,no-such-model",
        }
        findings = await check(settings(environ))
        told = {finding.subject: (finding.well, finding.sentence) for finding in findings}
        name = next(subject for subject in told if subject.startswith("gateway "))
        assert told[name] == (True, f"{len(MODELS)} models")
        assert told["models"] == (False, f"no-such-model is offered by no gateway ({name.split()[1]})")


async def test_a_wrong_key_is_told_as_our_fault_and_costs_nothing(proxy: Proxy, tmp_path: Path) -> None:
    async with a_town(proxy, tmp_path, {"id": "nano-banana"}, key="sk-wrong") as town:
        assert "does not let me in" in await refused(town)
        assert town.gateway.calls == []


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize(
    ("status", "sentence", "calls"),
    [
        (401, "does not let me in", 1),
        (402, "its own budget", 1),
        (400, "content rules", 1),
        (500, "had a fault", 2),
        (504, "took too long", 1),
        (524, "took too long", 1),
    ],
)
async def test_a_fault_of_the_gateway_behind_it_is_one_sentence_and_costs_nothing(
    proxy: Proxy, tmp_path: Path, status: int, sentence: str, calls: int, *, stream: bool
) -> None:
    async with a_town(proxy, tmp_path, {"id": "nano-banana", "stream": stream}) as town:
        town.gateway.fail_next(status, times=0)
        assert sentence in await refused(town)
        assert len(town.gateway.calls) == calls


async def test_its_429_is_waited_for_as_long_as_the_gateway_behind_it_asked(
    proxy: Proxy, tmp_path: Path
) -> None:
    async with a_town(proxy, tmp_path, {"id": "nano-banana"}) as town:
        busy = {"error": {"message": "slow down", "code": "rate_limit_exceeded"}}
        town.gateway.fail_next(429, busy, {"Retry-After": "1"})
        assert [await edited(town)] == town.gateway.last_results
        assert len(town.gateway.calls) == 2


async def test_a_429_that_stays_is_one_sentence_and_costs_nothing(proxy: Proxy, tmp_path: Path) -> None:
    async with a_town(proxy, tmp_path, {"id": "nano-banana"}) as town:
        town.gateway.fail_next(429, {"error": {"message": "slow down"}}, {"Retry-After": "1"}, times=0)
        assert "too busy" in await refused(town)
        assert len(town.gateway.calls) == 4


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
async def test_words_without_a_picture_are_one_sentence_and_cost_nothing(
    proxy: Proxy, tmp_path: Path, *, stream: bool
) -> None:
    async with a_town(proxy, tmp_path, {"id": "nano-banana", "stream": stream}) as town:
        assert "without a picture" in await refused(town, "words only")


async def test_an_error_in_the_middle_of_a_stream_is_one_sentence_and_costs_nothing(
    proxy: Proxy, tmp_path: Path
) -> None:
    chunk = {"choices": [{"index": 0, "delta": {"role": "assistant", "content": "> 进度 14%\n"}}]}
    told = {"error": {"message": "upstream gone", "type": "upstream_error", "code": 500}}
    stream = b"".join(b"data: " + orjson.dumps(each) + b"\n\n" for each in (chunk, told))
    async with a_town(proxy, tmp_path, {"id": "nano-banana", "stream": True}) as town:
        town.gateway.script(Reply(body=stream), times=0)
        assert "had a fault" in await refused(town)
