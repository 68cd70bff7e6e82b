"""Telegram's own Stop button, under a message draft (Bot API 10.3)."""

from telegram import Update

from bot.chat.context import Desk
from bot.chat.drafts import number_of
from bot.domain.edit import State
from bot.domain.errors import AlreadyEnded

STOPPED = "stopped_message_generation"
"""An update of this kind names the chat and the draft; only its person can have pressed."""


async def stop(desk: Desk, update: Update) -> None:
    """Cancel the edit whose draft that was; of another kind of update, nothing."""
    stopped = update.api_kwargs.get(STOPPED)  # python-telegram-bot 22.8 does not know it
    chat = stopped.get("chat") if isinstance(stopped, dict) else None
    person = chat.get("id") if isinstance(chat, dict) else None
    if not isinstance(stopped, dict) or not isinstance(person, int):
        return
    for edit in await desk.submit.unfinished(person=person, chat=person):
        if number_of(edit.id) == stopped.get("draft_id"):
            try:
                ended = await desk.submit.cancel(edit.id, person=person)
            except AlreadyEnded:
                return
            key = "cancel-done" if ended.state is State.CANCELLED else "cancel-late"
            language = await desk.people.language(person)
            await desk.post.say(edit.place, desk.texts.say(language, key, count=1), silent=True)
            return
