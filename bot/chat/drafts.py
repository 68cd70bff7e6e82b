"""Message drafts: what the bot is writing, with Telegram's own Stop button, in private chats.

A draft lives for 30 seconds, unless it is sent again, and ends with the next message of the bot.
https://core.telegram.org/bots/api#sendmessagedraft
"""

import hashlib

import structlog
from telegram.error import BadRequest, InvalidToken

from bot.chat.limits import Urgency
from bot.chat.post import Post
from bot.chat.refusals import Refusal, describe, refusal
from bot.chat.traffic import Freight
from bot.chat.utf16 import TEXT_LIMIT, cut
from bot.domain.edit import Edit

log = structlog.get_logger()

RENEW_SECONDS = 10.0
"""Sooner than a draft dies: an answer to something else may have ended it meanwhile."""


def number_of(edit: str) -> int:
    """The number of an edit's draft, the same after each start, and never 0."""
    return 1 + int.from_bytes(hashlib.sha256(edit.encode()).digest()[:4]) // 2


class Drafts:
    """Shows drafts until a server does not know them; from then on there are none."""

    def __init__(self, post: Post, *, wanted: bool) -> None:
        self._post, self._known = post, wanted

    def fit(self, edit: Edit) -> bool:
        """Whether that edit's wait can be shown as one."""
        return self._known and edit.place.chat > 0

    async def show(self, edit: Edit, text: str, urgency: Urgency) -> bool:
        """Show that text; whether that can be.

        Raises:
            TelegramError: not now, or not to that person.
        """
        try:
            await self._post.bot.send_message_draft(
                edit.place.chat,
                number_of(edit.id),
                cut(text, TEXT_LIMIT),
                edit.place.thread,
                api_kwargs={"can_stop": True},
                rate_limit_args=Freight(urgency, edit.id),
            )
        except (BadRequest, InvalidToken) as error:  # a server that does not know the method answers 404
            why = refusal(error)
            if why is Refusal.UNREACHABLE:
                raise
            if why is not Refusal.NO_THREAD:
                self._known = False
            log.warning("no message draft", edit=edit.id, everywhere=not self._known, why=describe(error))
            return False
        return True
