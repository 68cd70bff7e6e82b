"""POST /v1/images/generations and /v1/images/edits, checked as strictly as real gateways do. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.sandbox.effects import Kind
from bot.sandbox.gateway import refusals
from bot.sandbox.gateway.models import Model
from bot.sandbox.gateway.wanted import (
    Json,
    Source,
    Wanted,
    as_object,
    checked_bool,
    checked_n,
    checked_word,
    picture_link,
    pixels,
)

_COMMON = frozenset({"model", "prompt", "n", "size", "quality", "user", "stream"})
_OPENAI = _COMMON | {"background", "output_format", "output_compression", "moderation", "partial_images"}
_OPENAI_EDIT = _OPENAI | {"input_fidelity"}
_RELAY = _COMMON | {"response_format", "style", "aspect_ratio", "image"}
_ARK = frozenset({
    "model", "prompt", "image", "size", "seed", "stream", "watermark", "response_format", "guidance_scale",
    "sequential_image_generation", "sequential_image_generation_options", "optimize_prompt_options",
})  # fmt: skip
_KNOWN = {"openai": _OPENAI, "relay": _RELAY, "ark": _ARK}
_MAX_PARTIAL = 3
_MAX_ARK_PICTURES = 15
_KINDS: dict[str, Kind] = {"png": "png", "jpeg": "jpeg", "webp": "webp"}


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart form."""

    field: str
    filename: str
    mime: str
    data: bytes


def parse(body: Json, name: str, model: Model) -> Wanted:
    """A generation by `model`, called `name`; with Ark also an edit, by its `image`.

    Raises:
        Refused: 400 naming the parameter, or what new-api says for models of the chat path.
    """
    if model.images_api is None:
        raise refusals.wrong_endpoint(name)
    _only(body, _KNOWN[model.images_api])
    if model.images_api == "ark":
        return _ark(body, name, model)
    sources = tuple(_image_field(body))
    return _openai(body, name, model, sources)


def parse_edit(fields: Mapping[str, str], uploads: Sequence[Upload], name: str, model: Model) -> Wanted:
    """An edit by `model` of the uploaded pictures (one `image`, or several `image[]`), under a `mask`.

    Raises:
        Refused: 400 naming the parameter.
    """
    if model.images_api not in {"openai", "relay"}:
        raise refusals.wrong_endpoint(name)
    body = {key: _typed(key, value) for key, value in fields.items()}
    _only(body, _OPENAI_EDIT if model.images_api == "openai" else _RELAY | _OPENAI_EDIT)
    for upload in uploads:
        if upload.field not in {"image", "image[]", "mask"}:
            raise refusals.unknown_parameter(upload.field)
        if upload.mime not in {"image/png", "image/jpeg", "image/webp"}:
            message = f"Invalid file '{upload.field}': unsupported mimetype ('{upload.mime}'). "
            message += "Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'."
            raise refusals.bad_request(message, upload.field, "unsupported_file_mimetype")
    pictures = tuple(upload.data for upload in uploads if upload.field != "mask")
    if not pictures:
        raise refusals.bad_request(
            "Missing required parameter: 'image'.", "image", "missing_required_parameter"
        )
    if sum(upload.field == "image" for upload in uploads) > 1:
        raise refusals.bad_request(
            "Duplicate parameter: 'image'. Use 'image[]'.", "image", "duplicate_parameter"
        )
    mask = next((upload.data for upload in uploads if upload.field == "mask"), None)
    return _openai(body, name, model, pictures, mask)


def _openai(
    body: Json, name: str, model: Model, sources: tuple[Source, ...], mask: bytes | None = None
) -> Wanted:
    if len(sources) > model.max_pictures:
        raise refusals.too_many_pictures(model.max_pictures)
    size = checked_word(body, "size", model.sizes) if model.sizes else body.get("size")
    ratio = body.get("aspect_ratio")
    if model.qualities:
        checked_word(body, "quality", model.qualities)
    checked_word(body, "style", frozenset({"vivid", "natural"}))
    checked_word(body, "response_format", frozenset({"url", "b64_json"}))
    background = checked_word(body, "background", frozenset({"transparent", "opaque", "auto"}))
    kind = _KINDS.get(checked_word(body, "output_format", frozenset(_KINDS)) or "", model.kind)
    if background == "transparent" and kind == "jpeg":
        raise refusals.bad_value("output_format", "jpeg", "'png', 'webp' (with a transparent background)")
    return Wanted(
        model=name,
        prompt=_prompt(body),
        sources=sources,
        mask=mask,
        n=checked_n(body),
        size=pixels(size if isinstance(size, str) else ratio if isinstance(ratio, str) else None),
        kind=kind,
        stream=checked_bool(body, "stream"),
        partial_images=_partial_images(body),
        details={"quality": "auto", "background": "auto", "output_format": kind, **body},
    )


def _ark(body: Json, name: str, model: Model) -> Wanted:
    size = checked_word(body, "size", model.sizes | {"adaptive"})
    checked_word(body, "response_format", frozenset({"url", "b64_json"}))
    checked_bool(body, "watermark")
    group = checked_word(body, "sequential_image_generation", frozenset({"auto", "disabled"}))
    options = as_object(
        body.get("sequential_image_generation_options", {}), "sequential_image_generation_options"
    )
    most = options.get("max_images", 1)
    if not isinstance(most, int) or not 1 <= most <= _MAX_ARK_PICTURES:
        raise refusals.bad_value(
            "sequential_image_generation_options.max_images", most, "integers from 1 to 15"
        )
    sources = tuple(_image_field(body))
    if any(s.startswith("data:image/") and s[:40] != s[:40].lower() for s in (x[:40] for x in sources)):
        raise refusals.bad_picture_source()
    if model.needs_picture and not sources:
        raise refusals.bad_request("Missing required parameter: 'image'.", "image", "MissingParameter")
    if len(sources) > model.max_pictures:
        raise refusals.too_many_pictures(model.max_pictures)
    return Wanted(
        model=name,
        prompt=_prompt(body),
        sources=sources,
        n=most if group == "auto" else 1,
        size=None if sources and (size or "").endswith("K") else pixels(size),
        kind=model.kind,
        stream=checked_bool(body, "stream"),
        details={"response_format": body.get("response_format", "url")},
    )


def _image_field(body: Json) -> list[str]:
    given = body.get("image", [])
    links = given if isinstance(given, list) else [given]
    return [picture_link(link, f"image[{i}]") for i, link in enumerate(links)]


def _prompt(body: Json) -> str:
    prompt = body.get("prompt")
    if not isinstance(prompt, str) or not prompt.strip():
        raise refusals.bad_request(
            "Missing required parameter: 'prompt'.", "prompt", "missing_required_parameter"
        )
    return prompt


def _partial_images(body: Json) -> int:
    partial = body.get("partial_images") or 0
    if not isinstance(partial, int) or not 0 <= partial <= _MAX_PARTIAL:
        raise refusals.bad_value("partial_images", partial, f"integers from 0 to {_MAX_PARTIAL}")
    return partial


def _only(body: Json, known: frozenset[str]) -> None:
    for key in body:
        if key not in known:
            raise refusals.unknown_parameter(key)


def _typed(key: str, value: str) -> Any:
    """Numbers and truth values arrive as words in a form."""
    if key in {"n", "partial_images", "output_compression"} and value.isdigit():
        return int(value)
    return {"true": True, "false": False}.get(value, value) if key == "stream" else value
