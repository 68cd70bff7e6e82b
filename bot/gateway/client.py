"""Image models over HTTP: picks gateways, makes the calls, stores and checks what comes back."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Self

import httpx

from bot.domain.alert import Alarm, unheard
from bot.domain.called import UNUSABLE
from bot.domain.errors import GatewayFault, ResultFault
from bot.domain.meter import SILENT, Meter
from bot.domain.model import Model
from bot.domain.ports import GatewayHealth, Outcome, Request, Seat, Watch
from bot.domain.spool import Spool
from bot.gateway.address import Address, endpoint
from bot.gateway.call import Answer, Call, Inline
from bot.gateway.download import Downloader
from bot.gateway.exchange import Exchange, Reply
from bot.gateway.gates import Gates
from bot.gateway.health import Attempt, Health, Reached
from bot.gateway.http import transport
from bot.gateway.offers import offered_or_fault
from bot.gateway.policy import GiveUp, Situation, Try, decide
from bot.gateway.results import Results, Saved
from bot.gateway.signs import Signs
from bot.gateway.telling import Hear, Telling, nobody
from bot.gateway.transcript import Trace
from bot.gateway.turn import Turn
from bot.gateway.writer import Writer, through

BIG_TRANSFERS = 8
"""As many bodies with pictures are in memory at once: 500 edits in flight then cost 130 MB, not 2 GB."""

_SILENCE = 180.0
_PATIENCE = 10.0
"""Seconds within which a gateway says what it offers, while an admin waits."""

_KEEP_ALIVE = 4.0  # uvicorn and Node hang up after 5 s, and a request on a dead connection counts as sent

Pool = Callable[[str | None], httpx.AsyncBaseTransport]
Sleep = Callable[[float], Awaitable[None]]


def default_pool(proxy: str | None) -> httpx.AsyncBaseTransport:
    """Connections to gateways, through a proxy or straight."""
    return transport(proxy=proxy, keep_alive=_KEEP_ALIVE)


class HttpGateway:
    """All gateways as one, behind `bot.domain.ports.Gateway`. Close it with `aclose`, or by `async with`.

    Args:
        addresses: all gateways.
        writer: writes requests by their dialects.
        spool: where pictures come from and go to.
        downloader: for results by link.
        pool: makes a transport for a proxy; one for each proxy.
        deadline: seconds in which an edit must have its answer, all attempts and waits together.
        hear: told of every call that is over.
        alarm: hears what an operator has to see to.
        prompts: whether what people ask for may be read in what is told of a call that failed.
        clock: seconds that never go back.
        roll: a random number in [0, 1).
        sleep: waits.
        meter: counts the calls that brought no picture.
        seat: lets in where a gateway takes only so many calls at once; by default in this process alone.
    """

    def __init__(  # noqa: PLR0913 -- the outside world, handed in by app.py
        self,
        addresses: Sequence[Address],
        *,
        writer: Writer,
        spool: Spool,
        downloader: Downloader,
        pool: Pool = default_pool,
        deadline: float = 600.0,
        hear: Hear = nobody,
        alarm: Alarm = unheard,
        prompts: bool = False,
        clock: Callable[[], float] = time.monotonic,
        roll: Callable[[], float] = random.random,
        sleep: Sleep = asyncio.sleep,
        meter: Meter = SILENT,
        seat: Seat | None = None,
    ) -> None:
        self._addresses = tuple(addresses)
        self._writer = writer
        self._spool = spool
        self._results = Results(spool, downloader)
        self._pools = {proxy: pool(proxy) for proxy in {address.proxy for address in addresses}}
        self._deadline = deadline
        self._telling = Telling(hear, writer, prompts=prompts)
        self._clock = clock
        self._roll = roll
        self._sleep = sleep
        self._signs = Signs(self._addresses, alarm, meter, clock)
        self._health = Health()
        self._turns = 0
        self._places = asyncio.Semaphore(BIG_TRANSFERS)
        self._gates = Gates(addresses, seat)
        self._off: set[str] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections."""
        for pool in self._pools.values():
            await pool.aclose()

    async def develop(self, request: Request, watch: Watch) -> Outcome:
        """Ask the model's gateways, as the policy says, until one brings pictures; store and check them.

        Raises:
            GatewayFault: no picture; the last attempt's reason.
            ResultFault: pictures that cannot be fetched or used. They are paid for: nobody else is asked.
            StorageFault: the spool failed.
        """
        attempts: list[Attempt] = []
        started, turn = self._clock(), self._next_turn()
        while True:
            now = self._clock()
            decision = decide(
                attempts, self._situation(request, attempts, now, started + self._deadline, turn)
            )
            if attempts:
                self._signs.judged(request, attempts[-1], decision, self._health)
            if isinstance(decision, GiveUp):
                raise decision.fault
            await self._sleep(decision.after)
            left = started + self._deadline - self._clock()
            outcome = await self._attempt(decision, request, watch, left)
            if isinstance(outcome, Outcome):
                return outcome
            attempts.append(outcome)

    async def offers(self) -> Mapping[str, frozenset[str] | GatewayFault]:
        """See `bot.domain.ports.Gateways`."""
        async with asyncio.TaskGroup() as asking:
            told = {
                each.name: asking.create_task(
                    offered_or_fault(self._pools[each.proxy], each, within=_PATIENCE)
                )
                for each in self._addresses
            }
        return {name: task.result() for name, task in told.items()}

    def health(self) -> tuple[GatewayHealth, ...]:
        """See `bot.domain.ports.Gateways`."""
        told = self._signs.record.told(self._addresses, self._health, self._clock())
        return tuple(replace(each, off=each.name in self._off) for each in told)

    def switch(self, name: str, *, on: bool) -> None:
        """See `bot.domain.ports.Gateways`."""
        (self._off.discard if on else self._off.add)(name)

    def _next_turn(self) -> int:
        self._turns += 1
        return self._turns - 1

    def _situation(
        self, request: Request, attempts: Sequence[Attempt], now: float, deadline: float, turn: int
    ) -> Situation:
        return Situation(
            model=request.model.id,
            addresses=self._offering(request.model),
            health=self._health,
            now=now,
            deadline=deadline,
            turn=turn,
            roll=self._roll(),
            changeable=bool(attempts) and self._writer.changeable(through(attempts[-1].gateway, request)),
        )

    def _offering(self, model: Model) -> tuple[Address, ...]:
        here = (each for each in self._addresses if each.name not in self._off)
        return tuple(each for each in here if not model.gateways or each.name in model.gateways)

    async def _attempt(self, choice: Try, request: Request, watch: Watch, left: float) -> Outcome | Attempt:
        """One call, and the pictures it brought, or what went wrong."""
        turn = Turn(self._places)
        try:
            saved, trace = await self._saved(choice, request, turn, watch, left)
        finally:
            turn.give()
        if isinstance(saved, Attempt):
            await self._telling.of(choice, request, trace, saved.fault.kind)
            return saved
        try:
            outcome = await self._results.check(saved)
        except ResultFault:
            await self._telling.of(choice, request, trace, UNUSABLE)
            raise
        await self._telling.of(choice, request, trace, None)
        return replace(outcome, gateway=choice.address.name)

    async def _saved(
        self, choice: Try, request: Request, turn: Turn, watch: Watch, left: float
    ) -> tuple[Saved | Attempt, Trace | None]:
        """One call, and its pictures in the spool: with the return their bytes leave the memory.

        The gateway's health is noted.
        """
        address, model = choice.address, request.model.id
        reply = await self._called(choice, request, turn, watch, left)
        if reply.answer.fault is None:
            self._health = self._health.after_success(address.name, choice.key, model)
            self._signs.brought(request, choice, reply.seconds)
            if not any(isinstance(found, Inline) for found in reply.answer.pictures):
                turn.give()
            saved = await self._results.save(request.edit, reply.answer)
            self._signs.saved(request, choice, saved)
            return saved, reply.trace
        attempt = Attempt(address.name, choice.key, reply.answer.fault, reply.reached, choice.changed)
        self._health = self._health.after_fault(attempt, model, self._clock())
        self._signs.failed(request, attempt, reply.seconds)
        return attempt, reply.trace

    async def _called(self, choice: Try, request: Request, turn: Turn, watch: Watch, left: float) -> Reply:
        try:
            call = await self._writer.write(through(choice.address.name, request), changed=choice.changed)
            return await self._call(choice, call, turn, watch, left)
        except GatewayFault as refused:
            return Reply(Answer(status=0, fault=refused), Reached.NOTHING)

    async def _call(self, choice: Try, call: Call, turn: Turn, watch: Watch, left: float) -> Reply:
        address = choice.address
        async with self._gates.admitted(address.name, left):
            exchange = Exchange(
                self._pools[address.proxy],
                endpoint(address.base_url, call.path),
                address.authorization(choice.key, call.path),
                call,
                spool=self._spool,
                turn=turn,
            )
            began = self._clock()
            reply = await exchange.run(watch, timeout=min(address.timeout, left), silence=_SILENCE)
        seconds = self._clock() - began
        return replace(reply, trace=reply.trace and replace(reply.trace, seconds=seconds))
