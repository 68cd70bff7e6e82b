"""Presses under /history."""

from dataclasses import replace

from bot.chat import handouts
from bot.chat.history import shown
from bot.chat.presses.press import Pressed


async def turn(pressed: Pressed) -> None:
    """[‹ Newer], [Older ›]."""
    owner, number = pressed.parts
    pressed.check_owner(owner)
    await pressed.reword(*await shown(pressed.context, int(number)))


async def show(pressed: Pressed) -> None:
    """[1], [2], ...: that result again, in reply to its request where that is in this chat."""
    context = pressed.context
    (name,) = pressed.parts
    edit = await pressed.own(name)
    sent = await context.desk.history.results(edit)
    await pressed.answer()  # an album takes its time
    here = context.place
    place = edit.place if edit.place.chat == here.chat else replace(here, message=pressed.message)
    if not await handouts.results(context, edit, sent, place):
        await context.reply(context.say("history-gone"))
