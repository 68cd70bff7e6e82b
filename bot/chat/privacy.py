"""The words of /privacy, for the command and its buttons."""

from bot.chat.context import Context


def told(context: Context) -> str:
    """What is kept, and for how long."""
    keeps = context.desk.privacy.keeps
    told = context.say("privacy", pictures=round(keeps.pictures), letters=round(keeps.letters))
    return f"{told}\n\n{context.say('privacy-payments')}" if context.desk.sales.open else told


async def forget(context: Context) -> str:
    """Delete all that is kept of the person, and say so."""
    cancelled = await context.desk.privacy.forget(context.person.id, update=context.update)
    return context.say("privacy-done", cancelled=cancelled)
