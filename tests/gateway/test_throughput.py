"""A 16 MB answer on one line, in each shape that gateways have: how long it takes, and how much is held."""

import statistics
import time
import tracemalloc
from collections.abc import Callable
from textwrap import wrap

import orjson
import pybase64
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gateway.answer import Reader, lift
from bot.gateway.call import Answer, Inline, Link

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


ODD = BASE64[: 2**20]
ODD_EVENTS = {
    "URL-safe": delta(content=ODD.translate(str.maketrans("+/", "-_"))),
    "in lines": delta(content="Look: ![a](data:image/png;base64," + "\n".join(wrap(ODD, 76)) + ") Well?"),
    "in lines, in a fence": delta(content="```\n" + "\r\n".join(wrap(ODD, 64)) + "\n```"),
    "escaped twice": delta(content='{"b64_json": "' + ODD.replace("/", "\\/") + '"}'),
}


@pytest.mark.parametrize("shape", ODD_EVENTS)
def test_a_big_picture_is_found_however_it_is_spelled(shape: str) -> None:
    [picture] = read(b"data: " + ODD_EVENTS[shape] + b"\n\n" + END).pictures
    assert isinstance(picture, Inline)
    assert picture.data == pybase64.b64decode(ODD)


@pytest.mark.parametrize("words", ["lorem ipsum ", "一只戴帽子的猫，"])
def test_of_a_text_without_end_both_ends_are_told(words: str) -> None:
    link = "![a](https://x.test/a.png)"
    text = "First: " + words * 100_000 + link
    answer = read(b"data: " + delta(content=text) + b"\n\n" + END)
    assert answer.pictures == (Link("https://x.test/a.png"),)
    assert answer.text
    assert len(answer.text) < len(text) / 5
    assert (answer.text[:20], answer.text[-40:]) == (text[:20], text[-40:])


def test_a_link_in_the_middle_of_a_text_without_end_is_found() -> None:
    text = "lorem ipsum " * 30_000 + "![a](https://x.test/a.png)" + "lorem ipsum " * 30_000
    answer = read(b"data: " + delta(content=text) + b"\n\n" + END)
    assert answer.pictures == (Link("https://x.test/a.png"),)
    assert answer.text == text


SMALL_PICTURE = pybase64.b64encode_as_string(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
PIECES = [
    *(SMALL_PICTURE, SMALL_PICTURE.rstrip("="), SMALL_PICTURE[:99], "A" * 80, " https://x.test/a.png "),
    *("data:image/png;base64,", "base64://", "![a](", ")", "```", "```json\n", '{"image": "', '"}'),
    *("\n", "\\", '"', "/", "//", "a b", "图", " "),
]
SPELLED = [
    *("\n".join(wrap(SMALL_PICTURE, 24)), "\r\n".join(wrap(SMALL_PICTURE.rstrip("="), 28))),
    SMALL_PICTURE.translate(str.maketrans("+/", "-_")).rstrip("="),
    *(SMALL_PICTURE[:-9], SMALL_PICTURE),
]
OPENINGS = ["", "```\n", "![a](data:image/png;base64,", "data:image/png;base64,", 'src="base64://', '{"a": "']
CLOSINGS = ["", "\n", "\n```", ")", "\n\n", " ", '"', '"}', "\n24 characters in a line.", "\nAs well", "AAA"]


@pytest.mark.parametrize("framed", [True, False], ids=["event", "body"])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12), slashes=st.booleans())
@settings(max_examples=150, deadline=None)
def test_what_is_lifted_out_before_parsing_changes_nothing(
    pieces: list[str], *, slashes: bool, framed: bool
) -> None:
    event = delta(content="".join(pieces))
    event = event.replace(b"/", b"\\/") if slashes else event
    body = b"data: " + event + b"\n\n" + END if framed else event

    assert answer(body, 32) == answer(body, 10**9)


@given(
    parts=st.lists(
        st.tuples(
            *map(st.sampled_from, (["", "Here: ", "\n"], OPENINGS, SPELLED, CLOSINGS, ["\n\n", " Ok?\n"]))
        ),
        max_size=2,
    )
)
@settings(max_examples=300, deadline=None)
def test_odd_base64_that_is_lifted_out_is_the_same_picture(parts: list[tuple[str, ...]]) -> None:
    body = b"data: " + delta(content="".join(map("".join, parts))) + b"\n\n" + END
    found, _, fault = answer(body, 32, whole=False)
    expected, _, expected_fault = answer(body, 10**9, whole=False)
    assert (found, fault) == (expected, expected_fault)


def answer(body: bytes, small: int, *, whole: bool = True) -> tuple[object, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lift, "SMALL", small)
        reader = Reader(200, {}, whole_text=whole)
        reader.feed(body)
        told = reader.close()
    found = [p if isinstance(p, Inline) else p.url.partition("base64,")[0] for p in told.pictures]
    return found, told.text, told.fault and told.fault.kind
