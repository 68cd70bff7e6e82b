"""What is kept of people, and its end when they ask for it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from bot.domain.edit import Edit, State
from bot.domain.errors import StorageFault
from bot.domain.ports import Clock
from bot.domain.quota import Allowances
from bot.services.worker import Worker
from bot.storage import acts, albums, edits, inbox, ledger, payments, people, presets, questions, sessions
from bot.storage.database import Connection, Database
from bot.storage.spool import FolderSpool

log = structlog.get_logger()

_LET_GO_SECONDS = 60
"""What is being decoded or written is seen to its end: that takes seconds, not a minute."""


@dataclass(frozen=True, slots=True)
class Keeps:
    """For how many hours pictures, and messages that nobody could read, are kept."""

    pictures: float
    letters: float


class Privacy:
    """Forgets people: what is left of them are numbers."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        spool: FolderSpool,
        *,
        allowances: Allowances,
        worker: Worker,
        keeps: Keeps,
    ) -> None:
        self._database, self._clock, self._spool = database, clock, spool
        self._allowances, self._worker = allowances, worker
        self.keeps = keeps

    async def forget(self, person: int, *, update: int) -> int:
        """Cancel what is in work, then remove a person's pictures, words and name from disk and database.

        Ids and amounts stay, and whether they were shut out. Returns how many edits were cancelled.
        `update`, which asked for it, is handled with that: after a crash before, all is done again.

        Raises:
            StorageFault: the database or the disk refused; ask again.
        """
        cancelled, all_of_them = await self._database.write(self._cancel, person)
        holding = [task for edit in cancelled if (task := self._worker.cancelled(edit))]
        if holding:
            await asyncio.wait(holding, timeout=_LET_GO_SECONDS)
        await self._spool.drop(*all_of_them)
        await self._database.write(_forget, person, update)
        try:
            await self._database.empty_log()
        except StorageFault as fault:  # it empties itself in time
            log.warning("log not emptied", detail=fault.detail)
        log.info("forgotten", edits=len(all_of_them), cancelled=len(cancelled))
        return len(cancelled)

    async def _cancel(self, conn: Connection, person: int) -> tuple[Sequence[Edit], Sequence[str]]:
        now, cancelled = self._clock.now(), []
        found = await edits.of(conn, person)
        for edit in found:
            if not edit.state.ended:
                await edits.move(conn, edit.id, edit.state, State.CANCELLED, now=now)
                owner = await ledger.wallet(conn, edit.wallet, self._allowances, now)
                await ledger.release(conn, owner, edit.id, now)
                await self._worker.dismiss(conn, edit.id)
                cancelled.append(replace(edit, state=State.CANCELLED))
        return cancelled, [edit.id for edit in found]


async def _forget(conn: Connection, person: int, update: int) -> None:
    await edits.forget(conn, person)
    await people.forget(conn, person)
    await ledger.forget(conn, person)
    await payments.forget(conn, person)
    await inbox.forget(conn, person)
    await albums.forget(conn, person)
    await questions.forget(conn, person)
    await presets.forget(conn, person)
    await acts.forget(conn, person)
    await sessions.end_all(conn, person)
    await inbox.done(conn, update)
