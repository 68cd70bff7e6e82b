"""Reads the parameters of a call from wherever they stand: query, JSON, form or multipart."""

from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.sandbox.telegram.check import Upload
from bot.sandbox.telegram.refusals import ApiError, Json, bad_request, broken_contract

MAX_BODY = 60 * 1024 * 1024


async def read_call(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """(parameters, files) as they came, unchecked.

    Raises:
        ApiError: 413, or a JSON body that is none.
    """
    params: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    try:
        if request.content_type == "application/json":
            params |= await _read_json(request)
        elif request.method == "POST":
            for name, value in (await request.post()).items():
                if isinstance(value, FileField):
                    uploads[name] = Upload(value.filename, value.content_type, value.file.read())
                else:
                    params[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    return params, uploads


async def _read_json(request: web.Request) -> Json:
    try:
        body = await request.json()
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise broken_contract("JSON object expected as the body")
    return body


def summary(value: Any) -> Any:
    """The parameters without the bytes of their files, for the journal."""
    if isinstance(value, Upload):
        return value.summary
    if isinstance(value, dict):
        return {key: summary(each) for key, each in value.items()}
    return [summary(each) for each in value] if isinstance(value, list) else value
