"""What a file really is: the facts of a picture, or why it is none. Synchronous; callers use threads."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import pi_heif
from PIL import Image

from bot.domain.errors import PictureProblem
from bot.domain.picture import HEAD_BYTES, Kind, Picture, sniff
from bot.imaging.container import contents

MAX_PIXELS = 40_000_000
"""Decoding takes up to 4 bytes a pixel: 160 MB."""

_DRAFT_SIDE = 64
_FORMATS = {
    Kind.JPEG: ("JPEG", "MPO"),  # phones write portraits as MPO, which opens as JPEG first
    Kind.PNG: ("PNG",),
    Kind.WEBP: ("WEBP",),
    Kind.GIF: ("GIF",),
    Kind.AVIF: ("AVIF",),
    Kind.TIFF: ("TIFF",),
    Kind.BMP: ("BMP",),
}
_DECODING = (
    *(OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, RuntimeError),
    *(struct.error, UserWarning),
)
"""What Pillow's and libheif's decoders raise on damaged files; the warnings, where those are errors."""

_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError)


class PictureError(Exception):
    """A file that cannot be used as a picture; services make an InputFault or a ResultFault of it."""

    def __init__(self, problem: PictureProblem, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail


def inspect(source: IO[bytes]) -> Picture:
    """The facts of the picture in a file that is whole.

    Its container vouches for that; where it cannot, all is decoded to the last pixel. Width and height are
    those a person sees: EXIF's orientation is taken into account.

    Raises:
        PictureError: empty, no picture, damaged, or more than MAX_PIXELS.
    """
    with opened(source) as (kind, image):
        data = all_of(source)
        found = contents(kind, data)
        width, height = seen_size(image) if found.turnable else image.size
        if not found.whole:
            _decode(kind, image)
    return Picture(kind, width, height, len(data))


def all_of(source: IO[bytes]) -> bytes:
    """A file's bytes; whoever reads it in pieces, as Pillow does, goes on where they were."""
    at = source.tell()
    source.seek(0)
    data = source.read()
    source.seek(at)
    return data


def _decode(kind: Kind, image: Image.Image) -> None:
    if kind is Kind.JPEG:
        # All scans are read, but only 1/8 of the pixels are computed: 40 MP in 2 MB.
        image.draft(None, (_DRAFT_SIDE, _DRAFT_SIDE))
    image.load()


@contextmanager
def opened(source: IO[bytes]) -> Iterator[tuple[Kind, Image.Image]]:
    """A picture's kind and its first frame, not yet decoded, with at most MAX_PIXELS; its file stays open.

    Raises:
        PictureError: of whatever goes wrong with the file while it is open.
    """
    kind = _kind(source)
    try:
        with _open(source, kind) as image:
            if image.width * image.height > MAX_PIXELS:
                raise PictureError(PictureProblem.TOO_MANY_PIXELS, f"{image.width}x{image.height}")
            yield kind, image
    except _BOMBS as error:
        raise PictureError(PictureProblem.TOO_MANY_PIXELS, type(error).__name__) from error
    except _DECODING as error:
        raise PictureError(
            PictureProblem.DAMAGED, f"{kind}: {type(error).__name__}: {error}"[:200]
        ) from error


def seen_size(image: Image.Image) -> tuple[int, int]:
    """Width and height as a person sees the picture, turned as EXIF says."""
    width, height = image.size
    return (height, width) if orientation(image) >= _FIRST_SIDEWAYS else (width, height)


def orientation(image: Image.Image) -> int:
    """EXIF's orientation, 1 to 8; 1 is upright, also where EXIF is missing or broken."""
    if image.format == "PNG":
        # EXIF may stand behind the pixels, so Pillow decodes them here; their damage is not EXIF's.
        image.load()
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except _DECODING:
        return 1
    return value if isinstance(value, int) and value in range(1, 9) else 1


_ORIENTATION = 0x0112
_FIRST_SIDEWAYS = 5


def _kind(source: IO[bytes]) -> Kind:
    source.seek(0)
    head = source.read(HEAD_BYTES)
    if not head:
        raise PictureError(PictureProblem.EMPTY)
    kind = sniff(head)
    if kind is None:
        raise PictureError(PictureProblem.NO_PICTURE, f"begins with {head[:8]!r}")
    return kind


def _open(source: IO[bytes], kind: Kind) -> Image.Image:
    source.seek(0)
    if kind is Kind.HEIC:
        # By its class, because registering the plugin would change Pillow for the whole process.
        heif: Image.Image = pi_heif.HeifImageFile(source)
        return heif
    return Image.open(source, formats=_FORMATS[kind])
