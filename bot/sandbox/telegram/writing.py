"""What people write: texts, photos, files, albums, forwards; and what channels publish."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypedDict, Unpack

from bot.sandbox.telegram.entities import utf16_length, with_found
from bot.sandbox.telegram.groups import Groups
from bot.sandbox.telegram.messages import Content, Message
from bot.sandbox.telegram.people import CHANNEL_BOT_ID, TELEGRAM_ID, Chat, User
from bot.sandbox.telegram.refusals import Json

_CHANNEL = User(CHANNEL_BOT_ID, "Channel", username="Channel_Bot", is_bot=True)
_TELEGRAM = User(TELEGRAM_ID, "Telegram")


class Where(TypedDict, total=False):
    """In private unless `chat` is given.

    `anonymous`: an administrator who writes as the group; `as_channel`: somebody who writes as a channel.
    """

    chat: Chat | int
    reply_to: Message | int
    topic: int
    anonymous: bool
    as_channel: Chat
    entities: list[Json]


class Album:
    """An album whose pictures the bot gets one by one, as the test wants: others may write in between."""

    def __init__(self, messages: list[Message], deliver: Callable[[Message], object]) -> None:
        self.messages = messages
        self._waiting = list(messages)
        self._deliver = deliver

    def deliver(self, count: int | None = None) -> None:
        """The next pictures reach the bot: so many, or all that are left."""
        now, self._waiting = self._waiting[:count], self._waiting[count:] if count else []
        for message in now:
            self._deliver(message)


class Writing(Groups):
    """The messages of people. Calls return once the update is queued."""

    def send_text(self, user: User, text: str, **where: Unpack[Where]) -> Message:
        return self._write(user, Content(text), where)

    def send_photo(self, user: User, data: bytes, caption: str = "", **where: Unpack[Where]) -> Message:
        """Raises ApiError where Telegram would not take it as a photo."""
        return self._write(user, Content(caption, photo=self.world.files.add_photo(data)), where)

    def send_document(
        self, user: User, file: tuple[str, bytes, str], caption: str = "", **where: Unpack[Where]
    ) -> Message:
        """`file` is (name, bytes, MIME type)."""
        return self._write(user, self.document(file, caption), where)

    def document(self, file: tuple[str, bytes, str], caption: str = "") -> Content:
        name, data, mime_type = file
        return Content(caption, document=self.world.files.add_document(data, name, mime_type))

    def send_content(self, user: User, content: Content, **where: Unpack[Where]) -> Message:
        """Anything else, as `Content(text, photo=..., document=..., other={"sticker": {...}})`."""
        return self._write(user, content, where)

    def send_album(
        self,
        user: User,
        photos: Sequence[bytes],
        caption: str = "",
        *,
        caption_at: int = 0,
        **where: Unpack[Where],
    ) -> list[Message]:
        """Photos that belong together; each is an update of its own, the caption stands at one of them."""
        contents = [Content(photo=self.world.files.add_photo(data)) for data in photos]
        contents[caption_at].text = caption
        return self.send_contents(user, contents, **where)

    def send_contents(self, user: User, contents: Iterable[Content], **where: Unpack[Where]) -> list[Message]:
        """An album of any contents."""
        album = self.begin_album(user, contents, **where)
        album.deliver()
        return album.messages

    def begin_album(self, user: User, contents: Iterable[Content], **where: Unpack[Where]) -> Album:
        """An album that is in the chat, while the bot gets its parts when `deliver` is called."""
        group_id = self.world.unique("album")
        messages = [self._put(user, content, where, group_id) for content in contents]
        return Album(messages, lambda message: self.stage.deliver("message", message))

    def photo(self, data: bytes, caption: str = "") -> Content:
        return Content(caption, photo=self.world.files.add_photo(data))

    def forward(
        self, user: User, *messages: Message, hidden: bool = False, **where: Unpack[Where]
    ) -> list[Message]:
        """Forwards of these, an album as an album; `hidden`: their author's account is not shown."""
        group_id = self.world.unique("album") if len(messages) > 1 else None
        copies = []
        for message in messages:
            copy = self._put(user, replace(message.content), where, group_id, message.origin(hidden=hidden))
            self.stage.deliver("message", copy)
            copies.append(copy)
        return copies

    def publish(self, channel: Chat, content: Content) -> Message | None:
        """A post of a channel; returns what Telegram itself forwards to the discussion group, if any."""
        post = self.world.add_message(channel, _CHANNEL, content)
        post.sender_chat = channel
        if channel.linked_id is None:
            return None
        discussion = self.world.find_chat(channel.linked_id)
        content.entities = with_found(content.text, content.entities)
        message = self.world.add_message(discussion, _TELEGRAM, replace(content))
        message.sender_chat, message.forward_origin = channel, post.origin()
        message.is_automatic_forward = True
        self._deliver(message)
        return message

    def text_mention(self, text: str, words: str, user: User | None = None) -> Json:
        """The entity that makes `words` in a text a mention of somebody (of the bot) without their @name."""
        offset = utf16_length(text[: text.index(words)])
        whom = (user or self.bot).to_json()
        return {"type": "text_mention", "offset": offset, "length": utf16_length(words), "user": whom}

    def _write(self, user: User, content: Content, where: Where) -> Message:
        message = self._put(user, content, where)
        self.stage.deliver("message", message)
        return message

    def _put(
        self,
        user: User,
        content: Content,
        where: Where,
        group_id: str | None = None,
        origin: Json | None = None,
    ) -> Message:
        """A message in its chat, of which the bot does not know yet."""
        chat = self._chat(where.get("chat")) or self.world.private_chat(user)
        if chat.is_private and chat.status(self.bot.id) == "kicked":
            self.unblock(user)
        reply_to = self._replied(chat, where.get("reply_to"))
        if origin is None:
            content.entities = with_found(content.text, where.get("entities", ()))
        sender, sender_chat = self._author(user, chat, where)
        message = self.world.add_message(chat, sender, content)
        message.sender_chat = sender_chat
        message.media_group_id, message.forward_origin = group_id, origin
        message.reply_to = reply_to
        self._place(message, where.get("topic"))
        self.stage.show("message", message)
        return message

    def _author(self, user: User, chat: Chat, where: Where) -> tuple[User, Chat | None]:
        if channel := where.get("as_channel"):
            return _CHANNEL, channel
        return (self.world.anonymous_admin(), chat) if where.get("anonymous") else (user, None)

    def _replied(self, chat: Chat, reply_to: Message | int | None) -> Message | None:
        if not isinstance(reply_to, int):
            return reply_to
        message = self.world.message(chat.id, reply_to)
        if message is None:
            raise LookupError(f"no message {reply_to} to reply to")
        return message

    def _place(self, message: Message, topic: int | None) -> None:
        if topic is not None:
            message.message_thread_id, message.is_topic_message = topic, True
        elif message.reply_to:
            message.message_thread_id = message.reply_to.thread_of_replies
            message.is_topic_message = message.reply_to.is_topic_message
        message.topic_root = self.world.topic_root(message)

    def _chat(self, chat: Chat | int | None) -> Chat | None:
        return self.world.find_chat(chat) if isinstance(chat, int) else chat
