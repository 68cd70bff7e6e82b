"""Users, chats and their members."""

from dataclasses import dataclass, field

from bot.sandbox.telegram.refusals import Json

# Every anonymous administrator of every group writes as this user,
ANONYMOUS_ADMIN_ID = 1_087_968_824
# every channel in a group as this one, and a channel's posts in its discussion group come from this one.
CHANNEL_BOT_ID, TELEGRAM_ID = 136_817_688, 777_000
SENDING = ("can_send_messages", "can_send_photos", "can_send_documents")
PERMISSIONS = (
    *SENDING,
    "can_send_audios",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)


@dataclass(slots=True)
class User:
    """A person or a bot."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_premium: bool = False
    is_bot: bool = False
    last_name: str | None = None

    def to_json(self) -> Json:
        shown = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
            "is_premium": self.is_premium or None,
        }
        return {key: value for key, value in shown.items() if value is not None}


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the user's), a group or a channel; `members` maps user ids to statuses.

    Statuses are Telegram's: creator, administrator, member, restricted, left, kicked. In a private chat the
    bot's status is "kicked" when the person blocked it. `barred` are the permissions that members do not
    have, `restricted` those that one of them does not have.
    """

    id: int
    type: str  # private, group, supergroup, channel
    title: str | None = None
    first_name: str | None = None
    username: str | None = None
    is_forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    anonymous: set[int] = field(default_factory=set)
    topics: dict[int, str] = field(default_factory=dict)
    last_message_id: int = 0
    barred: frozenset[str] = frozenset()
    restricted: dict[int, frozenset[str]] = field(default_factory=dict)
    reactions: frozenset[str] | None = None  # None: all of them
    linked_id: int | None = None  # of a channel: its discussion group, and back
    migrated_to: int | None = None

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    def status(self, user_id: int) -> str:
        return self.members.get(user_id, "left")

    def is_administrator(self, user_id: int) -> bool:
        return self.status(user_id) in ("creator", "administrator")

    def may(self, user_id: int, permission: str) -> bool:
        """Whether a member has this of PERMISSIONS; administrators have all."""
        if self.is_private or self.is_administrator(user_id):
            return True
        return permission not in self.barred | self.restricted.get(user_id, frozenset())

    def to_json(self) -> Json:
        shown = {
            "id": self.id,
            "type": self.type,
            "title": self.title,
            "first_name": self.first_name,
            "username": self.username,
            "is_forum": self.is_forum or None,
        }
        return {key: value for key, value in shown.items() if value is not None}


def member_json(chat: Chat, user: User) -> Json:
    """The ChatMember object of somebody in a chat."""
    status = chat.status(user.id)
    member: Json = {"status": status, "user": user.to_json()}
    if status in ("creator", "administrator"):
        member["is_anonymous"] = user.id in chat.anonymous
    if status == "administrator":
        member |= {"can_be_edited": False} | dict.fromkeys(_RIGHTS, True)
    if status == "restricted":
        member |= {"is_member": True} | {each: chat.may(user.id, each) for each in PERMISSIONS}
    if status in ("restricted", "kicked"):
        member["until_date"] = 0
    return member
