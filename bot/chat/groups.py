"""Groups: who may choose for one, and who writes there without being anybody."""

from dataclasses import replace

from telegram import ChatMember, Message, Update
from telegram.error import TelegramError

from bot.chat.context import Context, Desk, group_of, place_of
from bot.domain.access import Mode
from bot.domain.errors import NotSteering
from bot.domain.people import ANONYMOUS_ADMIN, CHANNEL_USER, Group, Person

_STEER = {ChatMember.OWNER, ChatMember.ADMINISTRATOR}


async def steers(desk: Desk, chat: int, person: int) -> bool:
    """Whether somebody was an administrator of that group within the last minute; no if Telegram is silent.

    Nobody can know who stands behind `ANONYMOUS_ADMIN`, but that they are one: only `as_group` lets them in.
    """
    if person == ANONYMOUS_ADMIN:
        return True
    if person < 0:
        return False
    key, now = (chat, person), desk.clock.now()
    known = desk.administrators.get(key, now)
    if known is None:
        try:
            member = await desk.post.bot.get_chat_member(chat, person)
        except TelegramError:
            return False
        known = member.status in _STEER
        desk.administrators.put(key, known, now)
    return known


async def check_steers(context: Context) -> Group:
    """The group in which somebody chooses for all.

    Raises:
        NotSteering: they are no administrator there, or it is no group.
    """
    group = context.group
    if group is None or not await steers(context.desk, group.id, context.person.id):
        raise NotSteering
    return group


async def as_group(desk: Desk, update: Update) -> Context | None:
    """The context of an anonymous administrator who writes as the group itself; None for anybody else.

    Their person owns nothing: it is only for commands that choose for the group.
    """
    message, place = update.message, place_of(update)
    user, group = message and message.from_user, await group_of(desk, update)
    if message is None or place is None or user is None or group is None:
        return None
    if user.id != ANONYMOUS_ADMIN or not is_anonymous_admin(message):
        return None
    language = desk.texts.choose(group.language)
    return Context(desk, Person(ANONYMOUS_ADMIN, group.title), language, place, update.update_id, group)


async def in_its_name(desk: Desk, update: Update) -> Context | None:
    """The context of those whom Telegram hides: they ask as the group, where it pays.

    Their person is the group: what they ask for is steered by its administrators. None for all others, and
    where not everybody is let in.
    """
    message, place = update.message, place_of(update)
    if not desk.wallets.groups_pay or desk.access.door.mode is not Mode.OPEN:
        return None
    group = await group_of(desk, update) if message and _is_hidden(message) else None
    if group is None or place is None:
        return None
    language = desk.texts.choose(group.language)
    return Context(desk, Person(group.id, group.title), language, place, update.update_id, group)


async def acting_for(context: Context, owner: int) -> Context | None:
    """The context of an administrator who presses what belongs to their group; None for all others."""
    group, desk = context.group, context.desk
    if group is None or owner >= 0 or await desk.groups.now_at(owner) != group.id:
        return None
    if not await steers(desk, group.id, context.person.id):
        return None
    return replace(context, person=Person(owner, group.title))


def is_anonymous_admin(message: Message) -> bool:
    """Whether it was written in the name of the group that it stands in."""
    return message.sender_chat is not None and message.sender_chat.id == message.chat_id


async def answer_nobody(desk: Desk, update: Update) -> None:
    """Ask those for their name whom Telegram hides: they own no wallet."""
    message, place = update.message, place_of(update)
    if message is None or place is None or not _is_hidden(message):
        return
    group = await group_of(desk, update)
    language = desk.texts.choose(group.language if group else None)
    await desk.post.say(place, desk.texts.say(language, "group-nobody"))


def _is_hidden(message: Message) -> bool:
    """An anonymous administrator, or somebody who writes as a channel; not a channel's own post."""
    user = message.from_user.id if message.from_user else None
    return user in {ANONYMOUS_ADMIN, CHANNEL_USER} and not message.is_automatic_forward
