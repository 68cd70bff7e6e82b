"""From a prompt to a finished picture: which effects, in which order, on what."""

from collections.abc import Callable, Sequence

from PIL import Image, ImageEnhance, ImageOps

from bot.sandbox.effects import art, backdrop, geometry, scene, tones
from bot.sandbox.effects.colours import named
from bot.sandbox.effects.files import Kind, Photo, Picture, write
from bot.sandbox.effects.lettering import captioned
from bot.sandbox.effects.words import Step, steps

Effect = Callable[[Image.Image], Image.Image]

_KEEP_SHAPE: dict[str, Effect] = {
    name: getattr(module, name)
    for module, names in (
        (tones, "monochrome sepia invert posterize solarize brighter darker contrast saturate sharpen blur"),
        (tones, "warm cold sunset night vignette snow"),
        (art, "sketch cartoon oil watercolour pixelate emboss neon"),
    )
    for name in names.split()
}
_KEEP_SHAPE["soft_backdrop"] = backdrop.softened

_RESHAPE: dict[str, Effect] = {
    name: getattr(geometry, name)
    for name in ("turn_left", "turn_right", "turn_over", "mirror", "flip", "square", "upscale")
}
_STYLES = frozenset(
    {"sketch", "cartoon", "oil", "watercolour", "pixelate", "posterize", "monochrome", "sepia", "neon"}
)
_DEFAULT_SIZE = (1024, 1024)


def edit(
    prompt: str,
    photos: Sequence[Photo] = (),
    *,
    mask: Photo | None = None,
    size: tuple[int, int] | None = None,
    kind: Kind = "png",
    variant: int = 0,
) -> Picture:
    """Do what `prompt` asks to `photos`; without photos, draw a picture of what it names.

    Args:
        prompt: English or Chinese; words that name no effect are written on the picture.
        photos: several are first put side by side, in their order.
        mask: a picture of the first photo's size; only where it is transparent is anything changed.
        size: of the result; by default that of the photo, or 1024x1024 for a drawn one.
        kind: of the file; a transparent result asked for as "jpeg" becomes a PNG.
        variant: 0, 1, ... for several different results of one prompt.
    """
    if not photos:
        return write(_drawn(prompt, size or _DEFAULT_SIZE, variant), kind)
    images = [photo.image for photo in photos]
    base = images[0] if len(images) == 1 else geometry.side_by_side(images)
    result = base
    for step in steps(prompt):
        result = _applied(step, result)
    if not steps(prompt):
        result = captioned(
            ImageEnhance.Color(ImageOps.autocontrast(result.convert("RGB"), cutoff=1)).enhance(1.2), prompt
        )
        result = _with_alpha(result, base)
    if mask and mask.size == base.size == result.size and mask.image.mode == "RGBA":
        result = Image.composite(base.convert("RGBA"), result.convert("RGBA"), mask.image.getchannel("A"))
    if variant:
        result = _with_alpha(
            ImageEnhance.Color(result.convert("RGB")).enhance(max(0.2, 1 - 0.12 * variant)), result
        )
    if size and size != result.size:
        result = ImageOps.fit(result, size)
    return write(result, kind)


def _applied(step: Step, image: Image.Image) -> Image.Image:
    if reshape := _RESHAPE.get(step.effect):
        return reshape(image)
    if step.effect == "border":
        return geometry.border(image, named(step.detail or "white"))
    if step.effect == "cutout":
        return image if image.mode == "RGBA" else backdrop.removed(image)
    flat = image.convert("RGB")
    return _with_alpha(_repainted(step, flat), image)


def _repainted(step: Step, image: Image.Image) -> Image.Image:
    if step.effect == "tint":
        return tones.tint(image, named(step.detail))
    if step.effect == "backdrop":
        return backdrop.replaced(image, named(step.detail))
    if step.effect == "scenery":
        return backdrop.replaced(image, scene.draw(step.detail, image.size))
    return _KEEP_SHAPE[step.effect](image)


def _with_alpha(image: Image.Image, source: Image.Image) -> Image.Image:
    if source.mode != "RGBA" or source.size != image.size:
        return image
    image.putalpha(source.getchannel("A"))
    return image


def _drawn(prompt: str, size: tuple[int, int], variant: int) -> Image.Image:
    image = scene.draw(prompt, size, variant=variant)
    for step in steps(prompt):
        if step.effect in _STYLES:
            image = _applied(step, image)
    return image
