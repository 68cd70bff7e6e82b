"""Presses under messages to everybody."""

from bot.chat.announcements import shown
from bot.chat.keyboards.broadcasts import Act
from bot.chat.presses.admin import check_admin
from bot.chat.presses.press import Pressed


async def press(pressed: Pressed) -> str | None:
    """[Send to 1,234], [Cancel], [✖ Stop]."""
    context, (owner, what, name) = pressed.context, pressed.parts
    check_admin(pressed, owner)
    broadcasts, by = context.desk.office.broadcasts, context.person.id
    match Act(what):
        case Act.SEND:
            started = await broadcasts.start(name, by=by, status=pressed.message)
            await pressed.reword(*shown(context.desk.texts, context.language, started))
        case Act.CANCEL:
            await broadcasts.cancel(name, by=by)
            await pressed.reword(context.say("broadcast-cancelled"), None)
        case Act.STOP:
            await broadcasts.halt(name, by=by)
            return context.say("broadcast-stopping")
    return None
