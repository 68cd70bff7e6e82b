"""From what a person asks to an edit that will be done: all checks, and one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

import structlog

from bot.domain import wishes
from bot.domain.edit import CANCELLABLE, Draft, Edit, Place, State, Wishes
from bot.domain.errors import AlreadyEnded, NotYours
from bot.domain.ports import Clock
from bot.domain.shop import Shop
from bot.services.acceptance import Acceptance, Terms
from bot.services.worker import Worker
from bot.storage import edits, inbox, ledger
from bot.storage.database import Connection, Database

log = structlog.get_logger()


class Submit:
    """Accepts edits, repeats and cancels them."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        shop: Shop,
        terms: Terms,
        worker: Worker,
        new_id: Callable[[], str],
    ) -> None:
        self._database, self._clock, self._worker, self._new_id = database, clock, worker, new_id
        self._shop, self._terms = shop, terms
        self._acceptance = Acceptance(shop, terms, new_id)

    async def edit(self, draft: Draft, *, update: int) -> Edit:
        """Accept an edit: the update is handled, the edit written down and its price held, or none of it.

        The same update again gives the same edit.

        Raises:
            Refused: it cannot start; nothing was held.
        """
        edit, new = await self._database.write(self._accept, draft, update)
        if new:
            self._enter(edit)
        return edit

    async def compare(self, draft: Draft, models: Sequence[str], *, update: int) -> tuple[Edit, ...]:
        """Accept one edit on each of these models, which are delivered as one; all of them or none.

        The same update again gives the same edits.

        Raises:
            Refused: one of them cannot start, or they cost too much together; nothing was held.
        """
        accepted, new = await self._database.write(self._accept_all, draft, models, update)
        for edit in accepted if new else ():
            self._enter(edit)
        return tuple(accepted)

    async def quote(self, draft: Draft, models: Sequence[str]) -> int:
        """What a comparison on these models would cost in all; nothing is held.

        Raises:
            Refused: one of them could not start.
        """
        return await self._database.read(self._quote, draft, models)

    async def again(
        self,
        edit: str,
        *,
        person: int,
        place: Place,
        update: int,
        model: str | None = None,
        words: str = "",
    ) -> Edit:
        """Accept the same request once more, on another model or with other words if they are given.

        Raises:
            NotYours: somebody else asked for it.
            AlreadyEnded: it is no longer known.
            Refused: it cannot start; nothing was held.
        """
        old = await self.owned(edit, person)
        if not old.prompt:  # its person wanted it forgotten
            raise AlreadyEnded
        chosen = self._shop.now.get(model or old.model)
        asked = wishes.read(words, chosen)
        draft = Draft(
            person,
            place,
            asked.prompt or old.prompt,
            old.sources,
            asked.wishes.over(Wishes(**asdict(old.options))),
            chosen.id,
            old.parent,
        )
        return await self.edit(draft, update=update)

    async def last(self, *, person: int, chat: int) -> Edit | None:
        """What a person asked for last in a chat."""
        return await self._database.read(edits.last_of, person, chat)

    async def cancel(self, edit: str, *, person: int) -> Edit:
        """End an edit that nobody waits for any more, with those that it is compared to; holds are released.

        Returns it as it is then: not cancelled where its picture is just being sent.

        Raises:
            NotYours: somebody else asked for it.
            AlreadyEnded: there is nothing left to cancel.
        """
        wanted = await self.owned(edit, person)
        together: Sequence[Edit] = [wanted]
        if wanted.comparison:
            together = (await self._database.read(edits.compared, wanted.comparison)).edits
        if cancelled := await self._cancel_all(together):
            return cancelled[0]
        current = await self.owned(edit, person)
        if current.state.ended:
            raise AlreadyEnded
        return current

    async def cancel_all(self, *, person: int, chat: int) -> tuple[Edit, ...]:
        """Cancel all that a person waits for in a chat."""
        return await self._cancel_all(await self.unfinished(person=person, chat=chat))

    async def unfinished(self, *, person: int, chat: int) -> list[Edit]:
        """All that a person waits for in a chat."""
        waiting = await self._database.read(edits.unfinished_of, person)
        return [edit for edit in waiting if edit.place.chat == chat]

    async def cancel_in(self, chat: int) -> tuple[Edit, ...]:
        """Cancel all that waits for a chat in which nobody can get it any more."""
        return await self._cancel_all(await self._database.read(edits.unfinished_in, chat))

    async def cancel_of(self, person: int) -> tuple[Edit, ...]:
        """Cancel all that a person waits for, wherever that is."""
        return await self._cancel_all(await self._database.read(edits.unfinished_of, person))

    async def owned(self, edit: str, person: int) -> Edit:
        """A person's own edit.

        Raises:
            NotYours: somebody else asked for it.
            AlreadyEnded: it is no longer known.
        """
        found = await self._database.read(edits.get, edit)
        if found is None:
            raise AlreadyEnded
        if found.person != person:
            raise NotYours(found.person)
        return found

    def _enter(self, edit: Edit) -> None:
        log.info(
            "edit accepted",
            edit=edit.id,
            model=edit.model,
            pictures=len(edit.sources),
            credits=edit.price,
            prompt=edit.prompt,
        )
        self._worker.accepted(edit)

    async def _accept(self, conn: Connection, draft: Draft, update: int) -> tuple[Edit, bool]:
        await inbox.done(conn, update)
        if known := await edits.by_update(conn, update):
            return known, False
        now = self._clock.now()
        edit = await self._acceptance.checked(conn, draft, now)
        await self._acceptance.enter(conn, [edit], update, now)
        await self._worker.enlist(conn, [edit])
        return edit, True

    async def _accept_all(
        self, conn: Connection, draft: Draft, models: Sequence[str], update: int
    ) -> tuple[Sequence[Edit], bool]:
        await inbox.done(conn, update)
        known = await edits.by_update(conn, update)
        if known and known.comparison:
            return (await edits.compared(conn, known.comparison)).edits, False
        now, comparison = self._clock.now(), self._new_id()
        checked = await self._checked_all(conn, draft, models, now)
        accepted = [replace(edit, comparison=comparison) for edit in checked]
        await self._acceptance.enter(conn, accepted, update, now)
        await self._worker.enlist(conn, accepted)
        return accepted, True

    async def _checked_all(
        self, conn: Connection, draft: Draft, models: Sequence[str], now: int
    ) -> list[Edit]:
        check = self._acceptance.checked
        return [await check(conn, replace(draft, model=model), now, most=1) for model in models]

    async def _quote(self, conn: Connection, draft: Draft, models: Sequence[str]) -> int:
        return sum(edit.price for edit in await self._checked_all(conn, draft, models, self._clock.now()))

    async def _cancel_all(self, wanted: Sequence[Edit]) -> tuple[Edit, ...]:
        cancelled = await self._database.write(self._cancel, wanted)
        for edit in cancelled:
            self._worker.cancelled(edit)
        return tuple(cancelled)

    async def _cancel(self, conn: Connection, wanted: Sequence[Edit]) -> list[Edit]:
        now, cancelled = self._clock.now(), []
        for edit in wanted:
            for state in CANCELLABLE:
                if await edits.move(conn, edit.id, state, State.CANCELLED, now=now):
                    owner = await ledger.wallet(conn, edit.wallet, self._terms.allowances, now)
                    await ledger.release(conn, owner, edit.id, now)
                    await self._worker.dismiss(conn, edit.id)
                    cancelled.append(replace(edit, state=State.CANCELLED))
        return cancelled
