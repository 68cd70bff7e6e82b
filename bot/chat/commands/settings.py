"""/settings: what counts for all edits to come; in a group for everybody, chosen by its administrators."""

from bot.chat.commands.command import Ask, Command
from bot.chat.groups import steers
from bot.chat.settings import here, of, own


async def run(ask: Ask) -> None:
    """Show what can be set; members of a group read what counts there."""
    context, group = ask.context, ask.context.group
    if group is None:
        await context.reply(*own(context).shown())
    elif await steers(context.desk, group.id, context.person.id):
        await context.reply(*of(group, context).shown())
    else:
        await context.reply(here(group, context))


SETTINGS = Command("settings", run, steers=True)
