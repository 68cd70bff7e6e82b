"""Near things of a scene: creatures, plants, houses."""

import math

from bot.sandbox.effects.canvas import Canvas, Point
from bot.sandbox.effects.colours import Rgb
from bot.sandbox.effects.landscape import scattered


def tree(canvas: Canvas, x: float, foot: float, height: float, leaves: Rgb = (58, 120, 62)) -> None:
    """A round tree."""
    trunk = height * 0.05
    canvas.polygon(
        [
            (x - trunk, foot),
            (x - trunk / 2, foot - height * 0.6),
            (x + trunk / 2, foot - height * 0.6),
            (x + trunk, foot),
        ],
        (98, 68, 46),
    )
    for dx, dy, radius, light in (
        (-0.17, 0.58, 0.2, 0),
        (0.18, 0.6, 0.2, -8),
        (0, 0.76, 0.25, 12),
        (-0.07, 0.84, 0.13, 26),
    ):
        colour: Rgb = (leaves[0] + light, leaves[1] + light, leaves[2] + light)
        canvas.disc(x + dx * height, foot - dy * height, radius * height, colour)


def forest(canvas: Canvas, leaves: Rgb) -> None:
    """Firs over the whole width, the near ones lower and darker."""
    for i in range(1, 34):
        x, foot = scattered(i) * canvas.width, 0.72 + 0.26 * i / 33
        height, dim = 0.2 + 0.12 * scattered(i, 0.47), 1 - 0.5 * i / 33
        colour: Rgb = (int(leaves[0] * dim), int(leaves[1] * dim), int(leaves[2] * dim))
        for tier in range(3):
            top = foot - height + tier * height * 0.24
            half = height * (0.14 + 0.07 * tier)
            canvas.polygon(
                [(x, top), (x + half, top + height * 0.45), (x - half, top + height * 0.45)], colour
            )


def flowers(canvas: Canvas, count: int = 26) -> None:
    """A meadow of flowers over the lower fifth."""
    petals: tuple[Rgb, ...] = (
        (232, 84, 104),
        (250, 190, 70),
        (240, 240, 250),
        (176, 110, 210),
        (250, 140, 90),
    )
    for i in sorted(range(1, count + 1), key=lambda i: scattered(i, 0.53)):
        x, y = scattered(i) * canvas.width, 0.78 + 0.2 * scattered(i, 0.53)
        flower(canvas, (x, y), 0.012 + 0.035 * (y - 0.7), petals[i % len(petals)])


def flower(canvas: Canvas, at: Point, radius: float, colour: Rgb) -> None:
    """One flower with its stem."""
    x, y = at
    canvas.line([(x, y), (x + radius * 0.4, y + radius * 5)], (60, 118, 58), radius * 0.25)
    for petal in range(6):
        angle = petal * math.pi / 3
        canvas.disc(x + math.cos(angle) * radius, y + math.sin(angle) * radius, radius * 0.62, colour)
    canvas.disc(x, y, radius * 0.55, (250, 214, 84))


def house(canvas: Canvas, x: float, foot: float, size: float) -> None:
    """A small house, its lower left corner at (x, foot)."""
    canvas.box(x, foot - size * 0.6, x + size, foot, (244, 228, 202))
    roof = [
        (x - size * 0.12, foot - size * 0.58),
        (x + size / 2, foot - size * 1.05),
        (x + size * 1.12, foot - size * 0.58),
    ]
    canvas.polygon(roof, (176, 74, 60))
    canvas.box(x + size * 0.4, foot - size * 0.34, x + size * 0.6, foot, (122, 78, 52))
    for left in (0.12, 0.7):
        canvas.box(
            x + size * left, foot - size * 0.42, x + size * (left + 0.18), foot - size * 0.22, (255, 224, 140)
        )


