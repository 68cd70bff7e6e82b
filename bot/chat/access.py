"""People at the door: who opens the link of an invitation is let in."""

from telegram import Update

from bot.chat.context import Desk, known, place_of
from bot.services.access import PREFIX


async def knock(desk: Desk, update: Update, words: str) -> None:
    """Let somebody in who comes by a link; does nothing where the words are none.

    Raises:
        InviteVoid: the invitation lets nobody in any more.
        NotAdmitted: no invitation does.
    """
    place, person = place_of(update), await known(desk, update)
    if person is None or place is None or person.banned or not words.startswith(PREFIX):
        return
    credits_ = await desk.access.accept(words, person)
    if credits_ is not None:
        language = desk.texts.choose(person.language, person.spoken)
        await desk.post.say(place, desk.texts.say(language, "invite-welcome", credits=credits_))
