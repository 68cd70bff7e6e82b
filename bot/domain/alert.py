"""What an operator has to see to, and when admins are told: at its beginning, while it lasts, at its end.

Signs come from wherever something goes wrong or is proven to work; `learn` makes troubles of them, `due` says
which of these admins read now. What is well for a moment and comes back is the same trouble. Times are epoch
milliseconds.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
CALM = 5 * MINUTE
"""So long must a thing be well before it is called so."""
DIGEST = 6 * HOUR
PAUSE = MINUTE
"""What begins so soon after a message waits for others that begin."""


class What(StrEnum):
    """The kinds of trouble; the words for each are `alert-<kind>` and, for its end, `alert-<kind>-well`."""

    KEY = "key"
    RIGHT = "right"
    CREDIT = "credit"
    REQUEST = "request"
    CERTIFICATE = "certificate"
    BREAKER = "breaker"
    DELIVERY = "delivery"
    TELEGRAM = "telegram"
    STORAGE = "storage"
    DISK = "disk"
    INBOX = "inbox"
    PRIVATE = "private"
    LEDGER = "ledger"
    STARS = "stars"


OF_GATEWAYS = frozenset({What.KEY, What.RIGHT, What.CREDIT, What.REQUEST, What.CERTIFICATE, What.BREAKER})
"""A picture proves that these are over."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How a kind of trouble behaves.

    `needs`: so many marks (edits, chats) make it one, within `window`; `in_a_row`: and no proof between them.
    `lasts`: silence of that length ends it; where only a `proof` does, it is forgotten without a word.
    """

    needs: int = 1
    window: int = DAY
    in_a_row: bool = False
    lasts: int = DAY
    proof: bool = True


_ONLY_PROOF = Habit()
_LOOKED_AT = Habit(lasts=CALM, proof=False)
_HABITS: Mapping[What, Habit] = MappingProxyType(
    {
        # One odd picture that a gateway refuses is no trouble; two edits one after the other are.
        What.REQUEST: Habit(needs=2, in_a_row=True),
        What.DELIVERY: Habit(needs=3, window=10 * MINUTE),
        What.TELEGRAM: _LOOKED_AT,
        What.STORAGE: _LOOKED_AT,
        What.DISK: _LOOKED_AT,
        What.INBOX: _LOOKED_AT,
        What.STARS: _LOOKED_AT,
        What.PRIVATE: Habit(lasts=HOUR, proof=False),
    }
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong, and where. `key`: the number of a gateway's key, from 1; 0: of none.

    `name`: what else tells it from others of its kind, as a host or a charge.
    """

    what: What
    gateway: str = ""
    model: str = ""
    key: int = 0
    name: str = ""

    @property
    def habit(self) -> Habit:
        """How it behaves."""
        return _HABITS.get(self.what, _ONLY_PROOF)


Facts = Mapping[str, str | int | None]
"""What else a sentence about a trouble tells; no secret, nothing that people wrote."""


@dataclass(frozen=True, slots=True)
class Happened:
    """A sign that something is wrong. `edit` suffered from it; `mark`, or else the edit, is counted."""

    trouble: Trouble
    edit: str = ""
    mark: str = ""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Well:
    """Proof that something works: kinds of trouble with that gateway, key and model."""

    kinds: frozenset[What]
    gateway: str = ""
    model: str = ""
    key: int = 0

    def proves(self, trouble: Trouble) -> bool:
        """Whether that trouble cannot be there any more."""
        return (
            trouble.what in self.kinds
            and trouble.gateway == self.gateway
            and trouble.model in {"", self.model}
            and trouble.key in {0, self.key}
        )


Sign = Happened | Well
Alarm = Callable[[Sign], None]
"""Hears signs; returns at once."""


def refused(detail: str) -> Happened:
    """The database or the disk did not do what it was asked."""
    return Happened(Trouble(What.STORAGE), facts={"detail": detail})


def unheard(_: Sign) -> None:
    """The alarm where nobody listens."""


@dataclass(frozen=True, slots=True)
class Known:
    """A trouble as it is known: since when, when it was last seen, how many edits it touched.

    `told`: when admins last read of it; 0: never. `well`: since when it is proven to be over.
    """

    trouble: Trouble
    since: int
    seen: int
    facts: Facts = field(default_factory=dict)
    edits: int = 0
    told: int = 0
    well: int | None = None
    marks: frozenset[str] = frozenset()
    last: str = ""

    @property
    def certain(self) -> bool:
        """There were signs enough."""
        return bool(self.told) or len(self.marks) >= self.trouble.habit.needs

    @property
    def stands(self) -> bool:
        """It is a trouble, as far as anybody knows."""
        return self.certain and self.well is None

    def again(self, sign: Happened, now: int) -> "Known":
        """One more sign of it."""
        new = bool(sign.edit) and sign.edit != self.last
        return replace(
            self,
            seen=now,
            facts=sign.facts,
            edits=self.edits + new,
            well=None,
            marks=self.marks if self.certain else self.marks | {sign.mark or sign.edit},
            last=sign.edit or self.last,
        )

    def over(self, now: int) -> bool:
        """It was well for long enough, or nothing was heard of it."""
        if self.well is not None:
            return now - self.well >= CALM
        habit = self.trouble.habit
        return now - self.seen >= (habit.lasts if self.certain else min(habit.lasts, habit.window))

    @property
    def worth_a_word(self) -> bool:
        """Whether its end is: where there is no proof, nobody knows."""
        return bool(self.told) and (self.well is not None or not self.trouble.habit.proof)


Memory = Mapping[Trouble, Known]


class Stage(StrEnum):
    """What a message tells of troubles."""

    BEGAN = "began"
    LASTS = "lasts"
    WELL = "well"


@dataclass(frozen=True, slots=True)
class Report:
    """What admins read, all at once."""

    stage: Stage
    troubles: tuple[Known, ...]


def learn(memory: Memory, signs: Iterable[Sign], now: int) -> Memory:
    """What is known after these signs, in their order."""
    known = dict(memory)
    for sign in signs:
        if isinstance(sign, Happened):
            before = known.get(sign.trouble) or Known(sign.trouble, now, now)
            known[sign.trouble] = before.again(sign, now)
            continue
        for each in [each for each in known.values() if sign.proves(each.trouble)]:
            if each.certain:
                known[each.trouble] = each if each.well is not None else replace(each, well=now)
            elif each.trouble.habit.in_a_row:
                del known[each.trouble]
    return known


def due(memory: Memory, now: int) -> tuple[tuple[Report, ...], Memory]:
    """What admins are told now, and what is known once they were."""
    over = [each for each in memory.values() if each.over(now)]
    left = {each.trouble: each for each in memory.values() if not each.over(now)}
    new = [each for each in left.values() if each.stands and not each.told]
    if any(0 <= now - each.told < PAUSE for each in memory.values()):
        new = []
    old = [each for each in left.values() if each.stands and each.told]
    if all(now - each.told < DIGEST for each in old):
        old = []
    reports = (
        Report(Stage.BEGAN, tuple(new)),
        Report(Stage.LASTS, tuple(old)),
        Report(Stage.WELL, tuple(each for each in over if each.worth_a_word)),
    )
    told = {each.trouble: replace(each, told=now, marks=frozenset()) for each in (*new, *old)}
    return tuple(each for each in reports if each.troubles), {**left, **told}
