"""What the pages of the console are made of. Moments are epoch milliseconds, times are seconds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.edit import Edit
from bot.domain.errors import FaultKind, PictureProblem
from bot.domain.model import Model
from bot.domain.ports import GatewayHealth
from bot.services.figures import Counted
from bot.services.fleet import Flaw
from bot.services.profiles import Profile
from bot.storage import calls
from bot.storage.browse import Page, Who
from bot.storage.browse.edits import EditLine
from bot.storage.browse.ledger import EntryLine

FAULTS = (
    *(f"failed-{kind.replace('_', '-')}" for kind in FaultKind),
    *(f"failed-input-{problem}" for problem in PictureProblem),
    *("failed-result", "failed-delivery", "failed-group-gone", "failed-group-right", "failed-no-room"),
    *("failed-model-gone", "failed-interrupted", "failed-unexpected"),
)
"""Every text key that an edit can fail with."""


class Span(StrEnum):
    """How far back figures go: 24 hours, 7 days or 30 days."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Live:
    """An edit that has not ended. `since`: when it came into its state. `place`: how many come before it.

    `percent` and `queue` are the gateway's own words; `usual`: what a picture of the model takes.
    """

    edit: Edit
    who: Who
    since: int
    place: int | None = None
    percent: int | None = None
    queue: int | None = None
    usual: float | None = None


@dataclass(frozen=True, slots=True)
class Now:
    """The newest edits that have not ended, and how many there are in all."""

    edits: Sequence[Live]
    total: int


@dataclass(frozen=True, slots=True)
class Times:
    """How long most took: half of them at most `median`, 95 of 100 at most `p95`; None: there were none."""

    count: int = 0
    median: float | None = None
    p95: float | None = None


@dataclass(frozen=True, slots=True)
class Bucket:
    """The edits asked for from `start` on until the next one, by how they ended; `credits`: spent."""

    start: int
    done: int
    failed: int
    cancelled: int
    unfinished: int
    credits: int


@dataclass(frozen=True, slots=True)
class OfModel(Counted):
    """What was asked of a model. `gateway`, `whole`: how long what is done took, there and in all."""

    model: str
    done: int = 0
    failed: int = 0
    cancelled: int = 0
    unfinished: int = 0
    credits: int = 0
    gateway: Times = Times()
    whole: Times = Times()


@dataclass(frozen=True, slots=True)
class Overview(Counted):
    """Figures of a span. `people`: who wrote to the bot; `errors`: how many failed, by text key."""

    span: Span
    start: int
    end: int
    buckets: Sequence[Bucket]
    done: int
    failed: int
    cancelled: int
    unfinished: int
    people: int
    newcomers: int
    credits: int
    errors: Mapping[str, int]
    gateway: Times
    whole: Times
    models: Sequence[OfModel]


@dataclass(frozen=True, slots=True)
class OfPerson:
    """One person: state, statement and limit; a page of their edits, and of their wallet's entries."""

    profile: Profile
    edits: Page[EditLine]
    entries: Page[EntryLine]


@dataclass(frozen=True, slots=True)
class Moment:
    """When an edit came into a state, as far as that is written down."""

    at: int
    state: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what the reader made of an answer: `name` is a word of `darkroom explain`."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Said:
    """The last call of an edit that failed: HTTP as text, and what the reader makes of the answer."""

    request: str
    answer: str | None
    facts: Sequence[Fact]


@dataclass(frozen=True, slots=True)
class Opened:
    """One edit, opened. `words`: the model's own. `said`: while it is kept, of what failed."""

    edit: Edit
    who: Who
    ended: int | None
    course: Sequence[Moment]
    calls: Sequence[calls.Call]
    options: Mapping[str, object]
    entries: Sequence[EntryLine]
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The calls of a gateway for a model in the last 24 hours; `faults`: how many ended so, by kind."""

    model: str
    calls: int
    faults: Mapping[str, int]
    times: Times


@dataclass(frozen=True, slots=True)
class OfGateway:
    """A gateway: how it is, and its last 24 hours, in all and by model."""

    health: GatewayHealth
    calls: int
    faults: Mapping[str, int]
    times: Times
    models: Sequence[Asked]


@dataclass(frozen=True, slots=True)
class Offer:
    """A configured model, how it is reached, what is wrong with it, and what was asked of it in a day."""

    model: Model
    gateways: Sequence[str]
    flaw: Flaw | None
    default: bool
    edits: int
    done: int
    failed: int
