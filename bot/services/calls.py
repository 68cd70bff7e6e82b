"""What became of calls of gateways: numbers in the database; of failures, in the spool, what was said."""

import asyncio
from collections import deque

import structlog

from bot.domain.called import Called, Transcript
from bot.domain.errors import FaultKind, StorageFault
from bot.domain.ports import Clock
from bot.domain.spool import Spool
from bot.storage import calls
from bot.storage.database import Database

log = structlog.get_logger()

_PAUSE = 1.0
_MOST = 10_000
"""Calls that wait to be written down while the database refuses; beyond that the oldest are forgotten."""
_OK = 200
_CHUNK = 2**20
_NOT_UNDERSTOOD = frozenset({FaultKind.NO_IMAGE, FaultKind.UPSTREAM})


class Calls:
    """Hears of calls. No edit waits for the database here: a crash may cost the numbers of a second."""

    def __init__(self, database: Database, clock: Clock, spool: Spool) -> None:
        self._database, self._clock, self._spool = database, clock, spool
        self._waiting: deque[calls.Call] = deque(maxlen=_MOST)

    async def heard(self, called: Called) -> None:
        """A call is over. What was said in it is kept beside its edit's pictures. Never raises."""
        took = round(called.seconds * 1000)
        at = self._clock.now() - took
        self._waiting.append(
            calls.Call(called.edit, called.gateway, called.model, at, took, called.fault, called.status)
        )
        if called.said:
            await self._keep(called, called.said)

    async def said(self, edit: str) -> Transcript | None:
        """What was said in the last call of an edit that failed, while it is kept.

        Raises:
            SpoolFault: the disk refused.
        """
        request = await self._read(_request(edit))
        return None if request is None else Transcript(request, await self._read(_answer(edit)))

    async def run(self) -> None:
        """Write down what was heard, every second, until cancelled; then once more."""
        try:
            while True:
                await asyncio.sleep(_PAUSE)
                await self.write()
        finally:
            await self.write()

    async def write(self) -> None:
        """Write down what was heard. Never raises: what the database refuses waits for the next time."""
        if not self._waiting:
            return
        found = list(self._waiting)
        self._waiting.clear()
        try:
            await self._database.write(calls.add, found)
        except StorageFault as fault:
            log.error("calls not written", calls=len(found), detail=fault.detail)
            self._waiting.extendleft(reversed(found))

    async def _keep(self, called: Called, said: Transcript) -> None:
        key = _answer(called.edit)
        try:
            request = said.request.encode("utf-8", "replace")
            await self._spool.write(_request(called.edit), request, lasting=False)
            if said.answer is None:
                await self._spool.remove([key])
            else:
                await self._spool.write(key, said.answer.encode("utf-8", "replace"), lasting=False)
        except StorageFault as fault:  # the edit ends by what the gateway did
            log.error("answer not kept", edit=called.edit, detail=fault.detail)
        else:
            if called.status == _OK and called.fault in _NOT_UNDERSTOOD:
                log.warning("answer not understood", edit=called.edit, kept=self._spool.place(key))

    async def _read(self, key: str) -> str | None:
        if await self._spool.size(key) is None:
            return None
        return b"".join([chunk async for chunk in self._spool.read(key, _CHUNK)]).decode("utf-8", "replace")


def _request(edit: str) -> str:
    return f"{edit}/request.http"


def _answer(edit: str) -> str:
    return f"{edit}/answer.http"
