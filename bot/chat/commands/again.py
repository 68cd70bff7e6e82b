"""/again: the last edit once more; /again WORDS: its pictures with other words."""

from bot.chat.commands.command import Ask, Command


async def run(ask: Ask) -> None:
    """Repeat what this person asked for last in this chat."""
    context, submit = ask.context, ask.context.desk.submit
    last = await submit.last(person=context.person.id, chat=context.place.chat)
    if last is None:
        await context.reply(context.say("again-none"))
        return
    await submit.again(
        last.id, person=context.person.id, place=context.place, update=context.update, words=ask.words
    )


AGAIN = Command("again", run, nameless=True)
