"""Presses that choose something for all that follows."""

from functools import partial

from bot.chat.groups import check_steers
from bot.chat.keyboards import choices as keyboards
from bot.chat.keyboards.choices import EACH_OWN, FOLLOW_TELEGRAM
from bot.chat.keyboards.data import by_short
from bot.chat.presses.press import Pressed
from bot.domain.errors import UnknownModel


async def model(pressed: Pressed) -> str:
    """One of the models of /model."""
    context = pressed.context
    owner, name = pressed.parts
    pressed.check_owner(owner)
    catalogue = context.desk.account.catalogue
    chosen = by_short(catalogue, name)
    if chosen is None:
        raise UnknownModel(model=name)
    await context.desk.account.choose_model(context.person.id, chosen.id)
    await pressed.reword(
        context.say("model-choose", model=chosen.title),
        keyboards.models(context.say, catalogue, context.person.id, chosen.id),
    )
    return context.say("model-chosen", model=chosen.title)


async def group_model(pressed: Pressed) -> str:
    """One of the models of /model in a group, or none: each member's own."""
    context, (name,) = pressed.context, pressed.parts
    group = await check_steers(context)
    catalogue = context.desk.account.catalogue
    chosen = None if name == EACH_OWN else by_short(catalogue, name)
    if chosen is None and name != EACH_OWN:
        raise UnknownModel(model=name)
    await context.desk.groups.choose_model(group.id, chosen.id if chosen else None)
    title = chosen.title if chosen else "none"
    keyboard = keyboards.group_models(context.say, catalogue, chosen)
    await pressed.reword(context.say("group-model-choose", model=title), keyboard)
    return context.say("group-model-chosen", model=title)


async def language(pressed: Pressed) -> str:
    """One of the languages of /language."""
    context = pressed.context
    owner, tag = pressed.parts
    pressed.check_owner(owner)
    chosen, texts = None if tag == FOLLOW_TELEGRAM else tag, context.desk.texts
    if chosen and chosen not in texts.languages:
        raise ValueError(tag)
    await context.desk.account.choose_language(context.person.id, chosen)
    say = partial(texts.say, texts.choose(chosen, context.person.spoken))
    keyboard = keyboards.languages(
        texts, texts.choose(chosen, context.person.spoken), context.person.id, chosen
    )
    await pressed.reword(say("language-choose"), keyboard)
    return say("language-chosen")
