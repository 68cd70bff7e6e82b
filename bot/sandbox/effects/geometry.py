"""Effects on shape: they take and give RGB or RGBA, and may change the size."""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageOps

from bot.sandbox.effects.colours import Rgb

_MAX_UPSCALED = 40_000_000


def turn_left(image: Image.Image) -> Image.Image:
    """A quarter turn against the clock."""
    return image.transpose(Image.Transpose.ROTATE_90)


def turn_right(image: Image.Image) -> Image.Image:
    """A quarter turn with the clock."""
    return image.transpose(Image.Transpose.ROTATE_270)


def turn_over(image: Image.Image) -> Image.Image:
    """Upside down."""
    return image.transpose(Image.Transpose.ROTATE_180)


def mirror(image: Image.Image) -> Image.Image:
    """Left and right exchanged."""
    return ImageOps.mirror(image)


def flip(image: Image.Image) -> Image.Image:
    """Top and bottom exchanged."""
    return ImageOps.flip(image)


def square(image: Image.Image) -> Image.Image:
    """The middle, as a square."""
    side = min(image.size)
    return ImageOps.fit(image, (side, side))


def upscale(image: Image.Image) -> Image.Image:
    """Twice the width and height, or as much as _MAX_UPSCALED pixels allow."""
    factor = min(2.0, (_MAX_UPSCALED / (image.width * image.height)) ** 0.5)
    if factor <= 1:
        return image
    return image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.LANCZOS)


def border(image: Image.Image, colour: Rgb) -> Image.Image:
    """A mount of `colour` with a thin inner line; the size stays."""
    width, height = image.size
    rim = max(1, min(width, height) // 16)
    framed = Image.new(image.mode, image.size, colour)
    inner = (max(1, width - 2 * rim), max(1, height - 2 * rim))
    framed.paste(ImageOps.fit(image, inner), (rim, rim))
    line = tuple(c // 2 + (0 if sum(colour) > 3 * 128 else 120) for c in colour)
    at = rim - max(1, rim // 5)
    if min(width, height) > 2 * at:
        ImageDraw.Draw(framed).rectangle(
            (at, at, width - 1 - at, height - 1 - at), outline=line, width=max(1, rim // 12)
        )
    return framed


def side_by_side(images: Sequence[Image.Image]) -> Image.Image:
    """All pictures in a row, at the height of the smallest, in their order."""
    height = min(image.height for image in images)
    row = [image.resize((max(1, round(image.width * height / image.height)), height)) for image in images]
    mode = "RGBA" if any(image.mode == "RGBA" for image in row) else "RGB"
    joined = Image.new(mode, (sum(image.width for image in row), height))
    left = 0
    for image in row:
        joined.paste(image.convert(mode), (left, 0))
        left += image.width
    return joined
