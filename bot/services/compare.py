"""Brings comparisons: their edits run like any others, and are delivered as one when the last has ended."""

from collections.abc import Sequence
from uuid import uuid4

import structlog

from bot.domain.comparison import Comparison
from bot.domain.edit import Edit
from bot.domain.errors import DeliveryFault, EditFailed, Unexpected
from bot.domain.ports import Messenger, Seat, Sent
from bot.services.moves import Moves
from bot.services.seats import Seats

log = structlog.get_logger()


class Compare:
    """Looks at a comparison whenever one of its edits has its picture or its end."""

    def __init__(self, moves: Moves, messenger: Messenger, seat: Seat | None = None) -> None:
        self._moves, self._messenger = moves, messenger
        # Two edits that end at the same instant: one of them must see the other's end, and only one deliver.
        self._seat = seat or Seats().taken

    async def look(self, comparison: str) -> None:
        """Deliver it if nothing is left to wait for, else tell how far it is."""
        async with self._seat(f"comparison {comparison}", 1):
            found = await self._moves.gather(comparison)
            if found.told:
                return
            if not found.whole:
                await self._messenger.tally(found)
                return
            if found.ready:
                await self._deliver(found)
                found = await self._moves.gather(comparison)
            said = await self._messenger.conclude(found)  # after the rows, as with any edit
            await self._moves.all_told(found.edits, said)

    async def _deliver(self, comparison: Comparison) -> None:
        ready = comparison.ready
        try:
            sent = await self._hand_over(ready)
        except EditFailed as error:
            if not (isinstance(error, DeliveryFault) and error.unreachable):
                await self._fail(ready, error)
                return
            # They shut the door on pictures that were made for them: those are paid.
            sent = tuple(() for _ in ready)
        except Exception:
            unexpected = Unexpected(incident=uuid4().hex[:8])
            log.exception("comparison met the unexpected", edit=ready[0].id, incident=unexpected.incident)
            await self._fail(ready, unexpected)
            return
        await self._moves.all_done(tuple(zip(ready, sent, strict=True)))

    async def _hand_over(self, ready: Sequence[Edit]) -> tuple[tuple[Sent, ...], ...]:
        """Deliver; once more where nobody knows whether Telegram took it: two albums harm less."""
        try:
            return await self._messenger.deliver_all(ready)
        except DeliveryFault as fault:
            if not fault.unknown:
                raise
            log.warning("delivered once more", edit=ready[0].id, why=fault.detail)
            return await self._messenger.deliver_all(ready)

    async def _fail(self, ready: Sequence[Edit], error: EditFailed) -> None:
        for edit in ready:
            await self._moves.failed(edit, error)
