"""POST /v1/chat/completions: what came, checked as strictly as real gateways do. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bot.sandbox.gateway import refusals
from bot.sandbox.gateway.models import Model
from bot.sandbox.gateway.wanted import (
    Json,
    Source,
    Wanted,
    as_list,
    as_object,
    checked_bool,
    checked_n,
    checked_word,
    picture_link,
    pixels,
    ratio_pixels,
)

_ROLES = frozenset({"system", "developer", "user", "assistant", "tool"})
_STYLES = frozenset({"vivid", "natural"})
_RATIO_AT_END = re.compile(r"\s*[【\[]?\s*(\d{1,2})\s*[:：]\s*(\d{1,2})\s*[】\]]?\s*$")
_PICTURE_IN_TEXT = re.compile(r"!\[[^\]]*\]\((https?://[^\s)]+|data:image/[^\s)]+)\)")


def parse(body: Json, name: str, model: Model) -> Wanted:
    """The request to `model`, called `name`.

    Raises:
        Refused: 400 in the shape of a real gateway.
    """
    messages = as_list(body.get("messages", []), "messages")
    if not messages:
        raise refusals.bad_request("field messages is required", "messages")
    prompt, sources = _last_turn(messages, model)
    if not prompt.strip():
        raise refusals.bad_request("prompt is required", "messages")
    if model.needs_picture and not sources:
        raise refusals.bad_picture_source()
    if len(sources) > model.max_pictures:
        raise refusals.too_many_pictures(model.max_pictures)
    size = pixels(_vocabulary(body, model)) or _configured_ratio(body)
    if model.ratio_in_prompt and (tail := _RATIO_AT_END.search(prompt)):
        prompt, size = prompt[: tail.start()], ratio_pixels(int(tail[1]), int(tail[2]))
    n = checked_n(body)
    return Wanted(
        model=name,
        prompt=prompt.strip(),
        sources=tuple(sources),
        n=n if model.takes_n else 1,
        size=size,
        kind=model.kind,
        stream=checked_bool(body, "stream"),
        pictures_wanted="image" in as_list(body.get("modalities", ["image"]), "modalities"),
    )


def _vocabulary(body: Json, model: Model) -> str | None:
    checked_word(body, "style", _STYLES)
    if model.qualities:
        checked_word(body, "quality", model.qualities)
    return checked_word(body, "size", model.sizes) if model.sizes else None


def _configured_ratio(body: Json) -> tuple[int, int] | None:
    """Q-IMGCFG at the top level, or Q-XBODY: a literal `extra_body`, whose keys are snake_case only."""
    config = as_object(body.get("image_config", {}), "image_config")
    google = as_object(
        as_object(body.get("extra_body", {}), "extra_body").get("google", {}), "extra_body.google"
    )
    if "imageConfig" in google:
        raise refusals.unknown_parameter("extra_body.google.imageConfig")
    config = config or as_object(google.get("image_config", {}), "extra_body.google.image_config")
    ratio = config.get("aspect_ratio")
    if ratio is None:
        return None
    if not isinstance(ratio, str) or not re.fullmatch(r"\d{1,2}:\d{1,2}", ratio):
        raise refusals.bad_value("aspect_ratio", ratio, "'1:1', '2:3', '3:2', '16:9', ...")
    return pixels(ratio)


def _last_turn(messages: Sequence[Any], model: Model) -> tuple[str, list[Source]]:
    """Prompt and pictures of the last user message; its pictures may be those of an earlier turn."""
    checked = [_checked(message, i) for i, message in enumerate(messages)]
    users = [i for i, message in enumerate(checked) if message["role"] == "user"]
    if not users:
        raise refusals.bad_request("field messages has no user message", "messages")
    last = users[-1]
    prompt, sources = _content(checked[last]["content"], last, model)
    for message in reversed(checked[:last]):
        if sources:
            break
        sources = list(_earlier_pictures(message))
    return prompt, sources


def _checked(message: object, index: int) -> Json:
    given = as_object(message, f"messages[{index}]")
    if given.get("role") not in _ROLES:
        raise refusals.bad_value(f"messages[{index}].role", given.get("role"), ", ".join(sorted(_ROLES)))
    if not isinstance(given.get("content"), str | list):
        where = f"messages[{index}].content"
        raise refusals.bad_request(f"Invalid type for '{where}': expected a string or an array.", where)
    return given


def _content(content: str | list[Any], index: int, model: Model) -> tuple[str, list[Source]]:
    if isinstance(content, str):
        if model.content == "list":
            raise refusals.bad_picture_source()
        return _link_before_prompt(content) if model.content == "string" else (content, [])
    if model.content == "string":
        where = f"messages[{index}].content"
        raise refusals.bad_request(f"Invalid type for '{where}': expected a string.", where, "invalid_type")
    words: list[str] = []
    sources: list[Source] = []
    for i, part in enumerate(content):
        where = f"messages[{index}].content[{i}]"
        _add_part(as_object(part, where), where, words, sources)
    return "\n".join(words), sources


def _add_part(part: Json, where: str, words: list[str], sources: list[Source]) -> None:
    if part.get("type") == "text" and isinstance(part.get("text"), str):
        words.append(part["text"])
    elif part.get("type") == "image_url":
        link = as_object(part.get("image_url"), f"{where}.image_url")
        sources.append(picture_link(link.get("url"), f"{where}.image_url.url"))
    else:
        raise refusals.bad_value(f"{where}.type", part.get("type"), "'text', 'image_url'")


def _link_before_prompt(content: str) -> tuple[str, list[Source]]:
    """Q-STR-URL: "https://... prompt"; a data URI is not understood here (seed 002)."""
    link, _, prompt = content.strip().partition(" ")
    if not re.match(r"https?://[^/\s]", link):
        return content, []
    return prompt, [link]


def _earlier_pictures(message: Json) -> Iterator[Source]:
    content = message["content"]
    if isinstance(content, str):
        yield from _PICTURE_IN_TEXT.findall(content)[-1:]
        return
    for part in content:
        if (
            isinstance(part, dict)
            and part.get("type") == "image_url"
            and isinstance(part.get("image_url"), dict)
        ):
            yield picture_link(part["image_url"].get("url"), "image_url.url")
