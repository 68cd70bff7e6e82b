"""People and where they are: groups, topics, channels; who may do what; a group that becomes a supergroup."""

from collections.abc import Iterable
from typing import Any, TypedDict, Unpack

from bot.sandbox.telegram.messages import Content, Message
from bot.sandbox.telegram.people import PERMISSIONS, Chat, User, member_json
from bot.sandbox.telegram.refusals import Json
from bot.sandbox.telegram.stage import Stage

GONE = ("left", "kicked")


class UserFields(TypedDict, total=False):
    """`id` is counted where it is left out; `language_code` is "en" unless given (None: unknown)."""

    id: int
    last_name: str | None
    username: str | None
    language_code: str | None
    is_premium: bool


class GroupFields(TypedDict, total=False):
    """The first of `administrators` is the owner; `bot_status` "administrator" ends privacy mode there."""

    administrators: Iterable[User]
    anonymous: Iterable[User]
    kind: str  # "supergroup" (default) or "group"
    is_forum: bool
    username: str | None
    bot_status: str
    reactions: Iterable[str] | None


class Groups:
    """Makes people and chats, and changes who is what in them."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.world = stage.world

    @property
    def bot(self) -> User:
        return self.world.bot

    def add_user(self, first_name: str, **fields: Unpack[UserFields]) -> User:
        given: dict[str, Any] = {"id": 0, "language_code": "en", **fields}
        return self.world.add_user(User(first_name=first_name, **given))

    def add_group(self, title: str, members: Iterable[User], **fields: Unpack[GroupFields]) -> Chat:
        """A group with these people and the bot in it; the bot is told (my_chat_member)."""
        administrators = list(fields.get("administrators", ()))
        status = {user.id: "member" for user in members}
        status |= {user.id: "administrator" for user in administrators}
        if administrators:
            status[administrators[0].id] = "creator"
        chat = self.world.add_group(
            title, status, kind=fields.get("kind", "supergroup"), is_forum=fields.get("is_forum", False)
        )
        chat.username = fields.get("username")
        chat.anonymous = {user.id for user in fields.get("anonymous", ())}
        reactions = fields.get("reactions")
        chat.reactions = None if reactions is None else frozenset(reactions)
        adder = next((self.world.users[user_id] for user_id in status), self.bot)
        self._become(chat, self.bot, fields.get("bot_status", "member"), adder)
        return chat

    def add_channel(self, title: str, discussion: Chat | None = None, username: str | None = None) -> Chat:
        """A channel without the bot; its posts also appear in its discussion group."""
        chat = self.world.add_group(title, {}, kind="channel", is_forum=False)
        chat.username = username
        if discussion:
            chat.linked_id, discussion.linked_id = discussion.id, chat.id
        return chat

    def add_topic(self, chat: Chat, name: str, by: User) -> int:
        """A topic of a forum, or of somebody's chat with the bot; returns its message_thread_id."""
        topic = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        message = self.world.add_message(chat, by, Content(other=topic))
        message.message_thread_id, message.is_topic_message = message.message_id, True
        chat.topics[message.message_id] = name
        self._deliver(message)
        return message.message_id

    def delete_topic(self, chat: Chat, topic: int) -> None:
        """Its messages go too, and the bot is not told."""
        del chat.topics[topic]
        inside = [each for each in self.world.messages(chat.id) if each.message_thread_id == topic]
        self.stage.delete(chat.id, [each.message_id for each in inside])

    # Members

    def set_bot_status(self, chat: Chat, status: str, by: User) -> None:
        """Adds, promotes or kicks the bot: member, administrator, left, kicked."""
        self.set_status(chat, self.bot, status, by)

    def set_status(self, chat: Chat, user: User, status: str, by: User) -> None:
        """Adds, promotes, demotes or removes somebody: administrator, member, left, kicked.

        The bot hears of itself (my_chat_member) and, as an administrator that asked for it, of others.
        """
        comes = chat.status(user.id) in GONE and status not in GONE
        self._become(chat, user, status, by)
        if comes and not chat.is_private:
            self._serve(chat, by, {"new_chat_members": [user.to_json()]})

    def restrict(self, chat: Chat, user: User, by: User, **permissions: bool) -> None:
        """Takes permissions (`can_send_photos=False`) from a member or the bot; none: gives all back."""
        denied = _denied(permissions)
        self._become(chat, user, "restricted" if denied else "member", by, denied)

    def set_permissions(self, chat: Chat, **permissions: bool) -> None:
        """What members of this group may not do: `can_send_photos=False`; bots are not told."""
        chat.barred = _denied(permissions)

    def block(self, user: User) -> None:
        """The person blocks the bot: everything to them is 403 from now on."""
        self.set_bot_status(self.world.private_chat(user), "kicked", by=user)

    def unblock(self, user: User) -> None:
        self.set_bot_status(self.world.private_chat(user), "member", by=user)

    def _become(
        self, chat: Chat, user: User, status: str, by: User, denied: frozenset[str] = frozenset()
    ) -> None:
        old = member_json(chat, user)
        chat.members[user.id] = status
        chat.restricted[user.id] = denied
        change = {
            "chat": chat.to_json(),
            "from": by.to_json(),
            "date": self.world.seconds(),
            "old_chat_member": old,
            "new_chat_member": member_json(chat, user),
        }
        if user is self.bot:
            self.stage.push("my_chat_member", change, f"chat {chat.id}")
        elif chat.is_administrator(self.bot.id):
            self.stage.push("chat_member", change, f"chat {chat.id}")

    # A group becomes a supergroup

    def migrate(self, group: Chat, by: User) -> Chat:
        """The supergroup that takes the group's place; calls to the old id are refused from now on.

        The bot is told by a service message in each, and that it is in the new one; never that it left the
        old one: https://github.com/tdlib/telegram-bot-api/issues/266
        """
        people = {user_id: status for user_id, status in group.members.items() if user_id != self.bot.id}
        new = self.world.add_group(group.title or "", people, kind="supergroup", is_forum=False)
        new.anonymous, new.barred, new.reactions = group.anonymous, group.barred, group.reactions
        self._become(new, self.bot, group.status(self.bot.id), by)
        self._serve(group, by, {"migrate_to_chat_id": new.id})
        self._serve(new, self.world.anonymous_admin(), {"migrate_from_chat_id": group.id}, sender_chat=new)
        group.migrated_to = new.id
        return new

    def _serve(self, chat: Chat, by: User, said: Json, sender_chat: Chat | None = None) -> None:
        message = self.world.add_message(chat, by, Content(other=said))
        message.sender_chat = sender_chat
        self._deliver(message)

    def _deliver(self, message: Message) -> None:
        self.stage.show("message", message)
        self.stage.deliver("message", message)


def _denied(permissions: dict[str, bool]) -> frozenset[str]:
    if unknown := permissions.keys() - set(PERMISSIONS):
        raise ValueError(f"no permissions: {unknown}")
    return frozenset(name for name, granted in permissions.items() if not granted)
