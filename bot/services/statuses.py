"""Which message shows how far an edit is, written down for the life after this one."""

import structlog

from bot.domain.errors import StorageFault
from bot.storage import edits, statuses
from bot.storage.database import Database

log = structlog.get_logger()


class Statuses:
    """Notes status messages, so that after a restart they go on, and are cleared away in the end."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, edit: str, message: int) -> bool:
        """It was sent; False: the edit has ended, or another one is there. Never raises."""
        try:
            return await self._database.write(statuses.keep_status, edit, message)
        except StorageFault as fault:
            log.error("database refused", edit=edit, detail=fault.detail)
            return True

    async def find(self, edit: str) -> int | None:
        """The one that was noted, by whichever process. Never raises."""
        try:
            found = await self._database.read(edits.get, edit)
        except StorageFault as fault:
            log.error("database refused", edit=edit, detail=fault.detail)
            return None
        return found.status_message if found else None
