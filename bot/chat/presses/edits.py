"""Presses under status messages, results and failures."""

from dataclasses import replace

from bot.chat import handouts
from bot.chat.keyboards import edits as keyboards
from bot.chat.keyboards.data import by_short
from bot.chat.keyboards.edits import Stage
from bot.chat.presses.press import Pressed
from bot.domain.edit import Edit, Place, State
from bot.domain.errors import AlreadyEnded, UnknownModel


async def cancel(pressed: Pressed) -> str:
    """[✖ Cancel]."""
    context = pressed.context
    (edit,) = pressed.parts
    try:
        ended = await context.desk.submit.cancel(edit, person=context.person.id)
    except AlreadyEnded:
        await pressed.erase()  # a status message that a crash left, or one that goes anyway
        raise
    return context.say("cancel-done" if ended.state is State.CANCELLED else "cancel-late", count=1)


async def again(pressed: Pressed) -> str:
    """[🔁 Again]: the same once more."""
    _, name = pressed.parts
    return await _start(pressed, await pressed.own(name))


async def other(pressed: Pressed) -> str:
    """[🎛 Other model]: which one?"""
    context = pressed.context
    stage, name = pressed.parts
    edit = await pressed.own(name)
    catalogue = context.desk.account.catalogue
    await pressed.rekey(keyboards.other(context.say, catalogue, edit, Stage(stage)))
    return context.say("other-choose")


async def with_model(pressed: Pressed) -> str:
    """One of those models."""
    context = pressed.context
    stage, name, short = pressed.parts
    model = by_short(context.desk.account.catalogue, short)
    if model is None:
        raise UnknownModel(model=short)
    edit = await pressed.own(name)
    word = await _start(pressed, edit, model.id)
    await pressed.rekey(keyboards.after(context.say, edit, Stage(stage)))
    return word


async def back(pressed: Pressed) -> None:
    """None of those models."""
    stage, name = pressed.parts
    edit = await pressed.own(name)
    await pressed.rekey(keyboards.after(pressed.context.say, edit, Stage(stage)))


async def original(pressed: Pressed) -> str | None:
    """[📄 Original file]: the model's bytes as they are, while the spool has them."""
    context = pressed.context
    (name,) = pressed.parts
    edit = await pressed.own(name)
    files = await context.desk.versions.originals(edit, context.place.chat, pressed.message)
    if not files:
        return context.say("original-gone", hours=context.desk.privacy.keeps.pictures)
    await pressed.answer(context.say("original-coming"))  # an upload takes its time
    await handouts.originals(context, edit, _place(pressed, edit), files)
    return None


async def undo(pressed: Pressed) -> None:
    """[↩ Undo]: the picture before this one, to go on from there."""
    context = pressed.context
    (name,) = pressed.parts
    edit = await pressed.own(name)
    before = await context.desk.versions.before(edit)
    if not before.sources:
        raise ValueError(name)
    await pressed.answer()  # in a busy group it may have to wait for its turn
    await handouts.before(context, before, _place(pressed, edit))


async def _start(pressed: Pressed, edit: Edit, model: str | None = None) -> str:
    context = pressed.context
    await context.desk.submit.again(
        edit.id,
        person=context.person.id,
        place=_place(pressed, edit),
        update=context.update,
        model=model,
    )
    return context.say("press-started")


def _place(pressed: Pressed, edit: Edit) -> Place:
    """In reply to the request, in its topic, also where the button is too old to tell; or where it moved."""
    here = pressed.context.place
    return edit.place if edit.place.chat == here.chat else replace(here, message=pressed.message)
