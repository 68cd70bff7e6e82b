import io

import pytest
from PIL import Image, ImageCms

from bot.domain.errors import PictureProblem
from bot.domain.picture import Kind, Picture
from bot.imaging.fit import fit
from bot.imaging.inspect import PictureError, inspect
from tests.imaging import files

RED, BLUE, WHITE = (200, 30, 30), (30, 30, 200), (255, 255, 255)


class Fitted:
    """Fits bytes and opens what came out."""

    def __call__(self, content: bytes, *, max_side: int = 4096, max_bytes: int = 10_000_000) -> Image.Image:
        self.picture: Picture
        self.picture, data = fit(io.BytesIO(content), max_side=max_side, max_bytes=max_bytes)
        self.as_it_is = data is None
        self.data = content if data is None else data
        assert inspect(io.BytesIO(self.data)) == self.picture
        return Image.open(io.BytesIO(self.data))


@pytest.fixture
def fitted() -> Fitted:
    return Fitted()


def near(image: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    pixel = image.convert("RGB").getpixel(at)
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 40 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize(
    "content",
    [
        files.jpeg(),
        files.jpeg(progressive=True),
        files.png(),
        files.png("RGBA"),
        files.saved(files.photo(), "WEBP"),
        files.saved(files.photo(), "WEBP", lossless=True),
    ],
)
def test_a_file_that_is_fine_is_taken_as_it_is(fitted: Fitted, content: bytes) -> None:
    fitted(content)
    assert fitted.as_it_is


@pytest.mark.parametrize("name", files.FITTED)
def test_everything_else_becomes_a_plain_jpeg(fitted: Fitted, name: str) -> None:
    image = fitted(files.FITTED[name]())
    assert (fitted.picture.kind, image.format, image.mode) == (Kind.JPEG, "JPEG", "RGB")
    assert b"CANARY" not in fitted.data


@pytest.mark.parametrize(
    "name", ["AVIF", "TIFF", "BMP", "MPO", "CMYK JPEG", "palette PNG", "polyglot JPEG+zip"]
)
def test_the_colours_stay_what_they_were(fitted: Fitted, name: str) -> None:
    image = fitted(files.FITTED[name]())
    assert not fitted.as_it_is
    assert near(image, (200, 40), RED)
    assert near(image, (200, 160), BLUE)
    assert near(image, (5, 5), WHITE)


def test_sixteen_bits_are_scaled_and_not_cut(fitted: Fitted) -> None:
    grey = Image.new("I;16", (16, 16), 0x8000)
    pixel = fitted(files.saved(grey, "PNG")).getpixel((8, 8))
    assert isinstance(pixel, tuple)
    assert abs(pixel[0] - 128) < 3


@pytest.mark.parametrize("value", range(1, 9))
def test_every_orientation_stands_upright(fitted: Fitted, value: int) -> None:
    corner = {1: "lt", 2: "rt", 3: "rb", 4: "lb", 5: "lt", 6: "rt", 7: "rb", 8: "lb"}[value]
    image = fitted(files.oriented(value))
    assert image.size == ((320, 200) if value < 5 else (200, 320))
    at = (3 if "l" in corner else image.width - 4, 3 if "t" in corner else image.height - 4)
    assert near(image, at, WHITE)
    assert not image.getexif()


def test_a_phones_heic_stands_upright_and_does_not_say_where_it_was_taken(fitted: Fitted) -> None:
    assert b"CANARY" in files.heic()
    image = fitted(files.heic())
    assert image.size == (200, 320)
    assert near(image, (195, 5), WHITE)
    assert near(image, (150, 160), RED)
    assert near(image, (50, 160), BLUE)
    assert b"CANARY" not in fitted.data
    assert not image.getexif()


def test_where_a_photo_was_taken_never_leaves(fitted: Fitted) -> None:
    source = files.with_gps()
    assert source.count(b"CANARY") == 3
    image = fitted(source)
    assert b"CANARY" not in fitted.data
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    "chunk",
    [
        files.png_chunk(b"tEXt", b"Comment\0CANARY"),
        files.png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0CANARY"),
        files.png_chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\0CANARY"),
        files.png_chunk(b"tIME", b"\x07\xe8\1\1\1\1\1"),
        files.png_chunk(b"prVt", b"CANARY"),
    ],
)
@pytest.mark.parametrize("before", [b"IDAT", b"IEND"])
def test_metadata_of_a_png_never_leaves(fitted: Fitted, chunk: bytes, before: bytes) -> None:
    plain = files.png()
    at = plain.index(before) - 4
    fitted(plain[:at] + chunk + plain[at:])
    assert b"CANARY" not in fitted.data
    assert chunk not in fitted.data


