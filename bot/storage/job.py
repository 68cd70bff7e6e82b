"""What is to be done by any of several processes. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class Queue(StrEnum):
    """What a job is about."""

    EDITS = "edits"
    UPDATES = "updates"


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be done by any process, after all others in the same lane; more urgent ones come first.

    `key`: what it is about, in one job at a time.
    """

    queue: Queue
    key: str
    lane: str
    urgency: int = 0


@dataclass(frozen=True, slots=True)
class Stalled:
    """A job that nobody works on though somebody took it; `number` is procrastinate's."""

    number: int
    key: str


FIRST = 1
"""The urgency of what was begun before: results come before new work, whose urgency is 0 or less."""
