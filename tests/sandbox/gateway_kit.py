"""What the tests of the sandbox's gateway share: pictures, requests, and a reader of any answer."""

import base64
import functools
import io
import re
from typing import Any

import httpx
import orjson
from PIL import Image

from bot.sandbox.gateway import GatewayServer

STRING_ONLY = "chat-seededit"
LINK = re.compile(r"https?://[^\s)\]\"\\]+")
DATA = re.compile(r"data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)")


@functools.cache
def photo(size: tuple[int, int] = (120, 90), kind: str = "JPEG") -> bytes:
    """A yellow square on a blue wall."""
    image = Image.new("RGB", size, (40, 90, 200))
    image.paste((240, 210, 40), (size[0] // 3, size[1] // 3, size[0] * 2 // 3, size[1] * 2 // 3))
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def data_uri(data: bytes, mime: str = "image/jpeg") -> str:
    return f"data:{mime};base64,{base64.b64encode(data).decode()}"


def parts(prompt: str, *pictures: bytes) -> list[dict[str, Any]]:
    images = [{"type": "image_url", "image_url": {"url": data_uri(picture)}} for picture in pictures]
    return [{"type": "text", "text": prompt}, *images]


def chat(model: str, prompt: str, *pictures: bytes, **more: Any) -> dict[str, Any]:
    return {"model": model, "messages": [{"role": "user", "content": parts(prompt, *pictures)}], **more}


def hosted(gateway: GatewayServer, data: bytes) -> str:
    """A public link to `data`; the gateway itself serves it."""
    return gateway.root + gateway.files.add(data, "image/jpeg", "plain")[0]


def request_for(
    gateway: GatewayServer, model: str, prompt: str, picture: bytes, *, stream: bool
) -> dict[str, Any]:
    """An edit in the dialect of `model`."""
    if model == STRING_ONLY:
        content = f"{hosted(gateway, picture)} {prompt}"
        return {"model": model, "stream": stream, "messages": [{"role": "user", "content": content}]}
    return chat(model, prompt, picture, stream=stream)


def client(gateway: GatewayServer, **more: Any) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {gateway.key}"}
    return httpx.AsyncClient(base_url=gateway.base_url, headers=headers, timeout=60, **more)


def answered_text(body: bytes) -> str:
    """All text that an answer, JSON or events, holds: the values joined, the pieces of a stream too."""
    if body.lstrip().startswith(b"{"):
        return "\n".join(_strings(orjson.loads(body)))
    pieces = []
    for line in body.replace(b"\r\n", b"\n").split(b"\n"):
        if line.startswith(b"data:") and (payload := line[5:].strip()) != b"[DONE]":
            pieces += _strings(orjson.loads(payload).get("choices", []))
    return "".join(pieces)


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        kept = [v for k, v in value.items() if k not in {"role", "finish_reason", "type", "detail"}]
        return [text for item in kept for text in _strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in _strings(item)]
    return [value] if isinstance(value, str) else []


async def pictures_in(gateway: GatewayServer, body: bytes) -> set[bytes]:
    """Every picture that an answer holds or links to (the request's own picture left out)."""
    text = answered_text(body)
    found = {base64.b64decode(match) for match in DATA.findall(text)}
    sent = set(gateway.calls[-1].pictures)
    async with httpx.AsyncClient() as http:
        for link in LINK.findall(text):
            answer = await http.get(link)
            assert answer.status_code == 200, link
            found.add(answer.content)
    bare = [line for line in text.split("\n") if re.fullmatch(r"[A-Za-z0-9+/=]{100,}", line)]
    found |= {base64.b64decode(line) for line in bare}
    return found - sent
