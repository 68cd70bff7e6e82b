"""How an edit ends in the chat: its pictures, or the sentence that says why there are none."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import structlog
from telegram import InlineKeyboardMarkup, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest, TelegramError

from bot.chat.captions import Caption, caption
from bot.chat.keyboards import edits as keyboards
from bot.chat.keyboards.data import Say
from bot.chat.keyboards.edits import Stage
from bot.chat.limits import Urgency
from bot.chat.parcels import albums, fits_photo, opened, sent_of
from bot.chat.people import People
from bot.chat.post import Keyboard, Media, Post
from bot.chat.quietly import Quietly
from bot.chat.refusals import CLOSED, Fate, Refusal, describe, fate, refusal
from bot.domain.edit import Edit, Place
from bot.domain.errors import DeliveryFault, EditFailed, GatewayFault, GroupClosed, SpoolFault, UnknownModel
from bot.domain.model import Catalogue
from bot.domain.picture import Stored
from bot.domain.ports import Outcome, Sent
from bot.domain.spool import Spool
from bot.services.account import Reader
from bot.services.groups import Groups
from bot.texts import Texts

T = TypeVar("T")

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Delivery:
    """Brings results and reasons."""

    post: Post
    spool: Spool
    texts: Texts
    catalogue: Catalogue
    people: People
    groups: Groups

    async def deliver(self, edit: Edit, outcome: Outcome) -> tuple[Sent, ...]:
        """See `Messenger`."""
        pictures = outcome.pictures
        return await self.taken(edit, self.in_form(edit, pictures, partial(self._send, edit, pictures)))

    async def taken(self, edit: Edit, sending: Awaitable[T]) -> T:
        """What Telegram took of an edit's results.

        Raises:
            DeliveryFault: it took nothing, or nobody knows.
            GroupClosed: the group is closed to the bot.
        """
        try:
            return await sending
        except TelegramError as error:
            why, unknown = refusal(error), fate(error) is Fate.UNKNOWN
            unreachable = why is Refusal.UNREACHABLE
            if why in CLOSED and not edit.place.is_private:
                if not unreachable:
                    with Quietly("close group", edit=edit.id):
                        await self.groups.closed(edit.place.chat)
                # No fault of the one who asked: who blocks the bot in private has shut the door themselves.
                raise GroupClosed(gone=unreachable, detail=describe(error)) from None
            if unreachable:
                await self._mark_unreachable(edit)
            raise DeliveryFault(unreachable=unreachable, unknown=unknown, detail=describe(error)) from None
        except SpoolFault as error:
            raise DeliveryFault(detail=error.detail) from error

    async def explain(self, edit: Edit, error: EditFailed) -> Sent | None:
        """Say why there is no picture; a reply to that has new words for the same pictures. Never raises."""
        if isinstance(error, DeliveryFault) and error.unreachable:
            return None
        with Quietly("explain", edit=edit.id):
            language = await self.people.language(edit.person)
            text = self.texts.explain(language, error)
            if isinstance(error, GatewayFault) and error.text and error.text.strip():
                text += "\n\n" + self.texts.say(language, "words-of-model", words=error.text.strip())
            say = partial(self.texts.say, language)
            return await self.say(edit, say, text, keyboards.after(say, edit, Stage.FAILURE))
        return None

    async def say(self, edit: Edit, say: Say, text: str, keyboard: Keyboard, *, silent: bool = False) -> Sent:
        """Words about an edit where it was asked for; in private where the group takes none."""
        send = partial(self.post.say, keyboard=keyboard, urgency=Urgency.ERROR, silent=silent)
        try:
            return sent_of(await send(edit.place, text))
        except TelegramError as error:
            if refusal(error) not in CLOSED or edit.place.is_private or edit.person < 0:
                raise
        group = await self.groups.get(edit.place.chat)
        text = say("group-privately", title=group.title if group else "") + "\n\n" + text
        place = Place(edit.person, 0)
        return sent_of(await send(place, text))

    async def in_form(self, edit: Edit, pictures: Sequence[Stored], send: Callable[..., Awaitable[T]]) -> T:
        """Send (`as_photo`) photos; files where they are wanted, or where Telegram takes no photos."""
        if not edit.options.as_file and all(map(fits_photo, pictures)):
            try:
                return await send(as_photo=True)
            except BadRequest as error:
                if refusal(error) not in {Refusal.NO_PHOTO, Refusal.NO_RIGHT}:
                    raise
                log.info("sent as a file", edit=edit.id, why=describe(error))
        return await send(as_photo=False)

    async def _send(self, edit: Edit, pictures: Sequence[Stored], *, as_photo: bool) -> tuple[Sent, ...]:
        if len(pictures) == 1:
            return (await self._single(edit, pictures[0], as_photo=as_photo),)
        sent: list[Sent] = []
        for part in albums(pictures):
            sent += await self._album(edit, part, len(sent), as_photo=as_photo)
        with Quietly("buttons", edit=edit.id):  # the pictures are there: nothing after them makes them fail
            sent.append(await self._buttons(edit, as_photo=as_photo))
        return tuple(sent)

    async def _single(self, edit: Edit, picture: Stored, *, as_photo: bool) -> Sent:
        told, keyboard = await self._below(edit, as_photo=as_photo)
        send = self.post.photo if as_photo else self.post.document
        async with opened(self.spool, (picture,)) as (file,):
            return sent_of(await send(edit.place, file, told, keyboard), 0)

    async def _album(
        self, edit: Edit, pictures: Sequence[Stored], start: int, *, as_photo: bool
    ) -> list[Sent]:
        kind = InputMediaPhoto if as_photo else InputMediaDocument
        async with opened(self.spool, pictures) as files:
            media: list[Media] = [kind(file) for file in files]
            album = await self.post.album(edit.place, media)
        return [sent_of(message, position) for position, message in enumerate(album, start)]

    async def _buttons(self, edit: Edit, *, as_photo: bool) -> Sent:
        """An album has no buttons of its own: they stand under a text below it."""
        told, keyboard = await self._below(edit, as_photo=as_photo)
        if not told.text:
            told = Caption(self.texts.say(await self.people.language(edit.person), "caption-off"))
        return sent_of(await self.post.say(edit.place, told, keyboard=keyboard, silent=True))

    async def _below(self, edit: Edit, *, as_photo: bool) -> tuple[Caption, InlineKeyboardMarkup]:
        language, reader = await self.people.reader(edit.person, edit.place.chat)
        say = partial(self.texts.say, language)
        stage = Stage.RESULT if as_photo else Stage.FILE
        return self._caption(edit, say, reader), keyboards.after(say, edit, stage)

    def _caption(self, edit: Edit, say: Say, reader: Reader) -> Caption:
        if reader.wanted.caption is False:
            return Caption()
        # What others have left is their own business, and nobody's where nothing is taken.
        left = reader.left if edit.price and edit.place.is_private else None
        head = say("caption-line", model=self.title(edit), seconds=seconds(edit), left=left)
        return caption(head, "" if reader.wanted.quote is False else edit.prompt)

    def title(self, edit: Edit) -> str:
        """What its model is called."""
        try:
            return self.catalogue.get(edit.model).title
        except UnknownModel:
            return edit.model

    async def _mark_unreachable(self, edit: Edit) -> None:
        if edit.place.is_private:
            with Quietly("mark", edit=edit.id):
                await self.people.mark_reachable(edit.person, reachable=False)


def seconds(edit: Edit) -> int | None:
    """How long a gateway worked on it; less than one is not worth a word."""
    if edit.called is None or edit.answered is None:
        return None
    return round((edit.answered - edit.called) / 1000) or None
