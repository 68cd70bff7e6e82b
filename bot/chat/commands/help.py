"""/help: all that the bot can do."""

from bot.chat.commands.command import Ask, Command


async def run(ask: Ask) -> None:
    """Tell what works how."""
    of_group = ask.context.group.model if ask.context.group else None
    model = ask.context.desk.account.catalogue.choice(of_group, ask.context.person.model)
    lines = [ask.context.say("help", model=model.title)]
    if ask.context.desk.sales.open:
        lines.append(ask.context.say("help-buy"))
    await ask.context.reply("\n\n".join(lines))


HELP = Command("help", run)
