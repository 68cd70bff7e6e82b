"""Words on a picture."""

import functools
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

_FONTS = (  # with Chinese first; where none is there, Pillow's own font draws at least the English
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/System/Library/Fonts/PingFang.ttc",
    "/System/Library/Fonts/STHeiti Medium.ttc",
    "C:/Windows/Fonts/msyh.ttc",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
)
_MAX_LINES = 3


@functools.cache
def _font_file() -> str | None:
    return next((path for path in _FONTS if Path(path).is_file()), None)


def font(size: int) -> Font:
    """The best font of this machine at `size` pixels; never fails."""
    path = _font_file()
    try:
        return ImageFont.truetype(path, size) if path else ImageFont.load_default(size)
    except (OSError, ImportError):
        return ImageFont.load_default()


def captioned(image: Image.Image, words: str) -> Image.Image:
    """`image` with `words` on a dark strip along its lower edge, cut to three lines."""
    size = max(10, min(image.size) // 18)
    lines = _wrapped(words, font(size), image.width - 2 * size)
    strip_height = min(image.height, round(size * (1.3 * len(lines) + 0.9)))
    strip = Image.new("RGBA", (image.width, strip_height), (16, 16, 20, 190))
    draw = ImageDraw.Draw(strip)
    for row, line in enumerate(lines):
        _text(draw, (size, size * (0.4 + 1.3 * row)), line, font(size))
    captioned_image = image.convert("RGBA")
    captioned_image.alpha_composite(strip, (0, image.height - strip_height))
    return captioned_image if image.mode == "RGBA" else captioned_image.convert("RGB")


def _text(draw: ImageDraw.ImageDraw, at: tuple[float, float], line: str, with_font: Font) -> None:
    draw.text(at, _drawable(line, with_font), font=with_font, fill=(255, 250, 240, 255))


def _drawable(line: str, with_font: Font) -> str:
    if isinstance(with_font, ImageFont.FreeTypeFont):
        return line
    return line.encode("latin-1", "replace").decode("latin-1")  # all that the bitmap font has


def _wrapped(words: str, with_font: Font, width: int) -> list[str]:
    lines = [""]
    for token in _tokens(" ".join(words.split())):
        longer = lines[-1] + token
        if lines[-1] and with_font.getlength(_drawable(longer, with_font)) > width:
            lines.append(token.lstrip())
        else:
            lines[-1] = longer
        if len(lines) > _MAX_LINES:
            return [*lines[: _MAX_LINES - 1], lines[_MAX_LINES - 1] + " …"]
    return lines


def _tokens(text: str) -> list[str]:
    """Words with the space before them; each character beyond Latin alone, for Chinese has no spaces."""
    tokens: list[str] = []
    for character in text:
        joins = tokens and character != " " and ord(character) < 0x2E80 and ord(tokens[-1][-1]) < 0x2E80  # noqa: PLR2004 - the first CJK block
        if joins:
            tokens[-1] += character
        else:
            tokens.append(character)
    return tokens
