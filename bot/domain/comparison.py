"""A comparison: one request on several models, whose edits are delivered as one."""

from dataclasses import dataclass

from bot.domain.edit import Edit, State

FEWEST, MOST = 2, 4
"""How many models are compared."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Its edits in the order of their models; `told`: nothing is left to be said about any of them."""

    edits: tuple[Edit, ...]
    told: bool = False

    @property
    def through(self) -> int:
        """How many have their picture or their end."""
        return sum(edit.state not in {State.WAITING, State.CALLING} for edit in self.edits)

    @property
    def whole(self) -> bool:
        """Nothing is left to wait for."""
        return self.through == len(self.edits)

    @property
    def ready(self) -> tuple[Edit, ...]:
        """Those whose pictures are to be delivered, once it is whole."""
        return self._in(State.FETCHED, State.DELIVERING)

    @property
    def done(self) -> tuple[Edit, ...]:
        """Those whose pictures arrived."""
        return self._in(State.DONE)

    @property
    def failed(self) -> tuple[Edit, ...]:
        """Those that brought no picture."""
        return self._in(State.FAILED)

    def _in(self, *states: State) -> tuple[Edit, ...]:
        return tuple(edit for edit in self.edits if edit.state in states)
