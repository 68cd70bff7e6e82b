"""Which of our languages fits best to a language tag of Telegram's (`zh-hans`, `zh-CN`, `zh`, `pt-br`)."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from babel.core import get_global, parse_locale

_LONGEST = 64


class Tongue(NamedTuple):
    """A language with the script and territory that most of its speakers mean."""

    language: str
    script: str | None
    territory: str | None


def negotiate(wanted: Iterable[str | None], available: Sequence[str]) -> str | None:
    """The first wanted language that we speak, in its own script if we can; None if we speak none of them."""
    spoken = tuple(available)
    return next((nearest for tag in wanted if tag and (nearest := _nearest(tag, spoken))), None)


@lru_cache(1024)
def _nearest(tag: str, available: tuple[str, ...]) -> str | None:
    tongue = _tongue(tag)
    nearest = min(available, key=lambda each: _distance(tongue, _tongue(each)), default=None)
    return nearest if tongue and nearest and not _distance(tongue, _tongue(nearest))[0] else None


def _distance(wanted: Tongue | None, other: Tongue | None) -> tuple[bool, ...]:
    if wanted is None or other is None:
        return True, True, True
    return tuple(mine != theirs for mine, theirs in zip(wanted, other, strict=True))


@lru_cache(1024)
def _tongue(tag: str) -> Tongue | None:
    """The tag with what it leaves out filled in: `zh` is `zh_Hans_CN`.

    https://www.unicode.org/reports/tr35/#Likely_Subtags
    """
    parts = _parts(tag)
    if parts is None:
        return None
    language, territory, script = parts
    likely = get_global("likely_subtags")
    keys = (
        f"{language}_{script}" if script else "",
        f"{language}_{territory}" if territory else "",
        language,
    )
    found = next((likely[key] for key in keys if key in likely), language)
    _, likely_territory, likely_script, *_ = parse_locale(found)
    return Tongue(language, script or likely_script, territory or likely_territory)


def _parts(tag: str) -> tuple[str, str | None, str | None] | None:
    """Language, territory and script, and nothing after them: Telegram's apps know a `zh-hans-raw`, too."""
    subtags = tag[:_LONGEST].replace("_", "-").split("-")
    for end in range(len(subtags), 0, -1):
        try:
            language, territory, script, *_ = parse_locale("-".join(subtags[:end]), sep="-")
        except ValueError:
            continue
        return language, territory, script
    return None
