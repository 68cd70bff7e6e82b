"""Colours by their English and Chinese names."""

import re

Rgb = tuple[int, int, int]

_COLOURS: dict[str, tuple[str, str, Rgb]] = {
    "red": ("red|crimson|scarlet", "红", (206, 38, 44)),
    "orange": ("orange", "橙|橘", (240, 130, 30)),
    "yellow": ("yellow", "黄", (250, 208, 50)),
    "gold": ("gold|golden", "金", (212, 170, 60)),
    "green": ("green", "绿", (46, 150, 74)),
    "teal": ("teal|cyan|turquoise", "青", (32, 160, 170)),
    "blue": ("blue", "蓝", (40, 98, 206)),
    "navy": ("navy", "藏青|深蓝", (22, 40, 94)),
    "purple": ("purple|violet", "紫", (124, 64, 170)),
    "pink": ("pink|magenta", "粉红?", (240, 130, 170)),
    "brown": ("brown", "棕|褐", (124, 82, 50)),
    "gray": ("gr[ae]y", "灰", (128, 130, 134)),
    "white": ("white", "白", (250, 250, 248)),
    "black": ("black", "黑", (22, 22, 26)),
}

_ENGLISH = "|".join(english for english, _, _ in _COLOURS.values())
_CHINESE = "|".join(sorted((c for _, c, _ in _COLOURS.values()), key=len, reverse=True))

NAME = rf"(?P<colour>\b(?:{_ENGLISH})\b|(?:{_CHINESE})色?)"
"""A regular expression for any colour's name, as the group `colour`."""


def named(word: str) -> Rgb:
    """The colour that `word` (as matched by NAME) means; gray where it means none."""
    for english, chinese, rgb in reversed(_COLOURS.values()):
        if re.fullmatch(rf"{english}|(?:{chinese})色?", word, re.IGNORECASE):
            return rgb
    return _COLOURS["gray"][2]
