"""The public openai SDK talks to the sandbox's gateway: it is not only our own client that understands it."""

import base64
from collections.abc import AsyncIterator
from typing import Any

import openai
import pytest

from bot.sandbox.gateway import MODELS, GatewayServer
from tests.sandbox.gateway_kit import hosted, opened, parts, photo


@pytest.fixture
async def gateway() -> AsyncIterator[GatewayServer]:
    async with GatewayServer() as server:
        yield server


@pytest.fixture
async def sdk(gateway: GatewayServer) -> AsyncIterator[openai.AsyncOpenAI]:
    async with openai.AsyncOpenAI(base_url=gateway.base_url, api_key=gateway.key, max_retries=0) as client:
        yield client


def messages(prompt: str, *pictures: bytes) -> Any:
    return [{"role": "user", "content": parts(prompt, *pictures)}]


async def test_models_are_listed(sdk: openai.AsyncOpenAI) -> None:
    assert {model.id async for model in sdk.models.list()} == set(MODELS)


async def test_chat_gives_a_link_to_the_edited_picture(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI
) -> None:
    answer = await sdk.chat.completions.create(model="sora_image", messages=messages("rotate left", photo()))
    content = answer.choices[0].message.content or ""
    assert content.startswith(f"![图片]({gateway.root}/files/")
    assert answer.usage
    assert answer.usage.total_tokens == 0
    assert opened(gateway.last_results[0]).size == (90, 120)


async def test_chat_gives_images_beside_the_content(gateway: GatewayServer, sdk: openai.AsyncOpenAI) -> None:
    answer = await sdk.chat.completions.create(model="nano-banana", messages=messages("sepia", photo()))
    extra = answer.choices[0].message.model_extra or {}
    encoded = extra["images"][0]["image_url"]["url"].removeprefix("data:image/png;base64,")
    assert base64.b64decode(encoded) == gateway.last_results[0]


async def test_a_stream_shows_progress_and_then_the_link(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI
) -> None:
    stream = await sdk.chat.completions.create(
        model="gpt-4o-image", messages=messages("invert", photo()), stream=True
    )
    text = "".join([chunk.choices[0].delta.content or "" async for chunk in stream])
    assert text.index("进度 14%") < text.index("进度 83%") < text.index("![gen_")
    assert "[点击下载](" in text


async def test_the_string_model_streams_one_character_at_a_time(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI
) -> None:
    content = f"{hosted(gateway, photo())} 衣服换成红色🕶"
    stream = await sdk.chat.completions.create(
        model="chat-seededit", messages=[{"role": "user", "content": content}], stream=True
    )
    pieces = [chunk.choices[0].delta.content or "" async for chunk in stream]
    assert {len(piece) for piece in pieces} == {1}
    assert "".join(pieces).startswith("> 🖌️正在绘画\n")
    assert gateway.calls[-1].pictures == [photo()]


async def test_a_big_picture_comes_in_one_chunk_with_the_usage_last(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI
) -> None:
    stream = await sdk.chat.completions.create(
        model="gemini-2.5-flash-image-preview", messages=messages("snow", photo((900, 700))), stream=True
    )
    chunks = [chunk async for chunk in stream]
    assert max(len(c.choices[0].delta.content or "") for c in chunks if c.choices) > 131_072
    assert chunks[-1].choices == []
    assert chunks[-1].usage


async def test_images_generate_gives_bytes_of_the_asked_size(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI
) -> None:
    answer = await sdk.images.generate(
        model="gpt-image-1", prompt="a cat at sunset", size="1536x1024", n=2, output_format="webp"
    )
    data = [base64.b64decode(item.b64_json or "") for item in answer.data or []]
    assert data == gateway.last_results
    assert len(set(data)) == 2
    assert opened(data[0]).size == (1536, 1024)
    assert opened(data[0]).format == "WEBP"


async def test_images_generate_streams_previews_and_the_picture(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI
) -> None:
    stream = await sdk.images.generate(
        model="gpt-image-1", prompt="sea", size="1024x1024", stream=True, partial_images=2
    )
    events = [event async for event in stream]
    assert [event.type for event in events] == [
        "image_generation.partial_image",
        "image_generation.partial_image",
        "image_generation.completed",
    ]
    assert base64.b64decode(events[-1].b64_json) == gateway.last_results[0]


async def test_images_edit_takes_files_and_a_mask(gateway: GatewayServer, sdk: openai.AsyncOpenAI) -> None:
    files = [("one.png", photo(kind="PNG"), "image/png"), ("two.jpg", photo(), "image/jpeg")]
    answer = await sdk.images.edit(model="gpt-image-1", image=files, prompt="mirror", n=1)
    data = base64.b64decode((answer.data or [])[0].b64_json or "")
    assert opened(data).size == (240, 90)
    call = gateway.calls[-1]
    assert call.pictures == [photo(kind="PNG"), photo()]
    assert call.body["prompt"] == "mirror"
    masked = await sdk.images.edit(
        model="gpt-image-1", image=files[0], mask=("mask.png", photo(kind="PNG"), "image/png"), prompt="sepia"
    )
    assert masked.data


async def test_a_link_model_gives_a_signed_url(gateway: GatewayServer, sdk: openai.AsyncOpenAI) -> None:
    answer = await sdk.images.generate(model="flux-kontext-pro", prompt="night city")
    assert "&sig=" in ((answer.data or [])[0].url or "")


async def test_responses_gives_an_image_generation_call(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI
) -> None:
    answer = await sdk.responses.create(
        model="gpt-4.1", input="draw a dog", tools=[{"type": "image_generation", "size": "1024x1024"}]
    )
    calls = [item for item in answer.output if item.type == "image_generation_call"]
    assert base64.b64decode(calls[0].result or "") == gateway.last_results[0]


async def test_responses_stream_ends_with_the_whole_answer(
    gateway: GatewayServer, sdk: openai.AsyncOpenAI
) -> None:
    stream = await sdk.responses.create(
        model="gpt-4.1",
        input="draw a dog",
        tools=[{"type": "image_generation", "partial_images": 1}],
        stream=True,
    )
    events = [event async for event in stream]
    assert events[0].type == "response.created"
    assert events[-1].type == "response.completed"
    assert events[-1].response.output[0].type == "image_generation_call"


async def test_a_wrong_key_is_an_authentication_error(gateway: GatewayServer) -> None:
    async with openai.AsyncOpenAI(base_url=gateway.base_url, api_key="sk-wrong", max_retries=0) as sdk:
        with pytest.raises(openai.AuthenticationError, match="无效的令牌"):
            await sdk.models.list()
        with pytest.raises(openai.AuthenticationError):
            await sdk.chat.completions.create(model="sora_image", messages=messages("sepia", photo()))


async def test_faults_are_the_sdks_own_errors(gateway: GatewayServer, sdk: openai.AsyncOpenAI) -> None:
    async def ask(prompt: str, model: str = "nano-banana") -> None:
        await sdk.chat.completions.create(model=model, messages=messages(prompt, photo()))

    with pytest.raises(openai.RateLimitError) as busy:
        await ask("busy")
    assert busy.value.response.headers["retry-after"] == "12"
    with pytest.raises(openai.BadRequestError) as forbidden:
        await ask("something forbidden")
    assert forbidden.value.code == "moderation_blocked"
    with pytest.raises(openai.InternalServerError):
        await ask("please fail")
    with pytest.raises(openai.InternalServerError) as unknown:
        await ask("sepia", "no-such-model")
    assert unknown.value.status_code == 503
    assert unknown.value.code == "model_not_found"
