"""A comparison in the chat: one status, one album with the models' names, and what came of it below."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from weakref import WeakValueDictionary

from telegram import InlineKeyboardMarkup, InputMediaDocument, InputMediaPhoto

from bot.chat.captions import Caption
from bot.chat.delivery import Delivery, seconds
from bot.chat.keyboards.compare import keep
from bot.chat.keyboards.data import Say
from bot.chat.keyboards.edits import cancel
from bot.chat.parcels import opened, sent_of
from bot.chat.post import Media, Post
from bot.chat.quietly import Quietly
from bot.domain.comparison import Comparison
from bot.domain.edit import Edit
from bot.domain.errors import Remembered
from bot.domain.model import Model
from bot.domain.ports import Sent
from bot.services.statuses import Statuses


@dataclass(slots=True)
class Comparisons:
    """Brings comparisons, and tells how far they are."""

    post: Post
    delivery: Delivery
    statuses: Statuses
    _statuses: dict[str, int] = field(default_factory=dict)
    _announcing: "WeakValueDictionary[str, asyncio.Lock]" = field(default_factory=WeakValueDictionary)

    async def announce(self, edit: Edit) -> None:
        """See `Messenger`: the first of its edits speaks for all."""
        assert edit.comparison  # noqa: S101  whoever calls looked
        async with self._lock(edit.comparison):
            if edit.status_message is not None:
                self._statuses.setdefault(edit.comparison, edit.status_message)
            if edit.comparison in self._statuses or edit.holder:  # whoever accepted it has spoken
                return
            with Quietly("announce", edit=edit.id):
                say = await self._say(edit)
                text, keyboard = say("compare-begun"), cancel(say, edit.id)
                message = await self.post.say(edit.place, text, keyboard=keyboard, silent=True)
                self._statuses[edit.comparison] = message.message_id
                if not await self.statuses.keep(edit.id, message.message_id):
                    del self._statuses[edit.comparison]
                    await self.post.erase(edit.place.chat, message.message_id)

    async def tally(self, comparison: Comparison) -> None:
        """See `Messenger`."""
        edit = comparison.edits[0]
        message = self._status(edit)
        if message is not None:
            with Quietly("show", edit=edit.id):
                say = await self._say(edit)
                text = say("compare-status", done=comparison.through, of=len(comparison.edits))
                await self.post.report(
                    edit.place.chat, message, text, cancel(say, edit.id), replaces=edit.comparison
                )

    async def deliver(self, edits: Sequence[Edit]) -> tuple[tuple[Sent, ...], ...]:
        """See `Messenger`: of each model its first picture."""
        first, pictures = edits[0], [edit.results[0] for edit in edits]
        sent = self.delivery.in_form(first, pictures, partial(self._album, edits))
        return tuple((each,) for each in await self.delivery.taken(first, sent))

    async def conclude(self, comparison: Comparison) -> Sent | None:
        """See `Messenger`; a reply to the words has new words for the same pictures."""
        first, said = comparison.edits[0], None
        if comparison.done or comparison.failed:
            with Quietly("conclude", edit=first.id):
                text, keyboard = await self._words(comparison)
                silent = bool(comparison.done)  # the album was heard
                said = await self.delivery.say(first, await self._say(first), text, keyboard, silent=silent)
        async with self._lock(first.comparison or ""):  # until what is about to be sent was sent
            message = self._status(first)
            self._statuses.pop(first.comparison or "", None)
        if message is not None:
            with Quietly("clear", edit=first.id):
                await self.post.erase(first.place.chat, message)
        return said

    async def _album(self, edits: Sequence[Edit], *, as_photo: bool) -> list[Sent]:
        place, names = edits[0].place, [self.delivery.title(edit) for edit in edits]
        async with opened(self.delivery.spool, [edit.results[0] for edit in edits]) as files:
            if len(files) == 1:
                send = self.post.photo if as_photo else self.post.document
                return [sent_of(await send(place, files[0], Caption(names[0])), 0)]
            kind = InputMediaPhoto if as_photo else InputMediaDocument
            named = zip(files, names, strict=True)
            media: list[Media] = [kind(file, caption=name) for file, name in named]
            return [sent_of(message, 0) for message in await self.post.album(place, media)]

    async def _words(self, comparison: Comparison) -> tuple[str, InlineKeyboardMarkup | None]:
        first, done = comparison.edits[0], comparison.done
        say = await self._say(first)
        lines = "\n".join(self._lines(say, comparison))
        if done:
            models = [model for edit in done if (model := self._model(edit))]
            return f"{say('compare-done')}\n{lines}", keep(say, first.person, models)
        reasons = {edit.error for edit in comparison.failed}
        if len(reasons) == 1 and (reason := reasons.pop()):  # the same for all: it has its own sentence
            language = await self.delivery.people.language(first.person)
            return self.delivery.texts.explain(language, Remembered(reason, incident=first.id)), None
        return f"{say('compare-none')}\n{lines}", None

    def _lines(self, say: Say, comparison: Comparison) -> Iterator[str]:
        for edit in comparison.edits:
            title = self.delivery.title(edit)
            if edit in comparison.done:
                yield say("compare-line", model=title, seconds=seconds(edit), price=edit.price)
            elif edit in comparison.failed:
                yield say("compare-failed", model=title, reason=edit.error)

    def _model(self, edit: Edit) -> Model | None:
        return next((each for each in self.delivery.catalogue.models if each.id == edit.model), None)

    def _status(self, edit: Edit) -> int | None:
        return self._statuses.get(edit.comparison or "", edit.status_message)

    def _lock(self, comparison: str) -> asyncio.Lock:
        return self._announcing.setdefault(comparison, asyncio.Lock())

    async def _say(self, edit: Edit) -> Say:
        return partial(self.delivery.texts.say, await self.delivery.people.language(edit.person))
