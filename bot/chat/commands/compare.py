"""/compare WORDS, in reply to a picture or below one: the same edit on several models."""

from bot.chat.commands.command import Ask, Command
from bot.chat.compare import compare_replied


async def run(ask: Ask) -> None:
    """Ask which models."""
    await compare_replied(ask.context, ask.message, ask.words)


COMPARE = Command("compare", run, nameless=True)
