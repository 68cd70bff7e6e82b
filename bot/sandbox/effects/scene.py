"""A picture from words alone: the scene that the words name, the same for the same words."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from bot.sandbox.effects import figures, landscape
from bot.sandbox.effects.canvas import Canvas
from bot.sandbox.effects.colours import Rgb
from bot.sandbox.effects.lettering import captioned

_WORDS = {
    "night": r"\bnight|\bstar|\bspace\b|夜|星|宇宙|银河",
    "moon": r"\bmoon|月亮|月球|月光|明月",
    "sunset": r"sunset|sunrise|\bdusk\b|\bdawn\b|evening|日落|夕阳|黄昏|晚霞|日出|落日",
    "sun": r"\bsun\b|sunny|太阳|阳光|晴",
    "cloud": r"cloud|云",
    "rainbow": r"rainbow|彩虹",
    "mountain": r"mountain|\bpeak|\balps\b|山",
    "sea": r"\bsea\b|seaside|ocean|\blake\b|\briver\b|water|\bbay\b|海|湖|河|水边",
    "beach": r"beach|\bsand\b|沙滩|海边|海滩",
    "boat": r"\bboat|\bship\b|\bsail|船|帆",
    "desert": r"desert|\bdune|沙漠",
    "city": r"\bcity|\btown\b|street|skyline|tokyo|shanghai|new york|城市|街|都市|高楼|上海|东京",
    "forest": r"forest|\bwoods\b|\bpine|森林|树林",
    "tree": r"\btree|树",
    "flower": r"flower|garden|\brose|tulip|花",
    "house": r"\bhouse|\bhome\b|cottage|\bhut\b|房子|小屋|家园",
    "cat": r"\bcat\b|\bcats\b|kitten|猫",
    "dog": r"\bdog\b|\bdogs\b|puppy|狗|小犬",
    "person": r"person|\bman\b|woman|\bgirl|\bboy|portrait|people|人像|女孩|男孩|女人|男人|肖像|自拍",
    "rain": r"\brain(?!bow)|下雨|雨",
}


@dataclass(frozen=True, slots=True)
class _Light:
    sky: tuple[Rgb, Rgb]
    water: tuple[Rgb, Rgb, Rgb]
    rocks: tuple[Rgb, Rgb]
    ground: tuple[tuple[Rgb, Rgb], ...]
    leaves: Rgb
    walls: tuple[Rgb, Rgb]


_DAY = _Light(
    sky=((78, 150, 226), (206, 232, 248)),
    water=((94, 168, 206), (24, 84, 140), (232, 246, 252)),
    rocks=((96, 112, 132), (150, 170, 194)),
    ground=(((138, 184, 96), (98, 156, 80)), ((104, 164, 76), (66, 124, 60)), ((76, 140, 62), (42, 92, 44))),
    leaves=(58, 124, 66),
    walls=((128, 140, 158), (224, 238, 250)),
)
_EVENING = _Light(
    sky=((72, 60, 126), (255, 176, 104)),
    water=((240, 150, 104), (66, 44, 96), (255, 226, 160)),
    rocks=((86, 62, 98), (160, 104, 122)),
    ground=(((128, 96, 82), (104, 76, 78)), ((98, 76, 66), (70, 52, 62)), ((70, 58, 54), (38, 30, 44))),
    leaves=(74, 80, 58),
    walls=((74, 56, 84), (255, 204, 120)),
)
_NIGHT = _Light(
    sky=((8, 12, 38), (44, 58, 108)),
    water=((36, 56, 104), (8, 14, 40), (196, 206, 236)),
    rocks=((30, 38, 68), (52, 64, 104)),
    ground=(((34, 52, 66), (26, 42, 54)), ((26, 44, 52), (18, 32, 40)), ((18, 34, 38), (8, 16, 24))),
    leaves=(26, 56, 54),
    walls=((34, 38, 66), (255, 220, 130)),
)


def draw(words: str, size: tuple[int, int], *, variant: int = 0) -> Image.Image:
    """The scene that `words` name, in `size`; an abstract with the words on it where they name none."""
    named = {name for name, pattern in _WORDS.items() if re.search(pattern, words, re.IGNORECASE)}
    if not named:
        return captioned(_abstract(words, size, variant), words)
    canvas = Canvas(size)
    light = _NIGHT if named & {"night", "moon"} else _EVENING if "sunset" in named else _DAY
    _sky(canvas, named, light, shift=0.06 * variant)
    _land(canvas, named, light)
    _near(canvas, named, light, shift=0.09 * variant)
    return canvas.finished()


def _sky(canvas: Canvas, named: set[str], light: _Light, shift: float) -> None:
    canvas.fill(*light.sky)
    x = canvas.width * (0.7 - shift)
    if light is _NIGHT:
        landscape.stars(canvas)
        landscape.moon(canvas, x, 0.2)
    elif light is _EVENING:
        landscape.sun(canvas, x, 0.5, (255, 214, 140))
    elif "rain" not in named:
        landscape.sun(canvas, x, 0.2)
    if light is _DAY and named & {"cloud", "sun", "flower", "house", "tree", "sea"}:
        landscape.clouds(canvas)
    if "rainbow" in named:
        landscape.rainbow(canvas)


def _land(canvas: Canvas, named: set[str], light: _Light) -> None:
    if "mountain" in named:
        landscape.mountains(canvas, *light.rocks)
    if named & {"sea", "beach", "boat"}:
        landscape.sea(canvas, *light.water)
    elif "city" in named:
        landscape.city(canvas, *light.walls)
    elif "desert" in named:
        landscape.desert(canvas)
    else:
        landscape.hills(canvas, light.ground)
    if "beach" in named:
        landscape.beach(canvas)
    if "forest" in named:
        figures.forest(canvas, light.leaves)


def _near(canvas: Canvas, named: set[str], light: _Light, shift: float) -> None:
    w = canvas.width
    things: dict[str, Callable[[], None]] = {
        "boat": lambda: figures.boat(canvas, w * (0.3 + shift), 0.7, 0.2),
        "house": lambda: figures.house(canvas, w * (0.18 + shift), 0.84, 0.24),
        "tree": lambda: figures.tree(canvas, w * (0.8 - shift), 0.92, 0.52, light.leaves),
        "flower": lambda: figures.flowers(canvas),
        "person": lambda: figures.person(canvas, w * (0.5 + shift), 0.8),
        "cat": lambda: figures.cat(canvas, w * (0.42 + shift), 0.95, 0.55),
        "dog": lambda: figures.dog(canvas, w * (0.64 - shift), 0.96, 0.5),
        "rain": lambda: landscape.rain(canvas),
    }
    for name, put in things.items():
        if name in named:
            put()


def _abstract(words: str, size: tuple[int, int], variant: int) -> Image.Image:
    seed = hashlib.sha256(f"{words}\n{variant}".encode()).digest()
    canvas = Canvas(size)
    canvas.fill(
        (seed[0] // 2 + 90, seed[1] // 2 + 90, seed[2] // 2 + 90),
        (seed[3] // 3, seed[4] // 3, seed[5] // 3 + 40),
    )
    for i in range(6, 30, 4):
        colour: Rgb = (seed[i], seed[i + 1] // 2 + 80, seed[(i * 7) % 32] // 2 + 100)
        x, y = seed[i + 2] / 255 * canvas.width, seed[i + 3] / 255
        canvas.glow(x, y, 0.5, colour, 0.8)
        canvas.disc(x, y, 0.03 + seed[i] / 2600, colour)
    return canvas.finished()
