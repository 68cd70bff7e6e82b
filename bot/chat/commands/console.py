"""/console, for admins: a link into the operators' console, for nobody but them."""

from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.context import Context, Desk


async def run(ask: Ask) -> None:
    """Make one."""
    await ask.context.reply(await _answer(ask.context))


async def _answer(context: Context) -> str:
    entrance = context.desk.entrance
    if context.group or entrance is None:
        return context.say("console-private")
    if not entrance.address:
        return context.say("console-insecure")
    told = context.say("console-near" if entrance.near else "console")
    return f"{told}\n\n{await entrance.link(context.person.id)}"


def _offered(desk: Desk) -> bool:
    return desk.entrance is not None


CONSOLE = Command("console", run, Scope.ADMINS, apart=True, offered=_offered)
