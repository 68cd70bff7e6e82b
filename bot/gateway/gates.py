"""How many calls a gateway gets at once."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from bot.domain.errors import FaultKind, GatewayFault
from bot.gateway.address import Address


class Gates:
    """One for each gateway that has a limit."""

    def __init__(self, addresses: Iterable[Address]) -> None:
        self._gates = {
            each.name: asyncio.Semaphore(each.concurrency) for each in addresses if each.concurrency
        }

    @asynccontextmanager
    async def admitted(self, gateway: str, within: float) -> AsyncIterator[None]:
        """Within the gateway's limit of calls at once; waits for so many seconds.

        Raises:
            GatewayFault: all of them were taken.
        """
        gate = self._gates.get(gateway)
        if gate is None:
            yield
            return
        try:
            async with asyncio.timeout(within):
                await gate.acquire()
        except TimeoutError:
            raise GatewayFault(
                FaultKind.RATE_LIMITED, detail=f"{gateway}: all its calls were taken"
            ) from None
        try:
            yield
        finally:
            gate.release()
