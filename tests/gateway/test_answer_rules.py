"""One row for each rule of the wire that has no recorded answer of its own."""

from typing import Any

import pytest

from tests.gateway.answers import BLUE, GREEN, JPEG, RED, SHA, b64, chat, delta, pictures, sse, told, uri

U = "https://img.example/a.png"
V = "https://img.example/b.png"
INPUT = "https://uploads.example/in.png"
R, G, B, J = (SHA[data] for data in (RED, GREEN, BLUE, JPEG))
REQUEST = {"messages": [{"role": "user", "content": f"{INPUT} make it red"}]}

LOOSE = b64(JPEG).replace("+", "-").replace("/", "_").rstrip("=")
WRAPPED = "\n".join(b64(JPEG)[at : at + 76] for at in range(0, len(b64(JPEG)), 76))

CHAT_ROWS: list[tuple[str, object, list[str]]] = [
    ("R-MD-URL alt with brackets and lines", chat(f"![a [fox] in\nthe ] rain]({U})"), [U]),
    ("R-MD-URL alt with an open bracket", chat(f"![a [ fox]({U})"), [U]),
    ("R-MD-DATA other media", chat(f"[media]({uri(RED)})"), [R]),
    ("R-DATA-BARE ends at the first other character", chat(f"see {uri(RED)}. More"), [R]),
    ("R-MSG-IMAGES-VAR string", chat("", images=[uri(RED)]), [R]),
    ("R-MSG-IMAGES-VAR url", chat("", images=[{"url": U}]), [U]),
    ("R-MSG-IMAGES-VAR b64_json", chat("", images=[{"b64_json": b64(RED)}]), [R]),
    ("R-MSG-IMAGES-VAR image_url string", chat("", images=[{"image_url": U}]), [U]),
    ("R-MSG-IMAGES-VAR nested", chat("", images=[{"image_url": {"image_url": {"url": uri(RED)}}}]), [R]),
    ("R-MSG-IMAGE-SINGULAR", chat("x", image={"url": uri(RED), "detail": "auto"}), [R]),
    (
        "R-IMG-B64-MSG with the same picture in content and images",
        chat(f"![i]({uri(RED)})", image_b64_json=b64(RED), images=[{"url": uri(RED)}]),
        [R],
    ),
    ("R-B64-NAKED", chat(b64(JPEG)), [J]),
    ("R-B64-NAKED is no picture without its first bytes", chat(b64(b"x" * 200)), []),
    ("R-B64-FENCED with wrapped lines", chat(f"Here:\n```base64\n{WRAPPED}\n```\nbye"), [J]),
    ("R-B64-SCHEME", chat(f"done base64://{b64(JPEG)} ok"), [J]),
    ("R-B64-INJSON", chat(f'```json\n{{"image_base64": "{b64(JPEG)}"}}\n```'), [J]),
    ("R-DATA-BARE wrapped", chat(f"data:image/jpeg;base64,{WRAPPED}\n\nThere it is."), [J]),
    ("R-B64-LOOSE", {"data": [{"b64_json": LOOSE[:90] + "\n" + LOOSE[90:]}]}, [J]),
    ("R-DOWNLOAD-ONLY", chat(f"> 进度 80%\n[点击下载]({U})"), [U]),
    ("R-DOWNLOAD-TWIN", chat(f"![gen_x]({U})\n[下载⏬]({V})"), [U]),
    ("R-PREVIEW-LINK alone is no result", chat(f"[23%]({U})"), []),
    ("R-SAME-TWICE", chat(f"![a]({U}) and ![b]({U}) and {U}"), [U]),
    ("R-PLACEHOLDER", chat("![i](http://googleusercontent.com/image_generation_content/0)"), []),
    ("R-LINKED-IMG", chat(f"[![alt]({U})](https://site.example/page)"), []),
    ("R-LINKED-IMG beside a result", chat(f"[![alt]({U})](https://site.example/p)\n![new]({V})"), [V]),
    ("a picture that leads to itself", chat(f"[![alt]({V})]({U})"), [U]),
    ("a preview as an image", chat(f"![23%]({V}) ![100%]({U})"), [U]),
    ("a prompt that ends in a percentage", chat(f"![crop 50%]({U})"), [U]),
    ("a labelled link to a picture", chat(f"[view]({U}) [预览]({V})"), [U]),
    ("R-B64-INJSON without a fence", chat(f'{{"image_base64":"{b64(JPEG)}"}}'), [J]),
    ("a link over two lines", chat("![a](<https://img.example/a\n.png>)"), ["https://img.example/a.png"]),
    ("an echo, and the result as a download", chat(f"![in]({INPUT})\n[下载]({U})"), [U]),
    ("R-EXAMPLE-URL in back-ticks", chat(f"Write `{U}` there"), []),
    ("R-EXAMPLE-URL of a page", chat("See https://site.example/gallery for more"), []),
    ("R-FENCE prompt on one line", chat(f'```json {{"prompt": "x"}} ```\n![image]({U})'), [U]),
    ("R-FENCE never closed", chat(f"\n```\n![image]({U})\n"), [U]),
    ("R-FENCE closed after the image", chat(f'```json\n{{"image_url": "{V}"}}\n\n![i]({U})\n```'), [U]),
    ("R-BLOCKQUOTE", chat(f">![{U}]({U})\n>a fox"), [U]),
    ("R-MD-TITLE", chat(f"![a](<{U}> \"title\") ![b]({V} 't')"), [U, V]),
    ("R-MD-REF", chat(f"![a][one]\n\n[one]: {U}"), [U]),
    ("R-MD-REF collapsed", chat(f"![one]\n\n[one]: <{U}>"), [U]),
    ("R-HTML-IMG", chat(f'<p><img alt="x" src="{U}?a=1&amp;b=2" width=9></p>'), [f"{U}?a=1&b=2"]),
    ("R-HTML-IMG with a data URI", chat(f"<img src='{uri(RED)}'/>"), [R]),
    ("R-VIDEO", chat("```html\n<video src='https://v.example/a.mp4' controls></video>\n```"), []),
    ("R-VIDEO with a cover", chat(f"![cover]({U})\n[在线播放▶️](https://v.example/a.mp4)"), []),
    (
        "R-URL-PARENS",
        chat("![a](https://img.example/a_(1)_(b(c)).png) x)"),
        ["https://img.example/a_(1)_(b(c)).png"],
    ),
    ("R-URL-AMP", chat(f"![a]({U}?x=1&amp;copy=2&copy=3)"), [f"{U}?x=1&copy=2&copy=3"]),
    ("spaced link", chat("![a](https : / / img.example / a.png)"), ["https://img.example/a.png"]),
    ("bare links with an ending", chat(f"One: {U}, two:{V}。好"), [U, V]),
    ("a bare link without an ending in prose", chat("One https://img.example/a?x=1 more"), []),
    (
        "R-BARE-URL without an ending",
        chat("  https://img.example/presigned?x=1\n"),
        ["https://img.example/presigned?x=1"],
    ),
    ("R-REASONING-IMG", chat("", reasoning_content=f"hm ![image]({uri(RED)})"), [R]),
    ("R-REASONING-IMG only if content has none", chat(f"![i]({U})", reasoning_content=f"![d]({V})"), [U]),
    ("R-ECHO", chat(f"原图 ![a]({INPUT}) 结果 ![b]({U})"), [U]),
    ("R-MULTI in order", chat(f"![a]({V}) {uri(RED)} ![b]({U})"), [V, R, U]),
    ("R-PARTS as strings and pictures", chat([{"text": "hi"}, {"image": U}]), [U]),
    ("R-ARK-GROUP", {"data": [{"url": U}, {"error": {"code": "X"}}, {"b64_json": b64(RED)}]}, [U, R]),
    ("SiliconFlow", {"images": [{"url": U}], "data": [{"url": U}]}, [U]),
    ("R-RESP-URL", {"output": [{"type": "openrouter:image_generation", "result": U}]}, [U]),
    (
        "R-RESP-MD",
        {"output": [{"type": "message", "content": [{"type": "output_text", "text": f"![i]({uri(RED)})"}]}]},
        [R],
    ),
    (
        "R-GEM-SNAKE",
        {"candidates": [{"content": {"parts": [{"inline_data": {"mime_type": "x", "data": b64(RED)}}]}}]},
        [R],
    ),
    (
        "R-GEM-ARRAY",
        [
            {"candidates": [{"content": {"parts": [{"text": "a"}]}}]},
            {"candidates": [{"content": {"parts": [{"inlineData": {"data": b64(RED)}}]}}]},
        ],
        [R],
    ),
    (
        "R-THOUGHT-IMG",
        {
            "candidates": [
                {
                    "content": {
                        "parts": [
                            {"thought": True, "inlineData": {"data": b64(RED)}},
                            {"inlineData": {"data": b64(GREEN)}},
                        ]
                    }
                }
            ]
        },
        [G],
    ),
    (
        "R-THOUGHT-IMG the only ones",
        {
            "candidates": [
                {
                    "content": {
                        "parts": [
                            {"thought": True, "inlineData": {"data": b64(RED)}},
                            {"thought": True, "inlineData": {"data": b64(GREEN)}},
                        ]
                    }
                }
            ]
        },
        [G],
    ),
    (
        "DashScope",
        {"output": {"choices": [{"finish_reason": "stop", "message": {"content": [{"image": U}]}}]}},
        [U],
    ),
    ("MiniMax", {"data": {"image_urls": [U, V]}, "base_resp": {"status_code": 0}}, [U, V]),
    ("R-EMPTY-DELTA in JSON", {"choices": [{"delta": {}, "message": {"content": f"![a]({U})"}}]}, [U]),
    ("errors beside pictures", {"error": {"message": "late"}, "data": [{"url": U}]}, [U]),
]


