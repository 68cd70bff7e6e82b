"""A person's picture as gateways take it: upright, sRGB, no metadata, not too large. Synchronous."""

import io
from collections.abc import Iterator
from typing import IO

from PIL import Image, ImageCms

from bot.domain.errors import PictureProblem
from bot.domain.picture import Kind, Picture
from bot.imaging.container import contents
from bot.imaging.inspect import PictureError, all_of, opened, orientation

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_RESIZABLE = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})
_QUALITIES = (95, 85, 75)
_SMALLER = 0.75
_SMALLEST_SIDE = 64


def fit(source: IO[bytes], *, max_side: int, max_bytes: int) -> tuple[Picture, bytes | None]:
    """The picture in a file as a gateway takes it: its facts and bytes; None where the file is fine as it is.

    A JPEG, PNG or WebP is fine if it is all of what follows. Anything else becomes an upright JPEG in sRGB
    without metadata, or a PNG where it has transparency: the first frame, never scaled up, its longest side
    at most `max_side` pixels, at most `max_bytes`.

    Raises:
        PictureError: see `inspect.inspect`; TOO_LARGE if it cannot be made to fit.
    """
    with opened(source) as (kind, image):
        data = all_of(source)
        if max(image.size) <= max_side and len(data) <= max_bytes and _is_fine(kind, image.mode, data):
            return Picture(kind, *image.size, len(data)), None
        turned = _UPRIGHT.get(orientation(image))
        small = _eight_bits(image)
        small.thumbnail((max_side, max_side), Image.Resampling.LANCZOS, reducing_gap=3.0)
        small.load()  # thumbnail leaves a small picture undecoded, and it is closed in a moment
        plain = _in_srgb(small)
    return _saved(plain.transpose(turned) if turned is not None else plain, max_bytes)


def _is_fine(kind: Kind, mode: str, data: bytes) -> bool:
    return mode in _RESIZABLE - {"CMYK"} and contents(kind, data).plain


def _eight_bits(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be scaled, with its transparency, 8 bits a channel."""
    if image.mode in _RESIZABLE and "transparency" not in image.info:
        return image
    if image.mode.startswith("I"):
        image.load()
        return image.point(lambda value: value / 256).convert("L")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    """RGB, or RGBA where something is transparent, as a screen shows it, with nothing in `info`."""
    alpha = image.getchannel("A") if "A" in image.getbands() else None
    colours = _converted(image if alpha is None else image.convert(image.mode.removesuffix("A")), image)
    if alpha is not None and alpha.getextrema() != (255, 255):
        colours.putalpha(alpha)
    colours.info = {}
    return colours


def _converted(colours: Image.Image, original: Image.Image) -> Image.Image:
    profile = original.info.get("icc_profile")
    if profile:
        try:
            shown = ImageCms.profileToProfile(
                colours, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            return colours.convert("RGB")  # a broken profile: the numbers are all there is
        if shown is not None:
            return shown
    return colours if colours.mode == "RGB" else colours.convert("RGB")


def _saved(image: Image.Image, max_bytes: int) -> tuple[Picture, bytes]:
    kind = Kind.PNG if image.mode == "RGBA" else Kind.JPEG
    for smaller, data in _attempts(image, kind):
        if len(data) <= max_bytes:
            return Picture(kind, smaller.width, smaller.height, len(data)), data
    raise PictureError(PictureProblem.TOO_LARGE, f"not below {max_bytes} bytes")


def _attempts(image: Image.Image, kind: Kind) -> Iterator[tuple[Image.Image, bytes]]:
    """The picture as a file, each one smaller than the one before: first in quality, then in pixels."""
    while True:
        for quality in _QUALITIES if kind is Kind.JPEG else _QUALITIES[:1]:
            buffer = io.BytesIO()
            if kind is Kind.JPEG:
                image.save(buffer, "JPEG", quality=quality)
            else:
                image.save(buffer, "PNG", compress_level=3)
            yield image, buffer.getvalue()
        if max(image.size) < _SMALLEST_SIDE:
            return
        width, height = (max(1, round(side * _SMALLER)) for side in image.size)
        image = image.resize((width, height), Image.Resampling.LANCZOS)
