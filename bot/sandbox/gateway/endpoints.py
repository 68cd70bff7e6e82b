"""The endpoints: how each one's request is understood, and in which shape it is answered. Pure."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from bot.sandbox.gateway import (
    answers,
    api_streams,
    chat_requests,
    image_requests,
    native_requests,
    other_answers,
    refusals,
)
from bot.sandbox.gateway.answers import Plain
from bot.sandbox.gateway.bodies import Body
from bot.sandbox.gateway.models import (
    GEMINI_MODELS,
    LINK_ONLY,
    MODELS,
    RESPONSES_MODELS,
    WORDS_ONLY,
    Link,
    Model,
)
from bot.sandbox.gateway.streams import Streamed
from bot.sandbox.gateway.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Shape:
    """In which shape to answer; `streamed` None answers as JSON whatever was asked for."""

    plain: Plain
    streamed: Streamed | None
    link: Link = "plain"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was understood: what is wanted, and how to answer (also in words only, or by link)."""

    wanted: Wanted
    shape: Shape
    words_only: Shape | None = None
    as_link: Shape | None = None


Endpoint = Callable[[Body, Collection[str], dict[str, str]], Asked]
"""Takes the body, the names of the models on offer and the variables of the path; raises Refused."""


def chat(body: Body, models: Collection[str], _: dict[str, str]) -> Asked:
    """POST /v1/chat/completions."""
    name, model = _model(body, models)
    wanted = chat_requests.parse(body.fields, name, model)
    return Asked(wanted, _shape(model), _shape(WORDS_ONLY), _shape(LINK_ONLY))


def generations(body: Body, models: Collection[str], _: dict[str, str]) -> Asked:
    """POST /v1/images/generations."""
    name, model = _model(body, models)
    return Asked(
        wanted := image_requests.parse(body.fields, name, model), _images_shape(model, wanted, edit=False)
    )


def edits(body: Body, models: Collection[str], _: dict[str, str]) -> Asked:
    """POST /v1/images/edits."""
    name, model = _model(body, models)
    fields = {key: str(value) for key, value in body.fields.items()}
    wanted = image_requests.parse_edit(fields, body.uploads, name, model)
    return Asked(wanted, _images_shape(model, wanted, edit=True))


def responses(body: Body, models: Collection[str], _: dict[str, str]) -> Asked:
    """POST /v1/responses."""
    name = body.fields.get("model")
    if name not in RESPONSES_MODELS or (name in MODELS and name not in models):
        raise refusals.no_channel(str(name or ""))
    return Asked(
        native_requests.parse_responses(body.fields, name),
        Shape(other_answers.responses_call, api_streams.RESPONSES),
    )


def gemini(body: Body, models: Collection[str], variables: dict[str, str]) -> Asked:
    """POST /v1beta/models/{model}:generateContent and :streamGenerateContent."""
    name, verb = variables["model"], variables["verb"]
    if name not in GEMINI_MODELS or name not in models:
        message = f"models/{name} is not found for API version v1beta, or is not supported for {verb}."
        raise native_requests.google_refusal(404, "NOT_FOUND", message)
    wanted = native_requests.parse_gemini(body.fields, name, stream=verb == "streamGenerateContent")
    return Asked(wanted, Shape(other_answers.gemini_native, api_streams.GEMINI))


def _model(body: Body, models: Collection[str]) -> tuple[str, Model]:
    name: Any = body.fields.get("model")
    if not isinstance(name, str) or not name:
        raise refusals.bad_request("未指定模型名称，模型名称不能为空", "model")
    if name not in models or name not in MODELS:
        raise refusals.no_channel(name)
    return name, MODELS[name]


def _shape(model: Model) -> Shape:
    return Shape(model.plain, model.streamed, model.link)


def _images_shape(model: Model, wanted: Wanted, *, edit: bool) -> Shape:
    if model.images_api == "ark":
        plain = (
            other_answers.data_base64
            if wanted.details.get("response_format") == "b64_json"
            else other_answers.ark_data
        )
        return Shape(plain, api_streams.ARK, "signed")
    base64 = model.images_api == "openai" or wanted.details.get("response_format") == "b64_json"
    streamed = api_streams.EDIT if edit else api_streams.GENERATION
    return Shape(other_answers.data_base64 if base64 else answers.data_links, streamed, "signed")
