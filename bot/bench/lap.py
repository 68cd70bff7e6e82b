"""A number of edits, some of them at once, and when each of them passed."""

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """How the gateway hands its picture over."""

    LINK = "link"
    JSON = "json"
    SSE = "sse"


@dataclass(slots=True)
class Trip:
    """An edit: its update is there, the gateway is asked, has an answer, Telegram has the picture.

    Seconds of `perf_counter`; bodies count when their last byte came.
    """

    offered: float
    asked: float = 0.0
    answered: float = 0.0
    sent: float = 0.0


@dataclass(slots=True)
class Lap:
    """`edits` in all, `in_flight` at once.

    `pause`: seconds between a picture and the next update. `thorough`: every byte is compared. `gathered`:
    nobody is answered until `released` is set, and those beyond `in_flight` come when they are offered.
    """

    kind: Kind
    edits: int
    in_flight: int
    pause: float = 0.0
    thorough: bool = False
    gathered: bool = False
    trips: dict[int, Trip] = field(default_factory=dict)
    asked: int = 0
    sent: int = 0
    crowd_asked: asyncio.Event = field(default_factory=asyncio.Event)
    all_asked: asyncio.Event = field(default_factory=asyncio.Event)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def seconds(self) -> float:
        """From the first update to the last picture."""
        trips = self.trips.values()
        return max(trip.sent for trip in trips) - min(trip.offered for trip in trips)

    @property
    def ways_in(self) -> list[float]:
        """Seconds from each update to its request."""
        return [trip.asked - trip.offered for trip in self.trips.values()]

    @property
    def ways_out(self) -> list[float]:
        """Seconds from each answer to its picture in Telegram."""
        return [trip.sent - trip.answered for trip in self.trips.values()]
