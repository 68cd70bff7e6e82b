"""A call of a gateway that is over, and what was said in it."""

from dataclasses import dataclass, field

UNUSABLE = "result"
"""How a call ended whose pictures could not be had or used; else its end is a `FaultKind`."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in a call, as HTTP in plain text: no secrets, no pictures. `answer` None: none came."""

    request: str = field(repr=False)
    answer: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Called:
    """A call: whom it asked for which model, and how it ended. `fault` None: with pictures.

    `status`: HTTP's, 0 where no answer came. `said`: of a call that failed.
    """

    edit: str
    gateway: str
    model: str
    seconds: float
    fault: str | None = None
    status: int = 0
    said: Transcript | None = None
