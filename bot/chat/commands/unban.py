"""/unban USER, for admins."""

from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.commands.whom import whom


async def run(ask: Ask) -> None:
    """Let somebody in again."""
    context = ask.context
    found = await whom(ask, credits_follow=False)
    if found is None:
        await context.reply(context.say("unban-usage"))
        return
    person, _ = found
    bans = context.desk.office.bans
    was = await bans.unban(by=context.person.id, person=person.id, once=f"unban:{context.update}")
    key = "unban-done" if was else "unban-none"
    await context.reply(context.say(key, name=person.name, person=str(person.id)))


UNBAN = Command("unban", run, Scope.ADMINS)
