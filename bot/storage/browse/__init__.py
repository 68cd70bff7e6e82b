"""Pages of what stands in the tables, newest first, with the names of people: what operators look through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from bot.storage.database import Row

T = TypeVar("T")
PAGE = 50
"""Lines on a page."""


class Mark(NamedTuple):
    """Where a page ends: the moment (epoch ms) and the key of its last line."""

    at: int
    key: str

    def __str__(self) -> str:
        return f"{self.at}~{self.key}"

    @classmethod
    def read(cls, text: str | None) -> "Mark | None":
        """The mark that was written so; None for the first page.

        Raises:
            ValueError: it is none.
        """
        if not text:
            return None
        at, _, key = text.partition("~")
        if not (at.isascii() and at.isdecimal() and key and len(text) <= _LONGEST):
            raise ValueError(text[:20])
        return cls(int(at), key)


_LONGEST = 200
_LAST = 2**62


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Lines, the newest first. `older`: what to ask for the next page with; None: there is none."""

    lines: Sequence[T]
    older: str | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody; without a name who never wrote, or wanted to be forgotten."""

    id: int
    name: str = ""
    username: str | None = None


def paged(
    rows: Sequence[Row], line: Callable[[Row], T], mark: Callable[[Row], Mark], most: int = PAGE
) -> Page[T]:
    """A page of rows of which one more than a page holds was asked for."""
    shown = rows[:most]
    older = str(mark(shown[-1])) if len(rows) > most else None
    return Page([line(row) for row in shown], older)


def before(mark: Mark | None) -> tuple[int, str]:
    """What comes after a page, as the two values of a comparison; from the start on without one."""
    return (mark.at, mark.key) if mark else (_LAST, "")
