"""What somebody's reply is about: the picture replied to, or an edit's whose words were replied to."""

from telegram import Message

from bot.chat.context import Context
from bot.chat.pictures import check_size, shown_in
from bot.services.versions import Found


async def behind(context: Context, message: Message | None) -> Found | None:
    """What to edit for a reply to that message; None where it has nothing to edit.

    Raises:
        FileTooLarge: more bytes than a bot may fetch, and the spool has them no longer.
    """
    if message is None:
        return None
    found = await context.desk.versions.behind(
        message.chat_id, message.message_id, shown_in(message), person=context.person.id
    )
    for source in found.sources if found else ():
        if not await context.desk.versions.has(source.key):
            check_size(source)
    return found
