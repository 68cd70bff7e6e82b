"""Chat completions with a content list: a text part, then one `image_url` part a picture (Q-PARTS, Q-DATA).

What every relay takes; the other dialects on chat write this one with something more.
"""

from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import DataUri, Links, json_call, link_to, options

PATH = "/chat/completions"


def build(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- the signature of all dialects
    """Pictures as data URIs."""
    return chat_call(request, name, [DataUri(picture) for picture in request.pictures], options(request))


def build_with_links(request: Request, name: str, links: Links) -> Call:
    """Pictures as public links."""
    urls = [link_to(picture, links) for picture in request.pictures]
    return chat_call(request, name, urls, options(request))


def chat_call(
    request: Request,
    name: str,
    pictures: list[DataUri] | list[str],
    more: dict[str, object],
    *,
    prompt: str | None = None,
) -> Call:
    """A chat with one user message; `more` stands beside it at top level.

    The content is always a list: some relays refuse a string to an image model (Q-STR, E-400-SHAPE).
    """
    text = {"type": "text", "text": request.prompt if prompt is None else prompt}
    parts = [{"type": "image_url", "image_url": {"url": picture}} for picture in pictures]
    body = {
        "model": name,
        "stream": request.model.stream,
        "messages": [{"role": "user", "content": [text, *parts]}],
        **more,
    }
    return json_call(request, PATH, body, [picture for picture in pictures if isinstance(picture, str)])
