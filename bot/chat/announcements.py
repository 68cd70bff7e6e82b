"""Messages to everybody over Telegram: copies, so that pictures and formatting stay and no name shows."""

from dataclasses import dataclass

import structlog
from telegram import InlineKeyboardMarkup
from telegram.error import TelegramError

from bot.chat.keyboards import broadcasts as keyboards
from bot.chat.limits import Urgency
from bot.chat.people import People
from bot.chat.post import Post
from bot.chat.progress import bar
from bot.chat.quietly import Quietly
from bot.chat.refusals import Refusal, describe, refusal
from bot.chat.traffic import Freight
from bot.domain.broadcast import Broadcast, Fate, Phase
from bot.texts import Texts

log = structlog.get_logger()

_MEANS = {Refusal.UNREACHABLE: Fate.UNREACHABLE, Refusal.MESSAGE_GONE: Fate.GONE}


@dataclass(frozen=True, slots=True)
class Announcements:
    """`Announcer` over Telegram."""

    post: Post
    texts: Texts
    people: People

    async def copy(self, broadcast: Broadcast, person: int) -> Fate:
        """See `Announcer`."""
        try:
            await self.post.bot.copy_message(
                person, broadcast.chat, broadcast.message, rate_limit_args=Freight(Urgency.NEWS)
            )
        except TelegramError as error:
            fate = _MEANS.get(refusal(error), Fate.FAILED)
            if fate is not Fate.UNREACHABLE:
                log.warning("copy not sent", broadcast=broadcast.id, why=describe(error))
            return fate
        return Fate.SENT

    async def tell(self, broadcast: Broadcast) -> None:
        """See `Announcer`."""
        with Quietly("tell of a broadcast", broadcast=broadcast.id):
            language = await self.people.language(broadcast.admin)
            text, keyboard = shown(self.texts, language, broadcast)
            here = broadcast.admin, broadcast.status
            if keyboard:
                await self.post.report(*here, text, keyboard, ("broadcast", broadcast.id))
            else:
                await self.post.reword(*here, text)


def shown(texts: Texts, language: str, broadcast: Broadcast) -> tuple[str, InlineKeyboardMarkup | None]:
    """How far it is, with a way to stop it; or what came of it."""

    def say(key: str, /, **data: object) -> str:
        return texts.say(language, key, **data)

    if broadcast.phase is Phase.SENDING:
        text = say(
            "broadcast-sending",
            bar=bar(broadcast.percent),
            percent=broadcast.percent,
            tried=broadcast.tried,
            total=broadcast.total,
        )
        return text, keyboards.stop(say, broadcast.admin, broadcast.id)
    text = say(f"broadcast-{broadcast.phase}", sent=broadcast.sent, total=broadcast.total)
    if broadcast.unreachable:
        text += "\n" + say("broadcast-unreachable", unreachable=broadcast.unreachable)
    if broadcast.failed:
        text += "\n" + say("broadcast-failed", failed=broadcast.failed)
    return text, None
