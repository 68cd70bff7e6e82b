"""How each (gateway, model) pair wants the request written: one file a dialect, one line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain.errors import StartupFault
from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects import (
    ark,
    chat,
    chat_string,
    dashscope,
    extra_body,
    gemini,
    images,
    openrouter,
    ratio_in_prompt,
    responses,
    size_in_model,
)
from bot.gateway.dialects.body import Links


@dataclass(frozen=True, slots=True)
class Dialect:
    """A builder; `needs_links`: pictures must have public links, or it cannot be spoken."""

    build: Callable[[Request, str, Links], Call]
    needs_links: bool = False


DIALECTS: Mapping[str, Dialect] = MappingProxyType(
    {
        "chat": Dialect(chat.build),
        "chat-links": Dialect(chat.build_with_links, needs_links=True),
        "chat-string": Dialect(chat_string.build, needs_links=True),
        "openrouter": Dialect(openrouter.build),
        "openrouter-image": Dialect(openrouter.build_image_only),
        "extra-body": Dialect(extra_body.build),
        "ratio-in-prompt": Dialect(ratio_in_prompt.build),
        "ratio-flag": Dialect(ratio_in_prompt.build_as_flag),
        "size-in-model": Dialect(size_in_model.build),
        "size-in-model-dash": Dialect(size_in_model.build_with_dash),
        "images": Dialect(images.build),
        "gemini": Dialect(gemini.build),
        "responses": Dialect(responses.build),
        "ark": Dialect(ark.build),
        "dashscope": Dialect(dashscope.build),
    }
)
"""Every dialect by the name that the catalogue and the settings use."""


def build(request: Request, *, name: str, links: Links) -> Call:
    """The request as the model's dialect writes it.

    Args:
        request: what is asked for.
        name: the model's id at this gateway.
        links: public URLs of pictures by their key in the spool; may be empty unless the dialect needs them.

    Raises:
        GatewayFault: a picture has no link, and the dialect needs one.
        StartupFault: there is no such dialect; the catalogue has checked it before.
    """
    dialect = DIALECTS.get(request.model.dialect)
    if dialect is None:
        raise StartupFault(f"There is no dialect {request.model.dialect!r}.")
    return dialect.build(request, name, links)
