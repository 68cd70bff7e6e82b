"""Presses under /privacy."""

from bot.chat.keyboards.privacy import Sure, privacy
from bot.chat.presses.press import Pressed
from bot.chat.privacy import forget as forget_person


async def forget(pressed: Pressed) -> str | None:
    """[🗑 Delete my data], and whether that is meant."""
    context, (owner, sure) = pressed.context, pressed.parts
    pressed.check_owner(owner)
    if Sure(sure) is Sure.YES:
        await pressed.reword(await forget_person(context), None)
        return None
    asked = Sure(sure) is Sure.ASKED
    await pressed.rekey(privacy(context.say, context.person.id, asked=asked))
    return context.say("privacy-sure") if asked else None
