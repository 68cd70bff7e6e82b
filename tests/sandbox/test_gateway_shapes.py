"""Every model answers in its own real shape, and whatever the shape, the picture is the edited one."""

import base64
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.sandbox.gateway import MODELS, GatewayServer
from tests.sandbox.gateway_kit import chat, client, hosted, opened, photo, pictures_in, request_for


@pytest.fixture
async def gateway() -> AsyncIterator[GatewayServer]:
    async with GatewayServer() as server:
        yield server


@pytest.fixture
async def http(gateway: GatewayServer) -> AsyncIterator[httpx.AsyncClient]:
    async with client(gateway) as opened_client:
        yield opened_client


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("model", MODELS)
async def test_each_model_answers_with_the_edited_picture(
    gateway: GatewayServer, http: httpx.AsyncClient, model: str, *, stream: bool
) -> None:
    body = request_for(gateway, model, "rotate left", photo(), stream=stream)
    answer = await http.post("/chat/completions", json=body)
    assert answer.status_code == 200
    assert await pictures_in(gateway, answer.content) == set(gateway.last_results)
    assert opened(gateway.last_results[0]).size == (90, 120)
    assert gateway.calls[-1].pictures == [photo()]
    streamed = stream and MODELS[model].streamed is not None
    assert answer.headers["content-type"].startswith("text/event-stream" if streamed else "application/json")


async def test_no_two_models_answer_in_the_same_shape() -> None:
    shapes = [(model.plain, model.streamed, model.link) for model in MODELS.values()]
    assert len(set(shapes)) == len(shapes) == 13


@pytest.mark.parametrize(
    ("model", "stream", "marks"),
    [
        ("gpt-image-1", False, ['"data":[{"b64_json":"']),
        ("gpt-image-1", True, ['"data":[{"b64_json":"']),
        ("gpt-4o-image", False, ["[点击下载](", "/files/download/"]),
        ("gpt-4o-image", True, ["> ID: `task_", "进度 44%.", "/files/download/", "data: [DONE]"]),
        ("sora_image", False, ["![图片](", '"total_tokens":0']),
        ("sora_image", True, ["reasoning_content", "25% completed", '"finish_reason":"STOP"']),
        ("flux-kontext-pro", False, ['"revised_prompt"', "&sig="]),
        ("flux-kontext-pro", True, ["[点击下载]("]),
        ("flux-kontext-max", False, ['"content":"http://127.0.0.1:']),
        ("nano-banana", False, ['"images":[{"type":"image_url"', '"native_finish_reason":"STOP"']),
        ("nano-banana", True, [": OPENROUTER PROCESSING", '"images":[{"type":"image_url"']),
        ("nano-banana-hd", False, ['"content":null,"images":[{"image_url"']),
        ("nano-banana-hd", True, ["data:{", "\r\n\r\n", ": keep-alive"]),
        ("gemini-2.0-flash-exp-image-generation", False, ["![image](data:image/png;base64,iVBOR"]),
        ("gemini-2.5-flash-image-preview", False, ["picture: data:image/png;base64,iVBOR"]),
        ("gemini-2.5-flash-image-preview", True, ['"choices":[],"usage"']),
        ("doubao-seedream-4-0-250828", False, ['"generated_images":1', '"size":"120x90"']),
        ("doubao-seededit-3-0-i2i-250628", False, ['"content":[{"type":"text"', '"detail":"high"']),
        (
            "doubao-seededit-3-0-i2i-250628",
            True,
            ['"delta":{"role":"assistant","content":[{"type":"image_url"'],
        ),
        ("chat-seededit", True, ['"content":"🖌"', '"role":null']),
        ("qwen-image-edit", False, ["?w=1024&h=768&pmaid="]),
        ("qwen-image-edit", True, ['"content":"iVBOR']),
    ],
)
async def test_the_shape_is_the_real_one(
    gateway: GatewayServer, http: httpx.AsyncClient, model: str, *, stream: bool, marks: list[str]
) -> None:
    body = request_for(gateway, model, "sepia", photo(), stream=stream)
    text = (await http.post("/chat/completions", json=body)).content.decode()
    for mark in marks:
        assert mark in text


