"""/presets: prompts that a person keeps; /presets save NAME keeps the last one."""

from bot.chat.commands.command import Ask, Command
from bot.chat.presets import ask_name, shown

SAVE = "save"


async def run(ask: Ask) -> None:
    """Show them, or save one."""
    context, person = ask.context, ask.context.person.id
    verb, *name = ask.words.split(maxsplit=1) or [""]
    if verb.lower() != SAVE:
        await context.reply(*await shown(context))
    elif not name:
        await ask_name(context)
    else:
        prompt = await context.desk.presets.last_prompt(person)
        preset = await context.desk.presets.save(person, name[0], prompt)
        await context.reply(context.say("preset-saved", name=preset.name))


PRESETS = Command("presets", run, in_groups=False)
