"""Compares what is written down with the Stars that Telegram moved: at each start, and then every hour.

It heals a payment that the bot was never told of, and takes credits back where Telegram, Apple or
Google gave the Stars back.
"""

import asyncio

import structlog

from bot.domain.errors import StorageFault, TillFault
from bot.domain.payment import Transaction
from bot.domain.ports import Till
from bot.services.payments import Payments
from bot.services.refunds import Refunds
from bot.storage import payments as rows
from bot.storage.database import Database

log = structlog.get_logger()

_HOUR_SECONDS = 3600
_OVERLAP = 100
"""Transactions that are looked at again each time, should Telegram slip one in late."""


class Reconciler:
    """The hourly look. Does nothing where nothing was ever sold."""

    def __init__(self, database: Database, till: Till, payments: Payments, refunds: Refunds) -> None:
        self._database, self._till = database, till
        self._payments, self._refunds = payments, refunds

    async def run(self) -> None:
        """A round at once and every hour, until cancelled."""
        while True:
            try:
                await self.round()
            except StorageFault as fault:
                log.error("stars not compared", why=fault.detail)
            await asyncio.sleep(_HOUR_SECONDS)

    async def round(self) -> None:
        """One look.

        Raises:
            StorageFault: the database refused.
        """
        if not self._payments.packs and not await self._database.read(rows.exist):
            return
        try:
            await self._look()
        except TillFault as fault:
            log.warning("stars not compared", why=fault.detail)
        await self._refunds.resume(self._payments.tell)

    async def _look(self) -> None:
        seen = await self._database.read(rows.seen)
        offset = max(0, seen - _OVERLAP)
        page = await self._till.transactions(offset)
        if offset and not page.length:  # there were more of them: these are counted anew
            offset, page = 0, await self._till.transactions(0)
        while page.length:
            for each in page.transactions:
                await self._compare(each)
            offset += page.length
            await self._database.write(rows.see, offset)
            page = await self._till.transactions(offset)

    async def _compare(self, told: Transaction) -> None:
        known = await self._payments.known(told.charge)
        if told.back and known:
            await self._refunds.gone_back(told.charge)
        elif not known and not told.back:
            if self._payments.ours(told.payload):
                log.warning("lost payment found", charge=told.charge)
                await self._payments.paid(told)
            else:
                log.info("stars of something else", charge=told.charge)
