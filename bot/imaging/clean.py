"""Whether an image file holds pixels and nothing else, by its container's own rules. Pure."""

import re
import struct

from bot.domain.picture import Kind

_JPEG_APP0, _JPEG_APP14, _JPEG_COMMENT = 0xE0, 0xEE, 0xFE
_JPEG_STARTS_SCAN, _JPEG_END = 0xDA, 0xD9
_JPEG_HARMLESS_APPS = {_JPEG_APP0, _JPEG_APP14}  # JFIF, and Adobe's note on the colour transform
_JPEG_APPS = range(0xE0, 0xF0)
_JPEG_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)

_PNG_CHUNKS = {
    b"IHDR",
    b"PLTE",
    b"tRNS",
    b"IDAT",
    b"IEND",
    b"sRGB",
    b"gAMA",
    b"cHRM",
    b"pHYs",
    b"sBIT",
    b"bKGD",
}
_PNG_SIGNATURE_BYTES = 8
_PNG_DEPTH_AT, _PNG_DEPTH = 24, 8
_WEBP_CHUNKS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}


def holds_only_pixels(kind: Kind, data: bytes) -> bool:
    """Whether a JPEG, PNG or WebP has no metadata, colour profile, comment, animation or bytes after its end.

    False for all other kinds, for more than 8 bits a channel, and wherever the structure is not understood.
    """
    try:
        match kind:
            case Kind.JPEG:
                return _jpeg(data)
            case Kind.PNG:
                return _png(data)
            case Kind.WEBP:
                return _webp(data)
            case _:
                return False
    except (struct.error, IndexError):
        return False


def _jpeg(data: bytes) -> bool:
    at = 2
    while True:
        if data[at] != 0xFF:  # noqa: PLR2004 -- the byte that every marker begins with (ITU T.81, B.1.1.2)
            return False
        marker = data[at + 1]
        if marker == _JPEG_END:
            return at + 2 == len(data)
        if marker == _JPEG_COMMENT or (marker in _JPEG_APPS and marker not in _JPEG_HARMLESS_APPS):
            return False
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
        if marker == _JPEG_STARTS_SCAN:
            following = _JPEG_NEXT_MARKER.search(data, at)
            if following is None:
                return False
            at = following.start()


def _png(data: bytes) -> bool:
    at, chunk = _PNG_SIGNATURE_BYTES, b""
    while at < len(data):
        if chunk == b"IEND":
            return False
        length, chunk = struct.unpack_from(">I4s", data, at)
        if chunk not in _PNG_CHUNKS:
            return False
        at += length + 12
    return chunk == b"IEND" and at == len(data) and data[_PNG_DEPTH_AT] <= _PNG_DEPTH


def _webp(data: bytes) -> bool:
    at = 12
    while at < len(data):
        chunk, length = struct.unpack_from("<4sI", data, at)
        if chunk not in _WEBP_CHUNKS:
            return False
        at += 8 + length + length % 2
    return bool(at == len(data) == struct.unpack_from("<I", data, 4)[0] + 8)
