"""DashScope's own API (Q-DASH; qwen-image-edit): pictures first, then the text; `W*H` for a size.

https://help.aliyun.com/zh/model-studio/qwen-image-edit-api
"""

from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import DataUri, Links, given, json_call, taken

PATH = "/api/v1/services/aigc/multimodal-generation/generation"


def build(request: Request, name: str, links: Links) -> Call:
    """Public links where there are, else data URIs. `n` is always said: wan draws four without it."""
    pictures: list[str | DataUri] = [
        links.get(picture.key) or DataUri(picture) for picture in request.pictures
    ]
    size = taken(request.options.size, request.model.sizes)
    parameters = given(
        n=request.options.count,
        size=size.replace("x", "*") if size else None,
        watermark=False,
    )
    content: list[object] = [*({"image": picture} for picture in pictures), {"text": request.prompt}]
    body = {
        "model": name,
        "input": {"messages": [{"role": "user", "content": content}]},
        "parameters": parameters,
    }
    return json_call(request, PATH, body, [each for each in pictures if isinstance(each, str)])
