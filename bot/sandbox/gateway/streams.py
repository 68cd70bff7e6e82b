"""The same answers as server-sent events. Pure.

Each shape has an opening, sent while the picture is made (progress, mostly), and a closing with the picture.
Every element of the lists is written to the socket on its own.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import orjson

from bot.sandbox.gateway import answers
from bot.sandbox.gateway.answers import Job, Result
from bot.sandbox.gateway.wanted import Json

Opening = Callable[[Job], list[bytes]]
Closing = Callable[[Job, Sequence[Result]], list[bytes]]
Drafts = Callable[[Job, Result, Sequence[str]], list[bytes]]

DONE = b"data: [DONE]\n\n"
BIG_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Streamed:
    """A streamed shape: what is sent before the picture is there, and what after.

    `drafts` makes events of the pictures on the way (base64), where as many as were asked for are sent.
    """

    opening: Opening
    closing: Closing
    drafts: Drafts | None = None


def event(payload: Json, name: str = "") -> bytes:
    """One server-sent event."""
    head = f"event: {name}\n".encode() if name else b""
    return head + b"data: " + orjson.dumps(payload) + b"\n\n"


def chunk(job: Job, delta: Json, finish: str | None = None, **extra: object) -> bytes:
    """One chunk of a chat completion."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return event({**_frame(job), "choices": [choice], **extra})


def texts(job: Job, *pieces: str) -> list[bytes]:
    """One chunk for each piece of text."""
    return [chunk(job, {"content": piece}) for piece in pieces]


def _frame(job: Job) -> Json:
    return {
        "id": f"chatcmpl-{job.id}",
        "object": "chat.completion.chunk",
        "created": job.created,
        "model": job.wanted.model,
    }


def _role(job: Job) -> bytes:
    return chunk(job, {"role": "assistant", "content": ""})


def _end(job: Job) -> list[bytes]:
    return [chunk(job, {}, "stop"), DONE]


def _usage_tail(job: Job, results: Sequence[Result]) -> bytes:
    return event({**_frame(job), "choices": [], "usage": answers.usage_of(job, len(results))})


def _progress_opening(job: Job) -> list[bytes]:
    block = answers.prompt_block(job).replace("```json", "```", 1) + "\n\n"
    steps = ["> 排队中", ".", "\n> 生成中", ".", ".", "\n> 进度 14%.", "\n> 进度 44%.", "\n> 进度 83%"]
    return [_role(job), *texts(job, block, f"> ID: `task_{job.id}`\n", *steps)]


def _progress_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    lines = ["\n> 生成完成 ✅\n\n", f"> gen_id: `gen_{job.id}`\n\n"]
    for result in results:
        lines += [f"![gen_{job.id}]({result.url})\n", f"[点击下载]({result.download_url})\n"]
    return [*texts(job, *lines), *_end(job)]


def _reasoning_opening(job: Job) -> list[bytes]:
    def step(text: str, **more: object) -> bytes:
        delta = {**more, "content": None, "reasoning_content": text, "tool_calls": None}
        return chunk(job, delta, native_finish_reason=None, usage={"prompt_tokens": 0})

    first = "**Generation Process Begins**\n\nInitializing generation request...\n"
    percents = (f"**Processing**\n\nGeneration in progress: {p}% completed...\n" for p in (12, 25, 60, 88))
    return [step(first, role="assistant"), *(step(text) for text in percents)]


def _reasoning_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    content = "\n".join(f"![Generated Image]({result.url})" for result in results)
    delta = {"content": content, "reasoning_content": None, "tool_calls": None}
    return [chunk(job, delta, "STOP", native_finish_reason="STOP", usage={"prompt_tokens": 0}), DONE]


def _steps_opening(job: Job) -> list[bytes]:
    first = {"role": "assistant", "reasoning_content": "初始化生成环境...\n"}
    upload = f"上传 {len(job.wanted.sources)} 张参考图片...\n"
    later = (upload, "生成进度: 30%\n", "生成进度: 70%\n")
    return [chunk(job, first), *(chunk(job, {"reasoning_content": text}) for text in later)]


def _steps_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    content = "\n".join(f"![Generated Image]({result.url})" for result in results)
    return [chunk(job, {"content": content}, "stop"), DONE]


def _download_opening(job: Job) -> list[bytes]:
    return [_role(job), *texts(job, ">🚀 开始生成图片\n", "> 生成进度: 40%\n", "> 生成进度: 90%\n")]


def _download_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    links = "\n".join(f"[点击下载]({result.url})" for result in results)
    return [*texts(job, "\n" + links), *_end(job)]


def _seededit_opening(job: Job) -> list[bytes]:
    text = "> 🖌️正在绘画\n\n" + answers.prompt_block(job) + "> 进度 31%\n> 进度 78%\n"
    return [_seededit_chunk(job, character) for character in text]


