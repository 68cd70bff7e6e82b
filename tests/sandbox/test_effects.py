import functools
import io

import pytest
from PIL import Image, ImageChops, ImageStat

from bot.sandbox import effects
from bot.sandbox.effects import lettering
from bot.sandbox.samples import samples
from tests.sandbox.gateway_kit import opened, photo

WALL = (40, 90, 200)


def edited(prompt: str, *pictures: bytes, **more: object) -> Image.Image:
    photos = [effects.read(picture) for picture in pictures or (photo(kind="PNG"),)]
    return opened(effects.edit(prompt, photos, **more).data)  # type: ignore[arg-type]


def difference(one: Image.Image, other: Image.Image) -> float:
    return sum(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("make it black and white", ["monochrome"]),
        ("黑白", ["monochrome"]),
        ("Sepia, please", ["sepia"]),
        ("复古一点", ["sepia"]),
        ("invert the colours", ["invert"]),
        ("反色", ["invert"]),
        ("a little blur", ["blur"]),
        ("模糊", ["blur"]),
        ("锐化", ["sharpen"]),
        ("pencil sketch", ["sketch"]),
        ("素描", ["sketch"]),
        ("turn me into an anime character", ["cartoon"]),
        ("卡通风格", ["cartoon"]),
        ("oil painting", ["oil"]),
        ("水彩", ["watercolour"]),
        ("加马赛克", ["pixelate"]),
        ("posterize", ["posterize"]),
        ("海报", ["posterize"]),
        ("rotate left", ["turn_left"]),
        ("向左旋转", ["turn_left"]),
        ("turn it to the right", ["turn_right"]),
        ("rotate 180 degrees", ["turn_over"]),
        ("旋转180度", ["turn_over"]),
        ("镜像", ["mirror"]),
        ("上下翻转", ["flip"]),
        ("brighter", ["brighter"]),
        ("变暗", ["darker"]),
        ("more contrast", ["contrast"]),
        ("主题风格改成红色", ["tint 红色"]),
        ("衣服换成红色，并且带上墨镜", ["tint 红色"]),
        ("make it blue", ["tint blue"]),
        ("红色背景", ["backdrop 红色"]),
        ("修改这个图片，把背景变成红色", ["backdrop 红色"]),
        ("make the background blue", ["backdrop blue"]),
        ("a green background", ["backdrop green"]),
        ("remove the background", ["cutout"]),
        ("去掉背景", ["cutout"]),
        ("blur the background", ["soft_backdrop"]),
        ("背景换成海边", ["scenery 海边"]),
        ("add a gold frame", ["border gold"]),
        ("边框", ["border"]),
        ("vignette", ["vignette"]),
        ("sunset light", ["sunset"]),
        ("at night", ["night"]),
        ("upscale 2x", ["upscale"]),
        ("sepia and rotate left", ["sepia", "turn_left"]),
        ("rotate left, then rotate left", ["turn_left", "turn_left"]),
        ("先黑白，再镜像", ["monochrome", "mirror"]),
        ("surprise me", []),
        ("", []),
    ],
)
def test_words_choose_effects_in_their_order(prompt: str, expected: list[str]) -> None:
    assert [f"{step.effect} {step.detail}".strip() for step in effects.steps(prompt)] == expected


PROMPTS = (
    "black and white|sepia|反色|blur|锐化|素描|卡通|油画|水彩|马赛克|海报|浮雕|neon|solarize|下雪|rotate left"
    "|旋转|upside down|上下翻转|brighter|变暗|contrast|鲜艳|暗角|frame|night|日落|暖色"
    "|cold|upscale|square|主题风格改成红色|红色背景|背景换成海边|remove background|surprise me 给我惊喜 🎉"
)


