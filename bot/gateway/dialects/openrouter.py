"""Chat with `modalities` and `image_config` (Q-MODAL, Q-IMGCFG; OpenRouter, Vercel AI Gateway, LiteLLM).

Without `modalities` these gateways answer with text only. https://openrouter.ai/docs/features/multimodal/image-generation
"""

from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import DataUri, Links, given, taken
from bot.gateway.dialects.chat import chat_call


def build(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- the signature of all dialects
    """For models that answer with text and pictures."""
    return _call(request, name, ["image", "text"])


def build_image_only(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- see above
    """For models that answer with pictures only (Flux, Sourceful)."""
    return _call(request, name, ["image"])


def _call(request: Request, name: str, modalities: list[str]) -> Call:
    more: dict[str, object] = {"modalities": modalities}
    if config := image_config(request):
        more["image_config"] = config
    return chat_call(request, name, [DataUri(picture) for picture in request.pictures], more)


def image_config(request: Request) -> dict[str, object]:
    """Ratio and size (1K, 2K, 4K) in snake case."""
    return given(
        aspect_ratio=taken(request.options.ratio, request.model.ratios),
        image_size=taken(request.options.size, request.model.sizes),
    )
