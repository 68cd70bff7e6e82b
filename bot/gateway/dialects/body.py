"""Bodies in pieces: JSON and multipart in which pictures stay in the spool until they are sent."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import orjson

from bot.domain.errors import FaultKind, GatewayFault
from bot.domain.picture import Stored
from bot.domain.ports import Request
from bot.gateway.call import Call, Inlined, Piece
from bot.gateway.links import bare

Links: TypeAlias = Mapping[str, str]
"""Public URLs of pictures, by their key in the spool."""


@dataclass(frozen=True, slots=True)
class DataUri:
    """A JSON string that holds a picture: `data:image/png;base64,...`, or the base64 alone."""

    picture: Stored
    prefix: bool = True


def json_call(request: Request, path: str, body: Mapping[str, object], used: Iterable[str] = ()) -> Call:
    """A POST of JSON. `used` are the links in it; what the model's `extra` says goes in last."""
    return Call(
        path=path,
        pieces=pieces({**body, **request.model.extra}),
        stream=request.model.stream,
        urls=frozenset(used) | {url for *_, url in bare(request.prompt)},
    )


def link_to(picture: Stored, links: Links) -> str:
    """The picture's public link.

    Raises:
        GatewayFault: it has none; who offers a model whose dialect needs one makes sure that there is.
    """
    link = links.get(picture.key)
    if link is None:
        raise GatewayFault(FaultKind.BAD_REQUEST, detail="this dialect needs public links, and there is none")
    return link


def taken(value: str | None, offered: Sequence[str]) -> str | None:
    """What was asked for, where the model takes it."""
    return value if value in offered else None


def given(**values: object) -> dict[str, object]:
    """These values without those that are None."""
    return {name: value for name, value in values.items() if value is not None}


def options(request: Request) -> dict[str, object]:
    """`n`, `size`, `quality` and `style` at top level, where the model takes them (Q-EXTRA)."""
    model, asked = request.model, request.options
    return given(
        n=asked.count if model.max_count > 1 else None,
        size=taken(asked.size, model.sizes),
        quality=taken(asked.quality, model.qualities),
        style=taken(asked.style, model.styles),
    )


def pieces(value: object) -> tuple[Piece, ...]:
    """JSON as bytes and pictures in turn; the pictures' bytes are not touched."""
    return _merged(_json(value))


def multipart(fields: Iterable[tuple[str, str | Stored]], boundary: str) -> tuple[Piece, ...]:
    """A form of texts and pictures, each picture with its type and a name (Q-IMG-EDIT, RFC 7578)."""
    return _merged(_form(fields, boundary))


def _form(fields: Iterable[tuple[str, str | Stored]], boundary: str) -> Iterator[Piece]:
    number = 0
    for name, value in fields:
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"'
        if isinstance(value, str):
            yield f"{head}\r\n\r\n{value}\r\n".encode("utf-8", "replace")
            continue
        number += 1
        kind = value.picture.kind
        yield f'{head}; filename="input-{number}.{kind}"\r\nContent-Type: {kind.mime}\r\n\r\n'.encode()
        yield Inlined(value, base64=False)
        yield b"\r\n"
    yield f"--{boundary}--\r\n".encode()


def _json(value: object) -> Iterator[Piece]:
    if isinstance(value, DataUri):
        yield f'"data:{value.picture.picture.kind.mime};base64,'.encode() if value.prefix else b'"'
        yield Inlined(value.picture)
        yield b'"'
    elif isinstance(value, Mapping):
        yield from _joined(b"{", (_member(str(key), item) for key, item in value.items()), b"}")
    elif isinstance(value, list | tuple):
        yield from _joined(b"[", (_json(item) for item in value), b"]")
    else:
        yield _scalar(value)


def _member(key: str, value: object) -> Iterator[Piece]:
    yield _scalar(key) + b":"
    yield from _json(value)


def _joined(opening: bytes, items: Iterable[Iterator[Piece]], closing: bytes) -> Iterator[Piece]:
    yield opening
    for number, item in enumerate(items):
        if number:
            yield b","
        yield from item
    yield closing


def _scalar(value: object) -> bytes:
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:  # half a surrogate pair, which the json module writes as an escape
        return json.dumps(value).encode()


def _merged(parts: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbouring bytes as one piece."""
    merged: list[Piece] = []
    waiting = bytearray()
    for part in parts:
        if isinstance(part, bytes):
            waiting += part
            continue
        merged += (bytes(waiting), part)
        waiting.clear()
    return tuple(merged) if not waiting else (*merged, bytes(waiting))