@pytest.mark.parametrize(
    ("body", "expected"), [row[1:] for row in CHAT_ROWS], ids=[row[0] for row in CHAT_ROWS]
)
def test_a_whole_answer_brings_its_pictures(body: object, expected: list[str]) -> None:
    got = told(body, request=REQUEST)

    assert [image["url"] or image["sha256"] for image in got["images"]] == expected
    assert (got["error_kind"] is None) == bool(expected)


GLUED = b'{"error":{"message":"quota","code":"insufficient_quota"}}' + sse(delta(content="x"))
STREAM_ROWS: list[tuple[str, bytes, list[str]]] = [
    (
        "R-DATA-SPLIT",
        sse(*(delta(content=f"![i]({uri(RED)})"[at : at + 50]) for at in range(0, 200, 50)), delta("stop")),
        [R],
    ),
    (
        "R-DELTA-IMAGES repeated in a closing message",
        sse(delta(images=[{"url": uri(RED)}]), chat("", images=[uri(RED)])),
        [R],
    ),
    ("R-EMPTY-DELTA", sse(chat(f"![a]({U})")), [U]),
    ("a closing message repeats the text", sse(delta(content=f"![a]({U})"), chat(f"![a]({U})")), [U]),
    (
        "R-ARK-STREAM",
        sse(
            {"type": "image_generation.partial_succeeded", "image_index": 0, "url": U},
            {
                "type": "image_generation.partial_failed",
                "image_index": 1,
                "error": {"code": "OutputImageSensitiveContentDetected"},
            },
            {"type": "image_generation.completed", "usage": {"generated_images": 1}},
        ),
        [U],
    ),
    (
        "R-RESP-STREAM",
        sse(
            {"type": "response.image_generation_call.partial_image", "partial_image_b64": b64(GREEN)},
            {
                "type": "response.output_item.done",
                "item": {"type": "image_generation_call", "result": b64(RED)},
            },
            {
                "type": "response.completed",
                "response": {"output": [{"type": "image_generation_call", "result": b64(RED)}]},
            },
            done=False,
        ),
        [R],
    ),
    (
        "R-IMG-PARTIAL of an edit",
        sse(
            {"type": "image_edit.partial_image", "b64_json": b64(GREEN)},
            {"type": "image_edit.completed", "b64_json": b64(RED)},
        ),
        [R],
    ),
    (
        "R-IMG-PARTIAL named by its event only",
        b'event: image_generation.partial_image\ndata: {"b64_json":"' + b64(RED).encode() + b'"}\n\n',
        [],
    ),
    (
        "R-SSE-NOISE",
        b"\xef\xbb\xbfretry: 3000\nid: 7\nevent: ping\ndata:\n\n" + sse(delta("stop", content=f"![a]({U})")),
        [U],
    ),
    ("R-SSE-CRLF with CR alone", sse(delta("stop", content=f"![a]({U})")).replace(b"\n", b"\r"), [U]),
    (
        "R-SSE-MULTILINE",
        b'data: {"choices":[{"delta":\ndata: {"content":"![a](%s)"}}]}\n\n' % U.encode(),
        [U],
    ),
    (
        "R-SSE-MULTILINE without data: on the further lines",
        b'data: {"choices":[{"delta":\n{"content":"![a](https://img.example/a.png)"},\n"finish_reason":"stop"}]}\n\n',
        [U],
    ),
    (
        "events without a blank line between them",
        sse(delta(content="![a]("), delta("stop", content=f"{U})")).replace(b"\n\n", b"\n"),
        [U],
    ),
    ("R-SSE-UNASKED as one event", sse(chat(f"![a]({U})"), done=False), [U]),
    ("R-FINISH-WITH-CONTENT", sse(delta("STOP", content=f"![a]({U})")), [U]),
    ("R-USAGE-TAIL", sse(delta("stop", content=f"![a]({U})"), {"choices": [], "usage": None}), [U]),
    (
        "choices told in turns",
        sse(
            delta(index=0, content="![a]("),
            delta(index=1, content="![b]("),
            delta("stop", 0, content=f"{U})"),
            delta("stop", 1, content=f"{V})"),
        ),
        [U, V],
    ),
    ("R-REASONING-IMG", sse(delta(reasoning_content=f"![i]({uri(RED)})"), delta("stop", content="")), [R]),
    (
        "E-CUT inside a data URI",
        sse(delta(content=f"![i](data:image/png;base64,{b64(RED)[:60]}"), done=False),
        [],
    ),
    ("E-CUT inside a link", sse(delta(content="https://img.example/a.png"), done=False), []),
    (
        "E-CUT after a whole picture",
        sse(delta(content=f"![a]({U})"), done=False) + b'data: {"choices":[{"del',
        [U],
    ),
    ("a data URI cut by the limit of tokens", sse(delta("length", content=f"{uri(RED)[:80]}")), []),
]


