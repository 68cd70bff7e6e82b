"""What a reader tells on the way, how much it holds, and that it never raises."""

import time
import tracemalloc
from collections.abc import Callable, Iterator

import orjson
import pybase64
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import FaultKind
from bot.domain.ports import Progress
from bot.gateway import stream
from bot.gateway.answer import Reader
from bot.gateway.call import Answer, Inline
from tests.gateway.answers import GREEN, RED, SHA, b64, chat, delta, sse, told, uri

PICTURE_12_MB = RED[:33] + bytes(range(256)) * (12 * 2**20 // 256)


def in_pieces(body: bytes, size: int) -> Iterator[bytes]:
    for at in range(0, len(body), size):
        yield body[at : at + size]


def read(body: bytes, size: int = 16384, *, broken: bool = False) -> Answer:
    reader = Reader(200, {})
    for piece in in_pieces(body, size):
        reader.feed(piece)
    return reader.close(broken=broken)


def test_progress_comes_while_the_stream_runs() -> None:
    reader = Reader(200, {})

    assert reader.feed(b": keep-alive\n\n") == []
    assert reader.feed(sse(delta(content="> 进度 14%.\n"), done=False)) == [Progress(percent=14)]
    assert reader.feed(sse(delta(content="> 进度 14%.\n"), done=False)) == []
    assert reader.feed(sse(delta(reasoning_content="60% completed"), done=False)) == [Progress(percent=60)]
    assert reader.feed(sse(delta(content="> 排队中，前面还有 3 人\n"), done=False)) == [Progress(queue=3)]
    assert reader.feed(sse({"queue_position": 2, "progress": 70}, done=False)) == [
        Progress(percent=70),
        Progress(queue=2),
    ]
    assert reader.close().progress == (14, 60, 70)


def test_a_partial_image_is_a_preview_and_no_result() -> None:
    reader = Reader(200, {})
    news = reader.feed(
        sse(
            {"type": "image_generation.partial_image", "b64_json": b64(GREEN)},
            {"type": "response.image_generation_call.partial_image", "partial_image_b64": b64(RED)},
        )
    )

    assert [each.preview for each in news] == [GREEN, RED]
    assert reader.close().pictures == ()


def test_a_cut_body_brings_what_was_whole_and_else_a_typed_fault() -> None:
    whole = read(sse(delta(content=f"![a]({uri(RED)})"), done=False), broken=True)
    half = read(sse(delta(content=f"![a]({uri(RED)[:90]}"), done=False), broken=True)

    assert [found.data for found in whole.pictures if isinstance(found, Inline)] == [RED]
    assert half.fault is not None
    assert half.fault.kind is FaultKind.UPSTREAM


def test_text_for_people_has_no_base64_in_it() -> None:
    big = pybase64.b64encode(RED * 200).decode()
    answer = read(orjson.dumps(chat(f"好 ![image](data:image/png;base64,{big})")))

    assert answer.text == "好 ![image](data:image/png;base64,…)"
    assert len(answer.pictures) == 1


def test_explain_shows_the_text_as_it_came() -> None:
    content = f"好 ![image](data:image/png;base64,{b64(RED * 200)}) ende"

    assert told(chat(content))["text"] == content
    assert told(sse(delta("stop", content=content)), chunk=1000)["text"] == content
    split = [delta(content=content[at : at + 50]) for at in range(0, len(content), 50)]
    assert told(sse(*split, delta("stop")))["text"] == content


@pytest.mark.parametrize("spelled", ["b64_json", "escaped", "url-safe", "wrapped", "image_url"])
def test_a_big_picture_is_the_same_in_every_spelling(spelled: str) -> None:
    data = RED[:33] + bytes(range(256)) * 64
    base64 = b64(data)
    bodies = {
        "b64_json": orjson.dumps({"data": [{"b64_json": base64}]}),
        "escaped": orjson.dumps({"data": [{"b64_json": base64}]})
        .replace(b"/", b"\\/")
        .replace(b"+", b"\\u002b"),
        "url-safe": orjson.dumps(
            {"data": [{"b64_json": base64.replace("+", "-").replace("/", "_").rstrip("=")}]}
        ),
        "wrapped": orjson.dumps({"data": [{"b64_json": "\n".join(in_lines(base64, 5000))}]}),
        "image_url": orjson.dumps(
            chat(None, images=[{"image_url": {"url": f"data:image/png;base64,{base64}"}}])
        ),
    }

    [found] = read(bodies[spelled]).pictures
    assert isinstance(found, Inline)
    assert found.data == data


def test_a_big_picture_that_ends_its_piece_is_whole() -> None:
    data = RED[:33] + bytes(range(256)) * 2000
    text = f"data:image/png;base64,{b64(data)}"

    for cut in (len(text), 400_000, 5_000):
        [found] = read(sse(delta(content=text[:cut]), delta("stop", content=text[cut:] + " !"))).pictures
        assert isinstance(found, Inline)
        assert found.data == data


def in_lines(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def big_event() -> bytes:
    base64 = pybase64.b64encode(PICTURE_12_MB)
    return b'{"choices":[{"index":0,"delta":{"content":"![image](data:image/png;base64,' + base64 + b')"}}]}'


def best(measured: int, call: Callable[[], object]) -> float:
    times = []
    for _ in range(measured):
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return min(times)


@pytest.mark.load
def test_a_giant_line_costs_no_more_than_three_plain_parses() -> None:
    """Measured 0.8 to 1.2; the limit is the issue's."""
    event = big_event()
    body = b"data: " + event + b"\n\ndata: [DONE]\n\n"

    plain = best(5, lambda: orjson.loads(event))
    ours = best(5, lambda: read(body))

    assert len(event) > 16 * 2**20
    assert ours <= 3 * plain


@pytest.mark.parametrize("form", ["event", "body", "split", "chinese"])
def test_a_giant_answer_is_never_held_more_than_twice(form: str) -> None:
    event = big_event()
    if form == "body":
        body = event
    elif form == "split":
        text = "![image](data:image/png;base64," + b64(PICTURE_12_MB) + ")"
        body = sse(
            *(delta(content=text[at : at + 65536]) for at in range(0, len(text), 65536)), delta("stop")
        )
    elif form == "chinese":
        body = b"data: " + event.replace(b"![image]", "给你一张图 🖌 ![图片]".encode()) + b"\n\n"
    else:
        body = b"data: " + event + b"\n\n"
    tracemalloc.start()
    try:
        answer = read(body)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert len(answer.pictures) == 1
    assert peak <= 2.2 * len(body)


@pytest.mark.parametrize(
    "text",
    [
        "![" * 200_000,
        "[" * 200_000 + "](" * 200_000,
        "![a](" * 50_000,
        "(" * 300_000,
        "<img " * 60_000,
        "```" * 100_000,
        "`" * 300_001,
        "data:image/png;base64," * 20_000,
        "https://" * 50_000,
        "进度" * 100_000 + "1" * 100_000,
        "A" * 2_000_000,
        "![a](data:image/png;base64," + "A_" * 1_000_000,
        "[a]: " * 60_000,
        "![a](<" * 50_000,
        '![a](x "' * 20_000,
        "排" * 300_000,
        "base64://" * 40_000,
        ". " * 300_000 + "%",
    ],
    ids=range(18),
)
def test_no_text_makes_the_scan_slow(text: str) -> None:
    # 0.1 to 2.5 s on a busy machine; a scan that is quadratic takes minutes, and ends at pytest's time limit.
    read(orjson.dumps(chat(text)))


@pytest.mark.load
def test_many_small_events_are_linear() -> None:
    def cost(count: int) -> float:
        body = sse(*(delta(content="abcdefgh") for _ in range(count)), delta("stop"))
        return best(3, lambda: read(body))

    assert cost(16_000) < 10 * cost(4_000)


@pytest.mark.parametrize("opening", [b'{"a":"', b'data: {"a":"', b"data: x\n", b"plain "])
def test_an_endless_answer_ends_in_a_typed_fault(monkeypatch: pytest.MonkeyPatch, opening: bytes) -> None:
    monkeypatch.setattr(stream, "LIMIT", 2**20)
    monkeypatch.setattr("bot.gateway.answer.reader.LIMIT", 2**20)
    monkeypatch.setattr("bot.gateway.answer.reader.TOTAL", 4 * 2**20)
    reader = Reader(200, {})
    reader.feed(opening)
    for _ in range(80):
        reader.feed(b"A" * 65536)
    answer = reader.close()

    assert answer.fault is not None
    assert answer.fault.kind is FaultKind.UPSTREAM


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"created":' + b"9" * 5000 + b',"data":[{"url":"https://i.example/a.png"}]}',
        b'{"usage":NaN,"data":[{"url":"https://i.example/a.png"}]}',
        b'{"x":"\\ud800","data":[{"url":"https://i.example/a.png"}]}',
        b'{"x":"\xff\xfe","data":[{"url":"https://i.example/a.png"}]}',
        b'{"x":"a\nb","data":[{"url":"https://i.example/a.png"}]}',
    ],
    ids=["deep list", "deep object", "5000 digits", "NaN", "lone surrogate", "no UTF-8", "raw line break"],
)
def test_odd_json_is_read_or_refused_but_never_raises(body: bytes) -> None:
    answer = read(body)

    assert (answer.fault is None) == bool(answer.pictures) == (b"url" in body)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        [uri(RED), b64(RED), "https://i.example/a.png", "stop", "error", "data:;base64,", "![a](b.png)"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "choices",
                    "delta",
                    "message",
                    "content",
                    "images",
                    "image",
                    "data",
                    "url",
                    "b64_json",
                    "error",
                    "code",
                    "message",
                    "type",
                    "output",
                    "result",
                    "candidates",
                    "parts",
                    "inlineData",
                    "thought",
                    "text",
                    "finish_reason",
                    "progress",
                    "base_resp",
                    "detail",
                    "response",
                    "item",
                    "promptFeedback",
                    "refusal",
                    "reasoning_content",
                    "index",
                    "status_code",
                    "queue_position",
                    "metadata",
                    "headers",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


def whole(body: bytes) -> Answer:
    return read(body, max(1, len(body)))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), st.integers(1, 9))
