"""What Telegram sends, by whichever way it comes, written down before Telegram hears that we have it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import structlog

from bot.chat.stops import STOPPED
from bot.domain.errors import DarkroomError

log = structlog.get_logger()

KINDS = ("message", "callback_query", "pre_checkout_query", "my_chat_member", STOPPED)
"""The only updates that we ask for; edits, channels, business and guest chats start nothing (SAFETY 1.4)."""

_FOREIGN_FIELDS = ("business_connection_id", "guest_query_id")


class Store(Protocol):
    """The part of the inbox that arrivals need."""

    async def store(self, updates: Sequence[Mapping[str, Any]]) -> int:
        """Write a batch down, whole or not at all; returns how many are new."""
        ...


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Writes updates into the inbox. `arrived` is called after something was: `Dispatcher.wake`."""

    inbox: Store
    arrived: Callable[[], None]

    async def keep(self, batch: Sequence[Mapping[str, Any]]) -> None:
        """Write down what we take of it; then all of it may be confirmed.

        Raises:
            DarkroomError: the database refused; ask Telegram for the same again.
        """
        wanted = [update for update in batch if takes(update)]
        if wanted:
            await self._store(wanted)
            self.arrived()

    async def _store(self, updates: Sequence[Mapping[str, Any]]) -> None:
        try:
            await self.inbox.store(updates)
        except DarkroomError:
            raise
        except Exception:
            if len(updates) == 1:
                # Not even JSON again (half a character, a number without end): nobody could handle it.
                log.exception("update not storable", update=updates[0]["update_id"], kind=kind_of(updates[0]))
                return
            for update in updates:
                await self._store([update])


def takes(update: Mapping[str, Any]) -> bool:
    """Whether it is of a kind that starts something, whatever Telegram was asked for before."""
    kind = kind_of(update)
    body = update.get(kind) if kind in KINDS else None
    return isinstance(body, dict) and not any(body.get(field) for field in _FOREIGN_FIELDS)


def kind_of(update: Mapping[str, Any]) -> str:
    """The name of the one field beside the id."""
    return next((name for name in update if name != "update_id"), "nothing")
