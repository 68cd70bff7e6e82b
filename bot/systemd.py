"""Tells systemd how the bot is, where systemd asks (`Type=notify`): sd_notify(3), without a library."""

import asyncio
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import structlog

from bot.web.health import Verdict

log = structlog.get_logger()

_WATCHDOG_DEFAULT_US = 20_000_000
_SOON = 0.2
"""Seconds between two looks whether the bot has become ready."""


@dataclass(frozen=True, slots=True)
class Systemd:
    """The socket that systemd listens on; nothing is told where there is none (`address` is empty)."""

    address: str = ""
    every: float = 10.0
    """Seconds from one sign of life to the next."""

    async def run(self, *, ready: Callable[[], Verdict], alive: Callable[[], Verdict]) -> None:
        """Tell when the bot is first `ready`, then, while it is `alive`, that it is; until cancelled."""
        if not self.address:
            return
        while not ready().well:  # noqa: ASYNC110  a verdict tells nobody
            await asyncio.sleep(_SOON)
        self.tell("READY=1")
        while True:
            verdict = alive()
            sign = ("WATCHDOG=1",) if verdict.well else ()
            self.tell(f"STATUS={'; '.join(verdict.reasons) or 'well'}", *sign)
            await asyncio.sleep(self.every)

    def tell(self, *states: str) -> None:
        """Send states such as "STOPPING=1"; a systemd that does not listen is no reason to stop."""
        if not self.address:
            return
        name = f"\0{self.address[1:]}" if self.address.startswith("@") else self.address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as speaking:
                speaking.settimeout(0)  # a datagram is taken at once, or not at all
                speaking.sendto("\n".join(states).encode(), name)
        except OSError as error:
            log.warning("systemd was not told", states=states, why=error.strerror)


def from_environment(environ: Mapping[str, str]) -> Systemd:
    """Where and how often systemd wants to be told: at half of WatchdogSec, as sd_notify(3) asks."""
    told = environ.get("WATCHDOG_USEC", "")
    within = int(told) if told.isdecimal() else _WATCHDOG_DEFAULT_US
    return Systemd(environ.get("NOTIFY_SOCKET", ""), every=within / 2_000_000)
