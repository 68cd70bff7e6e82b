"""Gemini's own `:generateContent` (Q-GEM); camel case, and TEXT beside IMAGE or there is no picture.

https://ai.google.dev/gemini-api/docs/image-generation
"""

from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import DataUri, Links, given, json_call, taken


def build(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- the signature of all dialects
    """The path brings its version, because relays have it beside `/v1`."""
    pictures = [
        {"inlineData": {"mimeType": picture.picture.kind.mime, "data": DataUri(picture, prefix=False)}}
        for picture in request.pictures
    ]
    generation: dict[str, object] = {"responseModalities": ["TEXT", "IMAGE"]}
    config = given(
        aspectRatio=taken(request.options.ratio, request.model.ratios),
        imageSize=taken(request.options.size, request.model.sizes),
    )
    if config:
        generation["imageConfig"] = config
    body = {
        "contents": [{"role": "user", "parts": [{"text": request.prompt}, *pictures]}],
        "generationConfig": generation,
    }
    action = "streamGenerateContent?alt=sse" if request.model.stream else "generateContent"
    return json_call(request, f"/v1beta/models/{name}:{action}", body)
