"""A draft of a picture as a small, blurred photo: shown while the real one is made. Synchronous."""

import io

from PIL import Image, ImageFilter

from bot.domain.errors import PictureProblem
from bot.imaging.inspect import PictureError, opened

SIDE = 320
"""Pixels of the longest side; a JPEG of it has 5 to 20 kB."""

_MOST_PIXELS = 12_000_000
_SOFTEST, _SHARPEST = 12.0, 1.5
_HALVINGS = 8
_QUALITY = 75


def softness(number: int, percent: int | None = None) -> float:
    """How much a draft is blurred, in pixels: less with its number (from 1), and less with the percentage."""
    softest: float = _SOFTEST / 2 ** min(number - 1, _HALVINGS)
    if percent is not None:
        softest = min(softest, _SOFTEST * (100 - percent) / 100)
    return max(_SHARPEST, softest)


def blurred(data: bytes, radius: float) -> bytes:
    """The picture as a JPEG of at most SIDE pixels a side, blurred; what is transparent becomes white.

    Raises:
        PictureError: it cannot be decoded, or has too many pixels for a draft.
    """
    with opened(io.BytesIO(data)) as (_, image):
        if image.width * image.height > _MOST_PIXELS:
            raise PictureError(PictureProblem.TOO_MANY_PIXELS, f"{image.width}x{image.height}")
        image.draft("RGB", (SIDE, SIDE))
        small = image.convert("RGBA" if image.has_transparency_data else "RGB")
        small.thumbnail((SIDE, SIDE), Image.Resampling.BILINEAR, reducing_gap=2.0)
    soft = _on_white(small).filter(ImageFilter.GaussianBlur(radius))
    file = io.BytesIO()
    soft.save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode == "RGB":
        return image
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    return paper.convert("RGB")
