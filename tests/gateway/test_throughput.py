"""A 16 MB answer on one line, in each shape that gateways have: how long it takes, and how much is held."""

import statistics
import time
import tracemalloc
from collections.abc import Callable

import orjson
import pybase64
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gateway.answer import Reader, lift
from bot.gateway.call import Answer, Inline

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * (12 * 2**20 // 256)
BASE64 = pybase64.b64encode_as_string(PICTURE)
URI = f"data:image/png;base64,{BASE64}"
END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
AIM = 3
"""Times a plain parse of the same bytes."""


def delta(**fields: object) -> bytes:
    return orjson.dumps({"choices": [{"index": 0, "delta": {"role": "assistant", **fields}}]})


EVENTS: dict[str, bytes] = {
    "markdown": delta(content=f"![image]({URI})"),
    "markdown among Chinese": delta(content=f"给你一张图 🖌 ![图片]({URI})\n\n[点击下载]({URI[:0]})"),
    "a data URI among words": delta(content=f"Here it is: {URI} Another one?"),
    "delta.images": delta(content="", images=[{"type": "image_url", "image_url": {"url": URI}, "index": 0}]),
    "bare base64": delta(content=BASE64),
    "base64 in a fence": delta(content=f"```\n{BASE64}\n```\n"),
    "JSON in the text": delta(content=f'{{"image": "{BASE64}"}}'),
    "slashes escaped": delta(content=f"![image]({URI})").replace(b"/", b"\\/"),
    "slashes escaped, and a line after it": delta(content=f"{URI}\nDone.").replace(b"/", b"\\/"),
    "b64_json": orjson.dumps({"type": "image_generation.completed", "b64_json": BASE64}),
}


def read(body: bytes) -> Answer:
    reader = Reader(200, {})
    for at in range(0, len(body), 16_384):
        reader.feed(body[at : at + 16_384])
    return reader.close()


def seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


@pytest.mark.load
@pytest.mark.parametrize("shape", EVENTS)
def test_a_giant_event_costs_at_most_three_plain_parses(
    shape: str, record_property: Callable[..., None]
) -> None:
    event = EVENTS[shape]
    body = b"data: " + event + b"\n\n" + END
    [picture] = read(body).pictures
    assert isinstance(picture, Inline)
    assert picture.data == PICTURE

    times = [(seconds(lambda: orjson.loads(event)), seconds(lambda: read(body))) for _ in range(5)]
    plain, ours = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{shape}: {ours / plain:.2f} times a plain parse")  # noqa: T201  pytest -rP shows it
    assert ours <= AIM * plain, f"{ours / plain:.1f} times a plain parse"


@pytest.mark.parametrize("framed", [True, False], ids=["event", "body"])
@pytest.mark.parametrize("shape", EVENTS)
def test_a_giant_answer_is_never_held_more_than_about_twice(shape: str, *, framed: bool) -> None:
    body = b"data: " + EVENTS[shape] + b"\n\n" + END if framed else EVENTS[shape]
    tracemalloc.start()
    try:
        answer = read(body)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(answer.pictures) == 1
    assert peak <= 2.2 * len(body), f"{peak / len(body):.2f} times"


SMALL_PICTURE = pybase64.b64encode_as_string(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
PIECES = [
    *(SMALL_PICTURE, SMALL_PICTURE.rstrip("="), SMALL_PICTURE[:99], "A" * 80, " https://x.test/a.png "),
    *("data:image/png;base64,", "base64://", "![a](", ")", "```", "```json\n", '{"image": "', '"}'),
    *("\n", "\\", '"', "/", "//", "a b", "图", " "),
]


@pytest.mark.parametrize("framed", [True, False], ids=["event", "body"])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12), slashes=st.booleans())
@settings(max_examples=150, deadline=None)
def test_what_is_lifted_out_before_parsing_changes_nothing(
    pieces: list[str], *, slashes: bool, framed: bool
) -> None:
    event = delta(content="".join(pieces))
    event = event.replace(b"/", b"\\/") if slashes else event
    body = b"data: " + event + b"\n\n" + END if framed else event

    def answer(small: int) -> tuple[object, ...]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(lift, "SMALL", small)
            reader = Reader(200, {}, whole_text=True)
            reader.feed(body)
            told = reader.close()
        found = [p if isinstance(p, Inline) else p.url.partition("base64,")[0] for p in told.pictures]
        return found, told.text, told.fault and told.fault.kind

    assert answer(32) == answer(10**9)
