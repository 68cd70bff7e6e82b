"""Answers of the endpoints that are not chat: images, Ark, Gemini and Responses."""

from collections.abc import Sequence

from bot.sandbox.gateway.answers import WORDS_ONLY, Job, Result, usage_of
from bot.sandbox.gateway.wanted import Json


def data_base64(job: Job, results: Sequence[Result]) -> Json:
    """R-IMG-B64: the Images API's own shape; R-DATA-ON-CHAT on the chat path."""
    details = {
        k: v for k, v in job.wanted.details.items() if k in {"background", "output_format", "quality", "size"}
    }
    return {
        "created": job.created,
        **details,
        "data": [{"b64_json": r.base64} for r in results],
        "usage": images_usage(job, results),
    }


def ark_data(job: Job, results: Sequence[Result]) -> Json:
    """Ark's shape of the Images API, with sizes and the number of pictures billed."""
    return {
        "model": job.wanted.model,
        "created": job.created,
        "data": [{"url": r.url, "size": f"{r.width}x{r.height}"} for r in results],
        "usage": ark_usage(results),
    }


def gemini_native(job: Job, results: Sequence[Result]) -> Json:
    """R-GEM-INLINE: Google's own shape."""
    text = "好的，这是图片：" if results else WORDS_ONLY
    parts: list[Json] = [{"text": text}]
    parts += [{"inlineData": {"mimeType": r.mime, "data": r.base64}} for r in results]
    usage = usage_of(job, len(results))
    return {
        "candidates": [{"content": {"role": "model", "parts": parts}, "finishReason": "STOP", "index": 0}],
        "usageMetadata": {
            "promptTokenCount": usage["prompt_tokens"],
            "candidatesTokenCount": usage["completion_tokens"],
            "totalTokenCount": usage["total_tokens"],
            "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": usage["completion_tokens"]}],
        },
        "modelVersion": job.wanted.model,
        "responseId": job.id,
    }


def responses_call(job: Job, results: Sequence[Result]) -> Json:
    """R-RESP-CALL: an image_generation_call in the output of the Responses API."""
    calls = [
        {
            "type": "image_generation_call",
            "id": f"ig_{job.id}{i}",
            "status": "completed",
            "output_format": r.mime.removeprefix("image/"),
            "size": f"{r.width}x{r.height}",
            "quality": "high",
            "revised_prompt": job.wanted.prompt,
            "result": r.base64,
        }
        for i, r in enumerate(results)
    ]
    text = {"type": "output_text", "text": "Done." if results else WORDS_ONLY, "annotations": []}
    message = {
        "type": "message",
        "id": f"msg_{job.id}",
        "role": "assistant",
        "status": "completed",
        "content": [text],
    }
    return {
        **responses_frame(job, "completed"),
        "output": [*calls, message],
        "usage": images_usage(job, results),
    }


def responses_frame(job: Job, status: str) -> Json:
    """The envelope of a response of the Responses API."""
    return {
        "id": f"resp_{job.id}",
        "object": "response",
        "created_at": job.created,
        "status": status,
        "model": job.wanted.model,
        "output": [],
        "parallel_tool_calls": True,
        "tool_choice": "auto",
        "tools": [{"type": "image_generation"}],
    }


def images_usage(job: Job, results: Sequence[Result]) -> Json:
    """Tokens as the Images API counts them."""
    text, pictures_in = 5 + len(job.wanted.prompt) // 3, 258 * len(job.wanted.sources)
    out = 4160 * len(results)
    return {
        "input_tokens": text + pictures_in,
        "input_tokens_details": {"text_tokens": text, "image_tokens": pictures_in, "cached_tokens": 0},
        "output_tokens": out,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": text + pictures_in + out,
    }


def ark_usage(results: Sequence[Result]) -> Json:
    """What Ark bills."""
    tokens = sum(r.width * r.height // 256 for r in results)
    return {"generated_images": len(results), "output_tokens": tokens, "total_tokens": tokens}
