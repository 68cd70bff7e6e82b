"""Pixels, files and base64 never stand in the way of other people."""

import asyncio
import io
import selectors
import time
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from bot.app import build
from tests.whole.abroad import Abroad, abroad
from tests.whole.town import living, settings

EDITS = 20
MOST_MS = 50


class Watched(selectors.DefaultSelector):
    """Measures what the loop's thread computes between two looks at the network.

    CPU time of that thread, not the clock's: on a busy machine a thread also waits for its turn.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._since: float | None = None

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if self._since is not None:
            self.longest_ms = max(self.longest_ms, (time.thread_time() - self._since) * 1000)
        ready = super().select(timeout)
        self._since = time.thread_time()
        return ready

    def restart(self) -> None:
        self.longest_ms, self._since = 0.0, None


def twelve_megapixels() -> bytes:
    """A photo whose pixels do not compress to nothing."""
    noise = Image.effect_noise((1000, 750), 90).resize((4000, 3000))
    buffer = io.BytesIO()
    Image.merge("RGB", (noise, noise.rotate(180), noise)).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


async def twenty_people(outside: Abroad, watched: Watched) -> None:
    """Send a photo each, and wait for the result. Runs on a loop of its own: the bot's is being watched."""
    photo, people = twelve_megapixels(), range(2001, 2001 + EDITS)
    assert len(photo) > 2_000_000
    async with outside.steer():
        for person in people:
            await outside.post("users", id=person, first_name="Ann", language_code="en")
        await outside.until(outside.polled)
        watched.restart()
        for person in people:
            await outside.send_photo(person, photo, "black and white")
        for person in people:
            await outside.until(partial(outside.pictures, person))


async def the_bot(folder: Path, watched: Watched) -> None:
    async with abroad() as outside, build(settings(outside.environment(folder))) as app, living(app):
        await asyncio.to_thread(lambda: asyncio.run(twenty_people(outside, watched)))


@pytest.mark.load
def test_no_step_blocks_the_loop_while_20_photos_of_12_megapixels_are_edited(tmp_path: Path) -> None:
    watched = Watched()
    with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(watched)) as runner:
        runner.run(the_bot(tmp_path, watched))
    print(f"longest step: {watched.longest_ms:.1f} ms")  # noqa: T201  shown by pytest -s and on failure
    assert watched.longest_ms < MOST_MS
