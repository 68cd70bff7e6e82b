"""Bodies of requests: JSON and multipart forms, taken apart; pictures in them found. Pure."""

import re
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesHeaderParser
from typing import Any

import orjson
import pybase64

from bot.sandbox.gateway import refusals
from bot.sandbox.gateway.image_requests import Upload
from bot.sandbox.gateway.journal import described
from bot.sandbox.gateway.wanted import Json

_DATA_URI = re.compile(r"data:image/[\w.+-]+;base64,")
_LONG = 4000


@dataclass(slots=True)
class Body:
    """What a request carries: its JSON or form fields, its uploads, and the same fit for a journal."""

    fields: Json = field(default_factory=dict)
    uploads: list[Upload] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    noted: Json = field(default_factory=dict)
    fault: refusals.Refused | None = None


def read(raw: bytes, content_type: str) -> Body:
    """Take a body apart; what is wrong with it is in `fault`, so that it can be noted all the same."""
    body = Body()
    try:
        if content_type.startswith("multipart/form-data"):
            _read_form(body, raw, content_type)
        else:
            _read_json(body, raw, content_type)
    except refusals.Refused as fault:
        body.fault = fault
    return body


def _read_json(body: Body, raw: bytes, content_type: str) -> None:
    if not content_type.startswith("application/json"):
        raise refusals.bad_request(f"Unsupported content type '{content_type}'. Use 'application/json'.")
    try:
        parsed = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise refusals.bad_request(f"We could not parse the JSON body of your request: {error}") from error
    if not isinstance(parsed, dict):
        raise refusals.bad_request("The body of the request must be a JSON object.")
    body.fields = parsed
    body.noted = _noted(parsed, body.pictures)


def _noted(value: Any, pictures: list[bytes]) -> Any:
    """`value` with its pictures described (and collected), and any other very long text cut."""
    if isinstance(value, dict):
        return {key: _noted(item, pictures) for key, item in value.items()}
    if isinstance(value, list):
        return [_noted(item, pictures) for item in value]
    if not isinstance(value, str):
        return value
    if match := _DATA_URI.match(value):
        try:
            pictures.append(pybase64.b64decode(value[match.end() :].encode()))
        except ValueError:
            return f"{value[:80]}... (broken base64)"
        return described(pictures[-1])
    return value if len(value) < _LONG else f"{value[:80]}... ({len(value)} characters)"


def _read_form(body: Body, raw: bytes, content_type: str) -> None:
    boundary = _headers(f"Content-Type: {content_type}\r\n\r\n".encode()).get_boundary()
    if not boundary:
        raise refusals.bad_request("no multipart boundary param in Content-Type")
    pieces = (b"\r\n" + raw).split(f"\r\n--{boundary}".encode())
    if len(pieces) < 3 or not pieces[-1].startswith(b"--"):  # noqa: PLR2004 - before, one part, after
        raise refusals.bad_request("multipart: NextPart: EOF")
    for piece in pieces[1:-1]:
        head, _, data = piece.partition(b"\r\n\r\n")
        _add_field(body, _headers(head.lstrip() + b"\r\n\r\n"), data)


def _add_field(body: Body, headers: Message, data: bytes) -> None:
    name = headers.get_param("name", header="content-disposition")
    filename = headers.get_filename()
    if not isinstance(name, str):
        raise refusals.bad_request("multipart: a part has no name")
    if filename is None:
        body.fields[name] = body.noted[name] = data.decode("utf-8", "replace")
        return
    body.uploads.append(Upload(name, filename, headers.get_content_type(), data))
    body.pictures.append(data)
    body.noted.setdefault(name, []).append(described(data))


def _headers(block: bytes) -> Message:
    return BytesHeaderParser().parsebytes(block)
