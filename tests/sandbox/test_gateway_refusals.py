"""What a real gateway refuses, this one refuses, in the real words."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.sandbox.gateway import GatewayServer
from tests.sandbox.gateway_kit import chat, client, data_uri, hosted, opened, parts, photo


@pytest.fixture
async def gateway() -> AsyncIterator[GatewayServer]:
    async with GatewayServer() as server:
        yield server


@pytest.fixture
async def http(gateway: GatewayServer) -> AsyncIterator[httpx.AsyncClient]:
    async with client(gateway) as opened_client:
        yield opened_client


def with_url(url: Any, model: str = "gpt-4o-image") -> dict[str, Any]:
    content = [{"type": "text", "text": "sepia"}, {"type": "image_url", "image_url": {"url": url}}]
    return {"model": model, "messages": [{"role": "user", "content": content}]}


def with_content(content: Any, model: str = "gpt-4o-image", **more: Any) -> dict[str, Any]:
    return {"model": model, "messages": [{"role": "user", "content": content}], **more}


TEXT = [{"type": "text", "text": "a cat"}]
CLOSED_PORT = "http://127.0.0.1:9/picture.png"


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"messages": []}, 400, "模型名称不能为空"),
        ({"model": "gpt-4o-image", "messages": []}, 400, "field messages is required"),
        ({"model": "gpt-4o-image"}, 400, "field messages is required"),
        ({"model": "gpt-4o-image", "messages": "hello"}, 400, "expected an array"),
        ({"model": "gpt-4o-image", "messages": ["hello"]}, 400, "expected an object"),
        ({"model": "gpt-4o-image", "messages": [{"role": "alien", "content": "x"}]}, 400, "messages[0].role"),
        ({"model": "gpt-4o-image", "messages": [{"role": "system", "content": "x"}]}, 400, "no user message"),
        ({"model": "gpt-9", "messages": []}, 503, "无可用渠道"),
        (with_content(None), 400, "messages[0].content"),
        (with_content(""), 400, "prompt is required"),
        (with_content([{"type": "text"}]), 400, "content[0].type"),
        (
            with_content([*TEXT, {"type": "image_url", "image_url": "http://x/y.png"}]),
            400,
            "expected an object",
        ),
        (with_content("a cat", "nano-banana"), 400, "images[0] must be an http/https URL or image data URI"),
        (with_content(TEXT, "chat-seededit"), 400, "expected a string"),
        (with_content("just words", "chat-seededit"), 400, "images[0] must be"),
        (with_content(f"{data_uri(photo())} sepia", "chat-seededit"), 400, "images[0] must be"),
        (with_content(TEXT, "qwen-image-edit"), 400, "images[0] must be"),
        (with_content(TEXT, n=0), 400, "integers from 1 to 10"),
        (with_content(TEXT, n=11), 400, "integers from 1 to 10"),
        (with_content(TEXT, n="2"), 400, "integers from 1 to 10"),
        (with_content(TEXT, size="512x512"), 400, "'1024x1792'"),
        (with_content(TEXT, quality="high"), 400, "'hd', 'standard'"),
        (with_content(TEXT, style="wild"), 400, "'natural', 'vivid'"),
        (with_content(TEXT, stream="yes"), 400, "expected a boolean"),
        (with_content(TEXT, image_config={"aspect_ratio": "wide"}), 400, "aspect_ratio"),
        (with_content(TEXT, extra_body={"google": {"imageConfig": {}}}), 400, "imageConfig"),
        (with_url("支持多图"), 400, "images[0] must be"),
        (with_url("ftp://example/x.png"), 400, "images[0] must be"),
        (with_url(photo().hex()), 400, "images[0] must be"),
        (with_url(7), 400, "expected a string"),
        (with_url("data:image/png;base64,$$$$"), 500, "decode base64 image data failed"),
        (
            with_url(data_uri(photo())[:80] + "\n" + data_uri(photo())[80:]),
            500,
            "decode base64 image data failed",
        ),
        (with_url(data_uri(b"no picture")), 500, "decode base64 image data failed"),
        (with_url(data_uri(photo()[:300])), 500, "decode base64 image data failed"),
        (with_url(CLOSED_PORT), 500, "get file base64 from url failed"),
        (chat("flux-kontext-pro", "sepia", *[photo()] * 5), 400, "max allowed is 4"),
        (chat("doubao-seededit-3-0-i2i-250628", "sepia", photo(), photo()), 400, "max allowed is 1"),
    ],
)
async def test_a_wrong_chat_request_is_refused_in_the_real_words(
    gateway: GatewayServer, http: httpx.AsyncClient, body: dict[str, Any], status: int, words: str
) -> None:
    answer = await http.post("/chat/completions", json=body)
    assert answer.status_code == status
    assert answer.json()["error"]["message"]
    assert words in answer.text
    assert gateway.calls[-1].status == status
    assert gateway.last_results == []


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"model": "gpt-image-1"}, 400, "'prompt'"),
        (
            {"model": "gpt-image-1", "prompt": "x", "response_format": "url"},
            400,
            "Unknown parameter: 'response_format'",
        ),
        ({"model": "gpt-image-1", "prompt": "x", "size": "512x512"}, 400, "'1536x1024'"),
        ({"model": "gpt-image-1", "prompt": "x", "quality": "hd"}, 400, "'high'"),
        ({"model": "gpt-image-1", "prompt": "x", "partial_images": 4}, 400, "partial_images"),
        (
            {"model": "gpt-image-1", "prompt": "x", "background": "transparent", "output_format": "jpeg"},
            400,
            "'png'",
        ),
        ({"model": "nano-banana", "prompt": "x"}, 500, "not supported model for image generation"),
        ({"model": "qwen-image-edit", "prompt": "x"}, 400, "not supported on the Images endpoint"),
        ({"model": "doubao-seedream-4-0-250828", "prompt": "x", "n": 2}, 400, "Unknown parameter: 'n'"),
        ({"model": "doubao-seedream-4-0-250828", "prompt": "x", "size": "3K"}, 400, "'2K'"),
        (
            {"model": "doubao-seedream-4-0-250828", "prompt": "x", "image": data_uri(photo(), "image/JPEG")},
            400,
            "images[0] must be",
        ),
    ],
)
async def test_a_wrong_images_request_is_refused(
    http: httpx.AsyncClient, body: dict[str, Any], status: int, words: str
) -> None:
    answer = await http.post("/images/generations", json=body)
    assert answer.status_code == status
    assert answer.json()["error"]["message"]
    assert words in answer.text


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([("image", ("a.png", photo(), "application/octet-stream"))], "unsupported mimetype"),
        (
            [("image", ("a.png", photo(), "image/png")), ("image", ("b.png", photo(), "image/png"))],
            "Duplicate",
        ),
        ([("mask", ("a.png", photo(), "image/png"))], "'image'"),
        ([("photo", ("a.png", photo(), "image/png"))], "Unknown parameter: 'photo'"),
    ],
)
async def test_a_wrong_form_is_refused(http: httpx.AsyncClient, files: Any, words: str) -> None:
    answer = await http.post("/images/edits", data={"model": "gpt-image-1", "prompt": "sepia"}, files=files)
    assert answer.status_code == 400
    assert words in answer.json()["error"]["message"]


async def test_bodies_that_are_no_json_are_refused(http: httpx.AsyncClient) -> None:
    for content, kind in (
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b"model=x", "text/plain"),
    ):
        answer = await http.post("/chat/completions", content=content, headers={"Content-Type": kind})
        assert answer.status_code == 400
    broken = {"Content-Type": "multipart/form-data; boundary=x"}
    assert (await http.post("/images/edits", content=b"--x\r\n", headers=broken)).status_code == 400


async def test_a_body_over_64_megabytes_is_nginxs_page(http: httpx.AsyncClient) -> None:
    answer = await http.post(
        "/chat/completions",
        content=b" " * (64 * 1024 * 1024 + 1),
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 413
    assert "<center>nginx</center>" in answer.text


@pytest.mark.parametrize(
    ("authorization", "words"),
    [("", "未提供令牌"), ("Bearer", "未提供令牌"), ("Bearer sk-other", "无效的令牌")],
)
async def test_a_wrong_key_is_refused_as_new_api_does(
    http: httpx.AsyncClient, authorization: str, words: str
) -> None:
    answer = await http.post(
        "/chat/completions",
        json=chat("sora_image", "sepia", photo()),
        headers={"Authorization": authorization},
    )
    assert answer.status_code == 401
    assert answer.json()["error"]["type"] == "new_api_error"
    assert words in answer.json()["error"]["message"]


async def test_a_second_key_can_be_valid(gateway: GatewayServer, http: httpx.AsyncClient) -> None:
    gateway.settings.keys.add("sk-second")
    answer = await http.get("/models", headers={"Authorization": "Bearer sk-second"})
    assert answer.status_code == 200


async def test_a_model_that_is_not_on_offer_has_no_channel() -> None:
    async with GatewayServer(models=["sora_image"]) as gateway, client(gateway) as http:
        answer = await http.post("/chat/completions", json=chat("nano-banana", "sepia", photo()))
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "model_not_found")
        assert [model["id"] for model in (await http.get("/models")).json()["data"]] == ["sora_image"]


async def test_a_wrong_path_is_a_web_page_with_200(gateway: GatewayServer, http: httpx.AsyncClient) -> None:
    for path in ("/chat/completions", "//v1/chat/completions", "/"):
        answer = await http.post(gateway.root + path, json={})
        assert (answer.status_code, answer.text[:15]) == (200, "<!doctype html>")
    assert (await http.post("/embeddings", json={})).status_code == 404


async def test_a_link_that_gives_an_error_is_told(gateway: GatewayServer, http: httpx.AsyncClient) -> None:
    body = with_content(f"{gateway.root}/files/gone.png sepia", "chat-seededit")
    answer = await http.post("/chat/completions", json=body)
    assert "failed to download file, status code: 404" in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("word", "status", "code"),
    [
        ("forbidden", 400, "moderation_blocked"),
        ("违禁内容", 400, "moderation_blocked"),
        ("fail", 500, "bad_response_status_code"),
        ("失败", 500, "bad_response_status_code"),
        ("busy", 429, "rate_limit_exceeded"),
        ("繁忙", 429, "rate_limit_exceeded"),
    ],
)
async def test_magic_words_make_faults(http: httpx.AsyncClient, word: str, status: int, code: str) -> None:
    answer = await http.post(
        "/chat/completions", json=chat("nano-banana", f"sepia, {word}", photo(), stream=True)
    )
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("model", ["sora_image", "nano-banana", "gpt-image-1"])
async def test_magic_words_spoil_pictures(
    gateway: GatewayServer, http: httpx.AsyncClient, model: str, *, stream: bool
) -> None:
    async def ask(prompt: str) -> str:
        return (await http.post("/chat/completions", json=chat(model, prompt, photo(), stream=stream))).text

    assert "did not draw" in await ask("words only")
    assert "did not draw" in await ask("只说话")
    await ask("broken picture of a cat, sepia")
    with pytest.raises(OSError, match=r"truncated|broken"):
        opened(gateway.last_results[0])
    text = await ask("nothing, sepia")
    assert gateway.calls[-1].results == [b""]
    assert "files/" in text or "base64," in text or '"b64_json":""' in text
    link = (await ask("html")).split("](")[1].split(")")[0]
    page = await http.get(link)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")


async def test_without_magic_words_every_prompt_is_an_edit() -> None:
    async with GatewayServer(magic_words=False) as gateway, client(gateway) as http:
        answer = await http.post("/chat/completions", json=chat("sora_image", "busy sepia", photo()))
        assert answer.status_code == 200


def test_the_kits_parts_are_text_then_pictures() -> None:
    assert [part["type"] for part in parts("x", photo(), photo())] == ["text", "image_url", "image_url"]


async def test_a_hosted_picture_can_be_asked_for(gateway: GatewayServer, http: httpx.AsyncClient) -> None:
    answer = await http.post("/chat/completions", json=with_url(hosted(gateway, photo())))
    assert answer.status_code == 200
    assert gateway.calls[-1].pictures == [photo()]
