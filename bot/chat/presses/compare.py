"""Presses under /compare, and under what came of it."""

from bot.chat.compare import able, choosing
from bot.chat.keyboards import compare as keyboards
from bot.chat.keyboards.data import by_short
from bot.chat.presses.press import Pressed
from bot.chat.presses.questions import asked_here
from bot.chat.questions import answering
from bot.domain.comparison import FEWEST, MOST
from bot.domain.errors import UnknownModel
from bot.domain.question import Asked


async def toggle(pressed: Pressed) -> str | None:
    """One of the models: compared as well, or not any more."""
    context, (owner, names, name) = pressed.context, pressed.parts
    pressed.check_owner(owner)
    question = await asked_here(pressed, Asked.COMPARE)
    if question is None:
        return context.say("press-old")
    offered = able(context, len(question.draft.sources))
    chosen, pressed_on = keyboards.named(offered, names), keyboards.named(offered, name)
    if not pressed_on:
        raise UnknownModel(model=name)
    (model,) = pressed_on
    if model not in chosen and len(chosen) >= MOST:
        return context.say("compare-most", most=MOST)
    wanted = [each for each in offered if (each in chosen) != (each == model)]
    await pressed.rekey(await choosing(context, question.draft, offered, wanted))
    return None


async def start(pressed: Pressed) -> str:
    """[Compare · 5 credits]."""
    context, (owner, names, price) = pressed.context, pressed.parts
    pressed.check_owner(owner)
    question = await asked_here(pressed, Asked.COMPARE)
    if question is None:
        return context.say("press-old")
    offered = able(context, len(question.draft.sources))
    chosen = keyboards.named(offered, names)
    quoted = await context.desk.submit.quote(question.draft, [each.id for each in chosen])
    if len(chosen) < FEWEST or quoted != int(price):
        # Models or prices changed since: nothing is begun at another price than the button says.
        await pressed.rekey(keyboards.models(context.say, context.person.id, offered, chosen, quoted))
        return context.say("compare-changed")
    async with answering(context, pressed.message):
        await context.desk.submit.compare(question.draft, [each.id for each in chosen], update=context.update)
    await pressed.erase()
    return context.say("press-started")


async def keep(pressed: Pressed) -> str:
    """[✓ NAME]: this person's own model from now on."""
    context, (owner, name) = pressed.context, pressed.parts
    pressed.check_owner(owner)
    model = by_short(context.desk.account.catalogue, name)
    if model is None:
        raise UnknownModel(model=name)
    await context.desk.account.choose_model(context.person.id, model.id)
    return context.say("model-chosen", model=model.title)
