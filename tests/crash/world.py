"""People, Telegram and a gateway that stay while bots live and die between them."""

import asyncio
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bot.domain.shelf import Shelf
from bot.sandbox.gateway import GatewayServer
from bot.sandbox.gateway.control import Reply
from bot.sandbox.gateway.journal import Call
from bot.sandbox.telegram import Message, TelegramServer, User
from bot.storage.spool import FolderSpool
from tests.crash import audit
from tests.crash.audit import Books
from tests.crash.life import KILLED, Launcher, Life
from tests.sandbox.gateway_kit import photo
from tests.whole.town import environment, is_final, outside

SEPIA, FORBIDDEN, CANCELLED, COMMAND = "sepia", "forbidden", "slow", "/help"
COMPARED = "/compare sepia"
_NUMBER = re.compile(r"photo no\. (\d+)")
_REST_SECONDS = 60
_PEOPLE_WRITE = 2
"""Photos of one person: Telegram lets a bot say about one thing a second to each."""


@dataclass(frozen=True, slots=True)
class Request:
    number: int
    wish: str
    user: User
    message: Message


@dataclass
class World:
    """All that the dead leave behind is kept here, and gone over at the end."""

    telegram: TelegramServer
    gateway: GatewayServer
    launcher: Launcher
    folder: Path
    environ: Mapping[str, str]
    on_unknown: str = "retry"
    requests: list[Request] = field(default_factory=list)
    asked: Counter[int] = field(default_factory=Counter)
    """How often the gateway was asked for each request."""
    kills: int = 0
    faults: list[str] = field(default_factory=list)
    unfinished: Counter[tuple[int, str]] = field(default_factory=Counter)
    """How often the end of a life found a request's edit in a state."""
    untold: Counter[int] = field(default_factory=Counter)
    """How often it found that nobody had been told of a request's end, or that this was not noted."""
    unannounced: Counter[int] = field(default_factory=Counter)
    """How often it found a request's edit without a note of its status message."""
    _stored: dict[int, int] = field(default_factory=dict)
    _pressed: set[int] = field(default_factory=set)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def ask(self, wish: str) -> Request:
        """Somebody sends a photo with a wish, or a command."""
        number = next(self._numbers)
        person = 1000 + number // _PEOPLE_WRITE
        user = self.telegram.world.users.get(person) or self.telegram.add_user(f"P{person}", id=person)
        if wish == COMMAND:
            message = self.telegram.send_text(user, COMMAND)
        else:
            message = self.telegram.send_photo(user, photo(), f"{wish}, photo no. {number}")
        self.requests.append(Request(number, wish, user, message))
        return self.requests[-1]

    @asynccontextmanager
    async def life(self, point: str | None = None) -> AsyncIterator[Life]:
        """The bot lives; what it leaves behind is gone over."""
        async with self.launcher.life(self.environ, self.folder / "bot.log", point) as life:
            yield life
        if (code := await life.end()) not in {0, KILLED}:
            self.faults.append(f"a life ended with {code}; see bot.log")
        self.kills += code == KILLED
        self._note(self.books())

    async def finish(self) -> None:
        """One last life, until all has ended, and a stop."""
        polls = self._polls()
        async with self.life() as life:
            try:
                async with asyncio.timeout(_REST_SECONDS):
                    while not life.over and not (
                        self._polls() > polls and self._all_told() and audit.all_ended(self.data)
                    ):
                        self.press_cancel()
                        await asyncio.sleep(0.03)
            except TimeoutError:
                self.faults.append("the last life came to no rest")
            life.stop()
            if code := await life.end():
                self.faults.append(f"the last life ended with {code}")

    async def dies(self, point: str) -> None:
        """A life that ends by itself at one of POINTS."""
        async with self.life(point) as life, asyncio.timeout(60):
            while not life.over:
                self.press_cancel()
                self.press_compare()
                await asyncio.sleep(0.01)
        assert await life.end() == KILLED, f"{point}: exit {await life.end()}"

    def press_cancel(self) -> None:
        """Whoever wants out presses the button of each status message that is there."""
        for request in self.requests:
            for message in self.statuses(request) if request.wish == CANCELLED else ():
                if message.message_id not in self._pressed:
                    self._pressed.add(message.message_id)
                    self.telegram.press(request.user, message, message.buttons[0]["text"])

    def press_compare(self) -> None:
        """Whoever wants to compare presses the button that says what it costs."""
        for request in self.requests:
            for message in self._replies(request) if request.wish == COMPARED else ():
                button = message.buttons[-1]["text"] if message.buttons else ""
                if button.startswith("Compare") and message.message_id not in self._pressed:
                    self._pressed.add(message.message_id)
                    self.telegram.press(request.user, message, button)

    def pictures(self, request: Request) -> list[Message]:
        return [message for message in self._replies(request) if message.file_id]

    def sentences(self, request: Request) -> list[Message]:
        return [message for message in self._replies(request) if not message.file_id and is_final(message)]

    def statuses(self, request: Request) -> list[Message]:
        """What still says that it is on its way."""
        return [message for message in self._replies(request) if not is_final(message)]

    async def swept(self) -> int:
        """How many half-written files the keeper finds, years later."""
        found = len(list(self.data.rglob("*.part")))
        spool = FolderSpool(self.data / "spool")
        overdue = Shelf(hours=24).overdue(await spool.files(), in_work=(), now=2**42)
        await spool.remove(file.key for file in overdue)
        self.faults += [f"left for ever: {path.name}" for path in self.data.rglob("*.part")]
        return found

    def books(self) -> Books:
        """How it stands, between two lives."""
        return audit.of_the_dead(self.data, self.folder / "copy")

    def calls_after_answer(self) -> int:
        """How many times the gateway was asked for what was stored already."""
        return sum(self.asked[number] - calls for number, calls in self._stored.items())

    def _polls(self) -> int:
        """How often a bot asked for updates, or for their being posted."""
        return len([*self.telegram.calls_of("getUpdates"), *self.telegram.calls_of("setWebhook")])

    def _all_told(self) -> bool:
        return all(
            self.pictures(request) or self.sentences(request) or request.wish == CANCELLED
            for request in self.requests
        )

    def _replies(self, request: Request) -> list[Message]:
        messages = self.telegram.answers(request.user)
        return [each for each in messages if each.reply_to and each.reply_to is request.message]

    def _note(self, books: Books) -> None:
        self.faults += books.faults
        for request in self.requests:
            row = books.edits.get(request.message.message_id)
            if row is None:
                continue
            if row.answered:
                self._stored.setdefault(request.number, self.asked[request.number])
            if not row.ended:
                self.unfinished[request.number, row.state] += 1
            if not row.told:
                self.unannounced[request.number] += row.status_message is None
            self.untold[request.number] += row.ended and not row.told

    async def count_call(self, call: Call) -> Reply | None:
        found = _NUMBER.search(json.dumps(call.body))
        if found:
            self.asked[int(found[1])] += 1
        return None


@asynccontextmanager
async def a_world(
    folder: Path, starting: Launcher, on_unknown: str = "retry", **changes: str
) -> AsyncIterator[World]:
    async with outside(folder) as (telegram, gateway):
        environ = environment(telegram, gateway, folder) | {"DARKROOM_ON_UNKNOWN": on_unknown} | changes
        world = World(telegram, gateway, starting, folder, environ, on_unknown)
        gateway.on_call(world.count_call)
        yield world