@pytest.mark.parametrize("chunk", [0, 1, 7])
@pytest.mark.parametrize(
    ("body", "expected"), [row[1:] for row in STREAM_ROWS], ids=[row[0] for row in STREAM_ROWS]
)
def test_a_stream_brings_its_pictures(body: bytes, expected: list[str], chunk: int) -> None:
    got = told(body, chunk=chunk)

    assert [image["url"] or image["sha256"] for image in got["images"]] == expected
    assert (got["error_kind"] is None) == bool(expected)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/images/a.png", "https://api.example/images/a.png"),
        ("./images/a", "https://api.example/images/a"),
        ("images/a.png", "https://api.example/images/a.png"),
        ("//cdn.example/a.png", "https://cdn.example/a.png"),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a"),
    ],
)
def test_a_relative_link_leads_to_the_gateway(link: str, expected: str) -> None:
    """R-URL-RELATIVE, R-URL-HTTP."""
    facts: dict[str, Any] = {"base_url": "https://api.example/v1"}

    assert pictures(chat(f"![i]({link})"), **facts) == [expected]
    assert pictures({"data": [{"url": link}]}, **facts) == [expected]


@pytest.mark.parametrize(
    "link", ["支持多图", "sandbox:/mnt/data/a.png", "attachment://a.png", "u", "#", "file:///a.png"]
)
def test_what_is_no_link_is_no_result(link: str) -> None:
    assert pictures(chat(f"![i]({link})"), base_url="https://api.example/v1") == []


