"""The last edits of a person, as they are listed: with prices, and the way to their results."""

from telegram import InlineKeyboardMarkup, MessageEntity

from bot.chat.captions import Caption
from bot.chat.context import Context
from bot.chat.keyboards.history import listed
from bot.chat.utf16 import cut, units
from bot.domain.edit import Edit, State
from bot.domain.people import wallet_of
from bot.services.history import PAGE, Entry

_WORDS = 60
_SUPERGROUPS = -(10**12)
"""Ids below are those of supergroups; only their messages have links."""


async def shown(context: Context, number: int) -> tuple[Caption, InlineKeyboardMarkup | None]:
    """A page of the list and its buttons; in a group only what was asked for there.

    Raises:
        ValueError: no page has such a number.
    """
    chat = context.place.chat if context.group else None
    page = await context.desk.history.page(context.person.id, number, chat=chat)
    if not page.entries:
        return Caption(context.say("history-none")), None
    text, links = context.say("history-here" if context.group else "history"), []
    buttons = []
    for place, entry in enumerate(page.entries, start=number * PAGE + 1):
        text += "\n\n" + _head(context, entry.edit, place)
        start = units(text) + 1
        words = cut(" ".join(entry.edit.prompt.split()), _WORDS)
        if words:
            text += "\n" + context.say("history-words", words=words)
        if link := _link(entry):
            links.append(MessageEntity(MessageEntity.TEXT_LINK, start, units(text) - start, url=link))
        elif entry.results:
            buttons.append((place, entry.edit.id))
    return Caption(text, tuple(links)), listed(context.say, context.person.id, page, buttons)


def _head(context: Context, edit: Edit, place: int) -> str:
    return context.say(
        "history-entry",
        number=place,
        at=edit.created,
        model=context.title(edit.model),
        charge=charge(context, edit),
    )


def charge(context: Context, edit: Edit) -> str:
    """What it cost, or why it cost nothing."""
    say = context.say
    if edit.state is State.FAILED:
        return say("history-failed", why=say("why", error=edit.error or ""))
    if edit.state is State.CANCELLED:
        return say("history-cancelled")
    if not edit.state.ended:
        return say("history-working", price=edit.price)
    if not edit.price:
        return say("history-free")
    key = "history-paid" if edit.wallet == wallet_of(edit.person) else "history-group"
    return say(key, price=edit.price)


def _link(entry: Entry) -> str | None:
    """The address of the first result, where messages have one."""
    for sent in entry.results:
        if sent.chat is not None and sent.chat < _SUPERGROUPS:
            return f"https://t.me/c/{_SUPERGROUPS - sent.chat}/{sent.message}"
    return None
