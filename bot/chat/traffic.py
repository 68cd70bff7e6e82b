"""Every call to Telegram passes here: it waits for its turn, and for as long as Telegram says."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from telegram.error import RetryAfter, TelegramError, TimedOut
from telegram.ext import BaseRateLimiter

from bot.chat.gate import Gate, Stale
from bot.chat.limits import Limits, Urgency
from bot.chat.refusals import Fate, fate, may_repeat, seconds
from bot.chat.turns import Ticket, Turns
from bot.domain.meter import SILENT, Heard, Meter
from bot.domain.toll import Passage, Toll

__all__ = ["Call", "Callback", "Freight", "Stale", "Traffic"]

# Progress is told anew soon; an old one that is tried again would push out the newest.
_ATTEMPTS = {
    Urgency.RESULT: 36,
    Urgency.ERROR: 36,
    Urgency.KEYBOARD: 4,
    Urgency.PROGRESS: 1,
    Urgency.NEWS: 36,
}
"""How often a call is made while Telegram is out of reach or out of order: 36 times are 15 minutes."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
_LONGEST = 300
_RANDOM = secrets.SystemRandom()
_PATIENCE = {
    Urgency.RESULT: 3600.0,
    Urgency.ERROR: 600.0,
    Urgency.KEYBOARD: 60.0,
    Urgency.PROGRESS: 0.0,
    Urgency.NEWS: 600.0,
}
"""How long in all a call waits for a chat that Telegram closed with 429."""
_COUNTED = ("send", "edit", "copy", "forward", "stop")
_LIGHT = "sendChatAction"

Callback = Callable[..., Coroutine[Any, Any, Any]]
Call = Callable[[], Coroutine[Any, Any, Any]]


@dataclass(frozen=True, slots=True)
class Freight:
    """How urgent a call is, and the name under which a newer call makes it stale."""

    urgency: Urgency = Urgency.KEYBOARD
    replaces: Hashable | None = None


