"""What an operator does once, when one machine has become too small: from SQLite to PostgreSQL."""

import asyncio
from typing import TYPE_CHECKING

from bot import store
from bot.config import Settings
from bot.domain.errors import StartupFault
from bot.domain.ports import Clock
from bot.storage.database import Database
from bot.storage.lock import only_one
from bot.storage.migrate import migrate

if TYPE_CHECKING:
    from bot.storage.move import Bars


async def move(settings: Settings, to: str, clock: Clock, bars: "Bars") -> str:
    """Copy the SQLite database into a PostgreSQL, or the bot's part of it; the bot must be stopped.

    Returns what there is to be done then.

    Raises:
        StartupFault: there is nothing to move, the bot runs, or the other database cannot be used or holds
            something else; no row was changed there.
        StorageFault: one of the two refused; say it again, and it goes on.
    """
    path = store.file(settings)
    if not await asyncio.to_thread(path.exists):
        raise StartupFault(f"There is no database at {path} to move.", exit_code=1)
    with only_one(settings.data_dir):
        async with Database.open(settings.within(to)) as target, store.database(settings, clock) as source:
            from bot.storage.move import move as copy  # noqa: PLC0415  an extra, which is there by now

            await migrate(target, clock.now())
            moved = await copy(source, target, bars)
    pictures = settings.spool.bucket or settings.spool_folder
    then = "Once all bots are moved," if settings.prefix else "Now"
    return (
        f"{moved.rows:,} rows of {moved.tables} tables are in {target.name}, and the ledgers of "
        f"{moved.wallets:,} wallets agree.\n"
        f"{then} let database_url be that address, and start the bot. {path} is not used any more.\n"
        f"Pictures stay in {pictures}, and keys in {settings.data_dir}: the bot must reach both from "
        "where it runs."
    )
