"""What faces have to know of people, by id alone."""

from bot.domain.people import Preferences
from bot.services.account import Account
from bot.texts import Texts


class People:
    """Language, credits and whether somebody can be written to."""

    def __init__(self, account: Account, texts: Texts) -> None:
        self._account, self._texts = account, texts

    async def language(self, person: int, spoken: str | None = None) -> str:
        """The language that somebody reads; `spoken` is Telegram's tag, if it is at hand."""
        known = await self._account.get(person)
        if known is None:
            return self._texts.choose(spoken)
        return self._texts.choose(known.language, spoken or known.spoken)

    async def preferences(self, person: int, chat: int) -> Preferences:
        """What counts for their results in a chat."""
        return await self._account.preferences(person, chat)

    async def left(self, person: int) -> int:
        """The credits that they can spend now."""
        return (await self._account.statement(person)).left

    async def mark_reachable(self, person: int, *, reachable: bool) -> None:
        """Note whether they can be written to."""
        await self._account.mark_reachable(person, reachable=reachable)
