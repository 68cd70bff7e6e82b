"""An edit: one request of one person, and the states that it goes through.

waiting -> calling -> fetched -> delivering -> done
   |          |          |           |
   +----------+----------+-----------+--> failed | cancelled
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from bot.domain.picture import Stored


class State(StrEnum):
    """Where an edit is. Every move is one transaction and names the state that it leaves."""

    WAITING = "waiting"
    CALLING = "calling"
    FETCHED = "fetched"
    DELIVERING = "delivering"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        """Nothing comes after it: the hold is settled or released."""
        return not MOVES[self]


MOVES: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        State.WAITING: frozenset({State.CALLING, State.FAILED, State.CANCELLED}),
        State.CALLING: frozenset({State.WAITING, State.FETCHED, State.FAILED, State.CANCELLED}),
        State.FETCHED: frozenset({State.DELIVERING, State.FAILED, State.CANCELLED}),
        State.DELIVERING: frozenset({State.DONE, State.FAILED, State.CANCELLED}),
        State.DONE: frozenset(),
        State.FAILED: frozenset(),
        State.CANCELLED: frozenset(),
    }
)
"""The legal moves. `calling -> waiting` is the one repeat after a crash (setting `on_unknown`)."""

CANCELLABLE = (State.WAITING, State.CALLING, State.FETCHED)
"""Until when somebody may change their mind; who wants to be forgotten may at any time."""
UNFINISHED = tuple(state for state, following in MOVES.items() if following)


class SourceKind(StrEnum):
    """How a picture came in; a file is answered with a file. Of a GIF, the first frame counts."""

    PHOTO = "photo"
    FILE = "file"
    GIF = "gif"
    STICKER = "sticker"

    @property
    def is_file(self) -> bool:
        """Whether it came with its bytes as they are."""
        return self in {SourceKind.FILE, SourceKind.GIF}


@dataclass(frozen=True, slots=True)
class Source:
    """A picture at Telegram that an edit starts from; `size` in bytes, None where Telegram does not tell.

    `key`: where the spool may still have it in full quality, as a result that an edit goes on from.
    """

    file_id: str
    kind: SourceKind = SourceKind.PHOTO
    size: int | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What a model is asked beside the prompt; None leaves it to the model."""

    count: int = 1
    size: str | None = None
    quality: str | None = None
    style: str | None = None
    ratio: str | None = None
    as_file: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person wishes beside the prompt, whatever the model; None where nothing was said."""

    count: int | None = None
    size: str | None = None
    quality: str | None = None
    style: str | None = None
    ratio: str | None = None
    as_file: bool | None = None

    def over(self, others: "Wishes") -> "Wishes":
        """These, and the others where these say nothing."""
        said = {name: value for name, value in asdict(self).items() if value is not None}
        return replace(others, **said)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in Telegram an edit was asked for: chat, the request's message (0: gone), the topic if any."""

    chat: int
    message: int
    thread: int | None = None

    @property
    def is_private(self) -> bool:
        """Whether nobody else reads along."""
        return self.chat > 0


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person asks for, before anybody said yes; `model` None means the group's or the person's choice.

    `parent`: the edit whose result it goes on from.
    """

    person: int
    place: Place
    prompt: str
    sources: tuple[Source, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    model: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One accepted request. Times in epoch milliseconds; `calls` counts the times that gateways were asked.

    `results` and `words` are the answer's, from `fetched` on; `error` is the text key of why it failed.
    `parent`: the edit whose result it goes on from. `comparison`: shared by edits that are delivered as one.
    `called`, `answered`: when a gateway was last asked, and had answered; `gateway`: whose pictures came.
    `holder`: the process that works on it; empty where there is only one. `told`: nothing is left to be said.
    """

    id: str
    wallet: str
    person: int
    place: Place
    model: str
    prompt: str
    sources: tuple[Source, ...]
    options: Options
    price: int
    state: State
    created: int
    calls: int = 0
    status_message: int | None = None
    results: tuple[Stored, ...] = ()
    words: str | None = None
    error: str | None = None
    parent: str | None = None
    comparison: str | None = None
    called: int | None = None
    answered: int | None = None
    gateway: str | None = None
    holder: str = ""
    told: bool = False


def after_crash(edit: Edit, *, retry_unknown: bool) -> State:
    """The state in which an edit goes on that a crash or a stop interrupted.

    A call whose outcome nobody knows is made once more, at most once, or given up (DESIGN 3).
    """
    if edit.state is not State.CALLING:
        return edit.state
    return State.WAITING if retry_unknown and edit.calls == 1 else State.FAILED
