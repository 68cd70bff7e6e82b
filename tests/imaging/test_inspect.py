import io
import sys
import threading

import pi_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.domain.errors import PictureProblem
from bot.domain.picture import Kind, Picture
from bot.imaging.inspect import PictureError, inspect
from tests.imaging import files


def told(content: bytes) -> Picture:
    return inspect(io.BytesIO(content))


def problem(content: bytes) -> PictureProblem:
    with pytest.raises(PictureError) as raised:
        told(content)
    return raised.value.problem


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (Kind.JPEG, files.jpeg()),
        (Kind.JPEG, files.jpeg(progressive=True)),
        (Kind.JPEG, files.FITTED["MPO"]()),
        (Kind.PNG, files.png()),
        (Kind.WEBP, files.saved(files.photo(), "WEBP")),
        (Kind.GIF, files.saved(files.photo(), "GIF")),
        (Kind.AVIF, files.saved(files.photo(), "AVIF")),
        (Kind.TIFF, files.saved(files.photo(), "TIFF")),
        (Kind.BMP, files.saved(files.photo(), "BMP")),
    ],
)
def test_every_allowed_format_has_its_facts_told(kind: Kind, content: bytes) -> None:
    assert told(content) == Picture(kind, 320, 200, len(content))


@pytest.mark.parametrize(
    ("value", "size"), [(1, (320, 200)), (3, (320, 200)), (6, (200, 320)), (8, (200, 320))]
)
def test_width_and_height_are_those_that_a_person_sees(value: int, size: tuple[int, int]) -> None:
    picture = told(files.oriented(value))
    assert (picture.width, picture.height) == size


def test_an_empty_file_is_told_apart_from_a_wrong_one() -> None:
    assert problem(b"") is PictureProblem.EMPTY


@pytest.mark.parametrize("name", files.NO_PICTURES)
def test_what_is_no_picture_is_refused_whatever_its_name_says(name: str) -> None:
    assert problem(files.NO_PICTURES[name]) is PictureProblem.NO_PICTURE


@pytest.mark.parametrize("share", [0.1, 0.5, 0.98, 0.9999])
@pytest.mark.parametrize(
    "content",
    [
        files.jpeg(),
        files.jpeg(progressive=True),
        files.png(),
        files.saved(files.photo(), "WEBP", lossless=True),
    ],
    ids=["jpeg", "progressive", "png", "webp"],
)
def test_a_file_cut_off_anywhere_is_damaged(content: bytes, share: float) -> None:
    cut = min(int(len(content) * share), len(content) - 40)  # a PNG whose end mark alone is missing is whole
    assert problem(content[: max(cut, 40)]) is PictureProblem.DAMAGED


NOISE = Image.effect_noise((120, 90), 90).convert("RGB")
"""Pixels that every encoder needs many bytes for."""


@pytest.mark.parametrize(
    "content",
    [
        files.saved(NOISE, "JPEG"),
        files.saved(NOISE, "JPEG", progressive=True),
        files.saved(NOISE, "JPEG", comment=b"\xff\xd9 is no end here", restart_marker_blocks=3),
        files.saved(NOISE, "PNG"),
        files.saved(NOISE, "PNG", pnginfo=files.texts()),
        files.saved(NOISE, "WEBP"),
    ],
    ids=["jpeg", "progressive", "jpeg with restarts", "png", "png with texts", "webp"],
)
@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_wherever_a_file_was_cut_no_pixel_of_it_is_lost_unseen(content: bytes, data: st.DataObject) -> None:
    cut = content[: data.draw(st.integers(40, len(content) - 1))]
    try:
        seen = told(cut)
    except PictureError as error:
        damaged = error.problem is PictureProblem.DAMAGED
        assert damaged
        return
    # Only what is no pixel may be missing: Pillow, which does not know of this rule, finds all of them.
    assert seen == Picture(seen.kind, 120, 90, len(cut))
    with Image.open(io.BytesIO(cut)) as rest, Image.open(io.BytesIO(content)) as all_of_it:
        assert rest.tobytes() == all_of_it.tobytes()


@pytest.mark.parametrize("content", [files.jpeg(), files.png()], ids=["jpeg", "png"])
def test_what_follows_a_picture_s_end_takes_nothing_from_it(content: bytes) -> None:
    seen = told(content + b"PK\x03\x04" * 9)
    assert (seen.width, seen.height) == (320, 200)


@pytest.mark.parametrize("before", [True, False], ids=["before the pixels", "behind the pixels"])
def test_a_png_may_say_anywhere_how_it_is_to_be_turned(*, before: bool) -> None:
    content = files.png()
    exif = Image.Exif()
    exif[0x0112] = 6
    at = content.index(b"IDAT" if before else b"IEND") - 4
    seen = told(content[:at] + files.png_chunk(b"eXIf", exif.tobytes()[6:]) + content[at:])
    assert (seen.width, seen.height) == (200, 320)


def test_a_png_whose_pixels_are_wrong_is_damaged() -> None:
    content = bytearray(files.png())
    for at in range(len(content) // 2, len(content), 20):
        content[at] ^= 255
    assert problem(bytes(content)) is PictureProblem.DAMAGED


@pytest.mark.parametrize(
    "head",
    [
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"II*\x00",
        b"BM",
        b"GIF89a",
        b"\0\0\0\x18ftypheic",
        b"\0\0\0\x18ftypavif",
    ],
)
def test_a_header_with_nothing_sensible_behind_is_damaged(head: bytes) -> None:
    assert problem(head + b"\x01\x02\x03" * 40) is PictureProblem.DAMAGED


def test_a_bomb_is_refused_before_its_pixels_are_made() -> None:
    assert problem(files.png_of_zeros(13_000, 13_000, colour=0)) is PictureProblem.TOO_MANY_PIXELS
    assert problem(files.png_of_zeros(8_000, 5_001, colour=0)) is PictureProblem.TOO_MANY_PIXELS
    assert problem(files.png_of_zeros(60_000, 700, colour=0)[:5000]) is PictureProblem.TOO_MANY_PIXELS


def test_forty_megapixels_are_taken() -> None:
    assert told(files.png_of_zeros(8_000, 5_000, colour=0)).width == 8000


def test_thin_and_tiny_pictures_are_taken() -> None:
    assert told(files.png_of_zeros(1, 1)).height == 1
    assert told(files.png_of_zeros(1, 5000)).height == 5000


def test_only_the_first_of_many_frames_is_decoded() -> None:
    assert told(files.animated("GIF", 300)).kind is Kind.GIF


def test_pillow_is_left_as_it_was_for_everybody_else() -> None:
    before = (Image.MAX_IMAGE_PIXELS, sorted(Image.ID))
    told(files.jpeg())
    assert (Image.MAX_IMAGE_PIXELS, sorted(Image.ID)) == before
    assert "HEIF" not in Image.ID


def test_threads_do_not_disturb_each_other() -> None:
    contents = [files.jpeg(), files.png(), files.jpeg()[:900], files.animated("GIF", 5)]
    seen: list[object] = [None] * 40

    def one(number: int) -> None:
        try:
            seen[number] = told(contents[number % 4]).kind
        except PictureError as error:
            seen[number] = error.problem

    threads = [threading.Thread(target=one, args=(number,)) for number in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [Kind.JPEG, Kind.PNG, PictureProblem.DAMAGED, Kind.GIF] * 10


def test_heif_can_be_read_by_the_decoder_that_is_installed() -> None:
    assert pi_heif.libheif_info()["HEIF"] is not None
    assert "pillow_heif" not in sys.modules
