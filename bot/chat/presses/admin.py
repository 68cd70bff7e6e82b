"""Presses under what only admins see. Whoever is none any more has no button that does anything."""

from telegram import Message

from bot.chat import fleet
from bot.chat.commands import COMMANDS, Ask
from bot.chat.keyboards.admin import Page, Turn
from bot.chat.keyboards.data import short
from bot.chat.panel import ask_for, home
from bot.chat.presses.press import Pressed
from bot.domain.errors import UnknownGateway, UnknownModel

ASKED = frozenset({"user", "grant", "limit", "ban", "broadcast"})
"""Commands whose words are asked for."""


async def panel(pressed: Pressed) -> None:
    """A page of the panel, or the question for what a command needs."""
    context, (owner, page, *named) = pressed.context, pressed.parts
    check_admin(pressed, owner)
    match Page(page):
        case Page.HOME:
            await pressed.reword(*await home(context))
        case Page.MODELS:
            await pressed.reword(*await fleet.models(context, back=True))
        case Page.GATEWAYS:
            await pressed.reword(*await fleet.gateways(context, back=True))
        case Page.STATS:
            await _run(pressed, "stats")
        case Page.CONSOLE:
            await _run(pressed, "console")
        case Page.ASK:
            (command,) = named
            if command not in ASKED:
                raise ValueError(command)
            await ask_for(context, command, context.say(f"admin-{command}-ask"))


async def _run(pressed: Pressed, name: str) -> None:
    """A command that needs no words."""
    message = pressed.query.message
    command = next(each for each in COMMANDS if each.name == name)
    if isinstance(message, Message):
        await command.run(Ask(pressed.context, message, ""))


async def switch_model(pressed: Pressed) -> str:
    """[● NAME] or [○ NAME]: a model off or on."""
    context, (owner, name, turn, back) = pressed.context, pressed.parts
    check_admin(pressed, owner)
    whole = context.desk.office.switches.all_models
    model = next((each for each in whole if short(each.id) == name), None)
    if model is None:
        raise UnknownModel(model=name)
    on = Turn(turn) is Turn.ON
    once = f"switch:{context.update}"
    await context.desk.office.switches.model(model.id, on=on, by=context.person.id, once=once)
    word = context.say("switched-on" if on else "switched-off", name=model.title)
    await pressed.answer(word)  # the gateways are asked anew, which takes its time
    await pressed.reword(*await fleet.models(context, back=bool(int(back))))
    return word


async def switch_gateway(pressed: Pressed) -> str:
    """The same for a gateway; which models go with it, is said."""
    context, (owner, name, turn, back) = pressed.context, pressed.parts
    check_admin(pressed, owner)
    gateway = next((each for each in context.desk.office.switches.all_gateways if short(each) == name), None)
    if gateway is None:
        raise UnknownGateway
    on = Turn(turn) is Turn.ON
    once = f"switch:{context.update}"
    gone = await context.desk.office.switches.gateway(gateway, on=on, by=context.person.id, once=once)
    word = context.say("switched-on" if on else "switched-off", name=gateway)
    if gone:
        word = context.say("switched-off-with", name=gateway, models=", ".join(each.title for each in gone))
    await pressed.answer(word, alert=bool(gone))
    await pressed.reword(*await fleet.gateways(context, back=bool(int(back))))
    return word


def check_admin(pressed: Pressed, owner: str) -> None:
    """A button of an admin's is for that admin, while they are one.

    Raises:
        NotYours: it was somebody else.
        ValueError: they are no admin any more, or that is no id.
    """
    pressed.check_owner(owner)
    if not pressed.context.desk.admin.allows(pressed.context.person.id):
        raise ValueError(owner)
