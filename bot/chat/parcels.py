"""In which form pictures are sent: as photos, or as files with the model's bytes as they are.

Limits of sendPhoto: https://core.telegram.org/bots/api#sendphoto.
"""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TypeVar

from telegram import InputFile, Message

from bot.domain.picture import Kind, Stored
from bot.domain.ports import Sent
from bot.domain.spool import Spool

T = TypeVar("T")

_ALBUM = 10
_MOST_BYTES = 10_000_000
_MOST_SIDES = 10_000
_MOST_RATIO = 20
_PHOTOS = {Kind.JPEG, Kind.PNG, Kind.WEBP}


def fits_photo(stored: Stored) -> bool:
    """Whether Telegram takes it as a photo."""
    picture = stored.picture
    short, long = sorted((picture.width, picture.height))
    return (
        picture.kind in _PHOTOS
        and picture.size <= _MOST_BYTES
        and short + long <= _MOST_SIDES
        and long <= _MOST_RATIO * short
    )


def file_name(stored: Stored, number: int, of: int) -> str:
    """What the file is called when somebody saves it."""
    return f"darkroom-{number}.{stored.picture.kind}" if of > 1 else f"darkroom.{stored.picture.kind}"


def albums(pictures: Sequence[T]) -> Iterator[Sequence[T]]:
    """Parts of at most ten; none of one, which Telegram takes for no album, unless there is but one."""
    start = 0
    while left := len(pictures) - start:
        take = min(left, _ALBUM - (left == _ALBUM + 1))
        yield pictures[start : start + take]
        start += take


@asynccontextmanager
async def opened(spool: Spool, pictures: Sequence[Stored]) -> AsyncIterator[list[InputFile]]:
    """Files that are read while they are sent, so that no picture is in memory as a whole.

    Raises:
        SpoolFault: the spool has them no longer.
    """
    async with AsyncExitStack() as stack:
        files = []
        for number, stored in enumerate(pictures, start=1):
            handle = await stack.enter_async_context(spool.opened(stored.key))
            name = file_name(stored, number, len(pictures))
            files.append(InputFile(handle, filename=name, attach=len(pictures) > 1, read_file_handle=False))
        yield files


def sent_of(message: Message, position: int | None = None) -> Sent:
    """What Telegram took: the picture at `position`, or words."""
    held = message.photo[-1] if message.photo else message.document or message.sticker
    return Sent(message.message_id, held.file_id if held else None, position, message.chat_id)
