"""A message as Telegram keeps it, and the two ways it is shown: to the bot and to a person."""

from dataclasses import dataclass, field

from bot.sandbox.telegram.people import Chat, User
from bot.sandbox.telegram.refusals import Json

SERVICE = frozenset(
    {
        "forum_topic_created",
        "left_chat_member",
        "migrate_from_chat_id",
        "migrate_to_chat_id",
        "new_chat_members",
        "successful_payment",
    }
)


@dataclass(slots=True)
class Content:
    """What a message says: a text, or a photo or document, whose caption `text` and `entities` are then."""

    text: str = ""
    entities: list[Json] = field(default_factory=list)
    photo: list[Json] | None = None
    document: Json | None = None
    other: Json = field(default_factory=dict)  # fields of Message as they are: invoice, service messages

    @property
    def is_media(self) -> bool:
        return bool(self.photo or self.document)

    @property
    def is_service(self) -> bool:
        """Somebody came, a topic was opened, the group moved ..."""
        return not SERVICE.isdisjoint(self.other)

    @property
    def file_id(self) -> str | None:
        if self.photo:
            return str(self.photo[-1]["file_id"])
        return str(self.document["file_id"]) if self.document else None

    def to_json(self) -> Json:
        names = ("caption", "caption_entities") if self.is_media else ("text", "entities")
        said = {"photo": self.photo, "document": self.document, names[0]: self.text, names[1]: self.entities}
        return {name: value for name, value in said.items() if value} | self.other


@dataclass(slots=True)
class Message:
    """One message of one chat, in its current state."""

    chat: Chat
    message_id: int
    date: int
    sender: User
    content: Content
    sender_chat: Chat | None = None
    reply_to: "Message | None" = None
    message_thread_id: int | None = None
    is_topic_message: bool = False
    topic_root: "Message | None" = None  # the service message that opened a forum's topic
    media_group_id: str | None = None
    forward_origin: Json | None = None
    is_automatic_forward: bool = False
    deleted: bool = False
    edit_date: int | None = None
    markup: Json | None = None
    silent: bool = False
    protected: bool = False
    spoiler: bool = False
    effect_id: str | None = None
    reactions: list[Json] = field(default_factory=list)

    @property
    def from_bot(self) -> bool:
        return self.sender.is_bot and self.sender_chat is None

    @property
    def answered(self) -> "Message | None":
        """What `reply_to_message` shows: in a forum's topic, without a reply, the message that opened it.

        https://github.com/NousResearch/hermes-agent/issues/118678
        """
        shown = self.reply_to or self.topic_root
        return None if shown is None or shown.deleted else shown

    @property
    def thread_of_replies(self) -> int | None:
        """What replies to this message carry as message_thread_id: in any supergroup the root, topic or not.

        So the field alone does not mean a topic: https://github.com/tdlib/telegram-bot-api/issues/447
        """
        if self.message_thread_id or self.chat.type != "supergroup":
            return self.message_thread_id
        return self.message_id

    @property
    def text(self) -> str:
        """The text, or the caption of a photo or document."""
        return self.content.text

    @property
    def file_id(self) -> str | None:
        """Of the photo's largest size, or of the document."""
        return self.content.file_id

    @property
    def buttons(self) -> list[Json]:
        """All buttons under the message, row by row: {"text", "callback_data" | "url" | ...}."""
        return [button for row in (self.markup or {}).get("inline_keyboard", []) for button in row]

    def to_json(self, *, depth: int = 1) -> Json:
        """The Bot API's Message; what it replies to is shown one level deep."""
        answered = self.answered if depth else None
        shown: Json = {
            "message_id": self.message_id,
            "from": self.sender.to_json(),
            "sender_chat": self.sender_chat and self.sender_chat.to_json(),
            "chat": self.chat.to_json(),
            "date": self.date,
            "edit_date": self.edit_date,
            "message_thread_id": self.message_thread_id,
            "is_topic_message": self.is_topic_message,
            "media_group_id": self.media_group_id,
            "has_protected_content": self.protected,
            "has_media_spoiler": self.spoiler,
            "effect_id": self.effect_id,
            "forward_origin": self.forward_origin,
            "is_automatic_forward": self.is_automatic_forward,
            "reply_to_message": answered.to_json(depth=depth - 1) if answered else None,
            "reply_markup": self.markup if self.markup and "inline_keyboard" in self.markup else None,
        }
        return {key: value for key, value in shown.items() if value} | self.content.to_json()

    def origin(self, *, hidden: bool = False) -> Json:
        """The MessageOrigin of its forwards; `hidden`: the author's settings do not show their account."""
        if self.forward_origin:
            return self.forward_origin
        if self.chat.type == "channel":
            chat = {"type": "channel", "chat": self.chat.to_json(), "message_id": self.message_id}
            return chat | {"date": self.date}
        if self.sender_chat:
            return {"type": "chat", "sender_chat": self.sender_chat.to_json(), "date": self.date}
        if hidden:
            return {"type": "hidden_user", "sender_user_name": self.sender.first_name, "date": self.date}
        return {"type": "user", "sender_user": self.sender.to_json(), "date": self.date}

    def view(self) -> Json:
        """The message as a person's app has it: `to_json` and what the bot is not shown again."""
        return self.to_json() | {
            "from_bot": self.from_bot,
            "silent": self.silent,
            "markup": self.markup,
            "reactions": self.reactions,
            "file_id": self.file_id,
        }
