"""/grant USER CREDITS [reason], for admins."""

from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.commands.whom import amount, whom


async def run(ask: Ask) -> None:
    """Give credits."""
    context = ask.context
    found = await whom(ask)
    if found is None or not found[1]:
        await context.reply(context.say("grant-usage"))
        return
    person, (credits, *reason) = found  # noqa: A001  the design's word
    statement = await context.desk.admin.grant(
        by=context.person.id,
        to=person.id,
        credits=amount(credits),
        reason=" ".join(reason),
        once=f"grant:{context.update}",
    )
    await context.reply(
        context.say(
            "grant-done",
            name=person.name,
            person=str(person.id),
            left=statement.left,
            balance=statement.balance,
        )
    )


GRANT = Command("grant", run, Scope.ADMINS)
