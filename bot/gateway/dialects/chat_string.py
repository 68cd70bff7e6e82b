"""Chat with a plain string, the picture's public link first: "URL prompt" (Q-STR-URL; chat-seededit)."""

from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import Links, json_call, link_to, options
from bot.gateway.dialects.chat import PATH


def build(request: Request, name: str, links: Links) -> Call:
    """One space between each link and what follows."""
    urls = [link_to(picture, links) for picture in request.pictures]
    body = {
        "model": name,
        "stream": request.model.stream,
        "messages": [{"role": "user", "content": " ".join([*urls, request.prompt])}],
        **options(request),
    }
    return json_call(request, PATH, body, urls)
