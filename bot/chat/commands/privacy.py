"""/privacy: what is kept of people, and for how long; /privacy delete ends it."""

from bot.chat.commands.command import Ask, Command
from bot.chat.keyboards.privacy import privacy
from bot.chat.privacy import forget, told

DELETE = "delete"


async def run(ask: Ask) -> None:
    """Tell, with a button that deletes; or delete at once."""
    context = ask.context
    if ask.words.lower() == DELETE:
        await context.reply(await forget(context))
    else:
        keyboard = privacy(context.say, context.person.id)
        await context.reply(told(context), keyboard)


PRIVACY = Command("privacy", run, in_groups=False)
