"""/limit USER CREDITS|default, for admins."""

from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.commands.whom import amount, whom

DEFAULT = "default"


async def run(ask: Ask) -> None:
    """Set somebody's own free credits for each period."""
    context = ask.context
    found = await whom(ask)
    if found is None or len(found[1]) != 1:
        await context.reply(context.say("limit-usage"))
        return
    person, (word,) = found
    statement = await context.desk.admin.limit(
        by=context.person.id,
        person=person.id,
        credits=None if word.lower() == DEFAULT else amount(word),
        once=f"limit:{context.update}",
    )
    await context.reply(
        context.say(
            "limit-done", name=person.name, person=str(person.id), free=statement.free, left=statement.left
        )
    )


LIMIT = Command("limit", run, Scope.ADMINS)
