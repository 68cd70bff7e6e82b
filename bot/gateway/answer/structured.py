"""Pictures that stand in fields of their own, in every shape that gateways have (wire 2, R-MSG-* to R-GEM-*).

`gather` looks at one JSON value: a whole body, an event of a stream, an element of Gemini's array. Each shape
is one function that knows its own keys and leaves all others alone; a new shape is one more line in SHAPES.
"""

from collections.abc import Callable, Iterator
from typing import Any

from bot.domain.ports import Progress
from bot.gateway.answer.harvest import Harvest
from bot.gateway.answer.progress import ProgressScanner
from bot.gateway.faults import complaints

Json = dict[str, Any]

_BYTES = ("b64_json", "image_b64_json", "image_base64", "base64", "b64", "result")
_LINKS = ("url", "image_url", "imageUrl", "image", "uri", "fileUri")
_WHOLE = ("b64_json", "image_base64", "image_b64_json")
_DEPTH = 6
_LATE = ("response.completed", "response.incomplete", "response.failed")
_ALL = 100


def gather(value: object, harvest: Harvest, name: str = "") -> None:
    """Takes from a JSON value what it holds; `name` is that of its event."""
    if isinstance(value, list):
        for item in value:
            gather(item, harvest, name)
    elif isinstance(value, dict):
        harvest.complaints += complaints(value, name)
        kind = value.get("type") if isinstance(value.get("type"), str) else name
        for shape in SHAPES:
            shape(value, str(kind or ""), harvest)
    elif isinstance(value, str):
        harvest.say(0, value)


def spellings(item: object, depth: int = 0) -> Iterator[str]:
    """How an item of R-MSG-IMAGES-VAR names its picture, the surest first: bytes before links."""
    if isinstance(item, str):
        yield item
    if not isinstance(item, dict) or depth > _DEPTH:
        return
    for key in _BYTES:
        if isinstance(item.get(key), str):
            yield item[key]
    for key in ("inlineData", "inline_data", "source"):
        holder = item.get(key)
        if isinstance(holder, dict) and isinstance(holder.get("data"), str):
            yield holder["data"]
    for key in (*_LINKS, "fileData", "file_data"):
        yield from spellings(item.get(key), depth + 1)


def _take(item: object, harvest: Harvest, *, draft: bool = False) -> bool:
    """One picture of an item that may spell it twice (R-URL-AND-B64)."""
    draft = draft or (isinstance(item, dict) and item.get("thought") is True)
    return any(harvest.picture(spelled, draft=draft) for spelled in spellings(item) if spelled)


def _take_all(items: object, harvest: Harvest) -> None:
    for item in items if isinstance(items, list) else (items,):
        taken = _take(item, harvest)
        if not taken and isinstance(item, dict) and item.get("respect_moderation") is False:
            harvest.finishes.append("CONTENT_FILTER")  # E-XAI-EMPTY


def _parts(parts: list[Any], harvest: Harvest) -> str | None:
    """The words of a list of parts, joined by newlines; its pictures are taken (R-PARTS)."""
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
        elif isinstance(part, dict):
            text = part.get("text")
            if part.get("thought") is True:
                if isinstance(text, str):
                    harvest.think("parts", text)
            elif isinstance(text, str):
                texts.append(text)
            if isinstance(part.get("refusal"), str):
                harvest.refusals.append(part["refusal"])
            if "video" not in str(part.get("type", "")):
                _take(part, harvest)
    return "\n".join(texts) if texts else None


def _finish(holder: Json, harvest: Harvest) -> None:
    """Why it ended; the reason of the model itself is surer than the relay's (E-NATIVE-FINISH)."""
    reason = holder.get("finish_reason", holder.get("finishReason"))
    native = str(holder.get("native_finish_reason") or "").upper()
    for told in (native, str(reason or "").upper()):
        if told:
            harvest.finishes.append(told)
            harvest.ended = True


def _message(message: Json, choice: object, harvest: Harvest, *, whole: bool) -> None:
    for key in ("images", "image", "image_b64_json", "image_url"):
        if message.get(key):
            _take_all(message[key], harvest)
    content = message.get("content")
    if isinstance(content, list):
        content = _parts(content, harvest)
    elif isinstance(content, dict):
        content = _parts([content], harvest)
    if isinstance(content, str):
        harvest.say(choice, content, whole=whole)
    for key in ("reasoning_content", "reasoning"):
        if isinstance(message.get(key), str):
            harvest.think(choice, message[key])
            break
    if isinstance(message.get("refusal"), str) and message["refusal"]:
        harvest.refusals.append(message["refusal"])


