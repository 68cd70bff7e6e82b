"""Image files, good and bad, made on the spot (SAFETY 5F, 1 to 26)."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo


def photo(width: int = 320, height: int = 200, mode: str = "RGB") -> Image.Image:
    """Red above, blue below, a white spot at the upper left."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height // 2, width, height), fill=(30, 30, 200))
    draw.rectangle((0, 0, width // 8, height // 8), fill=(255, 255, 255))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg(**options: object) -> bytes:
    return saved(photo(), "JPEG", quality=90, **options)


def png(mode: str = "RGB", **options: object) -> bytes:
    return saved(photo(mode=mode), "PNG", **options)


def texts() -> PngInfo:
    """What programs write beside the pixels, before them and behind them."""
    info = PngInfo()
    info.add_text("parameters", "a lighthouse, steps: 20")
    info.add_itxt("prompt", "a lighthouse", zip=True)
    info.add(b"prVt", b"what nobody knows", after_idat=True)
    return info


def png_of_zeros(width: int, height: int, *, colour: int = 2, depth: int = 8) -> bytes:
    """A PNG by hand: its pixels need no memory to be made (13000x13000 in a few kilobytes)."""
    channels = {0: 1, 2: 3, 3: 1, 6: 4}[colour]
    row = b"\x00" * (1 + width * channels * depth // 8)
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", rows) + png_chunk(b"IEND", b"")
    )


def png_chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def oriented(value: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = value
    return jpeg(exif=exif)


def with_gps() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)})
    exif[0x010E] = "CANARY-EXIF"
    return jpeg(exif=exif, comment=b"CANARY-COMMENT", xmp=b"<x:xmpmeta>CANARY-XMP</x:xmpmeta>")


def heic() -> bytes:
    """`photo` as a phone held upright takes it: turned by HEIF's own `irot`, with a place in its EXIF.

    Nothing here can write HEIC: pillow-heif (https://github.com/bigcat88/pillow_heif) made the file.
    """
    return Path(__file__).with_name("turned.heic").read_bytes()


def animated(kind: str, frames: int) -> bytes:
    pictures = [Image.new("RGB", (40, 30), (number * 60 % 250, 90, 9)) for number in range(frames)]
    return saved(pictures[0], kind, save_all=True, append_images=pictures[1:], duration=20)


NO_PICTURES: dict[str, bytes] = {
    "EPS named .jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage\n",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
    "PDF": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
    "HTML": b"<!doctype html><title>502 Bad Gateway</title>",
    "PSD": b"8BPS\x00\x01" + bytes(20),
    "ICO": b"\x00\x00\x01\x00\x01\x00" + bytes(20),
    "zip": b"PK\x03\x04" + bytes(40),
    "one byte": b"\xff",
}

FITTED: dict[str, Callable[[], bytes]] = {
    "GIF": lambda: animated("GIF", 3),
    "animated WebP": lambda: animated("WEBP", 3),
    "animated PNG": lambda: animated("PNG", 3),
    "HEIC": heic,
    "AVIF": lambda: saved(photo(), "AVIF"),
    "TIFF": lambda: saved(photo(), "TIFF"),
    "BMP": lambda: saved(photo(), "BMP"),
    "MPO": lambda: saved(photo(), "MPO", save_all=True, append_images=[photo(64, 64)]),
    "CMYK JPEG": lambda: saved(photo(mode="CMYK"), "JPEG"),
    "16-bit grey PNG": lambda: saved(photo(mode="L").convert("I;16"), "PNG"),
    "16-bit RGB PNG": lambda: png_of_zeros(20, 10, colour=2, depth=16),
    "palette PNG": lambda: png("P"),
    "1-bit PNG": lambda: png("1"),
    "polyglot JPEG+zip": lambda: jpeg() + b"PK\x03\x04CANARY",
    "PNG with a tail": lambda: png() + b"PK\x03\x04CANARY",
    "JPEG with a comment": lambda: jpeg(comment=b"CANARY"),
}
