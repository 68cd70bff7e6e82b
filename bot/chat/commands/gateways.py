"""/gateways, for admins: what each gateway offers, how it has been lately, and a button to switch it."""

from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.fleet import gateways


async def run(ask: Ask) -> None:
    """Tell."""
    await ask.context.reply(*await gateways(ask.context))


GATEWAYS = Command("gateways", run, Scope.ADMINS)
