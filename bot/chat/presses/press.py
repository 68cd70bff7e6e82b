"""A press: who pressed what, and what can be done to the message under which the button stands."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

from telegram import CallbackQuery, InlineKeyboardMarkup

from bot.chat.captions import Caption
from bot.chat.context import Context
from bot.chat.quietly import Quietly
from bot.chat.refusals import Refusal, harmless
from bot.domain.edit import Edit
from bot.domain.errors import AlreadyEnded, NotYours


@dataclass(slots=True)
class Pressed:
    """A button that somebody pressed, with the parts of its data. `answered`: it does not spin any more.

    What is done to its message is done after the answer: in a busy chat it may have to wait for its turn.
    """

    context: Context
    query: CallbackQuery
    parts: tuple[str, ...]
    answered: bool = field(default=False, init=False)
    _later: list[Callable[[], Awaitable[None]]] = field(default_factory=list, init=False)

    @property
    def message(self) -> int:
        """The message under which it stands, be it too old to be read."""
        return self.query.message.message_id if self.query.message else 0

    async def answer(self, word: str = "", *, alert: bool = False) -> None:
        """What flashes up, once: needed only before what takes longer than a moment. Never raises."""
        if not self.answered:
            self.answered = True
            with Quietly("answer to a press", update=self.context.update):
                await self.context.desk.post.answer(self.query, word or None, alert=alert)

    def check_owner(self, owner: str) -> None:
        """A keyboard is for the person whose id it carries.

        Raises:
            NotYours: it was somebody else.
            ValueError: that is no id.
        """
        if int(owner) != self.context.person.id:
            raise NotYours(int(owner), buttons=True)

    async def own(self, name: str) -> Edit:
        """The edit of that id, which whoever pressed asked for in this chat, or was told about in private.

        Raises:
            NotYours: somebody else asked for it.
            AlreadyEnded: it is no longer known.
            ValueError: it is of another chat; no button of ours says so.
        """
        context = self.context
        edit = await context.desk.submit.owned(name, context.person.id)
        if not edit.prompt:  # its person wanted it forgotten
            raise AlreadyEnded
        here = context.place.chat
        if here in {edit.place.chat, edit.person}:
            return edit
        if await context.desk.groups.now_at(edit.place.chat) != here:
            raise ValueError(name)
        return edit

    async def erase(self) -> None:
        """Delete the message under which it stands."""
        if message := self.query.message:
            post = self.context.desk.post
            self._later.append(partial(post.erase, message.chat.id, message.message_id))

    async def rekey(self, keyboard: InlineKeyboardMarkup) -> None:
        """Another keyboard in its place."""
        if message := self.query.message:
            post = self.context.desk.post
            self._later.append(partial(post.rekey, message.chat.id, message.message_id, keyboard))

    async def reword(self, text: str | Caption, keyboard: InlineKeyboardMarkup | None) -> None:
        """Another text and keyboard in their place."""
        if message := self.query.message:
            post, where = self.context.desk.post, (message.chat.id, message.message_id)
            self._later.append(partial(post.reword, *where, text, keyboard=keyboard))

    async def finish(self) -> None:
        """Do to the message what is to be done."""
        for change in self._later:
            with harmless(Refusal.MESSAGE_GONE):
                await change()


Press = Callable[[Pressed], Awaitable[str | None]]
"""Does what a button says; returns what the person reads for a moment."""
