"""/invite [credits] [uses], for admins: a link that lets people in; /invites lists them."""

from bot.chat.commands.command import Ask, Command, Scope
from bot.chat.commands.whom import amount
from bot.chat.context import Desk
from bot.chat.invites import link, shown
from bot.domain.access import Mode

_UNSAID = (0, 1)
"""Credits and uses where nothing is said of them."""


async def run(ask: Ask) -> None:
    """Make an invitation: without a word, for one person and without credits."""
    context, words = ask.context, ask.words.split()
    if len(words) > len(_UNSAID):
        await context.reply(context.say("invite-usage"))
        return
    credits, uses = [*map(amount, words), *_UNSAID[len(words) :]]  # noqa: A001  the design's word
    made = await context.desk.access.invite(by=context.person.id, credits=credits, uses=uses)
    told = context.say("invite-made", credits=made.credits, uses=made.uses, until=made.expires)
    await context.reply(f"{told}\n\n{link(context, made)}")


async def run_all(ask: Ask) -> None:
    """List those that are open."""
    await ask.context.reply(*await shown(ask.context))


def _offered(desk: Desk) -> bool:
    return desk.access.door.mode is not Mode.LIST


INVITE = Command("invite", run, Scope.ADMINS, offered=_offered)
INVITES = Command("invites", run_all, Scope.ADMINS, offered=_offered)
