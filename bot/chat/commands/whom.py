"""Whom an admin means: the USER of /grant, /limit, /ban and the like."""

from telegram import MessageOriginUser

from bot.chat.commands.command import Ask
from bot.domain.errors import WrongAmount
from bot.domain.people import SHARED_IDS, Person


async def whom(ask: Ask, *, credits_follow: bool = True) -> tuple[Person, list[str]] | None:
    """The person and the words that follow; None where nobody is named.

    A message that the admin forwarded, or a reply to one, names its author, unless a USER stands there all
    the same: where `credits_follow`, a number alone is not who, but how many.

    Raises:
        UnknownPerson: nobody whom the bot has met.
    """
    words = ask.words.split()
    replied = ask.message.reply_to_message
    origin = (replied and replied.forward_origin) or ask.message.forward_origin
    author = origin.sender_user if isinstance(origin, MessageOriginUser) else None
    named = _names(words, credits_follow=credits_follow)
    if author and not author.is_bot and author.id not in SHARED_IDS and not named:
        return await ask.context.desk.admin.find(str(author.id)), words
    if not words:
        return None
    return await ask.context.desk.admin.find(words[0]), words[1:]


def amount(word: str) -> int:
    """A number of credits.

    Raises:
        WrongAmount: it is none.
    """
    try:
        return int(word)
    except ValueError:
        raise WrongAmount(amount=word) from None


def _names(words: list[str], *, credits_follow: bool) -> bool:
    """Whether the first of them is a USER for sure."""
    if credits_follow:
        return len(words) > 1 and (words[0].startswith("@") or _is_amount(words[1]))
    return bool(words) and (words[0].startswith("@") or words[0].isdecimal())


def _is_amount(word: str) -> bool:
    return word.lstrip("+-").isdecimal() or word.lower() == "default"
