"""OpenAI Responses with the image tool (Q-RESP); `image_url` is a string here."""

from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import DataUri, Links, given, json_call, taken

PARTIAL_IMAGES = 1


def build(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- the signature of all dialects
    """`name` is the model that calls the tool."""
    pictures = [{"type": "input_image", "image_url": DataUri(picture)} for picture in request.pictures]
    tool = given(
        type="image_generation",
        size=taken(request.options.size, request.model.sizes),
        quality=taken(request.options.quality, request.model.qualities),
        partial_images=PARTIAL_IMAGES if request.model.stream else None,
    )
    body = {
        "model": name,
        "input": [{"role": "user", "content": [{"type": "input_text", "text": request.prompt}, *pictures]}],
        "tools": [tool],
        "stream": request.model.stream,
    }
    return json_call(request, "/responses", body)
