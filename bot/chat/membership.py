"""The bot comes and goes: in private as people let it in, in groups as somebody adds, moves or removes it."""

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatType

from bot.chat.context import GROUPS, Desk
from bot.domain.edit import Place

_GONE = {ChatMember.BANNED, ChatMember.LEFT}


async def note_own_membership(desk: Desk, update: Update) -> None:
    """Somebody blocked the bot or let it in again, or it came into a group or left it."""
    change = update.my_chat_member
    if change is None:
        return
    if change.chat.type == ChatType.PRIVATE:
        await desk.account.mark_reachable(change.from_user.id, reachable=not _gone(change))
    elif change.chat.type in GROUPS and _gone(change):
        await desk.groups.left(change.chat.id)
        await desk.submit.cancel_in(change.chat.id)
    elif change.chat.type in GROUPS:
        await desk.groups.opened(change.chat.id, change.chat.title or "")


async def note_group(desk: Desk, update: Update) -> None:
    """What Telegram itself writes into a group: it has a new id, or the bot was added."""
    message = update.message
    if message is None:
        return
    if message.migrate_to_chat_id:
        await desk.groups.moved(message.chat_id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id:
        await desk.groups.moved(message.migrate_from_chat_id, message.chat_id)
    elif _brought_along(desk, message) and (adder := _person(message)):
        await _greet(desk, message, adder)


async def _greet(desk: Desk, message: Message, adder: User) -> None:
    """Say how to call the bot. A move, too, brings it into a group, but only an adder is written there."""
    language = await desk.people.language(adder.id, adder.language_code)
    await desk.groups.meet(message.chat_id, message.chat.title or "", language)
    key = "group-hello" if desk.post.bot.can_read_all_group_messages else "group-hello-privacy"
    place = Place(message.chat_id, message.message_id)
    await desk.post.say(place, desk.texts.say(language, key, name=desk.me.name))


def _brought_along(desk: Desk, message: Message) -> bool:
    added = any(user.id == desk.me.id for user in message.new_chat_members)
    return added or bool(message.group_chat_created or message.supergroup_chat_created)


def _person(message: Message) -> User | None:
    user = message.from_user
    return None if user is None or user.is_bot or message.sender_chat else user


def _gone(change: ChatMemberUpdated) -> bool:
    member = change.new_chat_member
    return member.status in _GONE or (isinstance(member, ChatMemberRestricted) and not member.is_member)
