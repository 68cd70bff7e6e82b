"""The status messages of edits: a text, or a draft of the picture with that text below."""

from dataclasses import dataclass

import structlog
from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest, InvalidToken

from bot.chat.post import Post
from bot.chat.progress import Said
from bot.chat.refusals import Refusal, describe, refusal
from bot.domain.edit import Edit

log = structlog.get_logger()

_OF_THIS_CHAT = {Refusal.NO_RIGHT, Refusal.NO_PHOTO}
_OF_THIS_MOMENT = {Refusal.MESSAGE_GONE, Refusal.UNREACHABLE, Refusal.NOT_MODIFIED}


@dataclass(slots=True)
class _Status:
    """What is known of one: `said` is the newest, `told` what it says; `draft` waits to be shown."""

    said: Said | None = None
    told: Said | None = None
    number: int = 0
    draft: bytes | None = None
    is_photo: bool = False
    takes_photo: bool = True


@dataclass(frozen=True, slots=True)
class News:
    """Something to show, until there is newer."""

    number: int
    said: Said


class Board:
    """Shows what is new. Where Telegram refuses to make a photo of a text, there are no more drafts."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._statuses: dict[str, _Status] = {}
        self._drafts = True

    def begin(self, edit: str, said: Said) -> None:
        """It was sent, as a text."""
        self._statuses[edit] = _Status(said, told=said)

    def note(self, edit: str, said: Said, draft: bytes | None) -> News | None:
        """What of this is news; makes all news before it stale."""
        status = self._statuses.setdefault(edit, _Status())
        if not self._drafts or not status.takes_photo:
            draft = None
        if draft is None and said == status.said:
            return None
        status.said, status.draft = said, draft or status.draft
        status.number += 1
        return News(status.number, said)

    async def show(self, edit: Edit, news: News, text: str, keyboard: InlineKeyboardMarkup) -> None:
        """Change the status message, once it may be changed and if nothing newer came meanwhile.

        Raises:
            TelegramError: it could not be changed; `Stale` if there was newer.
        """
        status = self._statuses.get(edit.id)
        if edit.status_message is None or status is None or status.number != news.number:
            return
        pictured = status.draft and await self._picture(edit, status, status.draft, text, keyboard)
        if not pictured and status.told != news.said:
            await self._word(edit, status, text, keyboard)
        status.told = news.said

    def forget(self, edit: str) -> None:
        """Nothing more will be shown."""
        self._statuses.pop(edit, None)

    async def _picture(
        self, edit: Edit, status: _Status, draft: bytes, text: str, keyboard: InlineKeyboardMarkup
    ) -> bool:
        """Make the message a photo, or another photo; whether Telegram did."""
        assert edit.status_message  # noqa: S101  `show` looked
        try:
            await self._post.picture(edit.place.chat, edit.status_message, draft, text, keyboard, edit.id)
        except (BadRequest, InvalidToken) as error:  # a server that does not know the method answers 404
            why = refusal(error)
            if why in _OF_THIS_MOMENT:
                raise
            status.draft, status.takes_photo = None, False
            if why not in _OF_THIS_CHAT:
                self._drafts = False
            log.warning(
                "drafts are not shown", here=edit.id, everywhere=not self._drafts, why=describe(error)
            )
            return False
        status.is_photo = True
        if status.draft is draft:
            status.draft = None
        return True

    async def _word(self, edit: Edit, status: _Status, text: str, keyboard: InlineKeyboardMarkup) -> None:
        assert edit.status_message  # noqa: S101  `show` looked
        chat, message = edit.place.chat, edit.status_message
        if not status.is_photo:
            try:
                await self._post.report(chat, message, text, keyboard, edit.id)
            except BadRequest as error:
                if refusal(error) is not Refusal.NO_TEXT:
                    raise
                status.is_photo = True  # since before a restart, or since a call whose answer was lost
            else:
                return
        await self._post.report(chat, message, text, keyboard, edit.id, below_photo=True)
