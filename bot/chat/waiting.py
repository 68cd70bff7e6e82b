"""What a person sees while an edit is on its way.

In private a silent status message, or a draft; in groups 👀 on the request, and a status message only where
that takes a while. And "sending a photo..." above.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from bot.chat.acts import Acts
from bot.chat.board import Board
from bot.chat.drafts import Drafts
from bot.chat.keyboards.data import Say
from bot.chat.keyboards.edits import cancel
from bot.chat.limits import NEVER, Urgency
from bot.chat.people import People
from bot.chat.post import Post
from bot.chat.progress import Said
from bot.chat.quietly import Quietly
from bot.chat.reactions import Reactions
from bot.chat.wait import Wait
from bot.domain.edit import Edit, Place
from bot.domain.ports import Progress
from bot.services.statuses import Statuses
from bot.texts import Texts

_LOOK_EVERY = 1.0
_CHANGES_AT_ONCE = 20
"""Of status messages. While these wait for room, more in their line would only keep it busy."""
_ELSEWHERE = 3.0
"""For so long the process that accepted an edit is left to speak, before the one that works on it does."""

Usual = Callable[[str], Awaitable[float | None]]
"""`Timing.usual`: the seconds that a model usually takes."""
Places = Callable[[], Mapping[str, int]]
"""`Worker.places`: how many come before each edit that waits in line."""


@dataclass(slots=True)
class Waiting:
    """Keeps people who wait informed. `run` tells what time brings; all else works without it.

    `drop` forgets what waits to be sent under a name: `Traffic.drop`. `now` counts seconds, never backwards.
    """

    post: Post
    texts: Texts
    people: People
    drop: Callable[[object], None]
    places: Places
    usual: Usual
    statuses: Statuses
    drafts: Drafts
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    now: Callable[[], float] = time.monotonic
    _waits: dict[str, Wait] = field(default_factory=dict)
    _acts: Acts = field(init=False)
    _board: Board = field(init=False)
    _reactions: Reactions = field(init=False)

    def __post_init__(self) -> None:
        self._acts, self._board, self._reactions = Acts(self.post), Board(self.post), Reactions(self.post)

    async def run(self) -> None:
        """Look after all who wait, each second; ends by cancellation."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                await self.sleep(_LOOK_EVERY)
                self.look(tasks)

    def look(self, tasks: asyncio.TaskGroup) -> None:
        """Show what is to be shown by now, and wait for none of it."""
        now, waits = self.now(), [wait for wait in self._waits.values() if not wait.over]
        places = self.places() if any(wait.began is None for wait in waits) else {}
        changing = sum(wait.changing for wait in waits)
        for wait in waits:
            if wait.began is None:
                wait.ahead = places.get(wait.edit.id)
            if wait.spoken and not wait.drafted and changing >= _CHANGES_AT_ONCE:
                continue
            if wait.elsewhere is not None and not wait.changing:
                wait.changing = True
                tasks.create_task(self._adopt(wait))
            if not wait.changing and wait.is_due(now, len(waits)):
                changing += 1
                wait.changing = True
                tasks.create_task(self._refresh(wait))
        for edit in self._acts.due(now, waits):
            tasks.create_task(self._acts.show(edit))

    async def announce(self, edit: Edit) -> None:
        """See `Messenger`."""
        wait = Wait(edit, self.now())
        wait.spoken = edit.status_message is not None  # from before a restart
        self._waits[edit.id] = wait
        wait.usual = await self.usual(edit.model)
        if edit.holder and not wait.spoken:
            wait.elsewhere = wait.since + _ELSEWHERE
        else:
            await self._begin(wait)

    def attend(self, edit: Edit) -> None:
        """Show only that something is on its way; the words are somebody else's."""
        self._waits[edit.id] = Wait(replace(edit, status_message=None), self.now(), wordless=True)

    async def show(self, edit: Edit, progress: Progress) -> None:
        """See `Messenger`. Returns when it was sent, or a newer one took its place."""
        wait = self._waits.get(edit.id)
        if wait is None or wait.over:
            return
        wait.told = replace(progress, preview=None)
        if wait.began is None:
            wait.began = self.now()
            await self._acts.show(edit)
        async with wait.lock:  # until what is about to be sent was sent
            pass
        await self._change(wait, progress.preview)

    def over(self, edit: Edit) -> None:
        """Nothing more is on its way."""
        if wait := self._waits.get(edit.id):
            wait.over = True
        self._board.forget(edit.id)
        self.drop(edit.id)

    def hand_over(self, edit: Edit) -> None:
        """See `Messenger`."""
        self.over(edit)
        self.forget(edit)

    def forget(self, edit: Edit) -> None:
        """It is somebody else's, or its person cannot be reached: what is there stays."""
        self._waits.pop(edit.id, None)

    async def clear(self, edit: Edit) -> None:
        """Take away what shows that it is on its way."""
        if wait := self._waits.get(edit.id):
            async with wait.lock:  # until what is about to be sent was sent
                edit = wait.edit
            self.forget(edit)
        if edit.status_message is None and edit.holder:
            edit = replace(edit, status_message=await self.statuses.find(edit.id))
        if edit.status_message is not None:
            with Quietly("clear", edit=edit.id):
                await self.post.erase(edit.place.chat, edit.status_message)
        beside = [each for each in self._waits.values() if each.edit.place.chat == edit.place.chat]
        for each in beside:
            each.at = each.at if not each.drafted else NEVER  # what was just sent to the chat ended its draft
        if edit.place.chat < 0 and all(each.edit.place != edit.place for each in beside):
            await self._reactions.clear(edit)

    async def _refresh(self, wait: Wait) -> None:
        try:
            if wait.spoken:
                await self._change(wait)
            else:
                await self._speak(wait)
        finally:
            wait.changing = False

    async def _adopt(self, wait: Wait) -> None:
        """Go on with the status message of whoever accepted it; with one of our own where there is none."""
        try:
            found = await self.statuses.find(wait.edit.id)
            if found is not None:
                wait.edit, wait.spoken, wait.elsewhere = replace(wait.edit, status_message=found), True, None
            elif wait.elsewhere is not None and wait.elsewhere <= self.now():
                wait.elsewhere = None
                await self._begin(wait)
        finally:
            wait.changing = False

    async def _begin(self, wait: Wait) -> None:
        """The first words, or the 👀 that stand for them while they are enough."""
        seen = False
        async with wait.lock:
            with Quietly("react", edit=wait.edit.id):
                seen = wait.in_group and not wait.over and await self._reactions.look(wait.edit)
        self._find(wait)
        if wait.spoken:
            await self._change(wait)
        elif not seen or wait.is_long(self.now()):
            await self._speak(wait)

    async def _speak(self, wait: Wait) -> None:
        """A draft or a status message, where there is none yet."""
        async with wait.lock:
            if wait.over or wait.spoken:
                return
            wait.spoken = True
            with Quietly("announce", edit=wait.edit.id):
                wait.drafted = self.drafts.fit(wait.edit)
                if not wait.drafted or not await self._draft(wait, Urgency.KEYBOARD):
                    await self._send(wait)

    async def _draft(self, wait: Wait, urgency: Urgency) -> bool:
        said, text, _ = await self._text(wait)
        wait.said, wait.at = said, self.now()
        wait.drafted = await self.drafts.show(wait.edit, text, urgency)
        return wait.drafted

    async def _send(self, wait: Wait) -> None:
        edit = wait.edit
        said, text, say = await self._text(wait)
        message = await self.post.say(
            edit.place, text, keyboard=cancel(say, edit.id), silent=True, replaces=edit.id
        )
        if message.chat_id != edit.place.chat:  # the group has become a supergroup
            edit = replace(edit, place=Place(message.chat_id, 0, edit.place.thread))
        wait.edit = replace(edit, status_message=message.message_id)
        wait.said, wait.at = said, self.now()
        self._board.begin(edit.id, said)
        # At once: a status message that was sent and not yet noted outlives a crash.
        if not await self.statuses.keep(edit.id, message.message_id):
            wait.edit = replace(edit, status_message=None)
            await self.post.erase(edit.place.chat, message.message_id)

    async def _change(self, wait: Wait, preview: bytes | None = None) -> None:
        """Other words in a draft's or a status message's place."""
        if wait.over:
            return
        with Quietly("show", edit=wait.edit.id):
            if wait.drafted:
                if not await self._draft(wait, Urgency.PROGRESS):
                    async with wait.lock:
                        if not wait.over and wait.edit.status_message is None:
                            await self._send(wait)
            elif wait.edit.status_message is not None:
                said, text, say = await self._text(wait)
                news = self._board.note(wait.edit.id, said, preview)
                if news:
                    wait.said, wait.at = said, self.now()
                    await self._board.show(wait.edit, news, text, cancel(say, wait.edit.id))

    async def _text(self, wait: Wait) -> tuple[Said, str, Say]:
        say = partial(self.texts.say, await self.people.language(wait.edit.person))
        self._find(wait)
        said = wait.words(self.now())
        return said, "\n".join(say(key, **data) for key, data in said), say

    def _find(self, wait: Wait) -> None:
        """Its place in line is that of now: what was just accepted may have been taken at once."""
        wait.ahead = self.places().get(wait.edit.id) if wait.began is None else None
