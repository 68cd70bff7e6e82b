"""/models, for admins: every configured model, which of them cannot be had, and a button to switch each."""

from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.fleet import models


async def run(ask: Ask) -> None:
    """Tell."""
    await ask.context.reply(*await models(ask.context))


MODELS = Command("models", run, Scope.ADMINS)
