"""/edit WORDS, as a reply to a picture: edit that picture."""

from bot.chat.commands.command import Ask, Command
from bot.chat.photos import start
from bot.chat.questions import FOR_WORDS, answer, ask_what
from bot.chat.replies import behind


async def run(ask: Ask) -> None:
    """Ask for the edit; without words, ask what it shall be."""
    context, message = ask.context, ask.message
    found = await behind(context, message.reply_to_message)
    if found and found.sources and not ask.words:
        await ask_what(context, found.sources, found.parent)
    elif found and ask.words:
        await start(context, ask.words, found.sources, parent=found.parent)
    elif not await answer(context, message, ask.words, *FOR_WORDS):
        await context.reply(context.say("edit-usage"))


EDIT = Command("edit", run, nameless=True)
