"""/user USER, for admins: one person's state, and what can be done."""

from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.commands.whom import whom
from bot.chat.user import shown


async def run(ask: Ask) -> None:
    """Show them."""
    context = ask.context
    found = await whom(ask, credits_follow=False)
    if found is None:
        await context.reply(context.say("user-usage"))
        return
    await context.reply(*await shown(context, found[0].id))


USER = Command("user", run, Scope.ADMINS)
