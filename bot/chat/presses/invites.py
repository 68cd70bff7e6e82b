"""Presses under /invites."""

from bot.chat.invites import shown
from bot.chat.presses.press import Pressed


async def revoke(pressed: Pressed) -> str:
    """[✖ Revoke]; only for admins, whoever was one when it was shown."""
    context, (code,) = pressed.context, pressed.parts
    if not context.desk.admin.allows(context.person.id):
        raise ValueError(code)
    await context.desk.access.revoke(code, by=context.person.id)
    await pressed.reword(*await shown(context))
    return context.say("invite-revoked")
