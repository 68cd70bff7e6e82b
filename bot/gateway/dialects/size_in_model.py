"""Chat with the size in the model's name (Q-MODEL-SUFFIX): `jimeng-3.0:1024x768`, `NanoBananaPro-2K`."""

from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import DataUri, Links, options, taken
from bot.gateway.dialects.chat import chat_call


def build(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- the signature of all dialects
    """After a colon."""
    return _call(request, name, ":")


def build_with_dash(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- see above
    """After a dash."""
    return _call(request, name, "-")


def _call(request: Request, name: str, separator: str) -> Call:
    size = taken(request.options.size, request.model.sizes)
    more = options(request)
    more.pop("size", None)
    pictures = [DataUri(picture) for picture in request.pictures]
    return chat_call(request, f"{name}{separator}{size}" if size else name, pictures, more)
