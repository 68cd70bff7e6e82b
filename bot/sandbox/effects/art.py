"""Effects that redraw: RGB in, RGB of the same size out.

The slow filters run on a smaller copy; at 12 megapixels nobody would wait for them.
"""

import random
from collections.abc import Callable

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageMath, ImageOps

_INK = 26  # how strong, of 255, an edge must be to be drawn

Redraw = Callable[[Image.Image], Image.Image]


def sketch(image: Image.Image) -> Image.Image:
    """Pencil on paper."""
    return _smaller(image, 1600, _sketch)


def cartoon(image: Image.Image) -> Image.Image:
    """Flat colours and ink lines."""
    return _smaller(image, 960, _cartoon)


def oil(image: Image.Image) -> Image.Image:
    """Thick strokes of oil paint."""
    return _smaller(image, 720, _oil)


def watercolour(image: Image.Image) -> Image.Image:
    """Thin washes with darker rims, on paper."""
    return _smaller(image, 800, _watercolour)


def pixelate(image: Image.Image) -> Image.Image:
    """Large square pixels, 56 along the longer side."""
    cells = 56
    across = max(1, round(image.width * cells / max(image.size)))
    down = max(1, round(image.height * cells / max(image.size)))
    small = image.resize((across, down), Image.Resampling.BOX)
    return small.resize(image.size, Image.Resampling.NEAREST)


def emboss(image: Image.Image) -> Image.Image:
    """A relief in gray."""
    relief = ImageOps.grayscale(image.filter(ImageFilter.GaussianBlur(1))).filter(ImageFilter.EMBOSS)
    return ImageOps.autocontrast(relief, cutoff=1).convert("RGB")


def neon(image: Image.Image) -> Image.Image:
    """Glowing edges in the dark."""
    return _smaller(image, 1400, _neon)


def _sketch(image: Image.Image) -> Image.Image:
    gray = ImageOps.autocontrast(ImageOps.grayscale(image), cutoff=1)
    haze = ImageOps.invert(gray).filter(ImageFilter.GaussianBlur(max(3, max(image.size) / 100)))
    # Colour dodge: https://en.wikipedia.org/wiki/Blend_modes#Dodge_and_burn
    lines = ImageMath.lambda_eval(
        lambda a: a["convert"](a["min"](a["gray"] * 255 / (256 - a["haze"]), 255), "L"), gray=gray, haze=haze
    )
    graphite = ImageChops.multiply(lines, lines)
    return ImageOps.colorize(graphite, black="#2b2b30", white="#fbfaf5")


def _cartoon(image: Image.Image) -> Image.Image:
    smooth = image.filter(ImageFilter.MedianFilter(5)).filter(ImageFilter.MedianFilter(5))
    flat = ImageEnhance.Color(smooth).enhance(1.5).quantize(20, dither=Image.Dither.NONE).convert("RGB")
    edges = ImageOps.grayscale(smooth).filter(ImageFilter.FIND_EDGES)
    ink = edges.point(lambda v: 0 if v > _INK else 255).filter(ImageFilter.MinFilter(3))
    rim = (0, 0, ink.width - 1, ink.height - 1)
    ImageDraw.Draw(ink).rectangle(rim, outline=255, width=2)  # FIND_EDGES takes the rim for an edge
    return ImageChops.multiply(flat, ink.filter(ImageFilter.SMOOTH).convert("RGB"))


def _oil(image: Image.Image) -> Image.Image:
    strokes = image.quantize(64).convert("RGB").filter(ImageFilter.ModeFilter(7))
    relief = ImageOps.grayscale(strokes).filter(ImageFilter.EMBOSS).filter(ImageFilter.SMOOTH)
    painted = ImageChops.hard_light(ImageEnhance.Color(strokes).enhance(1.35), relief.convert("RGB"))
    return ImageChops.soft_light(painted, _bristles(image.size).convert("RGB")).filter(ImageFilter.SHARPEN)


def _bristles(size: tuple[int, int]) -> Image.Image:
    side = 2 * max(size)
    traces = _grain(300).crop((0, 0, 70, 300)).resize((side, side), Image.Resampling.BICUBIC).rotate(28)
    left, top = (traces.width - size[0]) // 2, (traces.height - size[1]) // 2
    cut = traces.crop((left, top, left + size[0], top + size[1]))
    relief = ImageOps.autocontrast(cut.filter(ImageFilter.EMBOSS), cutoff=1)
    return relief.point(lambda v: 128 + (v - 128) * 3 // 5)


def _watercolour(image: Image.Image) -> Image.Image:
    wash = image
    for size in (5, 7, 9):
        wash = wash.filter(ImageFilter.MedianFilter(size))
    wash = ImageEnhance.Brightness(ImageEnhance.Color(wash).enhance(1.25)).enhance(1.12)
    rims = ImageOps.invert(ImageOps.grayscale(wash).filter(ImageFilter.CONTOUR)).filter(ImageFilter.SMOOTH)
    dried = ImageChops.subtract(wash, rims.point(lambda v: v // 5).convert("RGB"))
    return ImageChops.multiply(dried, _paper(image.size).convert("RGB"))


def _paper(size: tuple[int, int]) -> Image.Image:
    tile = _grain(512).filter(ImageFilter.GaussianBlur(1.4))
    return tile.resize(size).point(lambda v: min(255, 190 + v // 2))


def _grain(side: int) -> Image.Image:
    noise = random.Random(1).randbytes(side * side)  # noqa: S311 - a texture, the same every time
    return Image.frombytes("L", (side, side), noise)


def _neon(image: Image.Image) -> Image.Image:
    edges = image.filter(ImageFilter.GaussianBlur(1)).filter(ImageFilter.FIND_EDGES)
    edges = edges.point(lambda v: max(0, v - 10))  # the steps of a smooth sky are no edges
    lines = ImageEnhance.Color(ImageOps.autocontrast(edges, cutoff=(0, 2))).enhance(2.5)
    glow = lines.filter(ImageFilter.GaussianBlur(max(image.size) / 200))
    dusk = ImageEnhance.Brightness(image).enhance(0.18)
    return ImageChops.add(ImageChops.add(dusk, lines), glow)


def _smaller(image: Image.Image, side: int, redraw: Redraw) -> Image.Image:
    if max(image.size) <= side:
        return redraw(image)
    small = image.copy()
    small.thumbnail((side, side))
    return redraw(small).resize(image.size, Image.Resampling.BICUBIC)
