"""/cancel: stop all that the person waits for in this chat."""

from bot.chat.commands.command import Ask, Command


async def run(ask: Ask) -> None:
    """Cancel, and say how much that was."""
    context = ask.context
    person, chat = context.person.id, context.place.chat
    await context.desk.questions.close(chat, person)
    submit = context.desk.submit
    cancelled = await submit.cancel_all(person=person, chat=chat)
    if cancelled:
        await context.reply(context.say("cancel-done", count=len(cancelled)))
    else:
        sending = await submit.unfinished(person=person, chat=chat)
        await context.reply(context.say("cancel-late" if sending else "cancel-none"))


CANCEL = Command("cancel", run, nameless=True)
