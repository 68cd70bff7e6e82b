"""What the services ask of the outside world; `app.py` hands in who answers."""

from collections.abc import AsyncIterable, AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from bot.domain.alert import Report
from bot.domain.broadcast import Broadcast, Fate
from bot.domain.comparison import Comparison
from bot.domain.edit import Edit, Options, Source
from bot.domain.errors import EditFailed, FaultKind, GatewayFault
from bot.domain.model import Model
from bot.domain.payment import Page, Payment
from bot.domain.picture import Stored


class Clock(Protocol):
    """The only one who knows the time."""

    def now(self) -> int:
        """Epoch milliseconds, UTC."""
        ...


@dataclass(frozen=True, slots=True)
class Progress:
    """What a gateway told while it works: a percentage, a place in its queue, a draft of the picture."""

    percent: int | None = None
    queue: int | None = None
    preview: bytes | None = None

    def then(self, news: "Progress") -> "Progress":
        """What is known once there is news: it counts where it tells something, and a draft stays."""
        preview = news.preview or self.preview
        silent = news.percent is None and news.queue is None
        return replace(self if silent else news, preview=preview)


Watch = Callable[[Progress], None]
"""Called with each progress; returns at once."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a gateway is asked for: prompt + pictures in + model. Results are stored under `edit`'s name."""

    edit: str
    model: Model
    prompt: str
    pictures: tuple[Stored, ...]
    options: Options


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a request: at least one picture, validated and in the spool, and the model's own words.

    `gateway`: who made it, where that is known.
    """

    pictures: tuple[Stored, ...]
    text: str | None = None
    gateway: str | None = None


class Gateway(Protocol):
    """Image models, however they are reached."""

    async def develop(self, request: Request, watch: Watch) -> Outcome:
        """Ask for the pictures and store them.

        Raises:
            GatewayFault: no picture, with the kind of reason.
            ResultFault: a picture that cannot be fetched or used.
        """
        ...


@dataclass(frozen=True, slots=True)
class GatewayHealth:
    """How a gateway has been lately; all times are seconds.

    `rests`: models for which others are asked first, and how long yet. `fault`: its last one. `seconds`: what
    a picture usually takes, None where none came yet. `off`: an admin switched it off.
    """

    name: str
    keys: int = 0
    keys_aside: int = 0
    rests: tuple[tuple[str, float], ...] = ()
    fault: FaultKind | None = None
    fault_ago: float = 0.0
    seconds: float | None = None
    off: bool = False


class Gateways(Gateway, Protocol):
    """The same, as an operator sees them."""

    async def offers(self) -> Mapping[str, frozenset[str] | GatewayFault]:
        """The models that each gateway says it has, by its name, or why it does not say. Takes seconds."""
        ...

    def health(self) -> tuple[GatewayHealth, ...]:
        """How each gateway is, in the order in which they are asked."""
        ...

    def switch(self, name: str, *, on: bool) -> None:
        """Ask that gateway for pictures, or not; calls that run go on."""
        ...


class Spool(Protocol):
    """The folder with the bytes of pictures in and out, each kept for a limited time."""

    async def write(self, key: str, content: bytes | AsyncIterable[bytes]) -> int:
        """Store whole or not at all (written, fsynced, renamed); returns the size in bytes."""
        ...

    def read(self, key: str, chunk_size: int) -> AsyncIterator[bytes]:
        """The bytes in pieces of `chunk_size`, the last one smaller."""
        ...

    def path(self, key: str) -> Path:
        """Where the bytes are, for readers that need a file."""
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that Telegram took: the edit's picture at `position`, or words about it (None).

    `file_id`: by which the picture can be fetched or sent again. `chat`: where that is not the request's.
    """

    message: int
    file_id: str | None = None
    position: int | None = None
    chat: int | None = None


class Messenger(Protocol):
    """Telegram, as the worker sees it. Every call is addressed by the edit."""

    async def collect(self, source: Source, key: str) -> int:
        """Fetch a person's picture into the spool; returns its size in bytes.

        Raises:
            InputFault: it is gone, or too large.
        """
        ...

    async def announce(self, edit: Edit) -> None:
        """Show that it was accepted; after a restart, that it goes on. Never raises."""
        ...

    async def hand_over(self, edit: Edit) -> None:
        """Show no more of it, and leave what is shown: another process goes on with that. Never raises."""
        ...

    async def show(self, edit: Edit, progress: Progress) -> None:
        """Tell how far it is, from when a gateway is asked; stale news may be dropped. Never raises."""
        ...

    async def deliver(self, edit: Edit, outcome: Outcome) -> tuple[Sent, ...]:
        """Send the pictures as a reply to the request; `withdraw` is for afterwards.

        Raises:
            DeliveryFault: Telegram did not take them.
        """
        ...

    async def explain(self, edit: Edit, error: EditFailed) -> Sent | None:
        """Say in one plain sentence why there is no picture, and clear the status away. Never raises."""
        ...

    async def deliver_all(self, edits: Sequence[Edit]) -> tuple[tuple[Sent, ...], ...]:
        """Send the pictures of a comparison as one; what was sent for each of these edits.

        Raises:
            DeliveryFault: Telegram did not take them.
        """
        ...

    async def tally(self, comparison: Comparison) -> None:
        """Tell how far a comparison is. Never raises."""
        ...

    async def conclude(self, comparison: Comparison) -> Sent | None:
        """Say what came of a comparison, and clear its status away. Never raises."""
        ...

    async def withdraw(self, edit: Edit) -> None:
        """Clear the status of an edit away that was delivered or cancelled. Never raises."""
        ...


Seat = Callable[[str, int], AbstractAsyncContextManager[None]]
"""What it is about, and for how many at once, in all processes: waits for a free seat, and holds it."""


class Announcer(Protocol):
    """Telegram, as messages to everybody see it. Nothing here raises."""

    async def copy(self, broadcast: Broadcast, person: int) -> Fate:
        """Give somebody their copy, when nothing else has to be sent first; never twice."""
        ...

    async def tell(self, broadcast: Broadcast) -> None:
        """Show its admin how far it is, or what came of it."""
        ...


class Herald(Protocol):
    """Whoever brings alerts to admins."""

    async def tell(self, reports: Sequence[Report]) -> bool:
        """Tell all of them; False: nobody could be reached, and it should be tried again. Never raises."""
        ...


class Till(Protocol):
    """Telegram's Stars, as the services see them."""

    async def refund(self, person: int, charge: str) -> None:
        """Give the Stars of a payment back; well too if they went back before.

        Raises:
            TillFault: Telegram refused, or nobody knows.
        """
        ...

    async def transactions(self, offset: int) -> Page:
        """The bot's Star transactions after the first `offset`, the oldest first.

        Raises:
            TillFault: Telegram does not say.
        """
        ...

    async def tell(self, payment: Payment, left: int, balance: int) -> bool:
        """Tell its person of a payment's state; False: it should be tried again. Never raises."""
        ...
