"""Messages to Telegram, sent to where they can be: past a topic or reply that is gone, or to a moved chat."""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from telegram import (
    CallbackQuery,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ChatAction
from telegram.error import BadRequest, ChatMigrated

from bot.chat.captions import Caption, said
from bot.chat.connection import TelegramBot
from bot.chat.limits import Urgency
from bot.chat.quietly import Quietly
from bot.chat.refusals import Refusal, harmless, refusal
from bot.chat.request import MEDIA_SECONDS
from bot.chat.traffic import Freight
from bot.chat.utf16 import ANSWER_LIMIT, CAPTION_LIMIT, cut
from bot.domain.edit import Place
from bot.services.groups import Groups

T = TypeVar("T")
Media = InputMediaPhoto | InputMediaDocument
File = InputFile | str
"""Bytes, or the id of what Telegram has."""
Keyboard = InlineKeyboardMarkup | None

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_RESULT = Freight(Urgency.RESULT)
_DETOURS = 3


def _told(caption: Caption, *, silent: bool) -> dict[str, Any]:
    told = {"disable_notification": silent, "read_timeout": MEDIA_SECONDS, "rate_limit_args": _RESULT}
    return told | ({"caption": caption.text, "caption_entities": caption.entities} if caption.text else {})


@dataclass(frozen=True, slots=True)
class _Address:
    chat: int
    reply: int | None
    thread: int | None

    def __call__(self) -> dict[str, Any]:
        # A message_thread_id outside of topics is refused: SAFETY 1.4.
        reply = ReplyParameters(self.reply, allow_sending_without_reply=True) if self.reply else None
        return {"chat_id": self.chat, "reply_parameters": reply, "message_thread_id": self.thread}


class Post:
    """Everything that the bot says goes through here. Plain text only: no parse mode ever."""

    def __init__(self, bot: TelegramBot, groups: Groups) -> None:
        self.bot, self._groups = bot, groups

    async def say(
        self,
        place: Place,
        text: str | Caption,
        *,
        keyboard: Keyboard = None,
        urgency: Urgency = Urgency.KEYBOARD,
        silent: bool = False,
        replaces: Hashable | None = None,
    ) -> Message:
        """A text as a reply. `replaces`: see `Freight`."""
        told = said(text)
        return await self._send(
            place,
            lambda to: self.bot.send_message(
                **to(),
                text=told.text,
                entities=told.entities,
                reply_markup=keyboard,
                disable_notification=silent,
                link_preview_options=_NO_PREVIEW,
                rate_limit_args=Freight(urgency, replaces),
            ),
        )

    async def photo(
        self, place: Place, file: File, caption: Caption, keyboard: Keyboard = None, *, silent: bool = False
    ) -> Message:
        """A photo as a reply; may take as long as its upload."""
        return await self._send(
            place,
            lambda to: self.bot.send_photo(
                **to(), photo=file, reply_markup=keyboard, **_told(caption, silent=silent)
            ),
        )

    async def document(
        self, place: Place, file: File, caption: Caption, keyboard: Keyboard = None, *, silent: bool = False
    ) -> Message:
        """A file as a reply, its bytes as they are."""
        return await self._send(
            place,
            lambda to: self.bot.send_document(
                **to(),
                document=file,
                # Telegram would turn a GIF into a video, and show a picture as a photo.
                disable_content_type_detection=True,
                reply_markup=keyboard,
                **_told(caption, silent=silent),
            ),
        )

    async def album(self, place: Place, media: Sequence[Media], *, silent: bool = False) -> Sequence[Message]:
        """Two to ten pictures as a reply; Telegram allows no buttons under them."""
        return await self._send(
            place,
            lambda to: self.bot.send_media_group(**to(), media=media, **_told(Caption(), silent=silent)),
        )

    async def reword(
        self, chat: int, message: int, text: str | Caption, *, keyboard: Keyboard = None
    ) -> None:
        """Another text in a message's place."""
        await self._reword(chat, message, text, keyboard, Freight())

    async def report(
        self,
        chat: int,
        message: int,
        text: str,
        keyboard: InlineKeyboardMarkup,
        replaces: Hashable,
        *,
        below_photo: bool = False,
    ) -> None:
        """Progress in a status message's place, be it a photo by now. `replaces`: see `Freight`."""
        freight = Freight(Urgency.PROGRESS, replaces)
        if not below_photo:
            await self._reword(chat, message, text, keyboard, freight)
            return
        with harmless(Refusal.NOT_MODIFIED):
            await self.bot.edit_message_caption(
                chat,
                message,
                caption=cut(text, CAPTION_LIMIT),
                reply_markup=keyboard,
                rate_limit_args=freight,
            )

    async def picture(
        self,
        chat: int,
        message: int,
        jpeg: bytes,
        caption: str,
        keyboard: InlineKeyboardMarkup,
        replaces: Hashable,
    ) -> None:
        """A draft of the picture in a status message's place, be it a text so far."""
        with harmless(Refusal.NOT_MODIFIED):
            await self.bot.edit_message_media(
                InputMediaPhoto(jpeg, cut(caption, CAPTION_LIMIT), filename="draft.jpg"),
                chat,
                message,
                reply_markup=keyboard,
                rate_limit_args=Freight(Urgency.PROGRESS, replaces),
            )

    async def rekey(self, chat: int, message: int, keyboard: InlineKeyboardMarkup) -> None:
        """Another keyboard under a message."""
        with harmless(Refusal.NOT_MODIFIED):
            await self.bot.edit_message_reply_markup(
                chat, message, reply_markup=keyboard, rate_limit_args=Freight()
            )

    async def erase(self, chat: int, message: int) -> None:
        """Delete a message of ours."""
        with harmless(Refusal.MESSAGE_GONE):
            await self.bot.delete_message(chat, message, rate_limit_args=Freight())

    async def act(self, place: Place) -> None:
        """Show "sending a photo..." for five seconds."""
        await self.bot.send_chat_action(
            await self._now_at(place.chat),
            ChatAction.UPLOAD_PHOTO,
            message_thread_id=place.thread,
            rate_limit_args=Freight(Urgency.PROGRESS, ("act", place.chat, place.thread)),
        )

    async def answer(self, query: CallbackQuery, text: str | None = None, *, alert: bool = False) -> None:
        """Answer a press; a person who waited too long for it does not see it."""
        with harmless(Refusal.QUERY_OLD):
            await self.bot.answer_callback_query(
                query.id, cut(text, ANSWER_LIMIT) if text else None, show_alert=alert
            )

    async def _reword(
        self, chat: int, message: int, text: str | Caption, keyboard: Keyboard, freight: Freight
    ) -> None:
        told = said(text)
        with harmless(Refusal.NOT_MODIFIED):
            await self.bot.edit_message_text(
                told.text,
                chat_id=chat,
                message_id=message,
                entities=told.entities,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
                rate_limit_args=freight,
            )

    async def _send(self, place: Place, send: Callable[[_Address], Awaitable[T]]) -> T:
        """Send to a place, and on to where it is now.

        Raises:
            TelegramError: Telegram did not take it there either.
        """
        to = _Address(await self._now_at(place.chat), place.message, place.thread)
        if to.chat != place.chat:
            to = replace(to, reply=None)
        for _ in range(_DETOURS):
            try:
                return await send(to)
            except ChatMigrated as error:
                with Quietly("note a move", chat=to.chat):
                    await self._groups.moved(to.chat, error.new_chat_id)
                to = _Address(error.new_chat_id, None, to.thread)  # message ids begin anew there
            except BadRequest as error:
                why = refusal(error)
                if why is Refusal.NO_THREAD and to.thread:
                    to = replace(to, thread=None)
                elif why is Refusal.NO_REPLY and to.reply:
                    to = replace(to, reply=None)
                else:
                    raise
        return await send(to)

    async def _now_at(self, chat: int) -> int:
        """A group that became a supergroup has a new id, for what is sent.

        What was sent before has no id there, or that of somebody else's message.
        """
        with Quietly("look up a move", chat=chat):
            return await self._groups.now_at(chat)
        return chat