def test_an_input_that_comes_back_as_bytes_is_no_result() -> None:
    request = {"messages": [{"content": [{"type": "image_url", "image_url": {"url": uri(RED)}}]}]}

    assert pictures(chat(f"![in]({uri(RED)}) ![out]({uri(BLUE)})"), request=request) == [B]


def test_a_picture_of_an_earlier_turn_is_no_result() -> None:
    request = {
        "messages": [{"role": "assistant", "content": f"![gen]({U})"}, {"role": "user", "content": "redder"}]
    }

    assert pictures(chat(f"![gen]({U}) ![new]({V})"), request=request) == [V]


def test_a_body_that_is_the_picture_itself_is_taken() -> None:
    assert pictures(RED) == [R]
    assert pictures(b"\n" + b64(RED).encode()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> 进度 14%.\n> 进度 **34%**\n[62%](https://x.example/%20a)", [14, 34, 62]),
        ("生成中.0%..13%", [0, 13]),
        ("生成进度: 30%", [30]),
        ("Progress 12%", [12]),
        ("🏃 进度 42..54..67..", [42, 54, 67]),
        ("in progress: 25% completed (estimated)", [25]),
        ("进度 40%\n进度 40%\n进度 41%", [40, 41]),
        ("12.5% done", [12]),
        ("https://x.example/01%3A55%3A56Z/src%2F5 已上传第 1/1 张", []),
        ("300% 12345%", []),
        ("99", []),
    ],
)
def test_every_percentage_is_told_once(text: str, expected: list[int]) -> None:
    assert told(chat(text))["progress"] == expected
    assert told(sse(*(delta(content=char) for char in text), delta("stop")))["progress"] == expected
    assert told(sse(delta(reasoning_content=text), delta("stop")))["progress"] == expected


def test_words_are_joined_as_they_came() -> None:
    assert told(chat([{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]))["text"] == "a\nb"
    assert told(sse(delta(content="a"), delta(content="b")))["text"] == "ab"
    assert told(sse(delta(content=None), delta("stop")))["text"] is None
    assert told(chat(None))["text"] is None
    assert told(chat("x", reasoning_content="hidden"))["text"] == "x"


def test_a_closing_message_says_nothing_twice() -> None:
    body = sse(delta(content="Here: "), delta(content="done"), chat("Here: done, really"))

    assert told(body)["text"] == "Here: done, really"


def test_half_a_surrogate_pair_in_each_chunk_makes_one_emoji() -> None:
    chunks = [b'data: {"choices":[{"delta":{"content":"\\u%s"}}]}\n\n' % half for half in (b"d83d", b"de00")]
    body = b"".join(chunks)

    assert told(body)["text"] == "😀"