def _seededit_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    text = "> 生成完成 ✅\n\n" + answers.image_lines(results)
    return [*(_seededit_chunk(job, character) for character in text), DONE]


def _seededit_chunk(job: Job, character: str) -> bytes:
    delta = {"content": character, "function_call": None, "refusal": None, "role": None, "tool_calls": None}
    rest = {"logprobs": None, "finish_reason": None, "index": 0}
    frame = {**_frame(job), "id": job.id, "service_tier": None, "system_fingerprint": None, "usage": None}
    return event({**frame, "choices": [{"delta": delta, **rest}]})


def _openrouter_opening(job: Job) -> list[bytes]:
    comment = b": OPENROUTER PROCESSING\n\n"
    return [comment, comment, chunk(job, {"role": "assistant", "content": "Sure: "}), comment]


def _openrouter_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    delta = {"role": "assistant", "content": "", "images": answers.image_items(results)}
    nothing = {"role": "assistant", "content": ""}
    tail = chunk(job, nothing, usage=answers.usage_of(job, len(results)))
    return [chunk(job, delta), chunk(job, nothing, "stop", native_finish_reason="STOP"), tail, DONE]


def _crlf(pieces: Iterable[bytes]) -> list[bytes]:
    return [p.replace(b"data: ", b"data:", 1).replace(b"\n", b"\r\n") for p in pieces]


def _crlf_opening(job: Job) -> list[bytes]:
    return _crlf([b": keep-alive\n\n", _role(job), *texts(job, "ok\n"), b": keep-alive\n\n"])


def _crlf_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    delta = {"content": "", "images": answers.image_items(results)}
    return _crlf([chunk(job, delta), *_end(job)])


def _quiet_opening(job: Job) -> list[bytes]:
    return [_role(job), *texts(job, "Here is", " your picture.\n")]


def _big_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    pictures = (f"![image]({result.data_uri})" for result in results)
    return [*texts(job, *pictures), chunk(job, {}, "stop"), _usage_tail(job, results), DONE]


def _split_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    text = "\n".join(f"![image]({result.data_uri})" for result in results)
    small = [text[i : i + 50] for i in range(0, min(len(text), 500), 50)]
    large = [text[i : i + BIG_PIECE] for i in range(500, len(text), BIG_PIECE)]
    return [*texts(job, *small, *large), *_end(job)]


def _no_done_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    return [*texts(job, answers.image_lines(results)), chunk(job, {}, "stop")]


def _parts_opening(job: Job) -> list[bytes]:
    return [chunk(job, {"role": "assistant", "content": "好的"})]


def _parts_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    delta = {"role": "assistant", "content": answers.part_items(results)}
    return [chunk(job, delta), *_end(job)]


def _naked_opening(job: Job) -> list[bytes]:
    return [_role(job)]


def _naked_closing(job: Job, results: Sequence[Result]) -> list[bytes]:
    return [*texts(job, "\n".join(result.base64 for result in results)), *_end(job)]


def _words_closing(job: Job, _: Sequence[Result]) -> list[bytes]:
    return [*texts(job, answers.WORDS_ONLY), *_end(job)]


PROGRESS_TWIN = Streamed(_progress_opening, _progress_closing)
"""R-PROGRESS, then R-MD-URL with R-DOWNLOAD-TWIN."""
REASONING = Streamed(_reasoning_opening, _reasoning_closing)
"""R-REASONING-PROGRESS and R-FINISH-CASE."""
STEPS = Streamed(_steps_opening, _steps_closing)
"""R-FINISH-WITH-CONTENT."""
DOWNLOAD_ONLY = Streamed(_download_opening, _download_closing)
"""R-DOWNLOAD-ONLY."""
CHARACTERS = Streamed(_seededit_opening, _seededit_closing)
"""R-SSE-CHAR with R-ECHO (seed 002)."""
DELTA_IMAGES = Streamed(_openrouter_opening, _openrouter_closing)
"""R-DELTA-IMAGES with R-SSE-COMMENT."""
DELTA_IMAGES_CRLF = Streamed(_crlf_opening, _crlf_closing)
"""R-DELTA-IMAGES with R-SSE-CRLF."""
BIG_LINE = Streamed(_quiet_opening, _big_closing)
"""R-SSE-BIGLINE with R-USAGE-TAIL."""
DATA_SPLIT = Streamed(_quiet_opening, _split_closing)
"""R-DATA-SPLIT."""
NO_DONE = Streamed(_naked_opening, _no_done_closing)
"""R-SSE-NODONE."""
DELTA_PARTS = Streamed(_parts_opening, _parts_closing)
"""R-DELTA-PARTS."""
NAKED_BASE64 = Streamed(_naked_opening, _naked_closing)
"""R-B64-NAKED."""
WORDS_ONLY = Streamed(_naked_opening, _words_closing)
"""E-NOIMAGE."""
