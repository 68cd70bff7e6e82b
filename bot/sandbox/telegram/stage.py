"""What the bot's calls and people's acts share: the world, its journal and the queue of updates."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.telegram.entities import utf16_slice
from bot.sandbox.telegram.journal import Journal
from bot.sandbox.telegram.limits import FloodLimits
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import Chat
from bot.sandbox.telegram.refusals import Json, too_many_requests
from bot.sandbox.telegram.updates import Update, Updates
from bot.sandbox.telegram.webhook import Webhook
from bot.sandbox.telegram.world import Draft, World


@dataclass(slots=True)
class Stage:
    """One bot's Telegram. `limits` is None where flood limits are off."""

    world: World
    journal: Journal
    updates: Updates
    webhook: Webhook
    now: Callable[[], float]
    limits: FloodLimits | None = None

    def count(self, chat_id: int, messages: int = 1) -> None:
        """Counts messages to a chat against the flood limits.

        Raises:
            ApiError: 429 with retry_after.
        """
        if self.limits and (wait := self.limits.check(chat_id, self.now(), messages)):
            raise too_many_requests(wait)

    def show(self, kind: str, message: Message, **more: Any) -> None:
        """Tells everybody who watches about a new or changed message."""
        self.journal.emit(kind, message.chat.id, message=message.view(), **more)

    def show_draft(self, draft: Draft) -> None:
        self.journal.emit("draft", draft.chat.id, **draft.to_json())

    def end_drafts(self, chat: Chat, thread_id: int | None) -> None:
        """A message of the bot takes the place of what it was writing there."""
        for draft in self.world.end_drafts(chat.id, thread_id):
            self.show_draft(draft)

    def delete(self, chat_id: int, message_ids: list[int]) -> None:
        for message_id in self.world.delete(chat_id, message_ids):
            self.journal.emit("delete", chat_id, message_id=message_id)

    def deliver(self, kind: str, message: Message) -> Update | None:
        """Queues the update of a person's message, where the bot gets to see it (privacy mode)."""
        if not self._is_for_bot(message):
            return None
        return self.updates.push(kind, message.to_json(), f"chat {message.chat.id}")

    def push(self, kind: str, body: Json, lane: str) -> Update | None:
        return self.updates.push(kind, body, lane)

    def _is_for_bot(self, message: Message) -> bool:
        """https://core.telegram.org/bots/features#privacy-mode."""
        chat, bot = message.chat, self.world.bot
        if chat.status(bot.id) in ("left", "kicked"):
            return False
        if chat.is_private or not self.world.privacy_mode or chat.is_administrator(bot.id):
            return True
        if (message.answered and message.answered.sender is bot) or message.content.is_service:
            return True
        return any(self._calls_bot(message, entity) for entity in message.content.entities)

    def _calls_bot(self, message: Message, entity: Json) -> bool:
        if entity["type"] == "text_mention":
            return bool(entity["user"]["id"] == self.world.bot.id)
        said = utf16_slice(message.text, entity["offset"], entity["length"]).lower()
        name = f"@{self.world.bot.username or ''}".lower()
        if entity["type"] == "bot_command":
            # A bare command is for the bot that spoke last; with one bot in the chat, that one.
            return "@" not in said or said.endswith(name)
        return entity["type"] == "mention" and said == name
