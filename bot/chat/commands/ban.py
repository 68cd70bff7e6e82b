"""/ban USER [duration] [reason], for admins."""

from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.commands.whom import whom
from bot.domain.span import span


async def run(ask: Ask) -> None:
    """Shut somebody out."""
    context = ask.context
    found = await whom(ask, credits_follow=False)
    if found is None:
        await context.reply(context.say("ban-usage"))
        return
    person, reason = found
    lasts = span(reason[0]) if reason else None
    until = await context.desk.office.bans.ban(
        by=context.person.id,
        person=person.id,
        lasts=lasts,
        reason=" ".join(reason[1:] if lasts else reason),
        once=f"ban:{context.update}",
    )
    await context.reply(context.say("ban-done", name=person.name, person=str(person.id), until=until))


BAN = Command("ban", run, Scope.ADMINS)
