"""What faces have to know of people, by id alone."""

from bot.domain.people import Person
from bot.services.account import Account, Reader
from bot.texts import Texts


class People:
    """Language, credits and whether somebody can be written to."""

    def __init__(self, account: Account, texts: Texts) -> None:
        self._account, self._texts = account, texts

    async def language(self, person: int, spoken: str | None = None) -> str:
        """The language that somebody reads; `spoken` is Telegram's tag, if it is at hand."""
        return self._language(await self._account.get(person), spoken)

    async def reader(self, person: int, chat: int) -> tuple[str, Reader]:
        """The language of who gets a result in a chat, and what else decides what stands below it."""
        reader = await self._account.reader(person, chat)
        return self._language(reader.person), reader

    async def mark_reachable(self, person: int, *, reachable: bool) -> None:
        """Note whether they can be written to."""
        await self._account.mark_reachable(person, reachable=reachable)

    def _language(self, known: Person | None, spoken: str | None = None) -> str:
        if known is None:
            return self._texts.choose(spoken)
        return self._texts.choose(known.language, spoken or known.spoken)
