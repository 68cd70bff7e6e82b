"""/imagine WORDS: a picture from words alone."""

from bot.chat.commands.command import Ask, Command
from bot.chat.photos import start


async def run(ask: Ask) -> None:
    """Ask for the picture."""
    if not ask.words:
        await ask.context.reply(ask.context.say("imagine-usage"))
        return
    await start(ask.context, ask.words, ())


IMAGINE = Command("imagine", run, nameless=True)
