"""getMe, getFile, getChat and members; answers to presses of buttons."""

from bot.sandbox.telegram.entities import utf16_length
from bot.sandbox.telegram.files import DOWNLOAD_LIMIT
from bot.sandbox.telegram.people import PERMISSIONS, member_json
from bot.sandbox.telegram.refusals import Json, bad_request
from bot.sandbox.telegram.stage import Stage

ANSWER_LIMIT = 200
NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


def get_me(stage: Stage, _params: Json) -> Json:
    """The bot itself."""
    return stage.world.bot.to_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not stage.world.privacy_mode,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": any(chat.is_private and chat.topics for chat in stage.world.chats.values()),
    }


def get_file(stage: Stage, params: Json) -> Json:
    """Where to download a file of at most 20 MB."""
    stored = stage.world.files.get(params["file_id"])
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.data) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return stored.to_json()


def get_chat(stage: Stage, params: Json) -> Json:
    """A ChatFullInfo with what is known here."""
    chat = stage.world.find_chat(params["chat_id"])
    known: Json = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    if chat.type in ("group", "supergroup"):
        known["permissions"] = {each: each not in chat.barred for each in PERMISSIONS}
    if chat.linked_id:
        known["linked_chat_id"] = chat.linked_id
    if chat.reactions is not None:
        known["available_reactions"] = [{"type": "emoji", "emoji": each} for each in sorted(chat.reactions)]
    return chat.to_json() | known


def get_chat_member(stage: Stage, params: Json) -> Json:
    """Anybody that this world knows, member or not, of a chat that the bot is in."""
    chat = stage.world.writable_chat(params["chat_id"])
    user = stage.world.users.get(params["user_id"])
    if user is None:
        raise bad_request("invalid user_id specified")
    return member_json(chat, user)


def get_chat_administrators(stage: Stage, params: Json) -> list[Json]:
    """Administrators of a group; who is anonymous shows only to administrators.

    https://github.com/tdlib/telegram-bot-api/issues/667
    """
    chat = stage.world.writable_chat(params["chat_id"])
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    users = [stage.world.users[user_id] for user_id in chat.members if chat.is_administrator(user_id)]
    bot, with_bots = stage.world.bot, params.get("return_bots", False)
    hidden = frozenset() if chat.is_administrator(bot.id) else chat.anonymous
    shown = [user for user in users if with_bots or not user.is_bot or user is bot]
    return [member_json(chat, user) for user in shown if user.id not in hidden]


def answer_callback_query(stage: Stage, params: Json) -> bool:
    """Ends the waiting of a pressed button, with a text of at most 200 units."""
    press = stage.world.presses.get(params["callback_query_id"])
    if press is None or press.expired:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if utf16_length(params.get("text", "")) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    answer: Json = {
        name: params[name] for name in ("text", "show_alert", "url", "cache_time") if name in params
    }
    press.answers.append(answer)
    stage.journal.emit("answer", press.message.chat.id, user_id=press.user.id, query_id=press.id, **answer)
    return True


METHODS = {
    "getMe": get_me,
    "getFile": get_file,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "answerCallbackQuery": answer_callback_query,
}
