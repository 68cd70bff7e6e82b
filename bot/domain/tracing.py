"""Where the time of an edit goes: steps within each other, for whoever measures them."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

Note = Callable[..., None]
"""Adds facts to a step, by their names; those that are None or empty say nothing."""


class Tracing(Protocol):
    """Measures. Facts are ids and names, never what people write."""

    def __call__(
        self, step: str, /, *, since: int | None = None, **facts: str | None
    ) -> AbstractContextManager[Note]:
        """A step: from now, or from `since` (epoch ms), to the end of the block."""
        ...


def untraced(_step: str, /, **_facts: object) -> AbstractContextManager[Note]:
    """Nobody measures."""
    return nullcontext(_unnoted)


def _unnoted(**_facts: object) -> None:
    """Nothing is kept."""
