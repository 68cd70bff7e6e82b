"""/give CREDITS, in a group that pays: from the own balance into the group's."""

from bot.chat.commands.command import Ask, Command
from bot.chat.commands.whom import amount
from bot.chat.context import Desk


async def run(ask: Ask) -> None:
    """Give, and say what the group has then."""
    context, group, wallets = ask.context, ask.context.group, ask.context.desk.wallets
    if group is None:
        await context.reply(context.say("give-nowhere"))
        return
    if not ask.words:
        await context.reply(context.say("give-usage"))
        return
    credits = amount(ask.words)  # noqa: A001  the design's word
    statement = await wallets.give(
        person=context.person.id, chat=group.id, credits=credits, once=f"gift:{context.update}"
    )
    await context.reply(context.say("give-done", given=credits, left=statement.left))


def _offered(desk: Desk) -> bool:
    return desk.wallets.groups_pay


GIVE = Command("give", run, offered=_offered)
