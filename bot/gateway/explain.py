"""What Darkroom makes of a recorded answer: the pure core of `darkroom explain`."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import orjson

from bot.domain.called import Transcript
from bot.gateway.answer import Reader
from bot.gateway.call import Answer, Found, Link
from bot.gateway.faults import advise
from bot.gateway.links import bare, clean

_STATUS_LINE = re.compile(rb"HTTP/[0-9.]+ +([0-9]{3})")
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]*\r?\n")


@dataclass(frozen=True, slots=True)
class Recorded:
    """An answer as it was kept. `headers` by lower-case names; `broken`: the body's end is missing."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    broken: bool = False


def recorded(name: str, content: bytes) -> Recorded:
    """Reads a recorded answer: `NAME.http` is a whole HTTP answer, any other name the body of a 200."""
    if not name.lower().endswith(".http"):
        return Recorded(200, {}, content)
    head, body = _split(content)
    lines = head.splitlines()
    status = _STATUS_LINE.match(lines[0]) if lines else None
    headers: dict[str, str] = {}
    for line in lines[1:]:
        key, _, value = line.decode("latin-1").partition(":")
        headers[key.strip().lower()] = value.strip()
    if headers.get("transfer-encoding", "").lower() == "chunked" and _CHUNK.match(body):
        body, broken = _unchunked(body)
    else:
        length = headers.get("content-length", "")
        broken = length.isdecimal() and len(body) < int(length[:18])
    return Recorded(int(status[1]) if status else 200, headers, body, broken)


def _split(content: bytes) -> tuple[bytes, bytes]:
    end = re.search(rb"\r?\n\r?\n", content)
    return (content[: end.start()], content[end.end() :]) if end else (content, b"")


def _unchunked(body: bytes) -> tuple[bytes, bool]:
    """The body without the frames of chunked encoding, and whether its end is missing."""
    pieces: list[bytes] = []
    at = 0
    while frame := _CHUNK.match(body, at):
        size = int(frame[1], 16)
        if size == 0:
            return b"".join(pieces), False
        pieces.append(body[frame.end() : frame.end() + size])
        at = frame.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(pieces), True


def links_of(request: object) -> frozenset[str]:
    """Every link and data URI that a request holds, of all turns: none of them is a result (R-ECHO)."""
    found: set[str] = set()
    for text in _strings(request):
        if text.startswith("data:"):
            found.add(text)
            continue
        for start, end, url in bare(text):
            found |= {url, clean(url)}
            # A link may hold brackets that end it in prose; as a whole string it is itself.
            found |= {text.strip()} if start == 0 and " " not in text.strip() else {text[start:end]}
    return frozenset(found)


def _strings(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item


def explain(  # noqa: PLR0913 -- an answer and the facts of its exchange
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    *,
    request: object = None,
    base_url: str | None = None,
    endpoint: str | None = None,
    chunk: int = 0,
    broken: bool = False,
    advice: bool = False,
) -> dict[str, Any]:
    """What comes out of an answer, with exactly the keys of the `.expect.json` files.

    Args:
        status: of HTTP.
        headers: by lower-case names.
        body: as it came.
        request: the JSON that was sent, if known: its links are no results.
        base_url: of the API, for relative links.
        endpoint: the path that was asked.
        chunk: feed the body in pieces of so many bytes; 0 whole.
        broken: the body ended before its time.
        advice: one key more, `advice`: what Darkroom would do.
    """
    reader = Reader(
        status,
        headers,
        urls=links_of(request),
        base_url=base_url or "",
        endpoint=endpoint or "",
        whole_text=True,
    )
    step = chunk if chunk > 0 else max(1, len(body))
    for at in range(0, len(body), step):
        reader.feed(body[at : at + step])
    answer = reader.close(broken=broken)
    return {**_told(answer), **({"advice": _advised(answer)} if advice else {})}


def explained(said: Transcript) -> Sequence[tuple[str, str]]:
    """What comes out of a call that was kept, and what Darkroom would do, as names and values."""
    if said.answer is None:
        return ()
    head, _, body = said.request.partition("\r\n\r\n")
    answer, url = recorded("answer.http", said.answer.encode()), head.split(" ", 2)[1]
    request = _json(body)
    facts = explain(
        answer.status,
        answer.headers,
        answer.body,
        request=request,
        base_url=url,
        broken=answer.broken,
        advice=True,
    )
    return tuple(_lines(facts))


def _lines(facts: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, str]]:
    for name, value in facts.items():
        if isinstance(value, dict):
            yield from _lines(value, f"{name}.")
        elif value not in (None, [], ""):
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            yield within + name, shown


def _json(text: str) -> object:
    try:
        return orjson.loads(text)
    except ValueError:
        return None


def _told(answer: Answer) -> dict[str, Any]:
    fault = answer.fault
    wait = fault.retry_after if fault else None
    return {
        "status": answer.status,
        "images": [_shown(found) for found in answer.pictures],
        "text": answer.text,
        "error_kind": fault.kind.value if fault else None,
        "retry_after": int(wait) if wait is not None and wait == int(wait) else wait,
        "progress": list(answer.progress),
    }


def _advised(answer: Answer) -> dict[str, Any]:
    """What would be done: nobody pays for an answer without a picture."""
    fault = answer.fault
    if fault is None:
        return {"deliver": len(answer.pictures), "charge": True}
    advice = asdict(advise(fault))
    return {"deliver": 0, "charge": False, **advice, "detail": fault.detail}


def _shown(found: Found) -> dict[str, str | None]:
    if isinstance(found, Link):
        return {"kind": "url", "url": found.url, "sha256": None}
    digest = hashlib.sha256(found.data).hexdigest()
    return {"kind": "bytes", "url": None, "sha256": digest, "mime": found.kind.mime}