def _chat(body: Json, _: str, harvest: Harvest) -> None:
    """Chat completions, whole or in deltas: R-MD-*, R-MSG-*, R-DELTA-*, R-EMPTY-DELTA."""
    choices = body.get("choices")
    if not isinstance(choices, list):
        return
    _finish(body, harvest)
    for choice in choices:
        if not isinstance(choice, dict):
            continue
        index = str(choice.get("index") or 0)
        for key in ("delta", "message"):
            if isinstance(choice.get(key), dict):
                _message(choice[key], index, harvest, whole=key == "message")
                harvest.ended = harvest.ended or key == "message"
        if isinstance(choice.get("text"), str):
            harvest.say(index, choice["text"])
        _finish(choice, harvest)


def _images(body: Json, kind: str, harvest: Harvest) -> None:
    """The images API, from its own path or from the chat's, whole or as a stream: R-IMG-*, R-ARK-*."""
    if kind.endswith("partial_image"):
        for key in ("b64_json", "partial_image_b64"):
            if isinstance(body.get(key), str):
                harvest.preview(body[key])
        return
    data = body.get("data")
    if isinstance(data, dict):  # MiniMax; and relays that wrap a list in an object
        lists = (data.get(key) for key in ("image_base64", "image_urls", "images", "data"))
        _take_all(next((items for items in lists if isinstance(items, list)), data), harvest)
    elif isinstance(data, list):
        _take_all(data, harvest)
    for key in ("images", "results"):
        if isinstance(body.get(key), list):
            _take_all(body[key], harvest)
    if kind.startswith(("image_generation.", "image_edit.")) or any(key in body for key in _WHOLE):
        _take_all(body, harvest)
    harvest.ended = harvest.ended or isinstance(data, list) or kind.endswith(".completed")


def _responses(body: Json, kind: str, harvest: Harvest) -> None:
    """OpenAI Responses, whole or as a stream: R-RESP-*."""
    if kind == "response.output_text.delta" and isinstance(body.get("delta"), str):
        harvest.say(f"output {body.get('output_index') or 0}", body["delta"])
    if kind == "response.output_item.done":
        _output_item(body.get("item"), body.get("output_index") or 0, harvest)
    response = body.get("response") if kind in _LATE else body
    if not isinstance(response, dict):
        return
    output = response.get("output")
    if isinstance(output, list):
        for index, item in enumerate(output):
            _output_item(item, index, harvest)
        harvest.ended = True
    details = response.get("incomplete_details")
    if isinstance(details, dict) and details.get("reason"):
        harvest.finishes.append(str(details["reason"]).upper())


def _output_item(item: object, index: object, harvest: Harvest) -> None:
    if isinstance(item, str):
        _take(item, harvest)
    if not isinstance(item, dict):
        return
    if isinstance(item.get("content"), list):
        text = _parts(item["content"], harvest)
        if text is not None:
            harvest.say(f"output {index}", text, whole=True)
    elif item.get("type") != "reasoning":
        _take(item, harvest)


def _gemini(body: Json, _: str, harvest: Harvest) -> None:
    """Gemini's own shape: R-GEM-*, R-THOUGHT-IMG, E-GEM-*."""
    feedback = body.get("promptFeedback", body.get("prompt_feedback"))
    if isinstance(feedback, dict) and (reason := feedback.get("blockReason", feedback.get("block_reason"))):
        harvest.finishes += [str(reason).upper(), "PROHIBITED_CONTENT"]
    candidates = body.get("candidates")
    for candidate in candidates if isinstance(candidates, list) else ():
        if not isinstance(candidate, dict):
            continue
        content = candidate.get("content")
        parts = content.get("parts") if isinstance(content, dict) else None
        text = _parts(parts, harvest) if isinstance(parts, list) else None
        if text is not None:
            harvest.say(f"candidate {candidate.get('index') or 0}", text)
        _finish(candidate, harvest)


def _dashscope(body: Json, _: str, harvest: Harvest) -> None:
    """DashScope's own shape: chat choices or results in `output`."""
    output = body.get("output")
    if isinstance(output, dict):
        _chat(output, "", harvest)
        for key in ("results", "images"):
            if isinstance(output.get(key), list):
                _take_all(output[key], harvest)


def _progress(body: Json, _: str, harvest: Harvest) -> None:
    """Progress in fields of its own."""
    percent, place = body.get("progress"), body.get("queue_position")
    if isinstance(percent, str):
        harvest.tell([each for each in ProgressScanner().feed(percent) if each.percent is not None])
    elif isinstance(percent, int) and not isinstance(percent, bool) and 0 <= percent <= _ALL:
        harvest.tell([Progress(percent=percent)])
    if isinstance(place, int) and not isinstance(place, bool) and place >= 0:
        harvest.tell([Progress(queue=place)])


SHAPES: tuple[Callable[[Json, str, Harvest], None], ...] = (
    _chat,
    _images,
    _responses,
    _gemini,
    _dashscope,
    _progress,
)