async def test_a_stream_without_a_done_marker_and_one_with(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    seedream = chat("doubao-seedream-4-0-250828", "sepia", photo(), stream=True)
    assert b"[DONE]" not in (await http.post("/chat/completions", json=seedream)).content
    gemini = chat("gemini-2.0-flash-exp-image-generation", "sepia", photo(), stream=True)
    assert (await http.post("/chat/completions", json=gemini)).content.endswith(b"data: [DONE]\n\n")


async def test_n_size_and_ratio_are_honoured_where_the_model_takes_them(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    many = chat("gpt-4o-image", "a cat", n=3, size="1024x1792", quality="hd", style="vivid")
    await http.post("/chat/completions", json=many)
    assert [opened(data).size for data in gateway.last_results] == [(1024, 1792)] * 3
    assert len(set(gateway.last_results)) == 3
    await http.post("/chat/completions", json=chat("sora_image", "画一幅日落海景【3:2】"))
    assert opened(gateway.last_results[0]).size == (1280, 832)
    config = {"google": {"image_config": {"aspect_ratio": "16:9"}}}
    await http.post(
        "/chat/completions", json=chat("gemini-2.5-flash-image-preview", "sea", extra_body=config)
    )
    width, height = opened(gateway.last_results[0]).size
    assert width / height == pytest.approx(16 / 9, abs=0.05)


async def test_an_edit_goes_on_from_the_picture_of_an_earlier_turn(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    earlier = hosted(gateway, photo())
    body = {
        "model": "gpt-4o-image",
        "messages": [
            {"role": "user", "content": "draw"},
            {"role": "assistant", "content": f"> gen_id: `g`\n\n![g]({earlier})"},
            {"role": "user", "content": [{"type": "text", "text": "rotate left"}]},
        ],
    }
    assert (await http.post("/chat/completions", json=body)).status_code == 200
    assert gateway.calls[-1].pictures == [photo()]
    assert opened(gateway.last_results[0]).size == (90, 120)


async def test_without_image_among_the_modalities_there_are_only_words(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    answer = await http.post(
        "/chat/completions", json=chat("nano-banana", "sepia", photo(), modalities=["text"])
    )
    assert "did not draw" in answer.json()["choices"][0]["message"]["content"]


async def test_gemini_speaks_its_own_language(gateway: GatewayServer, http: httpx.AsyncClient) -> None:
    model = f"{gateway.root}/v1beta/models/gemini-2.5-flash-image-preview"
    parts = [
        {"text": "mirror"},
        {"inline_data": {"mime_type": "image/jpeg", "data": base64.b64encode(photo()).decode()}},
    ]
    body = {
        "contents": [{"role": "user", "parts": parts}],
        "generationConfig": {"responseModalities": ["TEXT", "IMAGE"]},
    }
    key = {"x-goog-api-key": gateway.key, "Authorization": ""}
    answer = (await http.post(f"{model}:generateContent", json=body, headers=key)).json()
    inline = answer["candidates"][0]["content"]["parts"][1]["inlineData"]
    assert base64.b64decode(inline["data"]) == gateway.last_results[0]
    stream = await http.post(f"{model}:streamGenerateContent?alt=sse", json=body, headers=key)
    assert stream.text.count("data: ") == 3
    del body["generationConfig"]
    words = (await http.post(f"{model}:generateContent", json=body, headers=key)).json()
    assert len(words["candidates"][0]["content"]["parts"]) == 1
    missing = await http.post(f"{gateway.root}/v1beta/models/none:generateContent", json=body, headers=key)
    assert (missing.status_code, missing.json()["error"]["status"]) == (404, "NOT_FOUND")


async def test_ark_takes_its_own_request_and_streams_its_own_events(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    body = {
        "model": "doubao-seedream-4-0-250828",
        "prompt": "换成红色",
        "image": [hosted(gateway, photo())],
        "size": "2K",
        "watermark": False,
        "sequential_image_generation": "auto",
        "sequential_image_generation_options": {"max_images": 2},
    }
    answer = await http.post("/images/generations", json=body)
    assert answer.json()["usage"]["generated_images"] == 2
    assert await pictures_in(gateway, answer.content) == set(gateway.last_results)
    streamed = (await http.post("/images/generations", json={**body, "stream": True})).text
    assert streamed.count("event: image_generation.partial_succeeded") == 2
    assert streamed.endswith("data: [DONE]\n\n")


async def test_a_result_is_served_with_its_type_and_length_and_to_download(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    answer = await http.post("/chat/completions", json=chat("gpt-4o-image", "sepia", photo()))
    link = answer.json()["choices"][0]["message"]["content"].split("](")[1].split(")")[0]
    look, download = await http.get(link), await http.get(link.replace("/files/", "/files/download/"))
    assert look.content == download.content == gateway.last_results[0]
    assert look.headers["content-type"] == "image/png"
    assert look.headers["content-length"] == str(len(look.content))
    assert download.headers["content-disposition"].startswith("attachment")
    assert (await http.get(f"{gateway.root}/files/gone.png")).status_code == 404


async def test_a_signed_link_is_good_for_exactly_its_own_bytes(
    gateway: GatewayServer, http: httpx.AsyncClient
) -> None:
    answer = await http.post("/chat/completions", json=chat("flux-kontext-pro", "sepia", photo()))
    link = answer.json()["data"][0]["url"]
    assert (await http.get(link)).status_code == 200
    assert (await http.get(link.replace("%3A", ":"))).status_code == 403
    assert (await http.get(link.split("?")[0])).status_code == 403
