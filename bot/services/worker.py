"""Whoever sees to it that accepted edits are done: in this process alone, or in any of many."""

from asyncio import Future
from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.domain.edit import Edit
from bot.domain.ports import Progress
from bot.storage.database import Connection


class Worker(Protocol):
    """Its edits stand in the database; it is told of those that come and go."""

    async def enlist(self, conn: Connection, accepted: Sequence[Edit]) -> None:
        """Within the transaction that accepts these edits: see to it that they are done."""
        ...

    def accepted(self, edit: Edit) -> None:
        """That transaction was committed."""
        ...

    async def dismiss(self, conn: Connection, edit: str) -> None:
        """Within the transaction that cancels an edit: see to it that it is not done any more."""
        ...

    def cancelled(self, edit: Edit) -> Future[None] | None:
        """That transaction was committed: close the request, clear the status away.

        Returns what still lets go of it, if anything does.
        """
        ...

    def places(self) -> Mapping[str, int]:
        """How many come before each edit that waits, as far as that is known here."""
        ...

    def progress(self, edit: str) -> Progress | None:
        """What the gateway told last of an edit that is worked on here."""
        ...

    async def run(self) -> None:
        """Work until cancelled."""
        ...

    async def stop(self, grace: float) -> None:
        """Take no more, and let what runs finish within `grace` seconds; the rest stays as rows."""
        ...
