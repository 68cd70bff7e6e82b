"""Asks Telegram for updates, and confirms them only after they were written down.

python-telegram-bot's own polling confirms what nobody has handled yet: killed, it lost 14 of 20 (SAFETY 2).
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.chat.arrivals import KINDS, Arrivals
from bot.chat.connection import TelegramBot
from bot.chat.refusals import describe, seconds
from bot.domain.errors import DarkroomError, StartupFault
from bot.domain.ports import Clock

log = structlog.get_logger()

POLL_SECONDS = 30
_FIRST_POLL_SECONDS = 4
"""Longer than Telegram holds the older process's next poll after a conflict (3 s: SAFETY 1.2)."""
LONGEST_PAUSE = 30.0
DATABASE_PAUSE = 5.0
"""The longest between two tries of our own database: a try costs nothing, and somebody waits for it."""
_NEWCOMER_CONFLICTS = 3
_CONFLICT_SECONDS = 300.0
_CONFLICT_PAUSE = 1.5
_COME_BACK = 0.2

REFUSED_TOKEN = "Telegram refuses telegram.token (or telegram.base_url is not Telegram's)."  # noqa: S105  a sentence


@dataclass(slots=True)
class Backoff:
    """Pauses that grow, by default to half a minute, with jitter, so that nothing ever runs hot."""

    first: float = 0.5
    most: float = LONGEST_PAUSE
    _next: float = 0.0

    def pause(self) -> float:
        """Seconds to wait after one more failure."""
        self._next = min(self.most, self._next * 2 or self.first)
        return self._next * (0.5 + secrets.SystemRandom().random() / 2)

    def reset(self) -> None:
        """It worked."""
        self._next = 0.0


class Rivals:
    """Judges conflicts with another process on the same token; the newer one must go. Pure.

    Telegram ends the older of two polls (SAFETY 1.2). Who was here first has had a poll to its end; the polls
    of a newcomer are cut off as soon as the other one comes back.
    """

    def __init__(self) -> None:
        self.settled = False
        self._since: float | None = None
        self._times = 0

    def met(self, now: float) -> bool:
        """One more conflict; whether this process must end."""
        self._since = now if self._since is None else self._since
        self._times += 1
        if not self.settled:
            return self._times >= _NEWCOMER_CONFLICTS
        return now - self._since >= _CONFLICT_SECONDS

    def gone(self) -> None:
        """A poll came to its end."""
        self.settled = True
        self._since, self._times = None, 0


async def start(bot: TelegramBot, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
    """Learn who we are; waits for the network as long as it takes.

    Raises:
        StartupFault: Telegram refuses the token.
    """
    backoff = Backoff()
    while True:
        try:
            return await bot.initialize()
        except InvalidToken:
            break
        except TelegramError as error:
            pause = backoff.pause()
            log.warning("telegram out of reach", why=describe(error), again_in=round(pause, 1))
            await sleep(pause)
    # Outside of `except`: the words of what was caught hold the token.
    raise StartupFault(REFUSED_TOKEN)


@dataclass(slots=True)
class Intake:
    """The polling loop. `last_poll`: when Telegram last answered (epoch ms), for health checks."""

    bot: TelegramBot
    arrivals: Arrivals
    clock: Clock
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    last_poll: int | None = None
    _backoff: Backoff = field(default_factory=Backoff)

    async def run(self) -> None:
        """Poll until cancelled.

        Raises:
            StartupFault: another process polls with this token, or the token was revoked.
        """
        rivals = Rivals()
        offset: int | None = None
        while True:
            try:
                batch = await self._poll(offset, POLL_SECONDS if rivals.settled else _FIRST_POLL_SECONDS)
            except Conflict as error:
                if "webhook" in str(error):
                    await self._leave_webhook()
                    continue
                if rivals.met(_monotonic()):
                    raise StartupFault(
                        "Another process polls Telegram with the same token; this one ends.", exit_code=1
                    ) from None
                log.error("another process polls with the same token")
                await self.sleep(_CONFLICT_PAUSE if not rivals.settled else _COME_BACK)
                continue
            rivals.gone()
            if batch:
                await self.receive(batch)
                # The largest of this batch: ids can begin anew at a smaller number (SAFETY 1.2).
                offset = max(update["update_id"] for update in batch) + 1

    async def receive(self, batch: Sequence[Mapping[str, Any]]) -> None:
        """Write down what we take, however long the database needs; then it may be confirmed."""
        backoff = Backoff(most=DATABASE_PAUSE)
        while True:
            try:
                await self.arrivals.keep(batch)
            except DarkroomError as error:
                pause = backoff.pause()
                log.error("updates not written down", why=str(error), again_in=round(pause, 1))
                await self.sleep(pause)
            else:
                return

    async def _leave_webhook(self) -> None:
        """A webhook that was set before keeps Telegram from answering polls; what waits there is not lost."""
        log.warning("a webhook was set; it is taken away, because this bot polls")
        try:
            await self.bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            log.warning("webhook not taken away", why=describe(error))
            await self.sleep(self._backoff.pause())

    async def _poll(self, offset: int | None, wait: int) -> list[dict[str, Any]]:
        """One answer of Telegram, sooner or later.

        Raises:
            Conflict: somebody else polls.
            StartupFault: the token was revoked.
        """
        while True:
            try:
                async with asyncio.timeout(wait + 30):
                    found = await self.bot.raw_updates(offset=offset, kinds=KINDS, seconds=wait)
            except (Conflict, StartupFault):
                raise
            except InvalidToken:
                raise StartupFault(REFUSED_TOKEN) from None
            except RetryAfter as error:
                await self.sleep(min(LONGEST_PAUSE, seconds(error)))
            except (TelegramError, TimeoutError) as error:
                pause = self._backoff.pause()
                why = describe(error) if isinstance(error, TelegramError) else "no answer"
                say = log.info if isinstance(error, TimedOut | TimeoutError) else log.warning
                say("poll failed", why=why, again_in=round(pause, 1))
                await self.sleep(pause)
            else:
                self._backoff.reset()
                self.last_poll = self.clock.now()
                return [each for each in found if isinstance(each.get("update_id"), int)]


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
