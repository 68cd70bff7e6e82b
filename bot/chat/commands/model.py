"""/model: the models with their prices, a press chooses one; and those that cannot be had here.

In a group its administrators choose for all; where they did, the others are told.
"""

from collections.abc import Iterator

from bot.chat.commands.command import Ask, Command
from bot.chat.context import Context
from bot.chat.groups import steers
from bot.chat.keyboards import choices as keyboards
from bot.domain.model import Catalogue


async def run(ask: Ask) -> None:
    """Show the models, the choice marked."""
    context, group = ask.context, ask.context.group
    catalogue, person = context.desk.account.catalogue, context.person
    of_group = catalogue.offered(group.model) if group else None
    own = catalogue.choice(person.model)
    if group and await steers(context.desk, group.id, person.id):
        words = context.say("group-model-choose", model=of_group.title if of_group else "none")
        keyboard = keyboards.group_models(context.say, catalogue, of_group)
    elif of_group:
        await context.reply(context.say("group-model-here", model=of_group.title, own=own.title))
        return
    else:
        words = context.say("model-choose", model=own.title)
        keyboard = keyboards.models(context.say, catalogue, person.id, own.id)
    await context.reply("\n".join([words, *_missing(context, catalogue)]), keyboard)


def _missing(context: Context, catalogue: Catalogue) -> Iterator[str]:
    if unavailable := catalogue.unavailable:
        yield context.say("model-unavailable", models=", ".join(model.title for model in unavailable))


MODEL = Command("model", run, steers=True)
