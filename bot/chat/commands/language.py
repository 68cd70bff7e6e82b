"""/language: the languages; a press chooses one."""

from bot.chat.commands.command import Ask, Command
from bot.chat.keyboards.choices import languages


async def run(ask: Ask) -> None:
    """Show the languages, the choice marked."""
    context = ask.context
    keyboard = languages(context.desk.texts, context.language, context.person.id, context.person.language)
    await context.reply(context.say("language-choose"), keyboard)


LANGUAGE = Command("language", run, in_groups=False)