@pytest.mark.parametrize("name", ["exif", "xmp", "icc_profile"])
def test_metadata_of_a_webp_never_leaves(fitted: Fitted, name: str) -> None:
    fitted(files.saved(files.photo(), "WEBP", **{name: b"Exif\0\0CANARY"}))
    assert b"CANARY" not in fitted.data


def test_a_colour_profile_is_worked_into_the_pixels(fitted: Fitted) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = swap_red_and_blue(srgb)
    image = fitted(files.jpeg(icc_profile=swapped))
    assert near(image, (200, 40), (30, 30, 200))
    assert "icc_profile" not in image.info
    for unfit in (lab, b"no profile at all"):
        assert near(fitted(files.jpeg(icc_profile=unfit)), (200, 40), RED)


def swap_red_and_blue(profile: bytes) -> bytes:
    """An RGB profile whose red primary is blue and the other way round: only its tag table changes."""
    swapped = profile.replace(b"rXYZ", b"????", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"????", b"bXYZ", 1)
    assert swapped != profile
    return swapped


@pytest.mark.parametrize(
    "content",
    [
        files.saved(Image.new("RGBA", (60, 40), (10, 200, 10, 120)), "TIFF"),
        files.saved(
            Image.new("LA", (60, 40), (90, 0)), "PNG", pnginfo=None, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0"
        ),
        files.saved(files.photo(mode="P"), "PNG", transparency=files.photo(mode="P").getpixel((99, 9))),
        files.saved(files.photo(mode="P"), "GIF", transparency=files.photo(mode="P").getpixel((99, 9))),
    ],
)
def test_transparency_is_kept_as_png(fitted: Fitted, content: bytes) -> None:
    image = fitted(content)
    assert (fitted.picture.kind, image.mode) == (Kind.PNG, "RGBA")
    assert image.getchannel("A").getextrema() != (255, 255)


def test_an_alpha_channel_that_hides_nothing_is_dropped(fitted: Fitted) -> None:
    fitted(files.saved(files.photo(mode="RGBA"), "TIFF"))
    assert fitted.picture.kind is Kind.JPEG


def test_a_large_picture_is_scaled_down_and_a_small_one_never_up(fitted: Fitted) -> None:
    assert fitted(files.saved(files.photo(3000, 1500), "JPEG"), max_side=1000).size == (1000, 500)
    assert fitted(files.saved(files.photo(3000, 1500), "BMP"), max_side=4096).size == (3000, 1500)
    assert fitted(files.png_of_zeros(1, 5000), max_side=1000).size == (1, 1000)


def test_a_turned_picture_is_scaled_by_what_is_seen(fitted: Fitted) -> None:
    assert fitted(files.oriented(6), max_side=160).size == (100, 160)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_heavy_picture_is_made_light_enough(fitted: Fitted, mode: str) -> None:
    noise = Image.effect_noise((600, 400), 80).convert(mode)
    if mode == "RGBA":
        noise.putalpha(120)
    image = fitted(files.saved(noise, "TIFF"), max_bytes=60_000)
    assert len(fitted.data) <= 60_000
    assert 1.45 < image.width / image.height < 1.55


def test_what_cannot_be_made_light_enough_is_an_error(fitted: Fitted) -> None:
    with pytest.raises(PictureError) as raised:
        fitted(files.jpeg(), max_bytes=100)
    assert raised.value.problem is PictureProblem.TOO_LARGE


def test_a_damaged_picture_is_not_passed_on(fitted: Fitted) -> None:
    with pytest.raises(PictureError):
        fitted(files.jpeg()[:-40])
