from datetime import UTC, datetime


class FakeClock:
    """A clock that stands still until it is told to move."""

    def __init__(self, moment: datetime = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)) -> None:
        self._now = round(moment.timestamp() * 1000)

    def now(self) -> int:
        return self._now

    def move(self, seconds: float) -> None:
        self._now += round(seconds * 1000)
