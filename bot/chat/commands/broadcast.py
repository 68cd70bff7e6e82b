"""/broadcast TEXT, or in reply to a message, for admins: everybody gets it, once the preview was approved."""

from telegram import Message, MessageEntity
from telegram.error import BadRequest

from bot.chat.captions import Caption
from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.context import Context
from bot.chat.keyboards.broadcasts import preview
from bot.chat.panel import ask_for
from bot.chat.utf16 import units
from bot.domain.edit import Place


async def run(ask: Ask) -> None:
    """Show what people would get, and how many; without anything to send, ask for it."""
    context, message = ask.context, ask.message
    source = message if ask.completes else None if ask.words else message.reply_to_message
    if source is None and not ask.words:
        await ask_for(context, "broadcast", context.say("admin-broadcast-ask"))
        return
    shown = await _copied(context, source) if source else await _said(context, message, ask.words)
    if shown is None:
        await context.reply(context.say("broadcast-no-copy"))
        return
    here = context.place.chat
    draft, people = await context.desk.office.broadcasts.draft(
        admin=context.person.id, chat=here, message=shown, once=f"b{context.update}"
    )
    if people:
        keyboard = preview(context.say, context.person.id, draft.id, people)
        await context.reply(context.say("broadcast-preview", people=people), keyboard)
    else:
        await context.reply(context.say("broadcast-nobody"))


async def _copied(context: Context, source: Message) -> int | None:
    """Exactly what people will get; None: Telegram does not copy such a message, or it is one of several."""
    if source.media_group_id:
        return None
    try:
        copy = await context.desk.post.bot.copy_message(context.place.chat, source.chat_id, source.message_id)
    except BadRequest:
        return None
    return copy.message_id


async def _said(context: Context, message: Message, words: str) -> int:
    """The words after the command, as they were formatted."""
    before = units((message.text or "").rstrip()) - units(words)
    entities = tuple(
        MessageEntity(
            each.type,
            each.offset - before,
            each.length,
            url=each.url,
            user=each.user,
            language=each.language,
            custom_emoji_id=each.custom_emoji_id,
        )
        for each in message.entities
        if each.offset >= before
    )
    sent = await context.desk.post.say(Place(context.place.chat, 0), Caption(words, entities))
    return sent.message_id


BROADCAST = Command("broadcast", run, Scope.ADMINS, any_message=True)
