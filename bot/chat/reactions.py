"""In groups, 👀 on a request instead of a message: seen, and at work on it."""

import structlog
from telegram.constants import ReactionEmoji
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.chat.post import Post
from bot.chat.quietly import Quietly
from bot.chat.refusals import Refusal, describe, refusal
from bot.domain.edit import Edit

log = structlog.get_logger()


class Reactions:
    """Remembers the chats that allow none, for the life of the process."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._refusing: set[int] = set()

    async def look(self, edit: Edit) -> bool:
        """Put it there; whether it is there."""
        chat = edit.place.chat
        if chat in self._refusing or not edit.place.message:
            return False
        try:
            await self._post.bot.set_message_reaction(chat, edit.place.message, ReactionEmoji.EYES)
        except TelegramError as error:
            # A server that does not know the method answers 404, which is an InvalidToken.
            if isinstance(error, BadRequest | InvalidToken) and refusal(error) is not Refusal.MESSAGE_GONE:
                self._refusing.add(chat)
            log.info("no reaction", edit=edit.id, why=describe(error))
            return False
        return True

    async def clear(self, edit: Edit) -> None:
        """Take it away, be it from before a restart. Never raises."""
        if edit.place.chat not in self._refusing and edit.place.message:
            with Quietly("clear reaction", edit=edit.id):
                await self._post.bot.set_message_reaction(edit.place.chat, edit.place.message, [])
