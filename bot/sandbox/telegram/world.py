"""Everything that exists in this Telegram: people, chats, messages, files and the bot's profile. No I/O."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count

from bot.sandbox.telegram.files import FileStore
from bot.sandbox.telegram.messages import Content, Message
from bot.sandbox.telegram.people import ANONYMOUS_ADMIN_ID, Chat, User
from bot.sandbox.telegram.refusals import Json, bad_request, forbidden, upgraded

# A command list stands for (scope type, chat id, user id, language code).
CommandsKey = tuple[str, int | None, int | None, str]
FIRST_USER_ID = 5_000_001
FIRST_GROUP_ID = 1_001_234_500_001


@dataclass(slots=True)
class Profile:
    """What the bot says about itself: texts by language code ("" for all), commands by scope and language."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[CommandsKey, list[Json]] = field(default_factory=dict)


@dataclass(slots=True)
class Press:
    """A press of a button: the callback query that the bot should answer."""

    id: str
    user: User
    message: Message
    data: str
    expired: bool = False
    answers: list[Json] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """What the bot is writing in a private chat, as long as it lives: `until` is in seconds since 1970."""

    chat: Chat
    draft_id: int
    text: str
    entities: list[Json]
    thread_id: int | None
    can_stop: bool
    keep_on_stop: bool
    until: float

    def to_json(self) -> Json:
        shown = {name: getattr(self, name) for name in ("draft_id", "text", "entities", "can_stop", "until")}
        return shown | {"message_thread_id": self.thread_id}


@dataclass(slots=True)
class Checkout:
    """A payment in Stars, from the press on Pay: the pre-checkout query, then the charge."""

    id: str
    charge_id: str
    user: User
    message: Message
    payment: Json  # currency, total_amount, invoice_payload
    refunded: bool = False


