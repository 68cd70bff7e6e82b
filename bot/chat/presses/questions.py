"""Presses under the bot's questions about pictures."""

from dataclasses import replace

from telegram import Message

from bot.chat.keyboards import questions as keyboards
from bot.chat.keyboards.data import by_short
from bot.chat.keyboards.questions import LIST, READY
from bot.chat.presses.press import Pressed
from bot.chat.questions import answering, begin
from bot.chat.replies import behind
from bot.domain.edit import Draft
from bot.domain.errors import UnknownModel
from bot.domain.question import Asked, Question


async def ready(pressed: Pressed) -> str:
    """One of the ready-made edits."""
    owner, name = pressed.parts
    pressed.check_owner(owner)
    if name not in READY:
        raise ValueError(name)
    started = await complete(pressed, pressed.context.say(f"ready-{name}-prompt"))
    return pressed.context.say("press-started" if started else "press-old")


async def more(pressed: Pressed) -> None:
    """Another page of what can be done."""
    context, (owner, page) = pressed.context, pressed.parts
    pressed.check_owner(owner)
    own = await context.desk.presets.of(context.person.id)
    names = [each.name for each in own]
    await pressed.rekey(keyboards.ready(context.say, context.person.id, names, int(page)))


async def first(pressed: Pressed) -> str:
    """[Take the first N]."""
    owner, limit = pressed.parts
    pressed.check_owner(owner)
    question = await asked_here(pressed, Asked.TOO_MANY)
    if question is None or int(limit) < 1:
        return pressed.context.say("press-old")
    return await _settle(pressed, replace(question.draft, sources=question.draft.sources[: int(limit)]))


async def takes(pressed: Pressed) -> str | None:
    """[Other model], which takes them all; and back."""
    context, (owner, limit, what) = pressed.context, pressed.parts
    pressed.check_owner(owner)
    question = await asked_here(pressed, Asked.TOO_MANY)
    if question is None:
        return context.say("press-old")
    catalogue, given = context.desk.account.catalogue, len(question.draft.sources)
    if what == LIST:
        models = keyboards.wider_models(context.say, catalogue, context.person.id, given, int(limit))
        await pressed.rekey(models)
        return context.say("other-choose")
    await pressed.rekey(keyboards.too_many(context.say, context.person.id, int(limit), wider=True))
    return None


async def take(pressed: Pressed) -> str:
    """One of those models."""
    context, (owner, name) = pressed.context, pressed.parts
    pressed.check_owner(owner)
    question = await asked_here(pressed, Asked.TOO_MANY)
    if question is None:
        return context.say("press-old")
    model = by_short(context.desk.account.catalogue, name)
    if model is None:
        raise UnknownModel(model=name)
    return await _settle(pressed, replace(question.draft, model=model.id))


async def complete(pressed: Pressed, prompt: str) -> bool:
    """Do that with the pictures which the message under the button asks about; False: nobody knows them.

    A question that was forgotten is still asked in reply to its picture.
    """
    context, message = pressed.context, pressed.query.message
    if message is None:
        return False
    question = await asked_here(pressed, Asked.WHAT)
    draft = question.draft if question else await _replied(pressed)
    if draft is None:
        return False
    async with answering(context, message.message_id):
        await begin(context, replace(draft, prompt=prompt))
    return True


async def asked_here(pressed: Pressed, asked: Asked) -> Question | None:
    """The question in the message under the button, while it is kept."""
    context, message = pressed.context, pressed.query.message
    if message is None:
        return None
    found = await context.desk.questions.at(message.chat.id, message.message_id, context.person.id)
    return found if found and found.asked is asked else None


async def _settle(pressed: Pressed, draft: Draft) -> str:
    """Start it, and take away the question: it has no other answer."""
    message = pressed.query.message
    async with answering(pressed.context, message.message_id if message else 0):
        await begin(pressed.context, draft)
    await pressed.erase()
    return pressed.context.say("press-started")


async def _replied(pressed: Pressed) -> Draft | None:
    context, message = pressed.context, pressed.query.message
    picture = message.reply_to_message if isinstance(message, Message) else None
    if picture is None or picture.media_group_id:  # of an album, this would be one picture of many
        return None
    found = await behind(context, picture)
    if found is None or not found.sources:
        return None
    return Draft(context.person.id, context.place, "", found.sources, parent=found.parent)
