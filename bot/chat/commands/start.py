"""/start: hello, and how to begin."""

from bot.chat.commands.command import Ask, Command
from bot.chat.payments import offer
from bot.chat.till import START as TO_BUY


async def run(ask: Ask) -> None:
    """Say hello, or show what is sold to who came for it."""
    if ask.words == TO_BUY and ask.context.desk.sales.open:
        await offer(ask.context)
        return
    await ask.context.reply(ask.context.say("start", name=ask.context.person.name))


START = Command("start", run, in_groups=False)
