"""Writes requests by their dialects, and otherwise where a gateway could not read the pictures."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from types import MappingProxyType

from bot.domain.errors import FaultKind, GatewayFault, StorageFault
from bot.domain.picture import Stored
from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects import DIALECTS, build

Publish = Callable[[Stored], Awaitable[str]]
"""Makes a picture public for a while, and tells its link."""

_OTHERWISE = MappingProxyType(
    {
        "chat": "chat-links",
        "chat-links": "chat",
        "chat-string": "chat",
        "ark": "ark",
        "dashscope": "dashscope",
    }
)
"""The dialect that writes the same with links instead of bytes, or the other way round (ERRORS.md, row 3)."""


class Writer:
    """Writes requests; `publish` is None where pictures cannot be made public."""

    def __init__(self, publish: Publish | None = None) -> None:
        self._publish = publish

    def changeable(self, request: Request) -> bool:
        """Whether `changed` would write it differently."""
        dialect = request.model.dialect
        either_way = self._publish is not None or DIALECTS[dialect].needs_links
        return bool(request.pictures) and dialect in _OTHERWISE and either_way

    async def write(self, request: Request, *, changed: bool = False) -> Call:
        """The call; bytes in the body where the dialect leaves it open. `changed`: the other way round.

        Raises:
            GatewayFault: the dialect needs public links, and there are none, or none now.
        """
        request, by_link = _decided(request, changed=changed)
        return build(request, name=request.model.id, links=await self._links(request) if by_link else {})

    def sketch(self, request: Request, *, changed: bool = False) -> Call:
        """The same call for people to read: with a word in place of each link, which would open a picture."""
        request, by_link = _decided(request, changed=changed)
        links = {picture.key: "<link>" for picture in request.pictures} if by_link else {}
        return build(request, name=request.model.id, links=links)

    async def _links(self, request: Request) -> dict[str, str]:
        if self._publish is None:
            return {}
        try:
            return {picture.key: await self._publish(picture) for picture in request.pictures}
        except StorageFault as fault:
            raise GatewayFault(FaultKind.UPSTREAM, detail=f"no public link: {fault.detail}") from fault


def through(gateway: str, request: Request) -> Request:
    """The request with the model as that gateway knows it."""
    return replace(request, model=request.model.through(gateway))


def _decided(request: Request, *, changed: bool) -> tuple[Request, bool]:
    """The request in the dialect that it will be written in, and whether pictures go by link."""
    by_link = DIALECTS[request.model.dialect].needs_links
    if not changed:
        return request, by_link
    dialect = _OTHERWISE.get(request.model.dialect, request.model.dialect)
    return replace(request, model=replace(request.model, dialect=dialect)), not by_link
