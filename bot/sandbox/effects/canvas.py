"""A canvas for drawn scenes: the height is 1, the width is `canvas.width`, y grows downwards."""

import math
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter

from bot.sandbox.effects.colours import Rgb
from bot.sandbox.effects.tones import gradient

Point = tuple[float, float]

_SMOOTH_UNDER = 1800  # below this many pixels a side, draw at double size and shrink: no jagged edges


class Canvas:
    """Draws shapes in units of the picture's height; `finished()` gives the picture."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        self._scale = 2 if max(size) <= _SMOOTH_UNDER else 1
        self._pixels = (size[0] * self._scale, size[1] * self._scale)
        self._image = Image.new("RGB", self._pixels)
        self._draw = ImageDraw.Draw(self._image)
        self.width = size[0] / size[1]

    def finished(self) -> Image.Image:
        return self._image.resize(self._size, Image.Resampling.LANCZOS)

    def fill(self, top: Rgb, bottom: Rgb) -> None:
        self._image.paste(gradient(self._pixels, top, bottom))

    def disc(self, x: float, y: float, radius: float, colour: Rgb) -> None:
        self.oval(x, y, radius, radius, colour)

    def oval(self, x: float, y: float, half_width: float, half_height: float, colour: Rgb) -> None:
        box = (x - half_width, y - half_height, x + half_width, y + half_height)
        self._draw.ellipse([self._at(v) for v in box], fill=colour)

    def polygon(self, points: Sequence[Point], colour: Rgb) -> None:
        self._draw.polygon(self._all_at(points), fill=colour)

    def shaded(self, points: Sequence[Point], top: Rgb, bottom: Rgb) -> None:
        """A polygon that runs from `top` to `bottom` between its own highest and lowest point."""
        outline = self._all_at(points)
        upper, lower = min(y for _, y in outline), max(y for _, y in outline)
        height = max(1, math.ceil(lower - upper))
        shape = Image.new("L", (self._pixels[0], height))
        ImageDraw.Draw(shape).polygon([(x, y - upper) for x, y in outline], fill=255)
        self._image.paste(gradient(shape.size, top, bottom), (0, round(upper)), shape)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Rgb) -> None:
        if right > left and bottom > top:
            self._draw.rectangle([self._at(v) for v in (left, top, right, bottom)], fill=colour)

    def line(self, points: Sequence[Point], colour: Rgb, thickness: float) -> None:
        pixels = max(1, round(self._at(thickness)))
        self._draw.line(self._all_at(points), fill=colour, width=pixels, joint="curve")

    def arc(
        self, x: float, y: float, radius: float, span: tuple[float, float], colour: Rgb, thickness: float
    ) -> None:
        """Part of a circle from `span[0]` to `span[1]` degrees, clockwise from three o'clock."""
        box = [self._at(v) for v in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.arc(box, *span, fill=colour, width=max(1, round(self._at(thickness))))

    def glow(self, x: float, y: float, radius: float, colour: Rgb, strength: float = 0.7) -> None:
        """A soft light around a spot."""
        side = max(2, round(self._at(2 * radius)))
        falling = Image.radial_gradient("L").resize((side, side))
        light = falling.point(lambda v: int(max(0.0, 1 - v / 180) ** 1.6 * 255 * strength))
        corner = (round(self._at(x - radius)), round(self._at(y - radius)))
        self._image.paste(Image.new("RGB", (side, side), colour), corner, light)

    def soften(self, radius: float) -> None:
        """Put all that is drawn so far out of focus."""
        self._image.paste(self._image.filter(ImageFilter.GaussianBlur(self._at(radius))))

    def _at(self, value: float) -> float:
        return value * self._pixels[1]

    def _all_at(self, points: Sequence[Point]) -> list[Point]:
        return [(self._at(x), self._at(y)) for x, y in points]
