"""What the rooms say and hear in PostgreSQL's words: `?` becomes `$1`, rows have names, numbers are whole."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Any

import psycopg
from psycopg import AsyncConnection, AsyncRawCursor
from psycopg.adapt import AdaptersMap, Buffer, Loader
from psycopg.types.numeric import Int8Dumper

_PARTS = re.compile(
    r"""'(?:[^']|'')*' | "(?:[^"]|"")*" | --[^\n]* | /\*.*?\*/ | \?""", re.DOTALL | re.VERBOSE
)
_NUL = "\0"


class PostgresRow:
    """A row, by the names of its columns; as an iterable, its values in their order."""

    __slots__ = ("_places", "_values")

    def __init__(self, places: Mapping[str, int], values: Sequence[Any]) -> None:
        self._places, self._values = places, values

    def __getitem__(self, name: str, /) -> Any:
        """The value in a column."""
        return self._values[self._places[name]]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def __repr__(self) -> str:
        return f"PostgresRow({', '.join(self._places)})"  # values may be somebody's words


Raw = AsyncConnection[PostgresRow]


def rows(cursor: psycopg.Cursor[Any] | psycopg.AsyncCursor[Any]) -> Callable[[Sequence[Any]], PostgresRow]:
    """The maker of a statement's rows."""
    places = {column.name: place for place, column in enumerate(cursor.description or ())}
    return lambda values: PostgresRow(places, values)


class _Number(Loader):
    """A sum of whole numbers is a whole number, as everywhere else."""

    def load(self, data: Buffer) -> int | float:
        text = bytes(data)
        return float(text) if b"." in text else int(text)


class _YesOrNo(Loader):
    """0 or 1, as everywhere else."""

    def load(self, data: Buffer) -> int:
        return int(bytes(data) == b"t")


def types() -> AdaptersMap:
    """How values go there and come back."""
    known = AdaptersMap(psycopg.adapters)
    known.register_dumper(
        int, Int8Dumper
    )  # else 1 and 100000 would be of two types, and each be planned anew
    known.register_loader("numeric", _Number)
    known.register_loader("bool", _YesOrNo)
    return known


@lru_cache(maxsize=1000)
def numbered(sql: str) -> str:
    """Each `?` as `$1`, `$2` and so on; not within quotes or comments."""
    numbers = count(1)
    return _PARTS.sub(lambda found: f"${next(numbers)}" if found[0] == "?" else found[0], sql)


def clean(values: Sequence[object]) -> list[object]:
    """Without the one character that PostgreSQL's text cannot hold."""
    return [
        each.replace(_NUL, "\ufffd") if isinstance(each, str) and _NUL in each else each for each in values
    ]


CURSOR: type[psycopg.AsyncCursor[PostgresRow]] = AsyncRawCursor
"""Takes `$1`, so that a % in SQL or in somebody's words means nothing."""
