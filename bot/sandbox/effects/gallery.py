"""The sample pictures, drawn: a landscape, a portrait, a cat, a harbour at dusk."""

from PIL import Image

from bot.sandbox.effects import figures, landscape, scene
from bot.sandbox.effects.canvas import Canvas


def hills_in_the_sun() -> Image.Image:
    """A landscape with mountains, a house and flowers."""
    canvas = Canvas((1280, 853))
    w = canvas.width
    canvas.fill((86, 158, 228), (226, 238, 240))
    landscape.sun(canvas, w * 0.72, 0.2)
    landscape.clouds(canvas)
    landscape.mountains(canvas, (104, 122, 146), (160, 180, 204))
    landscape.hills(
        canvas,
        (((156, 192, 104), (112, 166, 84)), ((118, 172, 80), (78, 136, 64)), ((86, 148, 64), (48, 102, 48))),
    )
    figures.house(canvas, w * 0.2, 0.76, 0.12)
    for x, foot, height in ((0.34, 0.8, 0.24), (0.12, 0.82, 0.2), (0.86, 0.9, 0.42)):
        figures.tree(canvas, w * x, foot, height)
    figures.flowers(canvas, 30)
    return canvas.finished()


def portrait() -> Image.Image:
    """A figure before a flat wall, so that its background can be replaced."""
    canvas = Canvas((960, 1200))
    canvas.fill((188, 206, 208), (168, 188, 192))
    figures.person(canvas, canvas.width / 2, 0.86, (196, 84, 62))
    return canvas.finished()


def cat_on_the_rug() -> Image.Image:
    """A cat and a vase with flowers."""
    canvas = Canvas((1200, 1200))
    canvas.fill((122, 160, 158), (150, 186, 178))
    canvas.glow(0.24, 0.1, 0.9, (250, 240, 214), 0.5)
    canvas.shaded([(0, 0.78), (1, 0.78), (1, 1.02), (0, 1.02)], (170, 122, 84), (132, 90, 62))
    canvas.oval(0.5, 0.91, 0.42, 0.075, (176, 62, 70))
    canvas.oval(0.5, 0.91, 0.36, 0.058, (226, 186, 130))
    canvas.oval(0.5, 0.91, 0.33, 0.05, (190, 78, 80))
    figures.cat(canvas, 0.5, 0.93, 0.74)
    canvas.polygon([(0.79, 0.6), (0.93, 0.6), (0.91, 0.86), (0.81, 0.86)], (68, 110, 150))
    canvas.oval(0.86, 0.6, 0.07, 0.016, (46, 82, 118))
    for at, radius, colour in (
        ((0.86, 0.38), 0.042, (240, 196, 70)),
        ((0.79, 0.46), 0.036, (236, 110, 110)),
        ((0.94, 0.45), 0.036, (244, 238, 236)),
    ):
        figures.flower(canvas, at, radius, colour)
    return canvas.finished()


def harbour_at_dusk() -> Image.Image:
    """A sailing boat at sunset."""
    return scene.draw("sunset mountain sea boat", (1280, 853))
