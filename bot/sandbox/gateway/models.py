"""The table of models: what each one takes, and in which real shape it answers."""

from dataclasses import dataclass
from typing import Literal

from bot.sandbox.effects import Kind
from bot.sandbox.gateway import answers, other_answers, streams
from bot.sandbox.gateway.answers import Plain
from bot.sandbox.gateway.streams import Streamed

Content = Literal["list", "string", "either"]
Link = Literal["plain", "signed", "naked"]
ImagesApi = Literal["openai", "relay", "ark"]

_NONE: frozenset[str] = frozenset()
_DALLE_SIZES = frozenset({"1024x1024", "1024x1792", "1792x1024"})
_GPT_SIZES = frozenset({"1024x1024", "1536x1024", "1024x1536", "auto"})
_RATIOS = frozenset({"21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"})
_ARK_SIZES = frozenset(
    {"1K", "2K", "4K", "1024x1024", "2048x2048", "1728x2304", "2304x1728", "2560x1440", "1440x2560"}
)


@dataclass(frozen=True, slots=True)
class Model:
    """One model of the gateway.

    `plain` and `streamed` are the shapes of its chat answers; no `streamed`: JSON although a stream was
    asked for (R-JSON-UNASKED). `content` is what the content of its chat message may be. `sizes` and
    `qualities` are checked where they are not empty, and ignored silently otherwise, as relays do.
    """

    plain: Plain
    streamed: Streamed | None
    content: Content = "list"
    kind: Kind = "png"
    link: Link = "plain"
    max_pictures: int = 16
    needs_picture: bool = False
    takes_n: bool = False
    sizes: frozenset[str] = _NONE
    qualities: frozenset[str] = _NONE
    ratio_in_prompt: bool = False
    images_api: ImagesApi | None = None


MODELS: dict[str, Model] = {
    "gpt-image-1": Model(
        other_answers.data_base64, None, content="either", takes_n=True, sizes=_GPT_SIZES,
        qualities=frozenset({"low", "medium", "high", "auto"}), images_api="openai",
    ),
    "gpt-4o-image": Model(
        answers.links_with_twins, streams.PROGRESS_TWIN, content="either", takes_n=True, sizes=_DALLE_SIZES,
        qualities=frozenset({"standard", "hd"}), ratio_in_prompt=True, images_api="relay",
    ),
    "sora_image": Model(
        answers.markdown_links, streams.REASONING, content="either", ratio_in_prompt=True, images_api="relay",
    ),
    "flux-kontext-pro": Model(
        answers.data_links, streams.DOWNLOAD_ONLY, kind="jpeg", link="signed", max_pictures=4, takes_n=True,
        sizes=_RATIOS, images_api="relay",
    ),
    "flux-kontext-max": Model(
        answers.bare_link, streams.STEPS, kind="jpeg", max_pictures=4, sizes=_RATIOS, images_api="relay",
    ),
    "nano-banana": Model(answers.message_images, streams.DELTA_IMAGES),
    "nano-banana-hd": Model(answers.untyped_images, streams.DELTA_IMAGES_CRLF),
    "gemini-2.0-flash-exp-image-generation": Model(
        answers.markdown_data, streams.DATA_SPLIT, content="either",
    ),
    "gemini-2.5-flash-image-preview": Model(answers.bare_data, streams.BIG_LINE, content="either"),
    "doubao-seedream-4-0-250828": Model(
        other_answers.ark_data, streams.NO_DONE, kind="jpeg", link="signed", max_pictures=14,
        sizes=_ARK_SIZES, images_api="ark",
    ),
    "doubao-seededit-3-0-i2i-250628": Model(
        answers.content_parts, streams.DELTA_PARTS, kind="jpeg", max_pictures=1, needs_picture=True,
        images_api="ark",
    ),
    "chat-seededit": Model(
        answers.seededit_links, streams.CHARACTERS, content="string", kind="jpeg", max_pictures=1,
        needs_picture=True,
    ),
    "qwen-image-edit": Model(
        answers.bare_link, streams.NAKED_BASE64, link="naked", max_pictures=3, needs_picture=True,
    ),
}  # fmt: skip

WORDS_ONLY = Model(answers.words_only, streams.WORDS_ONLY)
"""How any model answers on the chat path when it drew nothing."""
LINK_ONLY = Model(answers.markdown_links, streams.NO_DONE)
"""How any model answers on the chat path when the link leads to no picture."""

RESPONSES_MODELS = frozenset({"gpt-image-1", "gpt-4o-image", "gpt-4.1"})
GEMINI_MODELS = frozenset(name for name in MODELS if "gemini" in name or "banana" in name)