class World:
    """The state of one bot's Telegram. Ids are counted, so that every run is the same."""

    def __init__(self, bot: User, now: Callable[[], float], *, privacy_mode: bool = True) -> None:
        self.bot = bot
        self.privacy_mode = privacy_mode
        self.profile = Profile(names={"": bot.first_name})
        self.files = FileStore()
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.payloads: dict[tuple[int, int], str] = {}  # of invoices, by (chat id, message id)
        self.checkouts: dict[str, Checkout] = {}
        self.charges: dict[str, Checkout] = {}
        self.transactions: list[Json] = []
        self._drafts: dict[tuple[int, int], Draft] = {}
        self._now = now
        self._messages: dict[int, dict[int, Message]] = {}
        self._user_ids = count(FIRST_USER_ID)
        self._group_ids = count(FIRST_GROUP_ID)
        self._private_message_ids = count(1)
        self._counter = count(1)

    def seconds(self) -> int:
        return int(self._now())

    def unique(self, prefix: str) -> str:
        """A fresh numeric id as text: callback queries, media groups."""
        digest = hashlib.sha256(f"{prefix}{next(self._counter)}".encode()).digest()
        return str(int.from_bytes(digest[:7]))

    def add_user(self, user: User) -> User:
        user.id = user.id or next(self._user_ids)
        self.users[user.id] = user
        return user

    def keep_draft(self, draft: Draft) -> None:
        self._drafts[draft.chat.id, draft.draft_id] = draft

    def drafts(self, chat_id: int) -> list[Draft]:
        """What is being written there now."""
        now = self._now()
        return [each for each in self._drafts.values() if each.chat.id == chat_id and each.until > now]

    def end_drafts(self, chat_id: int, thread_id: int | None) -> list[Draft]:
        """Ends those of a chat or topic and returns them."""
        ended = [each for each in self.drafts(chat_id) if each.thread_id == thread_id]
        for draft in ended:
            draft.until = 0
        return ended

    def anonymous_admin(self) -> User:
        name = User(ANONYMOUS_ADMIN_ID, "Group", username="GroupAnonymousBot", is_bot=True)
        return self.users.setdefault(ANONYMOUS_ADMIN_ID, name)

    def private_chat(self, user: User) -> Chat:
        """The chat of this person with the bot; made at their first message."""
        chat = self.chats.get(user.id)
        if chat is None:
            chat = Chat(user.id, "private", first_name=user.first_name, username=user.username)
            chat.members = {user.id: "member", self.bot.id: "member"}
            self.chats[user.id] = chat
        return chat

    def add_group(self, title: str, members: dict[int, str], *, kind: str, is_forum: bool) -> Chat:
        """A group or, as `kind`, a channel."""
        chat = Chat(-next(self._group_ids), kind, title=title, is_forum=is_forum, members=members)
        if kind == "group":
            chat.id = -(-chat.id % 1_000_000_000)  # only supergroups have ids of the form -100...
        self.chats[chat.id] = chat
        return chat

    def find_chat(self, chat_id: int | str) -> Chat:
        """By id or @username.

        Raises:
            ApiError: "chat not found", or the group has become a supergroup.
        """
        if isinstance(chat_id, str):
            name = chat_id.removeprefix("@").lower()
            found = next(
                (chat for chat in self.chats.values() if (chat.username or "").lower() == name), None
            )
        else:
            found = self.chats.get(chat_id)
        # A bot reaches people by number only: @names of private chats are not found.
        if found is None or (isinstance(chat_id, str) and found.is_private):
            raise bad_request("chat not found")
        if found.migrated_to:
            raise upgraded(found.migrated_to)
        return found

    def writable_chat(self, chat_id: int | str) -> Chat:
        """The chat, where the bot may write there.

        Raises:
            ApiError: not found, or 403 where it was blocked or is no member.
        """
        chat = self.find_chat(chat_id)
        status = chat.status(self.bot.id)
        if chat.is_private and status == "kicked":
            raise forbidden("bot was blocked by the user")
        if status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if status == "left":
            raise forbidden(f"bot is not a member of the {chat.type} chat")
        return chat

    def add_message(self, chat: Chat, sender: User, content: Content) -> Message:
        if chat.type == "supergroup":
            chat.last_message_id += 1  # supergroups count for themselves: ids repeat between chats
        else:
            chat.last_message_id = next(self._private_message_ids)
        message = Message(chat, chat.last_message_id, self.seconds(), sender, content)
        self._messages.setdefault(chat.id, {})[message.message_id] = message
        return message

    def topic_root(self, message: Message) -> Message | None:
        """In a forum, the service message that opened this message's topic."""
        if not message.chat.is_forum or not message.is_topic_message or message.message_thread_id is None:
            return None
        return self.message(message.chat.id, message.message_thread_id)

    def message(self, chat_id: int, message_id: int) -> Message | None:
        return self._messages.get(chat_id, {}).get(message_id)

    def messages(self, chat_id: int) -> list[Message]:
        """What is in the chat now, oldest first."""
        return list(self._messages.get(chat_id, {}).values())

    def delete(self, chat_id: int, message_ids: Iterable[int]) -> list[int]:
        """Deletes what is there and returns its ids."""
        messages = self._messages.get(chat_id, {})
        gone = [message for each in message_ids if (message := messages.pop(each, None))]
        for message in gone:
            message.deleted = True
        return [message.message_id for message in gone]

    def settle(self, checkout: Checkout) -> None:
        self.charges[checkout.charge_id] = checkout
        self.transactions.append(self._transaction(checkout, "source"))

    def refund(self, checkout: Checkout) -> None:
        checkout.refunded = True
        self.transactions.append(self._transaction(checkout, "receiver"))

    def _transaction(self, checkout: Checkout, direction: str) -> Json:
        partner = {"type": "user", "transaction_type": "invoice_payment", "user": checkout.user.to_json()}
        return {
            "id": checkout.charge_id,
            "amount": checkout.payment["total_amount"],
            "date": self.seconds(),
            direction: partner | {"invoice_payload": checkout.payment["invoice_payload"]},
        }

    def commands_for(self, chat: Chat, user: User) -> list[Json]:
        """The commands that this person's menu shows: the narrowest scope, first in their language.

        https://core.telegram.org/bots/api#determining-list-of-commands
        """
        scopes: list[tuple[str, int | None, int | None]] = []
        if not chat.is_private:
            scopes.append(("chat_member", chat.id, user.id))
            if chat.is_administrator(user.id):
                scopes.append(("chat_administrators", chat.id, None))
        scopes.append(("chat", chat.id, None))
        if chat.is_private:
            scopes.append(("all_private_chats", None, None))
        else:
            if chat.is_administrator(user.id):
                scopes.append(("all_chat_administrators", None, None))
            scopes.append(("all_group_chats", None, None))
        scopes.append(("default", None, None))
        spoken = (user.language_code or "").partition("-")[0]  # "zh" of "zh-hans": lists know two letters
        for scope in scopes:
            for language in (spoken, ""):
                if found := self.profile.commands.get((*scope, language)):
                    return found
        return []
