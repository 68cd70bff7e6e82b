"""What an image file's container tells of it by its own rules, before a pixel is decoded. Pure."""

import re
import struct
import zlib
from dataclasses import dataclass

from bot.domain.picture import Kind

_JPEG_APP0, _JPEG_APP1, _JPEG_APP14 = 0xE0, 0xE1, 0xEE
_JPEG_STARTS_SCAN, _JPEG_END = 0xDA, 0xD9
_JPEG_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_USUAL_FRAMES = {0xC0, 0xC1, 0xC2}  # what libjpeg decodes: Huffman coded, not lossless
_JPEG_NEEDED = {0xC4, 0xDB, _JPEG_STARTS_SCAN}
_JPEG_PIXELS = {*_JPEG_USUAL_FRAMES, *_JPEG_NEEDED, 0xDD}
_JPEG_HARMLESS = {_JPEG_APP0, _JPEG_APP14}  # JFIF, and Adobe's note on the colour transform
_JPEG_SEGMENTS = set(range(0xC0, 0xFF)) - set(range(0xD0, 0xDA))
_JPEG_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)

_PNG_NEEDED = {b"IHDR", b"IDAT"}
_PNG_PIXELS = {*_PNG_NEEDED, b"PLTE", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"pHYs", b"sBIT", b"bKGD"}
_PNG_TURNS = {b"eXIf", b"tEXt", b"zTXt", b"iTXt"}  # ImageMagick puts EXIF into texts
_PNG_MOVES = {b"acTL", b"fcTL", b"fdAT"}
_PNG_SIGNATURE_BYTES = 8
_PNG_CRITICAL = range(ord("A"), ord("Z") + 1)
_PNG_DEPTH_AT, _PNG_DEPTH = 24, 8

_WEBP_PIXELS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
_WEBP_TURNS = {b"EXIF", b"XMP "}
_WEBP_CHUNKS = {*_WEBP_PIXELS, *_WEBP_TURNS, b"ICCP"}


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a file.

    `whole`: all of it is there, as far as its container knows: each length, each checksum, the end.
    `plain`: whole, and no metadata, colour profile, comment or bytes after its end; 8 bits a channel at most.
    `turnable`: something in it may say how the picture is to be turned.
    """

    whole: bool = False
    plain: bool = False
    turnable: bool = True


_UNKNOWN = Contents()


def contents(kind: Kind, data: bytes) -> Contents:
    """What a JPEG, PNG or WebP holds; nothing is sure of other kinds, and wherever anything is odd."""
    try:
        match kind:
            case Kind.JPEG:
                return _jpeg(data)
            case Kind.PNG:
                return _png(data)
            case Kind.WEBP:
                return _webp(data)
            case _:
                return _UNKNOWN
    except (struct.error, IndexError):
        return _UNKNOWN


def _jpeg(data: bytes) -> Contents:
    """https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B."""
    at, seen = 2, set[int]()
    while True:
        marker = data[at + 1]
        if data[at] == 0xFF and marker == _JPEG_END:  # noqa: PLR2004 -- the byte that every marker begins with
            break
        if data[at] != 0xFF or marker not in _JPEG_SEGMENTS:  # noqa: PLR2004 -- the same
            return _UNKNOWN
        seen.add(marker)
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
        if marker == _JPEG_STARTS_SCAN:
            following = _JPEG_NEXT_MARKER.search(data, at)
            if following is None:
                return _UNKNOWN
            at = following.start()
    frames = seen & _JPEG_FRAMES
    if not (seen >= _JPEG_NEEDED and len(frames) == 1 and frames <= _JPEG_USUAL_FRAMES):
        return _UNKNOWN
    plain = seen <= _JPEG_PIXELS | _JPEG_HARMLESS and at + 2 == len(data)
    return Contents(whole=True, plain=plain, turnable=_JPEG_APP1 in seen)


def _png(data: bytes) -> Contents:
    """https://www.w3.org/TR/png-3/#5Chunk-layout."""
    at, view, seen = _PNG_SIGNATURE_BYTES, memoryview(data), set[bytes]()
    while True:
        length, chunk = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if struct.unpack_from(">I", data, end)[0] != zlib.crc32(view[at + 4 : end]):
            return _UNKNOWN
        at = end + 4
        if chunk == b"IEND":
            break
        seen.add(chunk)
    critical = {each for each in seen if each[0] in _PNG_CRITICAL}
    if not seen >= _PNG_NEEDED or critical - _PNG_PIXELS or seen & _PNG_MOVES:
        return _UNKNOWN
    plain = seen <= _PNG_PIXELS and at == len(data) and data[_PNG_DEPTH_AT] <= _PNG_DEPTH
    return Contents(whole=True, plain=plain, turnable=bool(seen & _PNG_TURNS))


def _webp(data: bytes) -> Contents:
    """https://developers.google.com/speed/webp/docs/riff_container."""
    at, seen = 12, set[bytes]()
    while at < len(data):
        chunk, length = struct.unpack_from("<4sI", data, at)
        seen.add(chunk)
        at += 8 + length + length % 2
    if not at == len(data) == struct.unpack_from("<I", data, 4)[0] + 8 or seen - _WEBP_CHUNKS:
        return _UNKNOWN
    return Contents(whole=True, plain=seen <= _WEBP_PIXELS, turnable=bool(seen & _WEBP_TURNS))
