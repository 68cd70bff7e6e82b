"""Magic words: what somebody who tries the demo can write to see a fault. Pure.

| in the prompt | what happens |
|---|---|
| forbidden, 违禁 | 400, refused by the safety system |
| fail, 失败 | 500 |
| busy, 繁忙 | 429 with Retry-After: 12 |
| slow, 慢慢 | ten seconds, with several steps of progress where the model streams |
| words only, 只说话 | an answer in words, without a picture |
| broken picture, 坏图 | only the first half of the picture's bytes |
| html, 网页 | a link that leads to a web page |
| nothing, 空图 | a picture of 0 bytes |
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.effects import Picture
from bot.sandbox.gateway import refusals
from bot.sandbox.gateway.refusals import Refused

PAGE = b"<!DOCTYPE html><html><title>Access denied</title><body>does not have permission</body></html>"
SLOW_SECONDS = 10.0

Spoil = Callable[[Picture], tuple[bytes, str]]


@dataclass(frozen=True, slots=True)
class Trick:
    """What a magic word does: a refusal, a wait, no picture, or a spoiled one (its bytes and MIME type)."""

    refusal: Callable[[], Refused] | None = None
    seconds: float = 0.0
    words_only: bool = False
    as_link: bool = False
    spoil: Spoil | None = None


def _half(picture: Picture) -> tuple[bytes, str]:
    return picture.data[: len(picture.data) // 2], picture.mime


def _page(_: Picture) -> tuple[bytes, str]:
    return PAGE, "text/html; charset=utf-8"


def _empty(picture: Picture) -> tuple[bytes, str]:
    return b"", picture.mime


_TRICKS: tuple[tuple[re.Pattern[str], Trick], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), trick)
    for pattern, trick in (
        (r"\bforbidden\b|违禁", Trick(refusal=refusals.forbidden)),
        (r"\bfail\b|失败", Trick(refusal=refusals.out_of_order)),
        (r"\bbusy\b|繁忙", Trick(refusal=refusals.busy)),
        (r"\bwords only\b|只说话", Trick(words_only=True)),
        (r"\bbroken picture\b|坏图", Trick(spoil=_half)),
        (r"\bhtml\b|网页", Trick(spoil=_page, as_link=True)),
        (r"\bnothing\b|空图", Trick(spoil=_empty)),
        (r"\bslow\b|慢慢", Trick(seconds=SLOW_SECONDS)),
    )
)
NO_TRICK = Trick()


def trick(prompt: str) -> Trick:
    """What the first magic word of `prompt` does."""
    return next((trick for pattern, trick in _TRICKS if pattern.search(prompt)), NO_TRICK)
