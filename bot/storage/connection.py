"""What a transaction says to the database, whichever it is.

SQL with `?` for values, in the words that SQLite and PostgreSQL share. Numbers are whole and up to 64 bits,
no and yes are 0 and 1, times are epoch milliseconds, keys are text.
"""

from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Row(Protocol):
    """A row, by the names of its columns; as an iterable, its values in their order."""

    def __getitem__(self, name: str, /) -> Any:
        """The value in a column: int, str, bytes or None."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """The statements of one transaction."""

    async def all(self, sql: str, *values: object) -> list[Row]:
        """Every row that the statement gives."""
        ...

    async def one(self, sql: str, *values: object) -> Row | None:
        """The first row, if there is one."""
        ...

    async def run(self, sql: str, *values: object) -> int:
        """How many rows the statement changed."""
        ...

    async def script(self, sql: str) -> None:
        """Several statements, each ended by a semicolon; none of them opens or ends a transaction."""
        ...

    async def tables(self) -> set[str]:
        """The names of all tables."""
        ...

    async def now(self) -> int:
        """The database's own time at this moment, one for all processes: epoch milliseconds."""
        ...


Work = Callable[[Connection], Awaitable[T]]


class Engine(Protocol):
    """A database that runs transactions. Each is whole or undone, and seen to its end: nobody cancels it.

    All of them raise StorageFault: the database refused, and nothing changed. `name`: what it is and where.
    """

    name: str

    async def write(self, work: Work[T]) -> T:
        """Run it as if it were alone; where another one was faster, once more from its start."""
        ...

    async def write_alone(self, work: Work[T]) -> T:
        """Run it while nobody else does so, in this process or another, however long it takes."""
        ...

    async def write_in_turn(self, work: Work[T]) -> T:
        """Run it where everybody wants the same rows: whoever changes one has it alone until the end.

        It sees what those before it left there, runs once, and is brief; what it wrote may be gone after the
        server crashed.
        """
        ...

    async def read(self, work: Work[T]) -> T:
        """Run it on one unchanging view of the data."""
        ...

    async def empty_log(self) -> None:
        """Move all from the log beside the data into the data, where the database has such a log."""
        ...
