"""What operators read of a call: all that tells something, and nothing that is for nobody's eyes."""

import json
import random
import time

import orjson
import pybase64
import pytest

from bot.domain.picture import Kind, Picture, Stored
from bot.gateway.call import Call, Inlined
from bot.gateway.tape import MOST, Tape
from bot.gateway.transcript import Hidden, Trace, transcript, without_pictures
from tests.imaging import files

PROMPT = 'Färbe "Omas" Hut 红色 ein\nund mehr'
HIDDEN = Hidden(("gateway-key",), PROMPT)
SKETCH = Call("/x", (b"{}",))


def came(body: bytes, headers: dict[str, str] | None = None, hidden: Hidden = HIDDEN) -> str:
    tape = Tape()
    for at in range(0, len(body), 60_000):
        tape.add(body[at : at + 60_000])
    trace = Trace("http://h/x", {}, 200, headers or {}, tape.body(), tape.size, tape.torn)
    answer = transcript(trace, SKETCH, hidden).answer
    assert answer is not None
    return answer.partition("\r\n\r\n")[2]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (orjson.dumps({"error": f"not: {PROMPT}!"}), '{"error":"not: <prompt, 32 characters>!"}'),
        (json.dumps({"error": json.dumps({"message": PROMPT})}).encode(), None),
        (b'{"error":"no gateway-key, sk-abcdefgh, 123456789:AAFakeTokenOfThirtyAndSomeCharsXyz"}', None),
        (files.png(), "<image/png, "),
        (b"\0\1\2", "<binary, 3 B>"),
        (b"", ""),
    ],
)
def test_words_keys_and_pixels_of_an_answer_are_not_shown(body: bytes, shown: str | None) -> None:
    told = came(body)
    if shown is not None:
        assert told.startswith(shown)
    for secret in ("Omas", "红色", "\\u7ea2", "gateway-key", "sk-abcdefgh", "AAFakeToken", "PNG\r\n"):
        assert secret not in told


def test_a_short_prompt_is_hidden_where_it_stands_as_a_word() -> None:
    told = came(b'{"type":"application/json","said":"no cat, sorry: cat"}', hidden=Hidden(prompt="cat"))
    assert told == (
        '{"type":"application/json","said":"no <prompt, 3 characters>, sorry: <prompt, 3 characters>"}'
    )


def test_a_request_shows_its_fields_and_how_large_its_pictures_are() -> None:
    picture = Stored("e/fit-1", Picture(Kind.JPEG, 1, 1, 2_100_000))
    sent = {"Authorization": "Bearer gateway-key", "x-goog-api-key": "gateway-key", "Content-Length": "7"}
    sketch = Call("/x", (b'{"a":"', Inlined(picture), b'","b":', Inlined(picture, base64=False), b"}"))
    told = transcript(Trace("https://me:secret@h/x?key=k", sent), sketch, HIDDEN)
    assert told.answer is None
    assert told.request.split("\r\n") == [
        "POST https://…@h/x?… HTTP/1.1",
        "Authorization: …",
        "x-goog-api-key: …",
        "Content-Length: 7",
        "",
        '{"a":"<base64 image/jpeg, 2.1 MB>","b":<image/jpeg, 2.1 MB>}',
    ]
    long = transcript(Trace("http://h", {}), Call("/x", (b"word " * 100_000,)), HIDDEN)
    assert len(long.request) < 66_000


def test_headers_that_tell_something_are_shown_and_no_others() -> None:
    headers = {
        "content-type": "text/html",
        "x-request-id": "r",
        "x-ratelimit-left": "9",
        "set-cookie": "C",
    }
    told = transcript(Trace("http://h", {}, 429, headers), SKETCH, HIDDEN).answer
    assert told == (
        "HTTP/1.1 429 -\r\ncontent-type: text/html\r\nx-request-id: r\r\nx-ratelimit-left: 9\r\n\r\n"
    )


def test_of_a_large_answer_all_but_its_pictures_is_kept() -> None:
    pictures = [
        pybase64.b64encode(files.png() + random.Random(n).randbytes(899_000)).decode() for n in (1, 2)
    ]
    body = orjson.dumps({"odd": pictures[0], "between": "words", "other": pictures[1], "end": True})
    shown = "<base64 image/png, 900 kB>"
    assert came(body) == f'{{"odd":"{shown}","between":"words","other":"{shown}","end":true}}'
    torn = came(body[: len(body) // 3])
    assert torn == '{"odd":"<base64 image/png, 600 kB or more>'
    assert len(came(b'"words", ' * 100_000)) <= MOST


@pytest.mark.load
def test_the_worst_answer_is_read_within_a_moment() -> None:
    worst = [
        "a" * MOST,
        *(word * (MOST // len(word)) for word in ("https://", "token=", "eyJ", "\\n", "sk-")),
    ]
    for text in worst:
        began = time.perf_counter()
        came(text.encode())
        without_pictures(text)
        assert time.perf_counter() - began < 0.5, text[:10]
