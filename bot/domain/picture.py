"""A picture is an image file with its facts."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Image formats that Darkroom can tell apart; the value is the file name's ending."""

    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    HEIC = "heic"
    AVIF = "avif"
    TIFF = "tiff"
    BMP = "bmp"

    @property
    def mime(self) -> str:
        """The media type, in lower case as Ark insists (wire Q-DATA)."""
        return "image/jpeg" if self is Kind.JPEG else f"image/{self.value}"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file's facts; `size` in bytes."""

    kind: Kind
    width: int
    height: int
    size: int


@dataclass(frozen=True, slots=True)
class Stored:
    """A picture in the spool, under `key`."""

    key: str
    picture: Picture


HEAD_BYTES = 32
"""As many leading bytes as `sniff` needs."""

_MAGIC = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"BM", Kind.BMP),
)
_BRANDS = {
    b"avif": Kind.AVIF,
    b"avis": Kind.AVIF,
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"), Kind.HEIC),
}


def sniff(head: bytes) -> Kind | None:
    """The kind that the first bytes of a file tell, whatever its name or type claim."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.WEBP
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
