"""Recorded answers as operators keep them."""

import json

from bot.gateway.explain import explain, links_of, recorded
from tests.gateway.answers import chat

KEYS = {"status", "images", "text", "error_kind", "retry_after", "progress"}


def test_a_line_has_exactly_the_keys_of_the_expectations() -> None:
    assert set(explain(200, {}, b"{}")) == KEYS


def test_a_whole_http_answer_is_read() -> None:
    kept = recorded("a.HTTP", b"HTTP/2 429 \r\nRetry-After: 3\r\ncontent-length: 2\r\n\r\n{}")

    assert (kept.status, kept.headers["retry-after"], kept.body, kept.broken) == (429, "3", b"{}", False)


def test_a_body_shorter_than_promised_is_broken() -> None:
    assert recorded("a.http", b"HTTP/1.1 200 OK\nContent-Length: 9\n\n{}").broken


def test_a_chunked_body_is_put_together() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    assert recorded("a.http", head + b"3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n").body == b"abcde"
    cut = recorded("a.http", head + b"3\r\nabc\r\n9\r\nde")
    assert (cut.body, cut.broken) == (b"abcde", True)


def test_chunked_without_chunks_is_taken_as_it_is() -> None:
    assert recorded("a.http", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{}").body == b"{}"


def test_any_bytes_are_a_recorded_answer() -> None:
    for content in (b"", b"\xff\x00", b"HTTP/1.1", b"\r\n\r\n", b"HTTP/1.1 abc\r\n:\r\n\r\nx"):
        kept = recorded("a.http", content)
        assert set(explain(kept.status, kept.headers, kept.body)) == KEYS


def test_links_of_all_turns_are_found() -> None:
    request = {
        "messages": [
            {"role": "assistant", "content": "![a](https://x.example/old_(1).png)"},
            {
                "role": "user",
                "content": [{"image_url": {"url": "https://x.example/in?a=1&amp;b=(2"}}, {"text": "红"}],
            },
        ]
    }

    found = links_of(request)
    assert {"https://x.example/old_(1).png", "https://x.example/in?a=1&amp;b=(2"} <= found


def test_a_deep_request_is_walked_without_recursion() -> None:
    deep: object = "https://x.example/a.png"
    for _ in range(100_000):
        deep = [deep]

    body = json.dumps(chat("![a](https://x.example/a.png)")).encode()
    assert explain(200, {}, body, request=deep)["images"] == []
