"""/admin, for admins: a panel of buttons that reaches all that they can do."""

from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.panel import home


async def run(ask: Ask) -> None:
    """Show it."""
    await ask.context.reply(*await home(ask.context))


ADMIN = Command("admin", run, Scope.ADMINS)