@functools.cache
def hills() -> bytes:
    buffer = io.BytesIO()
    opened(effects.sample("hills").data).resize((360, 240)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("prompt", PROMPTS.split("|"))
def test_every_effect_changes_the_picture_visibly(prompt: str) -> None:
    before, after = opened(hills()), edited(prompt, hills())
    flat = Image.new("RGB", after.size, (255, 0, 255))
    flat.paste(after, mask=after.getchannel("A") if after.mode == "RGBA" else None)
    assert after.size != before.size or difference(before, flat) > 1


def test_all_effects_of_the_word_list_can_be_done() -> None:
    found = {step.effect for prompt in PROMPTS.split("|") for step in effects.steps(prompt)}
    found |= {s.effect for p in ("mirror", "turn right", "blur background") for s in effects.steps(p)}
    assert set(effects.EFFECTS) == found
    assert len(effects.EFFECTS) >= 16


def test_rotate_left_is_exact_to_the_pixel() -> None:
    assert (
        edited("rotate left").tobytes()
        == opened(photo(kind="PNG")).transpose(Image.Transpose.ROTATE_90).tobytes()
    )


def test_the_background_becomes_red_and_the_thing_stays() -> None:
    after = edited("把背景变成红色", photo(kind="PNG")).convert("RGB")
    assert after.getpixel((2, 2)) == (206, 38, 44)
    assert after.getpixel((117, 60)) == (206, 38, 44)
    assert after.getpixel((60, 45)) == (240, 210, 40)


def test_removing_the_background_gives_transparency_even_where_jpeg_was_asked_for() -> None:
    after = edited("remove the background", photo(), kind="jpeg")
    assert after.format == "PNG"
    assert after.getpixel((2, 2))[3] == 0  # type: ignore[index]
    assert after.getpixel((60, 45))[3] == 255  # type: ignore[index]


def test_an_effect_keeps_size_and_transparency() -> None:
    image = Image.new("RGBA", (50, 40), (200, 30, 30, 255))
    image.paste((0, 0, 0, 0), (0, 0, 25, 40))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    after = edited("sepia", buffer.getvalue())
    assert after.size == (50, 40)
    assert after.getchannel("A").tobytes() == image.getchannel("A").tobytes()


def test_only_what_the_mask_opens_is_changed() -> None:
    mask = Image.new("RGBA", (120, 90), (0, 0, 0, 255))
    mask.paste((0, 0, 0, 0), (0, 0, 60, 90))
    buffer = io.BytesIO()
    mask.save(buffer, "PNG")
    after = edited("invert", mask=effects.read(buffer.getvalue())).convert("RGB")
    assert after.getpixel((2, 2)) == tuple(255 - v for v in WALL)
    assert after.getpixel((117, 2)) == WALL


def test_several_pictures_stand_side_by_side_in_their_order() -> None:
    other = io.BytesIO()
    Image.new("RGB", (30, 90), (10, 200, 10)).save(other, "PNG")
    after = edited("mirror", photo(kind="PNG"), other.getvalue())
    assert after.size == (150, 90)
    assert after.getpixel((5, 5)) == (10, 200, 10)


def test_a_photo_is_turned_upright_by_its_exif() -> None:
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20), WALL).save(buffer, "JPEG", exif=exif)
    assert edited("sepia", buffer.getvalue()).size == (20, 40)


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_text_alone_draws_a_picture_of_the_asked_size_and_kind(kind: effects.Kind) -> None:
    picture = effects.edit("一只猫坐在海边看日落", size=(320, 200), kind=kind)
    image = opened(picture.data)
    assert (image.format, image.size) == (kind.upper(), (320, 200))
    assert (picture.mime, picture.width, picture.height) == (f"image/{kind}", 320, 200)


def test_the_same_words_draw_the_same_and_other_words_or_variants_something_else() -> None:
    def drawn(words: str, variant: int = 0) -> bytes:
        return effects.edit(words, size=(64, 64), variant=variant).data

    assert drawn("a cat") == drawn("a cat")
    different = {drawn("a cat"), drawn("a cat", 1), drawn("city at night"), drawn("量子"), drawn("quantum")}
    assert len(different) == 5


@pytest.mark.parametrize("prompt", ["汉字 and words " * 40, "🎉", "\n\t", "<b>_*[", "a" * 2000])
@pytest.mark.parametrize("fonts", [lettering._FONTS, ()])
def test_any_words_can_be_written_with_and_without_fonts(
    prompt: str, fonts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lettering, "_FONTS", fonts)
    lettering._font_file.cache_clear()
    try:
        assert difference(edited(prompt), opened(photo(kind="PNG"))) > 1
    finally:
        lettering._font_file.cache_clear()


@pytest.mark.parametrize("size", [(1, 1), (1, 400), (400, 1), (3, 2)])
@pytest.mark.parametrize("prompt", PROMPTS.split("|"))
def test_the_smallest_pictures_can_be_edited(prompt: str, size: tuple[int, int]) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", size, WALL).save(buffer, "PNG")
    assert edited(prompt, buffer.getvalue()).width >= 1


@pytest.mark.parametrize("data", [b"", b"no picture", photo()[:200], b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_what_is_no_picture_is_told_apart(data: bytes) -> None:
    with pytest.raises(effects.UnreadableError):
        effects.read(data)


def test_the_samples_are_photos_of_a_useful_size() -> None:
    drawn = samples()
    assert list(drawn) == ["hills", "portrait", "cat", "harbour"]
    for data in drawn.values():
        image = opened(data)
        assert image.format == "JPEG"
        assert min(image.size) > 800
        assert len(data) < 500_000