def test_any_bytes_make_an_answer_and_the_same_in_pieces(body: bytes, size: int) -> None:
    assert same(whole(body), read(body, size))


@settings(max_examples=400, deadline=None)
@given(JSON, st.integers(1, 50), st.sampled_from(["", "data: ", "event: error\ndata: ", "[", "\ufeff"]))
def test_any_json_makes_an_answer_and_the_same_in_pieces(value: object, size: int, before: str) -> None:
    body = before.encode() + orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS, default=str) + b"\n\n"

    assert same(whole(body), read(body, size))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [b"data:", b"{", b"}", b"\n", b"\r", b"\r\n", b'"error"', b":", b"[DONE]", b'{"a":1}', b" "]
        ),
        max_size=30,
    ),
    st.integers(1, 5),
)
def test_any_stream_makes_the_same_answer_in_pieces(parts: list[bytes], size: int) -> None:
    body = b"".join((b"data:", *parts))

    assert same(whole(body), read(body, size))


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="`~[]()!<>\ue0b6"), max_size=60)


@settings(max_examples=200, deadline=None)
@given(
    WORDS, WORDS, st.sampled_from(["![x]({})", '\n> ![图]({} "t")\n', "<img src='{}'>"]), st.integers(1, 40)
)
def test_a_picture_is_found_in_any_noise(before: str, after: str, form: str, size: int) -> None:
    text = before + form.format(uri(RED)) + after
    body = sse(*(delta(content=text[at : at + size]) for at in range(0, len(text), size)), delta("stop"))

    digests = [image["sha256"] for image in told(body)["images"]]
    assert SHA[RED] in digests


def same(one: Answer, other: Answer) -> bool:
    assert (one.fault is None) == bool(one.pictures)
    assert str(one.fault) == str(other.fault)
    return (one.status, one.pictures, one.text, one.progress) == (
        other.status,
        other.pictures,
        other.text,
        other.progress,
    )