def boat(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A sailing boat."""
    canvas.polygon([(x, y - size), (x, y - size * 0.12), (x + size * 0.55, y - size * 0.12)], (252, 250, 242))
    canvas.polygon(
        [(x - 0.01, y - size * 0.85), (x - 0.01, y - size * 0.12), (x - size * 0.4, y - size * 0.12)],
        (236, 226, 206),
    )
    canvas.polygon(
        [
            (x - size * 0.6, y - size * 0.08),
            (x + size * 0.7, y - size * 0.08),
            (x + size * 0.45, y + size * 0.14),
            (x - size * 0.4, y + size * 0.14),
        ],
        (170, 62, 52),
    )


def cat(canvas: Canvas, x: float, foot: float, size: float, fur: Rgb = (226, 148, 74)) -> None:
    """A sitting cat of height `size`, looking at us."""
    shade: Rgb = (int(fur[0] * 0.8), int(fur[1] * 0.76), int(fur[2] * 0.72))
    cream: Rgb = (252, 238, 216)
    tail = [
        (x + size * (0.2 + 0.24 * math.sin(t / 12 * 1.9)), foot - size * (0.06 + 0.4 * t / 12))
        for t in range(13)
    ]
    canvas.line(tail, shade, size * 0.085)
    canvas.disc(*tail[-1], size * 0.042, shade)
    canvas.oval(x, foot - size * 0.27, size * 0.25, size * 0.29, fur)
    canvas.oval(x, foot - size * 0.24, size * 0.125, size * 0.2, cream)
    for side in (-1, 1):
        canvas.oval(x + side * size * 0.2, foot - size * 0.07, size * 0.1, size * 0.075, shade)
        canvas.oval(x + side * size * 0.08, foot - size * 0.045, size * 0.075, size * 0.05, cream)
    _cat_head(canvas, (x, foot - size * 0.68), size, (fur, shade, cream))


def _cat_head(canvas: Canvas, at: Point, size: float, coat: tuple[Rgb, Rgb, Rgb]) -> None:
    (x, y), (fur, shade, cream) = at, coat
    for side in (-1, 1):
        ear = [
            (x + side * size * 0.235, y - size * 0.3),
            (x + side * size * 0.06, y - size * 0.16),
            (x + side * size * 0.235, y - size * 0.02),
        ]
        canvas.polygon(ear, fur)
        canvas.polygon(
            [
                (px * 0.7 + (x + side * size * 0.17) * 0.3, py * 0.7 + (y - size * 0.14) * 0.3)
                for px, py in ear
            ],
            (236, 170, 160),
        )
    canvas.oval(x, y, size * 0.245, size * 0.205, fur)
    for stripe in (-0.06, 0, 0.06):
        canvas.line(
            [(x + stripe * size, y - size * 0.19), (x + stripe * size * 0.8, y - size * 0.12)],
            shade,
            size * 0.022,
        )
    canvas.oval(x, y + size * 0.085, size * 0.12, size * 0.085, cream)
    for side in (-1, 1):
        eye = x + side * size * 0.1
        canvas.oval(eye, y - size * 0.02, size * 0.05, size * 0.055, (222, 226, 120))
        canvas.oval(eye, y - size * 0.02, size * 0.02, size * 0.05, (24, 24, 28))
        canvas.disc(eye + size * 0.014, y - size * 0.04, size * 0.012, (255, 255, 255))
        for lift in (-0.02, 0.01, 0.04):
            whisker = [
                (x + side * size * 0.08, y + size * 0.08),
                (x + side * size * 0.32, y + size * (0.07 + lift * 1.6)),
            ]
            canvas.line(whisker, (255, 250, 240), size * 0.006)
    canvas.polygon(
        [(x - size * 0.028, y + size * 0.045), (x + size * 0.028, y + size * 0.045), (x, y + size * 0.075)],
        (214, 116, 112),
    )
    canvas.arc(x - size * 0.03, y + size * 0.075, size * 0.03, (10, 150), shade, size * 0.01)
    canvas.arc(x + size * 0.03, y + size * 0.075, size * 0.03, (30, 170), shade, size * 0.01)


def dog(canvas: Canvas, x: float, foot: float, size: float) -> None:
    """A sitting dog of height `size`, with hanging ears."""
    fur, dark, pale = (172, 116, 70), (104, 66, 42), (238, 216, 186)
    canvas.oval(x, foot - size * 0.28, size * 0.23, size * 0.29, fur)
    canvas.oval(x, foot - size * 0.22, size * 0.12, size * 0.2, pale)
    for side in (-1, 1):
        canvas.oval(x + side * size * 0.11, foot - size * 0.05, size * 0.09, size * 0.055, pale)
    head = foot - size * 0.7
    canvas.oval(x, head, size * 0.2, size * 0.2, fur)
    for side in (-1, 1):
        canvas.oval(x + side * size * 0.2, head + size * 0.03, size * 0.07, size * 0.17, dark)
        canvas.disc(x + side * size * 0.08, head - size * 0.03, size * 0.03, (30, 24, 22))
        canvas.disc(x + side * size * 0.08 + size * 0.01, head - size * 0.04, size * 0.009, (255, 255, 255))
    canvas.oval(x, head + size * 0.09, size * 0.1, size * 0.08, pale)
    canvas.oval(x, head + size * 0.05, size * 0.04, size * 0.028, (30, 24, 22))
    canvas.oval(x, head + size * 0.15, size * 0.03, size * 0.04, (226, 108, 112))


def person(canvas: Canvas, x: float, size: float, coat: Rgb = (46, 92, 140)) -> None:
    """Head and shoulders, standing on the lower edge, of height `size`."""
    foot, skin, hair, shadow = 1.02, (236, 188, 152), (66, 42, 32), (214, 160, 126)
    chest = foot - size * 0.34
    canvas.oval(x, chest + size * 0.3, size * 0.48, size * 0.4, coat)
    canvas.oval(x, foot - size * 0.68, size * 0.235, size * 0.28, hair)
    canvas.box(x - size * 0.225, foot - size * 0.68, x + size * 0.225, foot - size * 0.42, hair)
    canvas.polygon(
        [
            (x - size * 0.15, chest - size * 0.06),
            (x + size * 0.15, chest - size * 0.06),
            (x, chest + size * 0.12),
        ],
        skin,
    )
    canvas.box(x - size * 0.075, foot - size * 0.52, x + size * 0.075, chest - size * 0.02, shadow)
    face = foot - size * 0.63
    canvas.oval(x, face, size * 0.17, size * 0.215, skin)
    fringe = [
        (x - size * 0.18, face - size * 0.02),
        (x - size * 0.17, face - size * 0.2),
        (x, face - size * 0.26),
        (x + size * 0.17, face - size * 0.2),
        (x + size * 0.18, face - size * 0.02),
        (x + size * 0.1, face - size * 0.12),
        (x - size * 0.06, face - size * 0.15),
    ]
    canvas.polygon(fringe, hair)
    _face(canvas, x, face, size)


def _face(canvas: Canvas, x: float, y: float, size: float) -> None:
    for side in (-1, 1):
        eye = x + side * size * 0.07
        canvas.oval(eye, y - size * 0.01, size * 0.03, size * 0.018, (252, 250, 248))
        canvas.disc(eye, y - size * 0.01, size * 0.016, (58, 84, 96))
        canvas.disc(eye, y - size * 0.01, size * 0.008, (20, 20, 24))
        canvas.arc(eye, y - size * 0.02, size * 0.04, (205, 335), (70, 46, 36), size * 0.012)
        canvas.oval(x + side * size * 0.1, y + size * 0.07, size * 0.035, size * 0.022, (238, 166, 144))
    canvas.line(
        [(x, y), (x - size * 0.014, y + size * 0.06), (x + size * 0.012, y + size * 0.066)],
        (206, 150, 118),
        size * 0.008,
    )
    canvas.arc(x, y + size * 0.08, size * 0.06, (35, 145), (186, 78, 78), size * 0.016)
