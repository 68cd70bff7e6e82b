"""Alerts over Telegram: what is wrong, and what to do about it, to each admin in their own language."""

import asyncio
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import structlog
from telegram.error import RetryAfter, TelegramError

from bot.chat.keyboards.data import Say
from bot.chat.limits import Urgency
from bot.chat.people import People
from bot.chat.post import Post
from bot.chat.refusals import Fate, describe, fate
from bot.domain.alert import Known, Report, Stage
from bot.domain.edit import Place
from bot.domain.errors import StorageFault
from bot.texts import FALLBACK, Texts

log = structlog.get_logger()

_MOST = 8
"""Troubles in one list; whatever they say, they fit into one message."""


@dataclass(frozen=True, slots=True)
class Alerter:
    """`Herald` over Telegram."""

    post: Post
    texts: Texts
    people: People
    admins: Collection[int]

    async def tell(self, reports: Sequence[Report]) -> bool:
        """See `Herald`."""
        if not self.admins:
            return True
        async with asyncio.TaskGroup() as telling:
            told = [telling.create_task(self._told(admin, reports)) for admin in self.admins]
        return any(task.result() for task in told)

    async def _told(self, admin: int, reports: Sequence[Report]) -> bool:
        """Whether nothing is left to be done: they read it, or cannot be written to at all."""
        say = partial(self.texts.say, await self._language(admin))
        text = "\n\n".join("\n".join(_lines(say, each)) for each in reports)
        try:
            await self.post.say(Place(admin, 0), text, urgency=Urgency.KEYBOARD)
        except TelegramError as error:
            later = fate(error) is Fate.NOT_DONE or isinstance(error, RetryAfter)
            say_so = log.debug if later else log.warning  # it is tried again every few seconds
            say_so("alert not sent", why=describe(error))
            return not later
        return True

    async def _language(self, admin: int) -> str:
        try:
            return await self.people.language(admin)
        except StorageFault:
            return FALLBACK


def _lines(say: Say, report: Report) -> Iterator[str]:
    yield say(f"alert-{report.stage}")
    for each in report.troubles[:_MOST]:
        yield f"• {sentence(say, each, well=report.stage is Stage.WELL)}"
        if report.stage is not Stage.BEGAN:
            yield say("alert-length", since=each.since, edits=each.edits)
    if (left := len(report.troubles) - _MOST) > 0:
        yield say("alert-more", troubles=left)


def sentence(say: Say, known: Known, *, well: bool = False) -> str:
    """What is wrong and what to do, or that it is over."""
    trouble, several = known.trouble, known.facts.get("keys") != 1
    data = {
        "setting": "api_keys",
        **known.facts,
        "gateway": trouble.gateway,
        "model": trouble.model,
        "name": trouble.name,
        "key": trouble.key if trouble.key and several else None,
    }
    return say(f"alert-{trouble.what}-well" if well else f"alert-{trouble.what}", **data)
