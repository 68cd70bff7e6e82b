"""setMessageReaction."""

from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.refusals import Json, bad_request
from bot.sandbox.telegram.stage import Stage

# https://core.telegram.org/bots/api#reactiontypeemoji
_EMOJI = """
❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨
😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎
👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
EMOJI = frozenset(_EMOJI.split())


def set_reaction(stage: Stage, params: Json) -> bool:
    """At most one emoji, of those that bots may use and the chat allows; of an album, at its first."""
    chat = stage.world.writable_chat(params["chat_id"])
    found = stage.world.message(chat.id, params["message_id"])
    if found is None:
        raise bad_request("message to react not found")
    reactions = params.get("reaction", [])
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if found.content.is_service or not all(_may_stand(each, chat.reactions) for each in reactions):
        raise bad_request("REACTION_INVALID")
    message = _first_of_album(stage, found)
    message.reactions = reactions
    stage.journal.emit("reaction", chat.id, message_id=message.message_id, reactions=reactions)
    return True


def _may_stand(reaction: Json, allowed: frozenset[str] | None) -> bool:
    """No custom emoji, which a chat has to allow by name, and none for Stars."""
    if reaction["type"] != "emoji" or reaction["emoji"].replace("\ufe0f", "") not in EMOJI:
        return False
    return allowed is None or reaction["emoji"] in allowed


def _first_of_album(stage: Stage, message: Message) -> Message:
    """https://core.telegram.org/bots/api#setmessagereaction: "the first non-deleted message in the group"."""
    if message.media_group_id is None:
        return message
    album = message.media_group_id
    return next(each for each in stage.world.messages(message.chat.id) if each.media_group_id == album)


METHODS = {"setMessageReaction": set_reaction}
