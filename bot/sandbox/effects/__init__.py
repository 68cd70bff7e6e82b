"""Real edits on pixels, for the sandbox's gateway: black and white, sepia, 红色背景, pencil sketch ...

The only part of the sandbox that knows Pillow. Every function here computes, for up to seconds: call it from
a thread, never from the event loop.
"""

from collections.abc import Callable
from functools import cache

from PIL import Image

from bot.sandbox.effects import gallery
from bot.sandbox.effects.files import Kind, Photo, Picture, UnreadableError, drafts, read, write
from bot.sandbox.effects.recipe import edit
from bot.sandbox.effects.words import EFFECTS, steps

__all__ = [
    "EFFECTS",
    "SAMPLES",
    "Kind",
    "Photo",
    "Picture",
    "UnreadableError",
    "drafts",
    "edit",
    "read",
    "sample",
    "steps",
]

SAMPLES: dict[str, Callable[[], Image.Image]] = {
    "hills": gallery.hills_in_the_sun,
    "portrait": gallery.portrait,
    "cat": gallery.cat_on_the_rug,
    "harbour": gallery.harbour_at_dusk,
}


@cache
def sample(name: str) -> Picture:
    """The sample picture `name` (a key of SAMPLES) as a JPEG; drawn once, which takes 0.3 s."""
    return write(SAMPLES[name](), "jpeg")
