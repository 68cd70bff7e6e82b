from collections.abc import Sequence

from bot.domain.alert import Report


class FakeHerald:
    """Keeps what admins read; `reached`: whether anybody can be."""

    def __init__(self) -> None:
        self.reached = True
        self.read: list[str] = []

    async def tell(self, reports: Sequence[Report]) -> bool:
        if self.reached:
            self.read += [
                f"{each.stage} {' '.join(str(known.trouble.what) for known in each.troubles)}"
                for each in reports
            ]
        return self.reached
