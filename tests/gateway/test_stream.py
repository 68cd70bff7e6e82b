"""Framing of server-sent events, and what a body is by its first bytes."""

import json

import pytest

from bot.gateway.stream import EventStream, Shape, shape


def events(body: bytes, size: int) -> tuple[list[tuple[str, object]], EventStream]:
    stream = EventStream(json.loads)
    found = [
        (event.name, event.value)
        for at in range(0, len(body), size)
        for event in stream.feed(body[at : at + size])
    ]
    found += [(event.name, event.value) for event in stream.close()]
    return found, stream


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'data: {"a":1}\n\n', [("", {"a": 1})]),
        (b'data:{"a":1}\r\n\r\ndata:[2]\r\r', [("", {"a": 1}), ("", [2])]),
        (b'event: x\ndata: {"a":1}\n\ndata: {"b":2}\n\n', [("x", {"a": 1}), ("", {"b": 2})]),
        (b": c\nid: 1\nretry: 5\ndata\ndata:\n\ndata: {}", [("", {})]),
        (b'data: {"a":\ndata: {"b":1}\ndata: }\n\n', [("", {"a": {"b": 1}})]),
        (b'data: {"a":\n[1,\n2]}\n\n', [("", {"a": [1, 2]})]),
        (b'data: {"a":1}\ndata: {"b":2}\n', [("", {"a": 1}), ("", {"b": 2})]),
        (b'data: hello\ndata: {"b":2}\n\n', [("", {"b": 2})]),
        (b'\xef\xbb\xbfdata: {"a":1}\n\n', [("", {"a": 1})]),
        (b'data: {"a":1}\n\n{"error":1}\n', [("", {"a": 1}), ("", {"error": 1})]),
        ('data: {"a":"图🖌️"}\n\n'.encode(), [("", {"a": "图🖌️"})]),
    ],
)
def test_events_are_the_same_however_they_are_cut(body: bytes, expected: list[object], size: int) -> None:
    assert events(body, size)[0] == expected


def test_the_end_is_seen() -> None:
    assert events(b"data: [DONE]\n\n", 1)[1].done
    assert events(b"data:[DONE]", 5)[1].done
    assert not events(b"data: {}\n\n", 5)[1].done


def test_a_torn_event_is_told_from_junk() -> None:
    assert events(b'data: {"a":', 4)[1].torn
    _, stream = events(b"data: hello\n\n", 4)
    assert (stream.torn, stream.junk) == (False, "hello")


def test_an_event_is_there_before_the_blank_line() -> None:
    stream = EventStream(json.loads)

    assert [event.value for event in stream.feed(b'data: {"a":1}\n')] == [{"a": 1}]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"", None),
        (b" \r\n", None),
        (b"\xef\xbb", None),
        (b"\xef\xbb\xbf {", Shape.JSON),
        (b"\n[", Shape.JSON),
        (b"<", Shape.HTML),
        (b"d", None),
        (b"dat", None),
        (b"data", None),
        (b"data:", Shape.SSE),
        (b"date", Shape.TEXT),
        (b":", Shape.SSE),
        (b"event: x", Shape.SSE),
        (b"retry: 1", Shape.SSE),
        (b"error code: 524", Shape.TEXT),
        (b"\x89PNG\r\n\x1a\n0000", Shape.PICTURE),
        (b"RIFF", None),
        (b"RIFF0000WEBP", Shape.PICTURE),
    ],
)
def test_the_first_bytes_tell_what_a_body_is(head: bytes, expected: Shape | None) -> None:
    assert shape(head) is expected
