"""Says why an edit brought no picture, and clears up; what a stop or a crash kept back, at the next start."""

import asyncio
from collections.abc import Sequence

import structlog

from bot.domain.edit import Edit
from bot.domain.errors import EditFailed, Remembered, StorageFault
from bot.domain.ports import Messenger, Sent
from bot.services.compare import Compare
from bot.storage import messages, statuses
from bot.storage.database import Connection, Database

log = structlog.get_logger()


class Endings:
    """The last words to each edit, and the note that they were said. Nothing here raises."""

    def __init__(self, database: Database, messenger: Messenger, compare: Compare) -> None:
        self._database, self._messenger, self._compare = database, messenger, compare

    async def say(self, edit: Edit, reason: EditFailed | None) -> None:
        """Why there is no picture; without a reason, as for a result, only the status is cleared away."""
        if edit.comparison:  # one word to all of its edits, when none is left to wait for
            await self._compare.look(edit.comparison)
            return
        sent = None
        if reason:
            sent = await self._messenger.explain(edit, reason)
        else:
            await self._messenger.withdraw(edit)
        try:
            await self._database.write(_told, edit, sent)
        except StorageFault as error:
            log.error("database refused", edit=edit.id, detail=error.detail)

    async def unsaid(self) -> Sequence[Edit]:
        """What ended without a word. Complete only while nothing else ends: ask at the start."""
        try:
            return await self._database.read(statuses.untold)
        except StorageFault as error:
            log.error("database refused", detail=error.detail)
            return ()

    async def say_all(self, ended: Sequence[Edit]) -> None:
        """The last words to all of these, as their rows know them."""
        async with asyncio.TaskGroup() as tasks:
            for edit in ended:
                reason = Remembered(edit.error, incident=edit.id) if edit.error else None
                tasks.create_task(self.say(edit, reason))


async def _told(conn: Connection, edit: Edit, sent: Sent | None) -> None:
    await statuses.told(conn, edit.id)
    if sent:
        await messages.keep(conn, edit, (sent,))
