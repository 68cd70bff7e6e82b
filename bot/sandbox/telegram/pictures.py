"""Just enough of image files to know what they are and how large: headers, no pixels."""

import struct
import zlib
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
# Start-of-frame markers of JPEG: SOF0 to SOF15 but for DHT (C4), JPG (C8) and DAC (CC).
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length


@dataclass(frozen=True, slots=True)
class Header:
    """Kind ("jpeg", "png", "gif", "webp") and size in pixels of an image file."""

    kind: str
    width: int
    height: int


def sniff(data: bytes) -> Header | None:
    """The header of an image file, or None where there is none that Telegram's sendPhoto would take."""
    for reader in (_png, _jpeg, _gif, _webp):
        try:
            header = reader(data)
        except (struct.error, IndexError):
            continue
        if header and header.width and header.height:
            return header
    return None


def blank_png(width: int, height: int) -> bytes:
    """A grey PNG of this size: what the smaller sizes of a photo show here."""
    row = b"\0" + b"\xaa" * ((width + 7) // 8)
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * height)),
        (b"IEND", b""),
    ]
    return _PNG + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def _png(data: bytes) -> Header | None:
    if not data.startswith(_PNG) or data[12:16] != b"IHDR":
        return None
    return Header("png", *struct.unpack_from(">II", data, 16))


def _gif(data: bytes) -> Header | None:
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        return None
    return Header("gif", *struct.unpack_from("<HH", data, 6))


def _jpeg(data: bytes) -> Header | None:
    if not data.startswith(b"\xff\xd8"):
        return None
    at = 2
    while data[at] == 0xFF:  # noqa: PLR2004 - every JPEG marker begins so
        marker = data[at + 1]
        if marker == 0xFF or marker in _JPEG_BARE:  # noqa: PLR2004 - fill bytes
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004 - fill bytes
            continue
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return Header("jpeg", width, height)
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _webp(data: bytes) -> Header | None:
    """https://developers.google.com/speed/webp/docs/riff_container."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    chunk = data[12:16]
    if chunk == b"VP8X":
        return Header(
            "webp", 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
        )
    if chunk == b"VP8L":
        bits = int(struct.unpack_from("<I", data, 21)[0])
        return Header("webp", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if chunk == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return Header("webp", width & 0x3FFF, height & 0x3FFF)
    return None
