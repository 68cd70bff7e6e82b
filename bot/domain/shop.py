"""The models on offer at this moment."""

from bot.domain.model import Catalogue


class Shop:
    """Holds what is on offer now: all that is configured, without what was put away. Ask it each time."""

    def __init__(self, whole: Catalogue) -> None:
        self.whole = self._now = whole

    @property
    def now(self) -> Catalogue:
        """What people can choose at this moment."""
        return self._now

    def put_away(self, models: frozenset[str]) -> None:
        """Offer all but these from now on."""
        self._now = self.whole.without(models)
