"""Chat with the ratio in the prompt (Q-RATIO-TEXT): "…【3:2】" (laozhang), "… --ar 3:2" (midjourney)."""

from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import DataUri, Links, options, taken
from bot.gateway.dialects.chat import chat_call


def build(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- the signature of all dialects
    """In lenticular brackets."""
    return _call(request, name, "【{}】")


def build_as_flag(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- see above
    """As midjourney's flag."""
    return _call(request, name, " --ar {}")


def _call(request: Request, name: str, form: str) -> Call:
    ratio = taken(request.options.ratio, request.model.ratios)
    prompt = request.prompt + form.format(ratio) if ratio else request.prompt
    pictures = [DataUri(picture) for picture in request.pictures]
    return chat_call(request, name, pictures, options(request), prompt=prompt)
