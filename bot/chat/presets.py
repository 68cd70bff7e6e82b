"""The words and questions of /presets, for the command and its buttons."""

from telegram import InlineKeyboardMarkup

from bot.chat.context import Context
from bot.chat.keyboards import presets as keyboards
from bot.chat.questions import ask
from bot.domain.edit import Draft
from bot.domain.preset import Preset
from bot.domain.question import Asked, Question

_SHOWN = 200
"""As much of a prompt as is needed to know it again."""


async def shown(context: Context) -> tuple[str, InlineKeyboardMarkup]:
    """What a person keeps, each a button."""
    names = [each.name for each in await context.desk.presets.of(context.person.id)]
    text = context.say("presets" if names else "presets-none")
    return text, keyboards.presets(context.say, context.person.id, names)


async def ask_name(context: Context) -> None:
    """Ask under which name the last prompt shall be kept; the next words are it.

    Raises:
        PresetRefused: there is no prompt yet.
    """
    prompt = await context.desk.presets.last_prompt(context.person.id)
    text = context.say("preset-ask-name", prompt=_short(prompt))
    await ask(context, Question(Asked.NAME, Draft(context.person.id, context.place, prompt)), text)


async def ask_new_name(context: Context, preset: Preset) -> None:
    """Ask for another name; the next words are it."""
    question = Question(Asked.RENAME, Draft(context.person.id, context.place, preset.prompt), preset.name)
    await ask(context, question, context.say("preset-ask-new-name", name=preset.name))


def _short(prompt: str) -> str:
    return prompt if len(prompt) <= _SHOWN else f"{prompt[: _SHOWN - 1]}…"
