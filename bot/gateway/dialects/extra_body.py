"""Chat with a literal `extra_body.google.image_config` in its JSON (Q-XBODY; new-api and its family).

Snake case only; an `image_config` at top level is ignored there without a word.
"""

from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import DataUri, Links
from bot.gateway.dialects.chat import chat_call
from bot.gateway.dialects.openrouter import image_config


def build(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- the signature of all dialects
    """`extra_body` stands there only when something was asked for."""
    config = image_config(request)
    more: dict[str, object] = {"extra_body": {"google": {"image_config": config}}} if config else {}
    return chat_call(request, name, [DataUri(picture) for picture in request.pictures], more)
