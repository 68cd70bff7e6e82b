"""Answers for tests, in the shapes that gateways use, and what a reader makes of them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pybase64

from bot.gateway.explain import explain

ASSETS = Path(__file__).parents[1] / "wire" / "assets"
RED, GREEN, BLUE = ((ASSETS / f"{name}.png").read_bytes() for name in ("red", "green", "blue"))
JPEG = (ASSETS / "red.jpg").read_bytes()
SHA: Mapping[bytes, str] = {
    data: json.loads((ASSETS / "assets.json").read_text())[name]["sha256"]
    for name, data in (("red.png", RED), ("green.png", GREEN), ("blue.png", BLUE), ("red.jpg", JPEG))
}


def b64(data: bytes) -> str:
    return pybase64.b64encode(data).decode()


def uri(data: bytes) -> str:
    return f"data:image/png;base64,{b64(data)}"


def chat(content: object, **message: object) -> dict[str, object]:
    """A whole chat completion."""
    said = {"role": "assistant", "content": content, **message}
    return {"choices": [{"index": 0, "message": said, "finish_reason": "stop"}]}


def sse(*values: object, done: bool = True) -> bytes:
    """A stream of these events."""
    lines = [f"data: {value if isinstance(value, str) else json.dumps(value)}\n\n" for value in values]
    return "".join((*lines, "data: [DONE]\n\n" if done else "")).encode()


def delta(finish: str | None = None, index: int = 0, **fields: object) -> dict[str, object]:
    """One chunk of a chat stream."""
    return {"choices": [{"index": index, "delta": fields, "finish_reason": finish}]}


def told(
    body: object, status: int = 200, headers: Mapping[str, str] | None = None, **facts: Any
) -> dict[str, Any]:
    """What comes out of a body: bytes as they are, anything else as JSON."""
    raw = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    return explain(status, headers or {}, raw, **facts)


def pictures(body: object, **facts: Any) -> list[str]:
    """The links and digests that come out of a body, in order."""
    return [image["url"] or image["sha256"] for image in told(body, **facts)["images"]]
