"""Drafts: small, blurred, less so each time."""

import io
from itertools import pairwise

import pytest
from PIL import Image

from bot.imaging.blur import SIDE, blurred, softness
from bot.imaging.inspect import PictureError


def drawn(size: tuple[int, int] = (1024, 1536), mode: str = "RGB", kind: str = "PNG") -> bytes:
    stripes = Image.linear_gradient("L").resize((64, 64)).rotate(90).resize(size)
    file = io.BytesIO()
    stripes.point(lambda value: 255 * (value // 8 % 2)).convert(mode).save(file, kind)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    assert image.format == "JPEG"
    return image


def contrast(data: bytes) -> int:
    pixels = opened(data).convert("L").tobytes()
    return max(pixels) - min(pixels)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_draft_is_small_and_keeps_its_shape(kind: str) -> None:
    small = blurred(drawn(kind=kind), 4.0)
    assert opened(small).size == (213, SIDE)
    assert len(small) < 40_000


def test_a_small_draft_is_not_scaled_up() -> None:
    assert opened(blurred(drawn((100, 80)), 2.0)).size == (100, 80)


def test_each_draft_is_less_blurred_than_the_one_before() -> None:
    contrasts = [contrast(blurred(drawn(), softness(number))) for number in (1, 2, 3)]
    assert contrasts == sorted(contrasts)
    assert contrasts[0] < contrasts[-1]


def test_the_blur_falls_with_the_number_and_with_the_percentage_and_never_ends() -> None:
    assert all(one >= other > 0 for one, other in pairwise(softness(number) for number in range(1, 2_000)))
    falling = [softness(1, percent) for percent in range(101)]
    assert falling == sorted(falling, reverse=True)
    assert falling[-1] > 0
    assert softness(3, 0) == softness(3)


def test_what_is_transparent_becomes_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(file, "PNG")
    assert opened(blurred(file.getvalue(), 2.0)).getpixel((32, 32)) == (255, 255, 255)


@pytest.mark.parametrize("data", [b"", b"no picture", drawn()[:700], drawn((4_000, 3_001), "1")])
def test_what_is_no_draft_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        blurred(data, 2.0)
