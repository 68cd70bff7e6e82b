"""How many calls a gateway gets at once."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager

from bot.domain.errors import FaultKind, GatewayFault
from bot.domain.ports import Seat
from bot.gateway.address import Address


class Gates:
    """One for each gateway that has a limit; `seat` lets in, by default in this process alone."""

    def __init__(self, addresses: Iterable[Address], seat: Seat | None = None) -> None:
        self._limits = {each.name: each.concurrency for each in addresses if each.concurrency}
        self._gates: dict[str, asyncio.Semaphore] = {}
        self._seat = seat or self._here

    @asynccontextmanager
    async def admitted(self, gateway: str, within: float) -> AsyncIterator[None]:
        """Within the gateway's limit of calls at once; waits for so many seconds.

        Raises:
            GatewayFault: all of them were taken.
        """
        limit = self._limits.get(gateway)
        if limit is None:
            yield
            return
        async with AsyncExitStack() as stack:
            try:
                async with asyncio.timeout(within):
                    await stack.enter_async_context(self._seat(f"gateway {gateway}", limit))
            except TimeoutError:
                raise GatewayFault(
                    FaultKind.RATE_LIMITED, detail=f"{gateway}: all its calls were taken"
                ) from None
            yield

    @asynccontextmanager
    async def _here(self, what: str, of: int) -> AsyncIterator[None]:
        async with self._gates.setdefault(what, asyncio.Semaphore(of)):
            yield
