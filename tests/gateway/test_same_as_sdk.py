"""The public openai SDK and our reader understand the same bytes alike, where the SDK can see the picture.

An answer of the sandbox is recorded once and played back to the SDK; what it shows (texts, `images`, `data`,
parts, output) is then searched with two plain expressions that share nothing with bot/gateway/answer.
"""

import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import openai
import pybase64
import pytest

from bot.gateway.answer import Reader
from bot.gateway.call import Answer, Found, Inline
from bot.sandbox.gateway import MODELS, GatewayServer, Reply
from tests.sandbox.gateway_kit import client, data_uri, photo, request_for

PROMPT = "rotate left"
LINK = re.compile(r"https?://[^\s)\]\"]+")
BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4}){64,}[A-Za-z0-9+/=]*")
PICTURES_IN = frozenset({data_uri(photo())})


@pytest.fixture
async def gateway() -> AsyncIterator[GatewayServer]:
    async with GatewayServer() as server:
        yield server


@pytest.fixture
async def sdk(gateway: GatewayServer) -> AsyncIterator[openai.AsyncOpenAI]:
    async with openai.AsyncOpenAI(base_url=gateway.base_url, api_key=gateway.key, max_retries=0) as opened:
        yield opened


async def recorded(gateway: GatewayServer, path: str, body: dict[str, Any]) -> httpx.Response:
    """The sandbox's answer, which the next request gets again byte for byte."""
    async with client(gateway) as http:
        answer = await http.post(path, json=body)
    assert answer.status_code == 200, answer.text
    head = {"Content-Type": answer.headers["content-type"]}
    gateway.script(Reply(body=answer.content, headers=head, chunk_size=1009))
    return answer


def read(gateway: GatewayServer, answer: httpx.Response, urls: frozenset[str] = PICTURES_IN) -> Answer:
    reader = Reader(200, dict(answer.headers), urls=urls, base_url=gateway.base_url, whole_text=True)
    for at in range(0, len(answer.content), 997):
        reader.feed(answer.content[at : at + 997])
    return reader.close()


async def shown(gateway: GatewayServer, texts: list[str]) -> set[bytes]:
    """Every picture in what the SDK shows, but for the request's own."""
    found = {pybase64.b64decode(match) for text in texts for match in BASE64.findall(text)}
    async with client(gateway) as http:
        links = {link for text in texts for link in LINK.findall(text)}
        found |= {(await http.get(link)).content for link in sorted(links)}
    return found - {photo()}


async def fetched(gateway: GatewayServer, pictures: tuple[Found, ...]) -> list[bytes]:
    async with client(gateway) as http:
        return [p.data if isinstance(p, Inline) else (await http.get(p.url)).content for p in pictures]


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


async def spoken(answer: Any) -> list[dict[str, Any]]:
    """The messages of an answer, or the deltas of a stream, with all that the SDK does not know by name."""
    chunks = [chunk async for chunk in answer] if isinstance(answer, openai.AsyncStream) else [answer]
    said = [getattr(choice, "delta", None) or choice.message for c in chunks for choice in c.choices or ()]
    beside = [chunk.model_extra["data"] for chunk in chunks if (chunk.model_extra or {}).get("data")]
    return [each.model_dump(warnings="none") for each in said] + [{"data": data} for data in beside]


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("model", MODELS)
async def test_a_chat_answer_holds_the_same_words_and_pictures_for_both(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI, model: str, *, stream: bool
) -> None:
    request = request_for(gateway, model, PROMPT, photo(), stream=stream)
    answer = await recorded(gateway, "/chat/completions", request)
    results = gateway.last_results
    is_stream = answer.headers["content-type"].startswith("text/event-stream")
    said = await spoken(await sdk.chat.completions.create(**request | {"stream": is_stream}))
    words = [each["content"] for each in said if isinstance(each.get("content"), str)]
    parts = [part for each in said if isinstance(each.get("content"), list) for part in each["content"]]
    texts = ["".join(words), *strings([each.get("images") for each in said]), *strings(parts)]
    texts += strings([each.get("data") for each in said])

    ours = read(gateway, answer, PICTURES_IN | frozenset(LINK.findall(str(request["messages"]))))
    assert await fetched(gateway, ours.pictures) == results
    assert await shown(gateway, texts) == set(results)
    links = {link for text in texts for link in LINK.findall(text)}
    assert {each.url for each in ours.pictures if not isinstance(each, Inline)} <= links
    assert (ours.text or "") == "".join([*words, *(part["text"] for part in parts if part.get("text"))])


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("model", ["gpt-image-1", "gpt-4o-image", "flux-kontext-pro"])
async def test_the_images_api_gives_both_the_same_pictures(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI, model: str, *, stream: bool
) -> None:
    request: dict[str, Any] = {"model": model, "prompt": "a cat", "n": 1 if stream else 2, "stream": stream}
    answer = await recorded(gateway, "/images/generations", request)
    results = gateway.last_results
    told = await sdk.images.generate(**request)
    last = [event async for event in told][-1] if isinstance(told, openai.AsyncStream) else told
    assert await shown(gateway, strings(last.model_dump())) == set(results)
    assert await fetched(gateway, read(gateway, answer).pictures) == results


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
async def test_responses_give_both_the_same_picture_and_words(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI, *, stream: bool
) -> None:
    request: dict[str, Any] = {
        "model": "gpt-4.1", "input": "draw a dog", "tools": [{"type": "image_generation"}], "stream": stream,
    }  # fmt: skip
    answer = await recorded(gateway, "/responses", request)
    results = gateway.last_results
    told = await sdk.responses.create(**request)
    last = [event async for event in told][-1].response if isinstance(told, openai.AsyncStream) else told
    calls = [item.result for item in last.output if item.type == "image_generation_call"]
    ours = read(gateway, answer)
    assert [pybase64.b64decode(call) for call in calls] == await fetched(gateway, ours.pictures) == results
    assert ours.text == last.output_text


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
async def test_words_without_a_picture_are_that_for_both(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI, *, stream: bool
) -> None:
    request = request_for(gateway, "nano-banana", "words only", photo(), stream=stream)
    answer = await recorded(gateway, "/chat/completions", request)
    said = await spoken(await sdk.chat.completions.create(**request))
    ours = read(gateway, answer)
    assert ours.pictures == ()
    assert ours.text == "".join(each["content"] or "" for each in said)
