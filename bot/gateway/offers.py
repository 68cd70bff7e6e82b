"""The models that a gateway says it offers: `GET /v1/models`."""

import asyncio
from collections.abc import Mapping

import httpx
import orjson

from bot.domain.errors import FaultKind, GatewayFault
from bot.gateway.address import Address, endpoint
from bot.gateway.faults import classify
from bot.gateway.http import FOREIGN, Seconds, Transport, fault, request

_LIST_BYTES = 8_000_000
_LIST_TIME = 20.0
_PATH = "/models"


async def offered(pool: Transport, address: Address, *, within: float = _LIST_TIME) -> frozenset[str]:
    """The names of all models that a gateway offers, told within so many seconds.

    Raises:
        GatewayFault: it did not tell.
    """
    try:
        async with asyncio.timeout(within):
            status, headers, body = await _get(pool, address)
    except FOREIGN as error:
        failed = fault(error)
    else:
        if status != httpx.codes.OK:
            raise classify(status, body, headers)
        return _names(body)
    raise failed


async def offered_or_fault(
    pool: Transport, address: Address, *, within: float
) -> frozenset[str] | GatewayFault:
    """The names of all models that a gateway offers, or why it did not tell."""
    try:
        return await offered(pool, address, within=within)
    except GatewayFault as failed:
        return failed


async def _get(pool: Transport, address: Address) -> tuple[int, Mapping[str, str], bytes]:
    asked = request("GET", endpoint(address.base_url, _PATH), address.authorization(0, _PATH), Seconds())
    response = await pool.handle_async_request(asked)
    try:
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > _LIST_BYTES:
                raise httpx.ReadError("a list of models without end")
        headers = {name.lower(): value for name, value in response.headers.items()}
        return response.status_code, headers, bytes(body)
    finally:
        await response.aclose()


def _names(body: bytes) -> frozenset[str]:
    """`data[].id` of OpenAI, `models[].name` of Gemini, or a bare list."""
    try:
        told = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise GatewayFault(FaultKind.UPSTREAM, 200, detail="the list of models is no JSON") from None
    rows = told.get("data", told.get("models")) if isinstance(told, dict) else told
    if not isinstance(rows, list):
        raise GatewayFault(FaultKind.UPSTREAM, 200, detail="no list of models")
    names = (row.get("id") or row.get("name") if isinstance(row, dict) else row for row in rows)
    return frozenset(name.removeprefix("models/") for name in names if isinstance(name, str))
