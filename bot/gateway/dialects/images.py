"""The images API: /images/generations in JSON, /images/edits as a form (Q-IMG-GEN, Q-IMG-EDIT).

`response_format` is not sent: gpt-image-* refuses it.
"""

from bot.domain.picture import Stored
from bot.domain.ports import Request
from bot.gateway.call import Call
from bot.gateway.dialects.body import Links, json_call, multipart, options
from bot.gateway.links import bare

PARTIAL_IMAGES = 2
"""Previews asked for in a stream; each costs about 100 output tokens."""


def build(request: Request, name: str, links: Links) -> Call:  # noqa: ARG001 -- the signature of all dialects
    """An edit where there are pictures, a generation where there are none."""
    return edit(request, name) if request.pictures else _generation(request, name)


def _generation(request: Request, name: str) -> Call:
    body = {"model": name, "prompt": request.prompt, **options(request), **_streamed(request)}
    return json_call(request, "/images/generations", body)


def edit(request: Request, name: str, mask: Stored | None = None) -> Call:
    """A form: one `image`, or `image[]` for several (dall-e-2 refuses that name for one), then the mask."""
    field = "image[]" if len(request.pictures) > 1 else "image"
    form: list[tuple[str, str | Stored]] = [("model", name), ("prompt", request.prompt)]
    form += [(field, picture) for picture in request.pictures]
    form += [("mask", mask)] if mask else []
    texts = {**options(request), **_streamed(request), **request.model.extra}
    form += [(key, _text(value)) for key, value in texts.items()]
    boundary = f"----darkroom-{request.edit}"
    return Call(
        path="/images/edits",
        pieces=multipart(form, boundary),
        content_type=f"multipart/form-data; boundary={boundary}",
        stream=request.model.stream,
        urls=frozenset(url for *_, url in bare(request.prompt)),
    )


def _streamed(request: Request) -> dict[str, object]:
    return {"stream": True, "partial_images": PARTIAL_IMAGES} if request.model.stream else {}


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
