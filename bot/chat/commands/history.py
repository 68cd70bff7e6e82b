"""/history: the last edits of the person who asks, what they cost and where their results are."""

from bot.chat.commands.command import Ask, Command
from bot.chat.history import shown


async def run(ask: Ask) -> None:
    """Show the newest."""
    await ask.context.reply(*await shown(ask.context, 0))


HISTORY = Command("history", run)
