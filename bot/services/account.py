"""What a person can know and choose: credits, model, language."""

from dataclasses import dataclass

from bot.domain.model import Catalogue, Model
from bot.domain.people import Person, Preferences, preferences, wallet_of
from bot.domain.ports import Clock
from bot.domain.quota import Allowances, Period
from bot.domain.shop import Shop
from bot.storage import groups, ledger, people
from bot.storage.database import Connection, Database


@dataclass(frozen=True, slots=True)
class Statement:
    """A wallet as its owner reads it. `free` credits come each period, next at `renews_at` (epoch ms).

    `begins_at`: when they come to a newcomer for the first time.
    `balance` is below zero after a refund of what was spent.
    """

    free: int
    free_left: int
    balance: int
    held: int
    renews_at: int | None
    period: Period
    begins_at: int | None = None

    @property
    def left(self) -> int:
        """All that can be spent now."""
        return self.free_left + max(0, self.balance)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads what stands below a result: their row, if the bot has met them, wishes and credits."""

    person: Person | None
    wanted: Preferences
    left: int


class Account:
    """One person's side of the bot."""

    def __init__(self, database: Database, clock: Clock, shop: Shop, allowances: Allowances) -> None:
        self._database, self._clock, self._allowances = database, clock, allowances
        self._shop = shop

    @property
    def catalogue(self) -> Catalogue:
        """The models on offer at this moment."""
        return self._shop.now

    @property
    def whole(self) -> Catalogue:
        """All models that are configured, on offer or not."""
        return self._shop.whole

    async def meet(self, person: Person, *, private: bool = False) -> Person:
        """Write down who wrote, and return what is known of them: chosen language and model, ban.

        `private`: nobody else read along, so that the bot can write to them there.
        """
        return await self._database.write(people.meet, person, self._clock.now(), private=private)

    async def get(self, person: int) -> Person | None:
        """Somebody whom the bot has met; under a group's id, those who ask in its name."""
        return await self._database.read(_somebody, person)

    async def choose_model(self, person: int, model: str) -> Model:
        """Keep a person's choice.

        Raises:
            UnknownModel: it is not on offer.
        """
        chosen = self.catalogue.get(model)
        await self._database.write(people.choose_model, person, chosen.id)
        return chosen

    async def choose_language(self, person: int, language: str | None) -> None:
        """Keep a person's language; None follows Telegram's again."""
        await self._database.write(people.choose_language, person, language)

    async def prefer(self, person: int, wanted: Preferences) -> None:
        """Keep what a person wishes of all results."""
        await self._database.write(people.prefer, person, wanted)

    async def mark_reachable(self, person: int, *, reachable: bool) -> None:
        """Note whether the bot can write to a person."""
        await self._database.write(people.mark_reachable, person, reachable=reachable)

    async def reader(self, person: int, chat: int) -> Reader:
        """A person as the reader of a result in a chat: in a group its choices come first."""
        return await self._database.read(_reader, person, chat, self._allowances, self._clock.now())

    async def statement(self, person: int) -> Statement:
        """The credits of a person."""
        return await self._database.read(statement, wallet_of(person), self._allowances, self._clock.now())


async def _somebody(conn: Connection, person: int) -> Person | None:
    if person >= 0:
        return await people.get(conn, person)
    group = await groups.get(conn, person)
    return Person(person, group.title, language=group.language) if group else None


async def _reader(conn: Connection, person: int, chat: int, allowances: Allowances, now: int) -> Reader:
    wanted = preferences(await groups.get(conn, chat), await people.get(conn, person))
    left = (await statement(conn, wallet_of(person), allowances, now)).left
    return Reader(await _somebody(conn, person), wanted, left)


async def statement(conn: Connection, wallet: str, allowances: Allowances, now: int) -> Statement:
    """The credits of a wallet, within a transaction."""
    owner, allowance = await ledger.wallet(conn, wallet, allowances, now), allowances.of(wallet)
    held = await ledger.held(conn, wallet)
    return Statement(
        free=owner.granted(allowance),
        free_left=owner.free_left(allowance),
        balance=owner.balance,
        held=held.free + held.paid,
        renews_at=owner.renews(allowance),
        period=allowance.period,
        begins_at=owner.free_from,
    )