class Traffic(BaseRateLimiter[Freight]):
    """Our limiter; python-telegram-bot's has no private limit, and stops all chats on one 429 (SAFETY 2).

    `meter` counts each call that is made; polls and downloads do not come by here. `toll`: whom to ask where
    other processes call with the same token.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        toll: Toll | None = None,
    ) -> None:
        self._limits, self._sleep = limits or Limits(), sleep
        self._turns, self._gate = Turns(self._limits), Gate(self._limits)
        self._gate.toll = toll
        self.meter: Meter = SILENT
        self._waiting: dict[Ticket, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Wake nobody up any more."""
        if self._timer:
            self._timer.cancel()
        await self._gate.close()

    async def process_request(
        self,
        callback: Callback,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Freight | None,
    ) -> Any:
        """Make the call when it may be made; again where that is safe."""
        freight = rate_limit_args or Freight()
        ticket = _ticket(endpoint, data, freight)
        attempts, doubts, waited = 0, 0, 0.0
        while True:
            try:
                return await self._call(ticket, endpoint, lambda: callback(*args, **kwargs))
            except RetryAfter as error:
                wait = seconds(error)
                waited += wait
                await self._close(ticket, wait)
                if waited > _PATIENCE[freight.urgency]:
                    raise
                if ticket is None or ticket.chat is None:
                    await self._sleep(wait)
            except TelegramError as error:
                attempts += 1
                doubts += fate(error) is Fate.UNKNOWN
                # Where nobody knows whether a sentence arrived, two of them harm less than none.
                once_more = freight.urgency is Urgency.ERROR and fate(error) is Fate.UNKNOWN and doubts == 1
                if attempts == _ATTEMPTS[freight.urgency] or not (once_more or may_repeat(error, endpoint)):
                    raise
                await self._sleep(_pause(attempts))

    def drop(self, replaces: Hashable) -> None:
        """What waits under that name is not worth telling any more."""
        self._gate.drop(replaces)
        if stale := self._turns.drop(replaces):
            self._refuse(stale)

    async def _call(self, ticket: Ticket | None, endpoint: str, call: Call) -> Any:
        if ticket is None:
            return await self._counted(endpoint, call)
        passage = await self._passage(ticket)
        try:
            return await self._counted(endpoint, call)
        finally:
            self._gate.leave(passage)
            self._limits.land(ticket.chat, ticket.urgency, ticket.messages, self._now())
            self._pump()

    async def _passage(self, ticket: Ticket) -> Passage:
        if ticket.replaces is not None:
            self._gate.drop(ticket.replaces)  # what asks under that name is older
        while True:
            await self._turn(ticket)
            try:
                if passage := await self._gate.enter(ticket):
                    return passage
            except BaseException:
                self._pump()  # it gave back what it had taken
                raise

    async def _counted(self, endpoint: str, call: Call) -> Any:
        try:
            answer = await _in_time(call)
        except TelegramError as error:
            self.meter.telegram_called(endpoint, _heard(error))
            raise
        self.meter.telegram_called(endpoint, Heard.OK)
        return answer

    async def _close(self, ticket: Ticket | None, wait: float) -> None:
        """Whoever heard it, and whether it waits or gives up: nobody says anything there for so long."""
        if ticket and ticket.chat is not None:
            self._limits.pause(ticket.chat, self._now() + wait)
            await self._gate.shut(ticket.chat, wait)

    async def _turn(self, ticket: Ticket) -> None:
        future = self._waiting[ticket] = asyncio.get_running_loop().create_future()
        if stale := self._turns.join(ticket):
            self._refuse(stale)
        self._pump()
        try:
            await future
        except asyncio.CancelledError:
            self._give_up(ticket, future)
            raise
        finally:
            self._waiting.pop(ticket, None)

    def _give_up(self, ticket: Ticket, future: "asyncio.Future[None]") -> None:
        if future.cancelled():
            self._turns.leave(ticket)
        elif future.exception() is None:  # its turn came in the same moment
            self._limits.land(ticket.chat, ticket.urgency, ticket.messages, self._now())
        self._pump()

    def _refuse(self, ticket: Ticket) -> None:
        future = self._waiting.get(ticket)
        if future and not future.done():
            future.set_exception(Stale())

    def _pump(self) -> None:
        """Let go who may go, and come back when the next one may."""
        now = self._now()
        while ticket := self._turns.take(now):
            future = self._waiting[ticket]
            if future.done():  # cancelled, but not yet gone
                self._limits.land(ticket.chat, ticket.urgency, ticket.messages, now)
            else:
                future.set_result(None)
        if self._timer:
            self._timer.cancel()
        wait = self._turns.wait(now)
        self._timer = None if wait is None else asyncio.get_running_loop().call_later(wait, self._pump)

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


def _pause(attempts: int) -> float:
    """Seconds until the next attempt: twice as long each time, with jitter."""
    return min(_LONGEST_PAUSE, _FIRST_PAUSE * 2.0 ** (attempts - 1)) * (0.5 + _RANDOM.random())


def _heard(error: TelegramError) -> Heard:
    if isinstance(error, RetryAfter):
        return Heard.FLOOD
    return Heard.REFUSED if fate(error) is Fate.REFUSED else Heard.UNREACHABLE


async def _in_time(call: Call) -> Any:
    """The limits of httpx are per read: what drips for ever needs one for the whole."""
    try:
        async with asyncio.timeout(_LONGEST):
            return await call()
    except TimeoutError as error:
        raise TimedOut(f"no answer within {_LONGEST} s") from error


def _ticket(endpoint: str, data: dict[str, Any], freight: Freight) -> Ticket | None:
    """What a call counts for; None where it is free (getFile, answerCallbackQuery, setMyCommands, ...)."""
    chat = data.get("chat_id")
    if chat is None:
        return None
    if not endpoint.startswith(_COUNTED) or endpoint == _LIGHT:
        return Ticket(None, freight.urgency, replaces=freight.replaces)
    media = data.get("media")
    messages = len(media) if isinstance(media, Sequence) else 1
    # A private chat takes an album like one message; a group counts its pictures.
    return Ticket(int(chat), freight.urgency, messages if int(chat) < 0 else 1, freight.replaces)
