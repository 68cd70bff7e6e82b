"""Asks which models shall be compared, before anything is held."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup, Message

from bot.chat.context import Context
from bot.chat.keyboards import compare as keyboards
from bot.chat.questions import FOR_WORDS, ask
from bot.chat.replies import behind
from bot.domain.comparison import FEWEST
from bot.domain.edit import Draft, Source
from bot.domain.model import Model
from bot.domain.question import Asked, Question

_AT_FIRST = 3
"""How many models are chosen before anybody says which."""


async def compare(
    context: Context, words: str, sources: Sequence[Source], *, parent: str | None = None
) -> None:
    """Ask on which models these pictures shall be edited."""
    if not words or not sources:
        await context.reply(context.say("compare-usage"))
        return
    offered = able(context, len(sources))
    if len(offered) < FEWEST:
        await context.reply(context.say("compare-too-few", given=len(sources)))
        return
    draft = Draft(context.person.id, context.place, words, tuple(sources), parent=parent)
    keyboard = await choosing(context, draft, offered, offered[:_AT_FIRST])
    await ask(context, Question(Asked.COMPARE, draft), context.say("compare-ask"), keyboard)


async def choosing(
    context: Context, draft: Draft, offered: Sequence[Model], chosen: Sequence[Model]
) -> InlineKeyboardMarkup:
    """The models on offer for it, those chosen marked, and what they cost this person together.

    Raises:
        Refused: one of them could not start.
    """
    price = await context.desk.submit.quote(draft, [each.id for each in chosen])
    return keyboards.models(context.say, context.person.id, offered, chosen, price)


async def compare_replied(context: Context, message: Message, words: str) -> None:
    """The same for the picture that a message replies to, or about which the bot just asked."""
    found = await behind(context, message.reply_to_message)
    if found:
        await compare(context, words, found.sources, parent=found.parent)
        return
    waiting = await context.desk.questions.waiting(
        context.place.chat, context.person.id, context.update, *FOR_WORDS
    )
    draft = waiting[1].draft if waiting else None
    await compare(context, words, draft.sources if draft else (), parent=draft.parent if draft else None)


def able(context: Context, pictures: int) -> list[Model]:
    """The models that can edit as many pictures: the person's own first, then those after it in the list."""
    catalogue, group = context.desk.account.catalogue, context.group
    own = catalogue.choice(group.model if group else None, context.person.model)
    start = catalogue.models.index(own)
    in_turn = (*catalogue.models[start:], *catalogue.models[:start])
    return [each for each in in_turn if max(1, each.min_pictures) <= pictures <= each.max_pictures]
