"""The pure parts of the sandbox's Telegram: text lengths, entities, pictures, flood limits."""

import io
import string
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.sandbox.telegram.entities import (
    find_entities,
    parse_html,
    trim,
    utf16_length,
    utf16_slice,
    with_found,
)
from bot.sandbox.telegram.limits import FloodLimits
from bot.sandbox.telegram.markdown import parse_markdown
from bot.sandbox.telegram.pictures import Header, blank_png, sniff
from bot.sandbox.telegram.refusals import ApiError
from bot.sandbox.telegram.spec import load_spec

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT, TEXT)
def test_lengths_add_up_and_count_what_lies_beyond_the_first_plane_twice(left: str, right: str) -> None:
    assert utf16_length(left + right) == utf16_length(left) + utf16_length(right)
    assert utf16_length(left) == len(left) + sum(character > "\uffff" for character in left)


@given(TEXT, st.text(string.ascii_letters, min_size=1, max_size=20), TEXT)
def test_a_command_after_any_text_is_marked_where_it_stands(before: str, name: str, after: str) -> None:
    text = f"{before} /{name} {after}"
    said = [utf16_slice(text, each["offset"], each["length"]) for each in find_entities(text)]
    assert f"/{name}" in said
    spans = [(each["offset"], each["offset"] + each["length"]) for each in find_entities(text)]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/model@darkroom_bot now", [("bot_command", "/model@darkroom_bot")]),
        ("👨‍👩‍👧 @darkroom_bot, sepia", [("mention", "@darkroom_bot")]),
        ("mail ann@example.org and/or a/b", []),
        ("see https://example.org/a?b=1.", [("url", "https://example.org/a?b=1")]),
        ("红色 #背景 #1", [("hashtag", "#背景")]),
    ],
)
def test_telegram_marks_what_it_knows(text: str, found: list[tuple[str, str]]) -> None:
    entities = find_entities(text)
    assert [(each["type"], utf16_slice(text, each["offset"], each["length"])) for each in entities] == found


@given(TEXT)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(escaped) == (text, [])
    marked = "".join(f"\\{each}" if each in "\\_*[]()~`>#+-=|{}.!" else each for each in text)
    assert parse_markdown(marked) == (text, [])
    assert parse_html(f"<b>{escaped}</b>") == (
        text,
        [{"type": "bold", "offset": 0, "length": utf16_length(text)}],
    )


def test_html_and_markdown_mark_the_same() -> None:
    bold = {"type": "bold", "offset": 3, "length": 5}
    italic = {"type": "italic", "offset": 5, "length": 3}
    link = {"type": "text_link", "offset": 9, "length": 1, "url": "https://a.b/?x=(1)"}
    expected = ("😀 a b c d", [bold, italic, link])
    html = '😀 <b>a <i>b c</i></b> <a href="https://a.b/?x=(1)">d</a>'
    assert parse_html(html) == expected
    assert parse_markdown("😀 *a _b c_* [d](https://a.b/?x=\\(1\\))") == expected
    assert parse_markdown("```python\nx = 1```")[1] == [
        {"type": "pre", "offset": 0, "language": "python", "length": 5}
    ]


@given(TEXT)
def test_no_text_breaks_a_parser_otherwise_than_by_a_refusal(text: str) -> None:
    for parse in (parse_html, parse_markdown):
        with suppress(ApiError):
            plain, entities = parse(text)
            assert all(each["offset"] + each["length"] <= utf16_length(plain) for each in entities)


def test_white_space_around_a_text_goes_and_entities_move_along() -> None:
    entities = [{"type": "bold", "offset": 1, "length": 4}]
    assert trim(" \n😀a ", entities) == ("😀a", [{"type": "bold", "offset": 0, "length": 3}])


def test_given_entities_come_before_found_ones() -> None:
    code = {"type": "code", "offset": 0, "length": 5}
    assert with_found("/help /start", [code]) == [code, {"type": "bot_command", "offset": 6, "length": 6}]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("options", [{}, {"progressive": True, "exif": b"Exif\0\0x"}, {"lossless": True}])
def test_headers_say_what_a_decoder_says(kind: str, options: dict[str, object]) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (301, 17)).save(buffer, kind, **options)
    assert sniff(buffer.getvalue()) == Header(kind.lower(), 301, 17)
    for length in range(min(200, len(buffer.getvalue()))):
        sniff(buffer.getvalue()[:length])


@given(st.binary(max_size=200))
def test_rubbish_is_no_picture_and_no_crash(data: bytes) -> None:
    for start in (b"", b"\xff\xd8", b"RIFF\0\0\0\0WEBPVP8 ", b"GIF89a", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"):
        sniff(start + data)


def test_blank_pictures_are_real() -> None:
    image = Image.open(io.BytesIO(blank_png(37, 5)))
    image.load()
    assert image.size == (37, 5)


@given(st.lists(st.floats(0, 5), max_size=200))
def test_no_window_ever_lets_more_pass_than_its_limit(pauses: list[float]) -> None:
    limits = FloodLimits(private_burst=3, per_group_minute=20, per_second=30)
    now, passed = 0.0, []
    for pause in pauses:
        now += pause
        if limits.check(-100, now) is None:
            passed.append(now)
    assert all(len([each for each in passed if start <= each < start + 60]) <= 20 for start in passed)


def test_the_data_is_bot_api_10_3_and_complete() -> None:
    spec = load_spec()
    assert len(spec.methods) == 185
    assert spec.names["sendmessage"] == "sendMessage"
    assert {"message", "callback_query", "pre_checkout_query"} <= spec.update_kinds
