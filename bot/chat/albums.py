"""Albums, and every other message in order with them: the door through which all requests come in."""

from collections.abc import Sequence

from telegram import Message, Update

from bot.chat import photos
from bot.chat.context import Desk
from bot.chat.errors import answer_error
from bot.domain.album import Album, Piece


async def receive(desk: Desk, update: Update) -> None:
    """A message that is no command: an album's are kept until it is whole, all else is handled at once."""
    message = update.message
    if message is None:
        return
    if message.media_group_id:
        await desk.albums.add(_piece(update, message, message.media_group_id))
        return
    await settle(desk, message)
    await photos.receive(desk, (update,))


async def settle(desk: Desk, message: Message) -> None:
    """Whoever writes on has sent their album as a whole: what they write now comes after it."""
    if message.from_user:
        for album in await desk.albums.of(message.chat_id, message.from_user.id):
            await finish(desk, album)


async def finish(desk: Desk, album: Album) -> None:
    """Do with a whole album what is done with one picture. Bad ones are answered, logged and forgotten."""
    async with desk.albums.handling(album) as pieces:
        updates = _updates(desk, pieces)
        if not updates:
            return
        try:
            await photos.receive(desk, updates)
        except Exception as error:  # noqa: BLE001  whatever it is: a sentence, and the next album
            await answer_error(desk, updates[0], error)


def _piece(update: Update, message: Message, name: str) -> Piece:
    person = message.from_user.id if message.from_user else 0
    return Piece(Album(message.chat_id, name), update.update_id, message.message_id, person, update.to_dict())


def _updates(desk: Desk, pieces: Sequence[Piece]) -> Sequence[Update]:
    return [Update.de_json(piece.body, desk.post.bot) for piece in pieces]
