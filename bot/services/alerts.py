"""Tells admins what they have to see to, as `domain/alert.py` says; a restart repeats nothing."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import structlog

from bot.domain.alert import Happened, Known, Memory, Sign, due, learn
from bot.domain.errors import StorageFault
from bot.domain.ports import Clock, Herald
from bot.services.looks import Look
from bot.storage import alerts
from bot.storage.database import Database

log = structlog.get_logger()

_ROUND_SECONDS = 10
_MOST_SIGNS = 10_000

Signs = deque[Sign]
"""What was heard since the last round."""
Collect = Callable[[], Awaitable[Sequence[Sign]]]
"""Takes what was heard since the last round. Never raises."""


def nothing_heard() -> Signs:
    """For an alarm: its `append` hears."""
    return deque(maxlen=_MOST_SIGNS)


class Alerts:
    """Gathers signs of trouble, and says what has to be said.

    `keys`: where the keys of each gateway are set, by its name.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        collect: Collect,
        herald: Herald,
        looks: Sequence[Look],
        keys: Mapping[str, str],
    ) -> None:
        self._database, self._clock, self._collect = database, clock, collect
        self._herald, self._looks, self._keys = herald, looks, keys
        self._memory: Memory = {}
        self._kept: Sequence[Known] = ()

    def standing(self) -> tuple[Known, ...]:
        """What is wrong now, the oldest first."""
        return tuple(
            sorted((each for each in self._memory.values() if each.stands), key=lambda each: each.since)
        )

    async def run(self) -> None:
        """A round every few seconds, until cancelled."""
        await self.remember()
        while True:
            await self.round()
            await asyncio.sleep(_ROUND_SECONDS)

    async def remember(self) -> None:
        """Know what admins were told before a restart."""
        try:
            self._kept = await self._database.read(alerts.known)
        except StorageFault as fault:
            log.error("alerts not remembered", detail=fault.detail)
            return
        here = {"", *self._keys}
        self._memory = {each.trouble: each for each in self._kept if each.trouble.gateway in here}

    async def round(self) -> None:
        """Look, learn, and tell what is due."""
        heard = [sign for look in self._looks for sign in await look()]
        heard += await self._collect()
        now, before = self._clock.now(), self._memory
        learned = learn(before, map(self._placed, heard), now)
        reports, told = due(learned, now)
        self._memory = told
        # First written down, then said: a crash between them costs a message, which the digest makes good.
        await self._keep(told)
        if reports and not await self._herald.tell(reports):
            self._memory = learned
            await self._keep(learned)
        _log_changes(before, self._memory)

    def _placed(self, sign: Sign) -> Sign:
        """With where its gateway is set."""
        if not isinstance(sign, Happened) or sign.trouble.gateway not in self._keys:
            return sign
        return replace(sign, facts={**sign.facts, "setting": self._keys[sign.trouble.gateway]})

    async def _keep(self, memory: Memory) -> None:
        rows = [each for each in memory.values() if each.told]
        if rows == self._kept:
            return
        try:
            await self._database.write(alerts.keep, rows)
        except StorageFault as fault:  # it is one of the troubles, and told all the same
            log.error("alerts not written down", detail=fault.detail)
        else:
            self._kept = rows


def _log_changes(before: Memory, now: Memory) -> None:
    """One line when a trouble begins, and one when it ends."""
    for each in _new(now, before):
        log.error("trouble began", **{**each.facts, **_facts(each)})
    for each in _new(before, now):
        log.info("trouble ended", **_facts(each), edits=each.edits, proven=each.well is not None)


def _new(these: Memory, those: Memory) -> Iterable[Known]:
    known = {trouble for trouble, each in those.items() if each.certain}
    return [each for trouble, each in these.items() if each.certain and trouble not in known]


def _facts(each: Known) -> dict[str, object]:
    trouble = each.trouble
    where = {"gateway": trouble.gateway, "model": trouble.model, "key": trouble.key, "name": trouble.name}
    return {"trouble": str(trouble.what)} | {name: value for name, value in where.items() if value}
