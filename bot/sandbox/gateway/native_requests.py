"""Gemini's own requests and those of the Responses API, checked. Pure."""

import re
from typing import Any

from bot.sandbox.gateway import refusals
from bot.sandbox.gateway.refusals import Refused
from bot.sandbox.gateway.wanted import (
    Json,
    Source,
    Wanted,
    as_list,
    as_object,
    checked_bool,
    picture_link,
    pixels,
)

_MIME = re.compile(r"image/[\w.+-]+")


def parse_gemini(body: Json, name: str, *, stream: bool) -> Wanted:
    """The contents[].parts[] with text and inlineData (both spellings), Q-GEM.

    Raises:
        Refused: 400 in Google's shape.
    """
    contents = body.get("contents")
    if not isinstance(contents, list) or not contents:
        raise google_refusal(
            400, "INVALID_ARGUMENT", "* GenerateContentRequest.contents: contents is not specified"
        )
    config = _either(body, "generationConfig", "generation_config") or {}
    modalities = _either(config, "responseModalities", "response_modalities") or []
    image_config = _either(config, "imageConfig", "image_config") or {}
    words: list[str] = []
    sources: list[Source] = []
    turn = contents[-1] if isinstance(contents[-1], dict) else {}
    for part in turn.get("parts", []):
        _add_google_part(part if isinstance(part, dict) else {}, words, sources)
    if not "".join(words).strip():
        raise google_refusal(
            400, "INVALID_ARGUMENT", "Unable to submit request because it must have a text parameter"
        )
    ratio = _either(image_config, "aspectRatio", "aspect_ratio")
    return Wanted(
        model=name,
        prompt="\n".join(words),
        sources=tuple(sources),
        size=pixels(ratio) if isinstance(ratio, str) else None,
        kind="png",
        stream=stream,
        pictures_wanted="IMAGE" in modalities,
    )


def parse_responses(body: Json, name: str) -> Wanted:
    """The input (text or messages) with an image_generation tool, Q-RESP.

    Raises:
        Refused: 400 in OpenAI's shape.
    """
    words: list[str] = []
    sources: list[Source] = []
    given = body.get("input")
    if isinstance(given, str):
        words.append(given)
    else:
        for i, message in enumerate(as_list(given, "input")):
            _add_input(as_object(message, f"input[{i}]"), i, words, sources)
    if not "".join(words).strip():
        raise refusals.bad_request(
            "Missing required parameter: 'input'.", "input", "missing_required_parameter"
        )
    tools = [as_object(tool, f"tools[{i}]") for i, tool in enumerate(as_list(body.get("tools", []), "tools"))]
    tool = next((tool for tool in tools if tool.get("type") == "image_generation"), None)
    size = (tool or {}).get("size")
    return Wanted(
        model=name,
        prompt="\n".join(words),
        sources=tuple(sources),
        size=pixels(size) if isinstance(size, str) else None,
        kind="png",
        stream=checked_bool(body, "stream"),
        pictures_wanted=tool is not None,
        partial_images=int((tool or {}).get("partial_images") or 0),
    )


def google_refusal(status: int, word: str, message: str) -> Refused:
    """An error in Google's shape."""
    return Refused(status, {"error": {"code": status, "message": message, "status": word}})


def _add_google_part(part: Json, words: list[str], sources: list[Source]) -> None:
    if isinstance(text := part.get("text"), str):
        words.append(text)
        return
    inline = _either(part, "inlineData", "inline_data")
    mime = _either(inline, "mimeType", "mime_type") if isinstance(inline, dict) else None
    if not isinstance(inline, dict) or not isinstance(mime, str) or not _MIME.fullmatch(mime):
        raise google_refusal(400, "INVALID_ARGUMENT", "Invalid value at 'contents[0].parts' (oneof)")
    sources.append(f"data:{mime};base64,{inline.get('data', '')}")


def _add_input(message: Json, index: int, words: list[str], sources: list[Source]) -> None:
    content = message.get("content")
    if isinstance(content, str):
        words.append(content)
        return
    for j, raw in enumerate(as_list(content, f"input[{index}].content")):
        where = f"input[{index}].content[{j}]"
        part = as_object(raw, where)
        if part.get("type") == "input_text" and isinstance(part.get("text"), str):
            words.append(part["text"])
        elif part.get("type") == "input_image":
            sources.append(picture_link(part.get("image_url"), f"{where}.image_url"))
        else:
            raise refusals.bad_value(f"{where}.type", part.get("type"), "'input_text', 'input_image'")


def _either(body: Json, camel: str, snake: str) -> Any:
    return body.get(camel, body.get(snake))
