"""Server-sent events of the endpoints that are not chat: images, Ark, Gemini, Responses. Pure."""

from collections.abc import Sequence
from functools import partial

from bot.sandbox.gateway import other_answers
from bot.sandbox.gateway.answers import Job, Result
from bot.sandbox.gateway.streams import DONE, Streamed, event
from bot.sandbox.gateway.wanted import Json


def _nothing(_: Job) -> list[bytes]:
    return []


def _images_facts(job: Job, result: Result, base64: str) -> Json:
    return {
        "b64_json": base64,
        "created_at": job.created,
        "size": f"{result.width}x{result.height}",
        "quality": job.wanted.details.get("quality", "auto"),
        "background": job.wanted.details.get("background", "auto"),
        "output_format": result.mime.removeprefix("image/"),
    }


def _images_drafts(verb: str, job: Job, result: Result, drafts: Sequence[str]) -> list[bytes]:
    name = f"{verb}.partial_image"
    return [
        event({"type": name, **_images_facts(job, result, draft), "partial_image_index": i}, name)
        for i, draft in enumerate(drafts)
    ]


def _images_closing(verb: str, job: Job, results: Sequence[Result]) -> list[bytes]:
    if not results:
        return []
    name, facts = f"{verb}.completed", _images_facts(job, results[0], results[0].base64)
    return [event({"type": name, **facts, "usage": other_answers.images_usage(job, results)}, name)]


def _generation_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    return _images_closing("image_generation", job, results)


def _edit_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    return _images_closing("image_edit", job, results)


def _ark_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    frame = {"model": job.wanted.model, "created": job.created}
    done = "image_generation.partial_succeeded"
    pictures = [
        event({"type": done, **frame, "image_index": i, "url": r.url, "size": f"{r.width}x{r.height}"}, done)
        for i, r in enumerate(results)
    ]
    end = "image_generation.completed"
    return [*pictures, event({"type": end, **frame, "usage": other_answers.ark_usage(results)}, end), DONE]


def _gemini_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    whole = other_answers.gemini_native(job, results)
    parts = whole["candidates"][0]["content"]["parts"]
    pieces = [{"candidates": [{"content": {"role": "model", "parts": [p]}, "index": 0}]} for p in parts]
    last = {
        **whole,
        "candidates": [{"content": {"parts": [{"text": ""}]}, "finishReason": "STOP", "index": 0}],
    }
    return [event(piece) for piece in (*pieces, last)]


def _responses_opening(job: Job) -> list[bytes]:
    frame = {"response": other_answers.responses_frame(job, "in_progress")}
    names = ("response.created", "response.in_progress")
    call = {"item_id": f"ig_{job.id}0", "output_index": 0}
    steps = ("response.image_generation_call.in_progress", "response.image_generation_call.generating")
    events: list[tuple[str, Json]] = [(name, dict(frame)) for name in names] + [
        (name, dict(call)) for name in steps
    ]
    return [
        event({"type": name, "sequence_number": i, **body}, name) for i, (name, body) in enumerate(events)
    ]


def _responses_drafts(job: Job, _: Result, drafts: Sequence[str]) -> list[bytes]:
    name = "response.image_generation_call.partial_image"
    call = {"type": name, "item_id": f"ig_{job.id}0", "output_index": 0}
    return [
        event({**call, "sequence_number": i + 4, "partial_image_index": i, "partial_image_b64": draft}, name)
        for i, draft in enumerate(drafts)
    ]


def _responses_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    whole = other_answers.responses_call(job, results)
    done = "response.output_item.done"
    events: list[tuple[str, Json]] = [
        (done, {"output_index": i, "item": item}) for i, item in enumerate(whole["output"])
    ]
    events.append(("response.completed", {"response": whole}))
    first = 4 + job.wanted.partial_images
    return [
        event({"type": name, "sequence_number": first + i, **body}, name)
        for i, (name, body) in enumerate(events)
    ]


GENERATION = Streamed(_nothing, _generation_closing, partial(_images_drafts, "image_generation"))
"""R-IMG-PARTIAL: previews, then the picture; no [DONE]."""
EDIT = Streamed(_nothing, _edit_closing, partial(_images_drafts, "image_edit"))
"""R-IMG-PARTIAL of an edit."""
ARK = Streamed(_nothing, _ark_closing)
"""R-ARK-STREAM."""
GEMINI = Streamed(_nothing, _gemini_closing)
"""streamGenerateContent with alt=sse."""
RESPONSES = Streamed(_responses_opening, _responses_closing, _responses_drafts)
"""R-RESP-STREAM: the picture arrives twice."""
