"""People who ask for edits, what they got for it, and what is noted when a bot dies between."""

import json
import re
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bot.domain.errors import AlreadyEnded
from bot.domain.shelf import Shelf
from bot.parts import SystemClock
from bot.sandbox.gateway import GatewayServer
from bot.sandbox.gateway.control import Reply
from bot.sandbox.gateway.journal import Call
from bot.sandbox.telegram import Message, TelegramServer, User
from bot.storage.spool import FolderSpool
from bot.texts import FALLBACK, Texts
from tests.crash.audit import Books, Row
from tests.sandbox.gateway_kit import photo
from tests.whole.town import is_final

SEPIA, FORBIDDEN, CANCELLED, COMMAND = "sepia", "forbidden", "slow", "/help"
_NUMBER = re.compile(r"photo no\. (\d+)")
_OVER = Texts(SystemClock()).explain(FALLBACK, AlreadyEnded())
_PEOPLE_WRITE = 2
"""Photos of one person: Telegram lets a bot say about one thing a second to each."""


@dataclass(frozen=True, slots=True)
class Request:
    number: int
    wish: str
    user: User
    message: Message


@dataclass
class Crowd(ABC):
    """All that the dead leave behind is kept here, and gone over at the end."""

    telegram: TelegramServer
    gateway: GatewayServer
    on_unknown: str = field(default="retry", kw_only=True)
    requests: list[Request] = field(default_factory=list, kw_only=True)
    asked: Counter[int] = field(default_factory=Counter, kw_only=True)
    """How often the gateway was asked for each request."""
    kills: int = field(default=0, kw_only=True)
    faults: list[str] = field(default_factory=list, kw_only=True)
    unfinished: Counter[tuple[int, str]] = field(default_factory=Counter, kw_only=True)
    """How often the end of a life found a request's edit in a state."""
    untold: Counter[int] = field(default_factory=Counter, kw_only=True)
    """How often it found that nobody had been told of a request's end, or that this was not noted."""
    unannounced: Counter[int] = field(default_factory=Counter, kw_only=True)
    """How often it found a request's edit without a note of its status message."""
    _stored: dict[int, int] = field(default_factory=dict, kw_only=True)
    _pressed: set[int] = field(default_factory=set, kw_only=True)
    _numbers: "count[int]" = field(default_factory=lambda: count(1), kw_only=True)

    @property
    @abstractmethod
    def data(self) -> Path:
        """Where half-written files would lie, and the spool."""

    @abstractmethod
    def books(self) -> Books:
        """How it stands in the database."""

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

    def press_cancel(self) -> None:
        """Whoever wants out presses the button of each status message that is there."""
        for request in self.requests:
            for message in self.statuses(request) if request.wish == CANCELLED else ():
                if message.message_id not in self._pressed:
                    self._pressed.add(message.message_id)
                    self.telegram.press(request.user, message, message.buttons[0]["text"])

    def pictures(self, request: Request) -> list[Message]:
        return [message for message in self.replies(request) if message.file_id]

    def sentences(self, request: Request) -> list[Message]:
        """Without the answer to a cancel that came late: a machine that stands still gets it as a message."""
        said = [message for message in self.replies(request) if not message.file_id and is_final(message)]
        return [message for message in said if message.text != _OVER]

    def statuses(self, request: Request) -> list[Message]:
        """What still says that it is on its way."""
        return [message for message in self.replies(request) if not is_final(message)]

    def replies(self, request: Request) -> list[Message]:
        messages = self.telegram.answers(request.user)
        return [each for each in messages if each.reply_to and each.reply_to is request.message]

    def all_told(self) -> bool:
        return all(
            self.pictures(request) or self.sentences(request) or request.wish == CANCELLED
            for request in self.requests
        )

    async def swept(self) -> int:
        """How many half-written files the keeper finds, years later."""
        found = len(list(self.data.rglob("*.part")))
        spool = FolderSpool(self.data / "spool")
        overdue = Shelf(hours=24).overdue(await spool.files(), in_work=(), now=2**42)
        await spool.remove(file.key for file in overdue)
        self.faults += [f"left for ever: {path.name}" for path in self.data.rglob("*.part")]
        return found

    def calls_after_answer(self) -> int:
        """How many times the gateway was asked for what was stored already."""
        return sum(self.asked[number] - calls for number, calls in self._stored.items())

    def note(self, books: Books) -> None:
        """What the end of a life found."""
        self.faults += books.faults
        for request in self.requests:
            row = books.edits.get(request.message.message_id)
            if row is None:
                continue
            if row.answered:
                self._stored.setdefault(request.number, self.asked[request.number])
            if not row.ended and self.may_have_died(request, row):
                self.unfinished[request.number, row.state] += 1
            if not row.told:
                self.unannounced[request.number] += row.status_message is None
            self.untold[request.number] += row.ended and not row.told

    def may_have_died(self, request: Request, row: Row) -> bool:
        """Whether the life that ended had that edit in its hands."""
        return True

    async def count_call(self, call: Call) -> Reply | None:
        """To be told of each call of the gateway."""
        if number := number_of(call):
            self.asked[number] += 1
        return None


def number_of(call: Call) -> int:
    """The request that a call is for; 0: none."""
    found = _NUMBER.search(json.dumps(call.body))
    return int(found[1]) if found else 0
