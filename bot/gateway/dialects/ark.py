"""Volcengine Ark's images API (Q-ARK; doubao-seedream, -seededit).

One field that it does not know is a 400, so nothing is sent that it does not document: there is no `n`, and
`watermark` is true unless it is said. https://www.volcengine.com/docs/82379/1541523
"""

from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import DataUri, Links, json_call, taken


def build(request: Request, name: str, links: Links) -> Call:
    """Public links where there are, else data URIs."""
    pictures: list[str | DataUri] = [
        links.get(picture.key) or DataUri(picture) for picture in request.pictures
    ]
    count = request.options.count
    body: dict[str, object] = {"model": name, "prompt": request.prompt}
    if pictures:
        body["image"] = pictures
    if size := taken(request.options.size, request.model.sizes):
        body["size"] = size
    body |= {"response_format": "url", "watermark": False}
    if request.model.max_count > 1:
        body["sequential_image_generation"] = "auto" if count > 1 else "disabled"
        if count > 1:
            body["sequential_image_generation_options"] = {"max_images": count}
    if request.model.stream:
        body["stream"] = True
    return json_call(
        request, "/images/generations", body, [each for each in pictures if isinstance(each, str)]
    )
