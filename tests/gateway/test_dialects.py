"""Requests as gateways want them: the golden ones, and what holds for all dialects."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pybase64
import pytest

from bot.domain.edit import Options
from bot.domain.errors import GatewayFault, StartupFault
from bot.domain.model import Model
from bot.domain.picture import Kind, Picture, Stored
from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects import DIALECTS, build
from bot.gateway.dialects.images import edit

WIRE = Path(__file__).parents[1] / "wire"
LINK = "https://uploads.example/u/7/portrait-input.png"
RED, BLUE = (
    Stored(f"e1/in/{number}", Picture(Kind.PNG, 2, 2, (WIRE / "assets" / f"{name}.png").stat().st_size))
    for number, name in enumerate(("red", "blue"))
)
BYTES = {RED.key: (WIRE / "assets/red.png").read_bytes(), BLUE.key: (WIRE / "assets/blue.png").read_bytes()}
LINKS = {RED.key: LINK, BLUE.key: "https://uploads.example/u/7/second.png"}


def request(
    dialect: str, prompt: str, *pictures: Stored, options: Options | None = None, **model: Any
) -> Request:
    made = Model(id="m", title="M", price=1, dialect=dialect, **model)
    return Request(edit="e1", model=made, prompt=prompt, pictures=pictures, options=options or Options())


def sent(call: Call) -> bytes:
    """The body as it goes over the wire."""
    body = b"".join(
        piece
        if isinstance(piece, bytes)
        else pybase64.b64encode(BYTES[piece.picture.key])
        if piece.base64
        else BYTES[piece.picture.key]
        for piece in call.pieces
    )
    assert len(body) == call.length
    return body


def golden(name: str) -> dict[str, Any]:
    [path] = (WIRE / "requests").glob(f"{name}_*.json")
    body: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return body


def in_our_way(body: dict[str, Any]) -> dict[str, Any]:
    """Content as a list where a document has a string (Q-STR), and `stream` always said."""
    messages = [
        {**each, "content": [{"type": "text", "text": each["content"]}]}
        if isinstance(each["content"], str)
        else each
        for each in body["messages"]
    ]
    return {"stream": False, **body, "messages": messages}


Case = tuple[str, str, Request, Mapping[str, str]]
CASES: list[Case] = [
    ("q01", "gpt-4o-image", request("chat-links", "修改这个图片，把背景变成红色", RED), LINKS),
    (
        "q02",
        "gemini-2.5-flash-image",
        request("chat", "主题风格改成红色", RED, extra={"max_tokens": 4096}),
        {},
    ),
    ("q03", "nano-banana", request("chat", "把图1的人放进图2", RED, BLUE, stream=True), {}),
    (
        "q05",
        "gpt-4o-image",
        request(
            "chat",
            "一只穿西装的英短猫在咖啡馆看报纸，油画风格",
            options=Options(size="1024x1024", quality="hd", style="vivid"),
            max_count=4,
            sizes=("1024x1024",),
            qualities=("standard", "hd"),
            styles=("vivid",),
            extra={"user": "u-1"},
        ),
        {},
    ),
    (
        "q06",
        "google/gemini-2.5-flash-image",
        request(
            "openrouter", "make it dusk", RED, options=Options(ratio="16:9"), ratios=("16:9",), stream=True
        ),
        {},
    ),
    (
        "q07",
        "black-forest-labs/flux.2-pro",
        request("openrouter-image", "a fox", options=Options(ratio="3:2"), ratios=("3:2",)),
        {},
    ),
    (
        "q08",
        "gemini-2.5-flash-image",
        request(
            "extra-body",
            "画一只戴贝雷帽的小猫",
            options=Options(ratio="16:9", size="2K"),
            ratios=("16:9",),
            sizes=("1K", "2K"),
            stream=True,
        ),
        {},
    ),
    (
        "q09",
        "sora_image",
        request("ratio-in-prompt", "画一幅日落海景", options=Options(ratio="3:2"), ratios=("3:2",)),
        {},
    ),
    ("q10", "flux-kontext-pro", request("chat-links", "replace the cake with a burger", RED), LINKS),
]


@pytest.mark.parametrize(("name", "model", "asked", "links"), CASES, ids=[case[0] for case in CASES])
def test_a_chat_is_written_as_its_golden_request(
    name: str, model: str, asked: Request, links: Mapping[str, str]
) -> None:
    call = build(asked, name=model, links=links)

    assert call.path == "/chat/completions"
    assert call.stream == asked.model.stream
    assert json.loads(sent(call)) == in_our_way(golden(name))


def test_a_string_chat_is_its_golden_request() -> None:
    asked = request("chat-string", "衣服换成红色，并且带上墨镜🕶", RED, stream=True)
    call = build(asked, name="chat-seededit", links=LINKS)

    assert json.loads(sent(call)) == golden("q04")
    assert call.urls == {LINK}


OTHERS: list[tuple[str, str, str, Request, Mapping[str, str]]] = [
    (
        "q12",
        "gpt-image-1",
        "/images/generations",
        request(
            "images",
            "a sea otter",
            options=Options(size="1536x1024", quality="high"),
            max_count=10,
            sizes=("1536x1024",),
            qualities=("high",),
            stream=True,
            extra={"output_format": "png", "background": "auto"},
        ),
        {},
    ),
    (
        "q13",
        "doubao-seedream-4-0-250828",
        "/images/generations",
        request("ark", "换成红色上衣", RED, options=Options(size="2K"), sizes=("2K",), max_count=4),
        LINKS,
    ),
    (
        "q14",
        "gemini-2.5-flash-image",
        "/v1beta/models/gemini-2.5-flash-image:generateContent",
        request("gemini", "make it red", RED, options=Options(ratio="1:1"), ratios=("1:1",)),
        {},
    ),
    (
        "q15",
        "gpt-4.1",
        "/responses",
        request(
            "responses",
            "make it red",
            RED,
            options=Options(size="1024x1024", quality="high"),
            sizes=("1024x1024",),
            qualities=("high",),
            stream=True,
        ),
        {},
    ),
    (
        "q16",
        "qwen-image-edit-plus",
        "/api/v1/services/aigc/multimodal-generation/generation",
        request("dashscope", "把上衣换成红色", RED, options=Options(size="1024x1024"), sizes=("1024x1024",)),
        LINKS,
    ),
]


@pytest.mark.parametrize(
    ("name", "model", "path", "asked", "links"), OTHERS, ids=[case[0] for case in OTHERS]
)
def test_another_api_is_written_as_its_golden_request(
    name: str, model: str, path: str, asked: Request, links: Mapping[str, str]
) -> None:
    call = build(asked, name=model, links=links)

    assert call.path == path
    assert json.loads(sent(call)) == golden(name)


def test_an_edit_of_pictures_is_the_golden_form() -> None:
    asked = request(
        "images",
        "make it red",
        RED,
        BLUE,
        options=Options(size="auto", quality="high"),
        sizes=("auto",),
        qualities=("high",),
    )
    call = build(asked, name="gpt-image-1", links={})
    whole = (WIRE / "requests/q17_images_edits_multipart.http").read_bytes()
    expected = whole.partition(b"\r\n\r\n")[2].replace(b"----fxBoundary7MA4YWxk", b"----darkroom-e1")

    assert call.path == "/images/edits"
    assert call.content_type == "multipart/form-data; boundary=----darkroom-e1"
    assert sent(call).rstrip() == expected.rstrip()


def test_one_picture_and_a_mask_have_their_own_names() -> None:
    body = sent(edit(request("images", "x", RED), "gpt-image-1", mask=BLUE))

    assert b'name="image"; filename="input-1.png"' in body
    assert b'name="mask"; filename="input-2.png"' in body
    assert b"image[]" not in body


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_keeps_prompt_and_order_of_pictures(dialect: str) -> None:
    asked = request(dialect, 'say "hi"\n图1 \ud83d', RED, BLUE)
    call = build(asked, name="m", links=LINKS)
    body = sent(call)

    spelled = [LINKS[each.key].encode() for each in (RED, BLUE)]
    if not DIALECTS[dialect].needs_links and dialect not in ("ark", "dashscope"):
        spelled = [pybase64.b64encode(BYTES[each.key]) for each in (RED, BLUE)]
    if dialect == "images":
        spelled = [BYTES[each.key] for each in (RED, BLUE)]
    else:
        json.loads(body)
    assert 0 <= body.find(spelled[0]) < body.find(spelled[1])


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_takes_text_alone(dialect: str) -> None:
    body = sent(build(request(dialect, "a fox"), name="m", links={}))

    assert b"a fox" in body
    assert b"data:" not in body


@pytest.mark.parametrize("dialect", [name for name, each in DIALECTS.items() if each.needs_links])
def test_a_dialect_that_needs_links_says_so_without_one(dialect: str) -> None:
    with pytest.raises(GatewayFault, match="public links"):
        build(request(dialect, "x", RED), name="m", links={})


@pytest.mark.parametrize("dialect", DIALECTS)
def test_nothing_is_sent_that_the_model_does_not_take(dialect: str) -> None:
    asked = Options(count=3, size="9x9", quality="q9", style="s9", ratio="9:9")
    body = sent(build(request(dialect, "x", options=asked), name="m", links={}))

    assert not [word for word in (b"9x9", b"q9", b"s9", b"9:9", b"9*9") if word in body]


def test_links_of_the_prompt_are_no_results_either() -> None:
    call = build(request("chat", "like https://x.example/a.png please"), name="m", links={})

    assert call.urls == {"https://x.example/a.png"}


def test_pictures_are_never_joined_into_the_body() -> None:
    call = build(request("chat", "x", RED, BLUE), name="m", links={})

    assert [type(piece).__name__ for piece in call.pieces] == [
        "bytes",
        "Inlined",
        "bytes",
        "Inlined",
        "bytes",
    ]


def test_several_results_are_asked_in_arks_own_way() -> None:
    asked = request("ark", "x", options=Options(count=3), max_count=4)
    body = json.loads(sent(build(asked, name="m", links={})))

    assert body["sequential_image_generation"] == "auto"
    assert body["sequential_image_generation_options"] == {"max_images": 3}


def test_sizes_and_flags_go_where_relays_look_for_them() -> None:
    asked = request(
        "size-in-model", "x", options=Options(size="1024x768", ratio="3:2"), sizes=("1024x1024", "1024x768")
    )
    dash = replace(asked, model=replace(asked.model, dialect="size-in-model-dash"))
    flag = replace(asked, model=replace(asked.model, dialect="ratio-flag", ratios=("3:2",), sizes=()))

    assert json.loads(sent(build(asked, name="jimeng-3.0", links={})))["model"] == "jimeng-3.0:1024x768"
    assert json.loads(sent(build(dash, name="nano", links={})))["model"] == "nano-1024x768"
    assert b"x --ar 3:2" in sent(build(flag, name="mj", links={}))


def test_gemini_streams_at_its_own_address() -> None:
    call = build(request("gemini", "x", stream=True), name="g", links={})

    assert call.path == "/v1beta/models/g:streamGenerateContent?alt=sse"


def test_an_unknown_dialect_is_a_fault_of_the_settings() -> None:
    with pytest.raises(StartupFault):
        build(request("klingon", "x"), name="m", links={})
