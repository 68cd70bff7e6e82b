"""Pictures with grain, as heavy as those of cameras: what is drawn here otherwise takes few bytes."""

from PIL import Image, ImageChops

from bot.sandbox.effects.files import Kind, Picture, write


def grainy(width: int, height: int, kind: Kind, grain: float) -> Picture:
    """A grey slope under coloured noise; more `grain` (a standard deviation), more bytes."""
    slope = Image.linear_gradient("L").resize((width, height))
    bands = [
        ImageChops.add(slope, Image.effect_noise((width, height), grain), scale=2) for _ in range(len("RGB"))
    ]
    return write(Image.merge("RGB", bands), kind)
