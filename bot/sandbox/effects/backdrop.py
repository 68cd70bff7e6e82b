"""What stands behind the main thing: found by its colours at the rim of the picture."""

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.sandbox.effects.colours import Rgb
from bot.sandbox.effects.tones import blur

_SMALL = 256
_FINE = 1600  # the mask's longer side; that of a larger picture is enlarged
_NEAR = 42  # how far, of 255, a colour may be from the rim's to belong to the backdrop


def replaced(image: Image.Image, backdrop: Rgb | Image.Image) -> Image.Image:
    """The main thing of an RGB picture before another colour or picture (of the same size)."""
    behind = backdrop if isinstance(backdrop, Image.Image) else Image.new("RGB", image.size, backdrop)
    return Image.composite(behind, image, mask(image))


def softened(image: Image.Image) -> Image.Image:
    """The backdrop out of focus."""
    return replaced(image, blur(blur(image)))


def removed(image: Image.Image) -> Image.Image:
    """RGBA: the main thing alone, the backdrop transparent."""
    alone = image.convert("RGBA")
    alone.putalpha(ImageChops.invert(mask(image)))
    return alone


def mask(image: Image.Image) -> Image.Image:
    """White where the backdrop is: near in colour to the rim, and connected with it."""
    fine = image.copy()
    fine.thumbnail((_FINE, _FINE))
    small = fine.copy()
    small.thumbnail((_SMALL, _SMALL))
    rim_colours = _rim_colours(small)
    near = _nearness(small.filter(ImageFilter.GaussianBlur(0.6)), rim_colours)
    connected = _connected(near.point(lambda v: 255 if v > 127 else 0))  # noqa: PLR2004 - half of 255
    reach = connected.filter(ImageFilter.MaxFilter(3)).resize(fine.size, Image.Resampling.BILINEAR)
    found = ImageChops.darker(_nearness(fine, rim_colours), reach)
    return found if fine.size == image.size else found.resize(image.size, Image.Resampling.BICUBIC)


def _rim_colours(small: Image.Image) -> list[Rgb]:
    """The colours that make up most of the rim; the lower edge is left out, where people stand."""
    width, height = small.size
    depth = max(1, min(width, height) // 24)
    sides = max(1, round(height * 0.75))
    strip = Image.new("RGB", (width + 2 * sides, depth))
    strip.paste(small.crop((0, 0, width, depth)), (0, 0))
    strip.paste(small.crop((0, 0, depth, sides)).transpose(Image.Transpose.ROTATE_90), (width, 0))
    right = small.crop((width - depth, 0, width, sides)).transpose(Image.Transpose.ROTATE_90)
    strip.paste(right, (width + sides, 0))
    table = strip.quantize(8, dither=Image.Dither.NONE)
    palette = table.getpalette() or []
    counts = table.getcolors() or []
    common = sorted(counts, reverse=True)[:5]
    least = sum(count for count, _ in counts) * 0.06
    return [
        (palette[3 * i], palette[3 * i + 1], palette[3 * i + 2])
        for count, i in common
        if count >= least and isinstance(i, int)
    ]


def _nearness(image: Image.Image, colours: list[Rgb]) -> Image.Image:
    """White where a pixel has one of `colours`, falling to black _NEAR away from all of them."""
    nearest = Image.new("L", image.size, 255)
    for colour in colours:
        distance = ImageChops.difference(image, Image.new("RGB", image.size, colour))
        red, green, blue = distance.split()
        nearest = ImageChops.darker(nearest, ImageChops.lighter(ImageChops.lighter(red, green), blue))
    return nearest.point(lambda d: max(0, min(255, (2 * _NEAR - 2 * d) * 255 // _NEAR)))


def _connected(candidates: Image.Image) -> Image.Image:
    """The white regions of a small black and white picture that touch its rim."""
    reached = 128
    width, height = candidates.size
    rim = [(x, 0) for x in range(width)]
    rim += [(x, y) for y in range(height) for x in (0, width - 1)]
    for spot in rim:
        if candidates.getpixel(spot) == 255:  # noqa: PLR2004 - white, not yet reached
            ImageDraw.floodfill(candidates, spot, reached)
    return candidates.point(lambda v: 255 if v == reached else 0)
