"""Far things of a scene: sky, light, land, water, towns, weather."""

import math

from bot.sandbox.effects.canvas import Canvas
from bot.sandbox.effects.colours import Rgb


def scattered(index: int, ratio: float = 0.618034) -> float:
    """A number in 0..1 that looks random and is the same every time."""
    return (index * ratio + index * index * 0.0137) % 1.0


def stars(canvas: Canvas) -> None:
    """Stars over the upper sky."""
    for i in range(1, 90):
        x, y = scattered(i) * canvas.width, scattered(i, 0.414214) * 0.6
        canvas.disc(x, y, 0.0012 + 0.0022 * scattered(i, 0.3), (255, 250, 225))


def sun(canvas: Canvas, x: float, y: float, colour: Rgb = (255, 236, 170)) -> None:
    """A disc with a wide glow."""
    canvas.glow(x, y, 0.42, colour, 0.75)
    canvas.disc(x, y, 0.075, colour)


def moon(canvas: Canvas, x: float, y: float) -> None:
    """A full moon with its glow."""
    canvas.glow(x, y, 0.3, (190, 205, 255), 0.5)
    canvas.disc(x, y, 0.065, (244, 242, 226))
    for dx, dy, radius in ((-0.02, -0.015, 0.014), (0.022, 0.01, 0.018), (-0.008, 0.03, 0.01)):
        canvas.disc(x + dx, y + dy, radius, (222, 220, 204))


def clouds(canvas: Canvas, colour: Rgb = (255, 255, 255)) -> None:
    """Three clouds."""
    for cx, cy, scale in ((0.2, 0.17, 1.0), (0.62, 0.12, 0.8), (0.86, 0.26, 1.15)):
        for dx, dy, radius in (
            (-0.09, 0.012, 0.036),
            (-0.045, -0.016, 0.05),
            (0.015, -0.03, 0.06),
            (0.075, 0.0, 0.046),
        ):
            x, y = cx * canvas.width + dx * scale, cy + dy * scale
            canvas.oval(x, y, radius * scale * 1.2, radius * scale * 0.8, colour)


def rainbow(canvas: Canvas) -> None:
    """A bow over the whole width."""
    bands: tuple[Rgb, ...] = (
        (228, 72, 72),
        (240, 150, 60),
        (246, 220, 90),
        (96, 190, 110),
        (80, 140, 220),
        (140, 100, 200),
    )
    for i, colour in enumerate(bands):
        canvas.arc(canvas.width / 2, 0.8, 0.62 - 0.026 * i, (180, 360), colour, 0.028)


def mountains(canvas: Canvas, near: Rgb, far: Rgb) -> None:
    """Two ranges; the peaks of the front one have snow."""
    _range(
        canvas,
        [(0.0, 0.5), (0.16, 0.36), (0.3, 0.47), (0.5, 0.32), (0.7, 0.45), (0.86, 0.34), (1.0, 0.48)],
        far,
    )
    front = [
        (0.0, 0.6),
        (0.13, 0.48),
        (0.3, 0.3),
        (0.46, 0.52),
        (0.6, 0.42),
        (0.76, 0.26),
        (0.92, 0.5),
        (1.0, 0.46),
    ]
    _range(canvas, front, near)
    for peak, height in ((0.3, 0.3), (0.76, 0.26)):
        x, drop = peak * canvas.width, 0.085
        side = drop * 0.72 * canvas.width
        cap = [
            (x, height),
            (x + side * 0.9, height + drop),
            (x + side * 0.4, height + drop * 0.8),
            (x, height + drop * 1.25),
            (x - side * 0.45, height + drop * 0.85),
            (x - side, height + drop),
        ]
        canvas.shaded(cap, (255, 255, 255), (214, 226, 242))


def _range(canvas: Canvas, ridge: list[tuple[float, float]], colour: Rgb) -> None:
    foot: Rgb = (min(255, colour[0] + 50), min(255, colour[1] + 54), min(255, colour[2] + 48))
    outline = [(x * canvas.width, y) for x, y in ridge]
    canvas.shaded([*outline, (canvas.width, 0.82), (0, 0.82)], colour, foot)


def hills(canvas: Canvas, shades: tuple[tuple[Rgb, Rgb], ...]) -> None:
    """Rolling ground, one hill line for each (top, bottom) pair, the nearest last."""
    for row, (top, bottom) in enumerate(shades):
        base = 0.62 + 0.13 * row
        wave = [
            (
                i / 60 * canvas.width,
                base + 0.05 * math.sin(i / 9 + row * 2.1) + 0.022 * math.sin(i / 3.7 + row),
            )
            for i in range(61)
        ]
        canvas.shaded([*wave, (canvas.width, 1.02), (0, 1.02)], top, bottom)


def sea(canvas: Canvas, top: Rgb, bottom: Rgb, light: Rgb) -> None:
    """Water from the horizon down, with glints under the light."""
    canvas.shaded([(0, 0.58), (canvas.width, 0.58), (canvas.width, 1.02), (0, 1.02)], top, bottom)
    for i in range(1, 70):
        y = 0.59 + 0.4 * scattered(i, 0.732)
        spread = 0.1 + (y - 0.58) * 1.1
        x = canvas.width * 0.7 + (scattered(i) - 0.5) * spread * canvas.width
        half = 0.012 + 0.05 * (y - 0.55)
        canvas.oval(x, y, half, 0.0022 + 0.006 * (y - 0.58), light)


def beach(canvas: Canvas) -> None:
    """Sand along the lower edge."""
    shore = [(i / 40 * canvas.width, 0.84 + 0.03 * math.sin(i / 8)) for i in range(41)]
    canvas.polygon([*((x, y - 0.012) for x, y in shore), (canvas.width, 1.02), (0, 1.02)], (246, 250, 250))
    canvas.shaded([*shore, (canvas.width, 1.02), (0, 1.02)], (240, 216, 164), (216, 178, 118))


def desert(canvas: Canvas) -> None:
    """Two lines of dunes."""
    hills(canvas, (((236, 190, 122), (226, 164, 96)), ((222, 160, 92), (190, 120, 66))))


def city(canvas: Canvas, wall: Rgb, window: Rgb) -> None:
    """A skyline with lit windows."""
    x, i = -0.02, 1
    while x < canvas.width:
        across, height = 0.07 + 0.07 * scattered(i), 0.22 + 0.42 * scattered(i, 0.77)
        top = 0.9 - height
        shade = 1 - 0.35 * scattered(i, 0.23)
        canvas.box(
            x, top, x + across, 1.02, (int(wall[0] * shade), int(wall[1] * shade), int(wall[2] * shade))
        )
        _windows(canvas, (x, top, across), window, i)
        x += across + 0.006
        i += 1


def _windows(canvas: Canvas, house: tuple[float, float, float], colour: Rgb, seed: int) -> None:
    x, top, across = house
    columns, rows = max(2, round(across / 0.026)), round((0.94 - top) / 0.036)
    for n in range(columns * rows):
        if scattered(n + seed * 13, 0.831) > 0.42:  # noqa: PLR2004 - the share of dark windows
            left = x + (n % columns + 0.28) * across / columns
            upper = top + 0.02 + n // columns * 0.036
            canvas.box(left, upper, left + across / columns * 0.45, upper + 0.018, colour)


def rain(canvas: Canvas) -> None:
    """Falling rain."""
    for i in range(1, 160):
        x, y = scattered(i) * canvas.width * 1.1, scattered(i, 0.271)
        canvas.line([(x, y), (x - 0.012, y + 0.045)], (196, 210, 226), 0.0016)
