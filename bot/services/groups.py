"""What groups chose, and where they are."""

from bot.domain.people import Group, Preferences
from bot.domain.ports import Clock
from bot.domain.shop import Shop
from bot.storage import edits, groups
from bot.storage.database import Connection, Database

_CLOSED = 5 * 60_000


class Groups:
    """One group's side of the bot; who may choose for it is for the face to know."""

    def __init__(self, database: Database, clock: Clock, shop: Shop) -> None:
        self._database, self._clock, self._shop = database, clock, shop

    async def meet(self, chat: int, title: str, language: str | None = None) -> Group:
        """Write down that the bot is there, and what is spoken; returns what is known: model, preferences."""
        return await self._database.write(groups.meet, chat, title, language, self._clock.now())

    async def get(self, chat: int) -> Group | None:
        """A group that the bot has met."""
        return await self._database.read(groups.get, chat)

    async def choose_model(self, chat: int, model: str | None) -> None:
        """Keep a group's choice; None leaves it to each member.

        Raises:
            UnknownModel: it is not on offer.
        """
        if model is not None:
            self._shop.now.get(model)
        await self._database.write(groups.choose_model, chat, model)

    async def prefer(self, chat: int, preferences: Preferences) -> None:
        """Keep what a group wishes of all results."""
        await self._database.write(groups.prefer, chat, preferences)

    async def closed(self, chat: int) -> None:
        """It lets the bot send no picture: for a while none is made for it, since nobody pays for it."""
        until = self._clock.now() + _CLOSED
        await self._database.write(groups.close, await self.now_at(chat), until)

    async def opened(self, chat: int, title: str) -> None:
        """The bot is in it, perhaps with other rights than before."""
        await self._database.write(_open, chat, title, self._clock.now())

    async def left(self, chat: int) -> None:
        """The bot is not in it any more."""
        await self._database.write(groups.leave, chat)

    async def moved(self, old: int, new: int) -> None:
        """A group became a supergroup: what it chose, and what is in work for it, goes along."""
        await self._database.write(_move, old, new, self._clock.now())

    async def now_at(self, chat: int) -> int:
        """The id under which a chat can be written to today."""
        if chat >= 0:  # people do not move
            return chat
        known = await self.get(chat)
        return known.moved_to if known and known.moved_to else chat


async def _open(conn: Connection, chat: int, title: str, now: int) -> None:
    await groups.meet(conn, chat, title, None, now)
    await groups.close(conn, chat, None)


async def _move(conn: Connection, old: int, new: int, now: int) -> None:
    known = await groups.get(conn, old)
    if known and known.moved_to == new:  # Telegram says it more than once
        return
    await groups.move(conn, old, new, now)
    await edits.move_chat(conn, old, new)
