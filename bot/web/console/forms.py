"""What people fill in: read with a limit of size and of time."""

import asyncio
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

_MEDIA_TYPE = "application/x-www-form-urlencoded"
_MOST_BYTES = 64 * 1024
_MOST_FIELDS = 50
SECONDS = 10.0
"""That a form may take to arrive."""


class FormFault(Exception):
    """A form that is not read. `status`: of HTTP, that says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def read(request: Request, *, seconds: float = SECONDS) -> Mapping[str, str]:
    """The fields of a form, each once, without spaces around them.

    Raises:
        FormFault: it is none, too large, or too slow.
    """
    if request.headers.get("Content-Type", "").partition(";")[0].strip() != _MEDIA_TYPE:
        raise FormFault(415)
    try:
        async with asyncio.timeout(seconds):
            body = await _body(request)
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except TimeoutError as error:
        raise FormFault(408) from error
    except (ValueError, ClientDisconnect) as error:
        raise FormFault(400) from error
    return {name: value.strip() for name, value in pairs}


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise FormFault(413)
    return bytes(body)
