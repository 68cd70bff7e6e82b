"""Every shape in which a finished picture comes back, without streaming. Pure.

The names R-... are those of the wire documents; the shapes were seen on real gateways.
"""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pybase64

from bot.sandbox.gateway.wanted import Json, Wanted

WORDS_ONLY = "I can describe the picture that you want, but I did not draw one. 我只能描述，没有画出来。"
NO_USAGE = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}


@dataclass(frozen=True)
class Result:
    """A finished picture: its bytes, and where this gateway serves it."""

    data: bytes
    mime: str
    width: int
    height: int
    url: str
    download_url: str

    @functools.cached_property
    def base64(self) -> str:
        return pybase64.b64encode(self.data).decode("ascii")

    @property
    def data_uri(self) -> str:
        return f"data:{self.mime};base64,{self.base64}"


@dataclass(frozen=True, slots=True)
class Job:
    """One request on its way to an answer: its id, its time (epoch seconds) and what is wanted."""

    id: str
    created: int
    wanted: Wanted


Plain = Callable[[Job, Sequence[Result]], Json]


def completion(job: Job, message: Json, usage: Json | None = None, **extra: object) -> Json:
    """A chat completion around `message`."""
    return {
        "id": f"chatcmpl-{job.id}",
        "object": "chat.completion",
        "created": job.created,
        "model": job.wanted.model,
        "choices": [
            {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": "stop", **extra}
        ],
        "usage": usage if usage is not None else usage_of(job),
    }


def usage_of(job: Job, pictures: int = 1) -> Json:
    """Tokens as Gemini counts them: 1290 a picture out, 258 a picture in."""
    prompt = 5 + len(job.wanted.prompt) // 3 + 258 * len(job.wanted.sources)
    return {
        "prompt_tokens": prompt,
        "completion_tokens": 1290 * pictures,
        "total_tokens": prompt + 1290 * pictures,
    }


def words_only(job: Job, _: Sequence[Result]) -> Json:
    """E-NOIMAGE: a chat answer without a picture."""
    return completion(
        job, {"content": WORDS_ONLY}, {"prompt_tokens": 11, "completion_tokens": 22, "total_tokens": 33}
    )


def markdown_links(job: Job, results: Sequence[Result]) -> Json:
    """R-MD-URL with a usage of zero (seed 003)."""
    content = "".join(f"![图片]({result.url})\n\n" for result in results)
    return completion(job, {"content": content}, NO_USAGE)


def links_with_twins(job: Job, results: Sequence[Result]) -> Json:
    """R-MD-URL whose alternative text is the link, R-DOWNLOAD-TWIN."""
    lines = (f"![{r.url}]({r.url})\n\n[点击下载]({r.download_url})" for r in results)
    return completion(job, {"content": "> 🎨 生成中...\n\n" + "\n\n".join(lines)})


def seededit_links(job: Job, results: Sequence[Result]) -> Json:
    """R-MD-URL after a prompt block that quotes the input (R-ECHO)."""
    return completion(job, {"content": prompt_block(job) + "> 生成完成 ✅\n\n" + image_lines(results)})


def bare_link(job: Job, results: Sequence[Result]) -> Json:
    """R-BARE-URL: the link is the whole answer; R-URL-NOEXT where the link has no extension."""
    return completion(job, {"content": "\n".join(result.url for result in results)})


def markdown_data(job: Job, results: Sequence[Result]) -> Json:
    """R-MD-DATA, as new-api writes Gemini's answers (seed 004)."""
    pictures = "\n".join(f"![image]({result.data_uri})" for result in results)
    return completion(job, {"content": f"给你修改后的图片：\n{pictures}"}, usage_of(job, len(results)))


def bare_data(job: Job, results: Sequence[Result]) -> Json:
    """R-DATA-BARE: a data URI loose in the text."""
    pictures = " and ".join(result.data_uri for result in results)
    return completion(job, {"content": f"Here is your picture: {pictures} Let me know if you want another."})


def message_images(job: Job, results: Sequence[Result]) -> Json:
    """R-MSG-IMAGES, as OpenRouter answers."""
    message = {
        "content": "Here is your picture.",
        "refusal": None,
        "reasoning": None,
        "images": image_items(results),
    }
    body = completion(job, message, usage_of(job, len(results)), logprobs=None, native_finish_reason="STOP")
    return {**body, "provider": "Google AI Studio"}


def untyped_images(job: Job, results: Sequence[Result]) -> Json:
    """R-CONTENT-NULL: content null, and images without their type."""
    images = [{"image_url": {"url": r.data_uri, "detail": "auto"}, "index": i} for i, r in enumerate(results)]
    return completion(job, {"content": None, "images": images}, usage_of(job, len(results)))


def content_parts(job: Job, results: Sequence[Result]) -> Json:
    """R-PARTS: the content is a list of parts."""
    return completion(job, {"content": [{"type": "text", "text": "修改完成："}, *part_items(results)]})


def data_links(job: Job, results: Sequence[Result]) -> Json:
    """R-DATA-ON-CHAT with links (seed 001)."""
    return {
        "created": job.created,
        "data": [{"revised_prompt": job.wanted.prompt, "url": r.url} for r in results],
    }


def prompt_block(job: Job) -> str:
    """The fenced prompt that 4o relays put before their progress; it quotes the input's link."""
    quoted = job.wanted.prompt.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    links = [s for s in job.wanted.sources if isinstance(s, str) and s.startswith("http")]
    second = f'"image_url": "{links[0]}"' if links else '"ratio": "1:1"'
    return f'```json\n{{\n  "prompt": "{quoted}",\n  {second}\n}}\n```\n\n'


def image_lines(results: Sequence[Result]) -> str:
    """One markdown image a picture."""
    return "\n\n".join(f"![image]({result.url})" for result in results)


def image_items(results: Sequence[Result]) -> list[Json]:
    """OpenRouter's images array."""
    return [
        {"type": "image_url", "image_url": {"url": r.data_uri}, "index": i} for i, r in enumerate(results)
    ]


def part_items(results: Sequence[Result]) -> list[Json]:
    """Content parts with links."""
    return [{"type": "image_url", "image_url": {"url": r.url, "detail": "high"}} for r in results]
