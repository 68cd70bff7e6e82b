"""Presses on presets: under /presets, and under a question about a picture."""

from dataclasses import replace

from bot.chat.keyboards import presets as keyboards
from bot.chat.keyboards.data import short
from bot.chat.keyboards.presets import Act
from bot.chat.presets import ask_name, ask_new_name, shown
from bot.chat.presses.press import Pressed
from bot.chat.presses.questions import complete
from bot.chat.questions import answering, ask, begin
from bot.domain.edit import Draft
from bot.domain.errors import PresetProblem, PresetRefused
from bot.domain.preset import Preset
from bot.domain.question import Asked, Question


async def use(pressed: Pressed) -> str:
    """Do it with the picture that is asked about; where there is none, ask for one."""
    context, (owner, name) = pressed.context, pressed.parts
    pressed.check_owner(owner)
    preset = await _preset(pressed, name)
    if await complete(pressed, preset.prompt):
        return context.say("press-started")
    chat, person = context.place.chat, context.person.id
    waiting = await context.desk.questions.waiting(chat, person, context.update, Asked.WHAT)
    if waiting:
        message, question = waiting
        async with answering(context, message):
            await begin(context, replace(question.draft, prompt=preset.prompt))
        return context.say("press-started")
    draft = Draft(person, context.place, preset.prompt)
    text = context.say("preset-send-picture", name=preset.name)
    await ask(context, Question(Asked.PICTURE, draft), text)
    return text


async def presets(pressed: Pressed) -> str | None:
    """All else under /presets."""
    owner, act, name = pressed.parts
    pressed.check_owner(owner)
    match Act(act):
        case Act.SAVE:
            await ask_name(pressed.context)
        case Act.LIST:
            await pressed.reword(*await shown(pressed.context))
        case Act.MANAGE:
            await _manage(pressed)
        case Act.SURE:
            await _delete(pressed, await _preset(pressed, name))
        case Act.RENAME:
            await ask_new_name(pressed.context, await _preset(pressed, name))
        case Act.OPEN | Act.DELETE:
            await _open(pressed, await _preset(pressed, name), sure=Act(act) is Act.DELETE)
    return None


async def _open(pressed: Pressed, preset: Preset, *, sure: bool) -> None:
    context = pressed.context
    text = context.say("preset-one", name=preset.name, prompt=preset.prompt)
    await pressed.reword(text, keyboards.one(context.say, context.person.id, preset.name, sure=sure))


async def _delete(pressed: Pressed, preset: Preset) -> None:
    await pressed.context.desk.presets.delete(pressed.context.person.id, preset.name)
    await _manage(pressed)


async def _manage(pressed: Pressed) -> None:
    context = pressed.context
    names = [each.name for each in await context.desk.presets.of(context.person.id)]
    if names:
        keyboard = keyboards.manage(context.say, context.person.id, names)
        await pressed.reword(context.say("presets-manage"), keyboard)
    else:
        await pressed.reword(*await shown(context))


async def _preset(pressed: Pressed, name: str) -> Preset:
    """The person's own of that short name.

    Raises:
        PresetRefused: it is gone.
    """
    own = await pressed.context.desk.presets.of(pressed.context.person.id)
    found = next((each for each in own if short(each.name) == name), None)
    if found is None:
        raise PresetRefused(PresetProblem.UNKNOWN, limit=0, name="")
    return found
