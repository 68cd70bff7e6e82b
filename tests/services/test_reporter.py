"""What reaches the chat of all that a gateway tells."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from PIL import Image

from bot.domain.ports import Progress
from bot.services.reporter import Reporter


def draft(size: int = 600) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (size, size), "red").save(file, "PNG")
    return file.getvalue()


@asynccontextmanager
async def reporting(shown: list[Progress]) -> AsyncIterator[Reporter]:
    async def show(progress: Progress) -> None:
        shown.append(progress)

    reporter = Reporter("e1")
    task = asyncio.get_running_loop().create_task(reporter.run(show))
    yield reporter
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()


async def until(shown: list[Progress], count: int) -> None:
    async with asyncio.timeout(60):
        while len(shown) < count:  # noqa: ASYNC110  a list tells nobody
            await asyncio.sleep(0.005)


async def test_of_what_came_at_once_only_the_newest_is_shown() -> None:
    shown: list[Progress] = []
    async with reporting(shown) as reporter:
        for percent in range(0, 90, 10):
            reporter.tell(Progress(percent=percent))
        await until(shown, 1)
    assert shown == [Progress(percent=80)]


async def test_a_draft_is_shown_small_with_what_is_known_and_only_once() -> None:
    shown: list[Progress] = []
    sharp = draft()
    async with reporting(shown) as reporter:
        reporter.tell(Progress(percent=40))
        reporter.tell(Progress(preview=sharp))
        await until(shown, 1)
        reporter.tell(Progress(percent=60))
        await until(shown, 2)
    assert shown[0].percent == 40
    assert shown[0].preview
    assert shown[0].preview != sharp
    assert max(Image.open(io.BytesIO(shown[0].preview)).size) == 320
    assert shown[1] == Progress(percent=60)


async def test_a_percentage_does_not_push_out_the_draft_that_waits() -> None:
    shown: list[Progress] = []
    async with reporting(shown) as reporter:
        reporter.tell(Progress(preview=draft()))
        reporter.tell(Progress(queue=2))
        await until(shown, 1)
    assert shown[0].queue == 2
    assert shown[0].preview


async def test_what_is_no_picture_is_left_out() -> None:
    shown: list[Progress] = []
    async with reporting(shown) as reporter:
        reporter.tell(Progress(percent=10, preview=b"no picture"))
        await until(shown, 1)
    assert shown == [Progress(percent=10)]
