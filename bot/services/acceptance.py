"""The checks that an edit passes before it is accepted, and what is written down then: row and hold."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain import wishes
from bot.domain.edit import Draft, Edit, State, Wishes
from bot.domain.errors import (
    Banned,
    MayNotSend,
    NobodyPays,
    PictureNeeded,
    PromptNeeded,
    TooFast,
    TooManyPictures,
    TooManyWaiting,
)
from bot.domain.model import Model
from bot.domain.people import Group, is_of_group, preferences, wallet_of
from bot.domain.quota import MINUTE, Allowances, MemberCap, Rate
from bot.domain.shop import Shop
from bot.storage import edits, groups, ledger, people
from bot.storage.database import Connection

_NO_LIMIT = Rate(0)


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms edits are accepted. `free_of_charge` are the people who do not pay.

    `cap`: groups pay for what is asked for there, and each member has that much of it; None: members pay.
    `rate`: how fast a person may ask.
    """

    allowances: Allowances
    waiting_per_wallet: int
    free_of_charge: frozenset[int] = frozenset()
    cap: MemberCap | None = None
    rate: Rate = _NO_LIMIT

    def payer(self, person: int, group: Group | None) -> str:
        """The wallet that pays for what a person asks for there.

        Raises:
            NobodyPays: they ask in the name of a group, and groups do not pay.
        """
        if self.cap and group and person not in self.free_of_charge:
            return group.wallet
        if person < 0:
            raise NobodyPays
        return wallet_of(person)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Turns drafts into edits, within a transaction of whoever accepts them."""

    shop: Shop
    terms: Terms
    new_id: Callable[[], str]

    async def checked(self, conn: Connection, draft: Draft, now: int, *, most: int | None = None) -> Edit:
        """The edit that a draft would be, with at most so many pictures.

        Raises:
            Refused: it cannot start.
        """
        person, group = await people.get(conn, draft.person), await groups.get(conn, draft.place.chat)
        if person and person.is_banned(now):
            raise Banned(until=person.banned_until)
        if group and group.closed_until and group.closed_until > now:
            raise MayNotSend
        if draft.model:
            model = self.shop.now.get(draft.model)
        else:
            model = self.shop.now.choice(*(each.model for each in (group, person) if each))
        asked = wishes.read(draft.prompt, model)
        _check(draft, asked, model)
        told = asked.wishes.over(draft.wishes).over(preferences(group, person).wishes)
        told = replace(told.over(_as_it_came(draft)), count=min(told.count or 1, most or model.max_count))
        options = model.granted(told)
        options = options if draft.sources else model.completed(options)
        free = draft.person in self.terms.free_of_charge
        return Edit(
            id=self.new_id(),
            wallet=self.terms.payer(draft.person, group),
            person=draft.person,
            place=draft.place,
            model=model.id,
            prompt=asked.prompt or draft.prompt,
            sources=draft.sources,
            options=options,
            price=0 if free else model.cost(options),
            state=State.WAITING,
            created=now,
            parent=draft.parent,
        )

    async def enter(self, conn: Connection, accepted: list[Edit], update: int, now: int) -> None:
        """Write all of one update's edits down and hold their price, or none of it.

        Raises:
            TooFast, TooManyWaiting, CapReached, QuotaUsedUp: for all of them together.
        """
        await self._check_rate(conn, accepted, now)
        wallet, person, limit = accepted[0].wallet, accepted[0].person, self.terms.waiting_per_wallet
        if await edits.count_unfinished(conn, wallet, person) + len(accepted) > limit:
            raise TooManyWaiting(limit=limit)
        allowance, price = self.terms.allowances.of(wallet), sum(edit.price for edit in accepted)
        if self.terms.cap and is_of_group(wallet):
            spent = await edits.spent(conn, wallet, person, self.terms.cap.since(now))
            self.terms.cap.check(price, spent, now)
        owner = await ledger.wallet(conn, wallet, self.terms.allowances, now)
        owner.hold(price, allowance)
        for part, edit in enumerate(accepted):
            await edits.insert(conn, edit, update, part)
            split = owner.hold(edit.price, allowance)
            await ledger.hold(conn, owner, edit.id, split, now)
            owner = owner.take(split)

    async def _check_rate(self, conn: Connection, accepted: list[Edit], now: int) -> None:
        rate = self.terms.rate
        if not rate.per_minute:
            return
        asked = await edits.asked_since(conn, accepted[0].person, now - MINUTE)
        until = rate.allowed_at(asked, now, len(accepted))
        if until > now:
            raise TooFast(limit=rate.per_minute, until=until)


def _check(draft: Draft, asked: wishes.Asked, model: Model) -> None:
    # A ratio alone is a request; "--file" alone is none.
    if not draft.prompt.strip() or not (asked.prompt or asked.wishes.ratio):
        raise PromptNeeded
    given = len(draft.sources)
    if given < model.min_pictures:
        raise PictureNeeded(model=model.title)
    if given > model.max_pictures:
        raise TooManyPictures(given=given, limit=model.max_pictures, model=model.title)


def _as_it_came(draft: Draft) -> Wishes:
    """A file is answered with a file, unless somebody said otherwise."""
    return Wishes(as_file=any(source.kind.is_file for source in draft.sources) or None)
