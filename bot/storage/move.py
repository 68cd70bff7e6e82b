"""A SQLite database copied into PostgreSQL: rows that are there stay, and both are compared in the end."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Protocol

from bot.domain.errors import StartupFault
from bot.storage.database import Connection, Database, Row
from bot.storage.postgres.dialect import clean

_LEFT = frozenset({"migrations", "pulse", "leases", "tolls", "signs", "presses"})
"""What each database has of its own: what was done to it, and what its processes tell each other just now."""
_AT_ONCE = 500
_BEFORE_ALL = -(2**63)

_COLUMNS = "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid"
_REFERRED = 'SELECT "table" AS name FROM pragma_foreign_key_list(?)'
_NUMBERED = """
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = ? AND is_identity = 'YES'
"""
_GO_ON = "SELECT setval(pg_get_serial_sequence(?, ?), ?, false)"
_LEDGERS = """
    SELECT wallets.id, balance, free_used, refunded, count(ledger.number) AS entries,
        coalesce(sum(free), 0) AS free, coalesce(sum(paid), 0) AS paid
    FROM wallets LEFT JOIN ledger ON ledger.wallet = wallets.id
    WHERE wallets.id IN ({}) GROUP BY wallets.id, balance, free_used, refunded
"""


class Bar(Protocol):
    """What shows how far it is."""

    def update(self, n_steps: int, /) -> None:
        """So many rows more."""


Bars = Callable[[str, int], AbstractContextManager[Bar]]
"""Makes a bar, by its title and the number of rows."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What is in both now, and the same."""

    tables: int
    rows: int
    wallets: int


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def listed(self) -> str:
        return ", ".join(f'"{name}"' for name in self.columns)

    def identity(self, row: Sequence[object]) -> tuple[object, ...]:
        known = dict(zip(self.columns, row, strict=True))
        return tuple(known[name] for name in self.key)


async def move(source: Database, target: Database, bars: Bars) -> Moved:
    """Copy all that `target` lacks; both have the schema of this release, and nobody else writes to them.

    Raises:
        StartupFault: the target holds something else, and no row was changed; or they differ in the end.
        StorageFault: one of them refused. What was copied stays, and another run goes on from there.
    """
    tables = await source.read(_tables)
    counts = await source.read(_counts, tables)
    there = await target.read(_counts, tables)
    begun = [table for table in tables if there[table.name]]
    with bars("Comparing", sum(counts[table.name] for table in begun)) as bar:
        for table in begun:
            await _refuse_others(source, target, table, there[table.name], bar)
    with bars("Copying", sum(counts.values())) as bar:
        for table in tables:
            if there[table.name] == counts[table.name]:
                bar.update(counts[table.name])
            else:
                async for rows in _batches(source, table):
                    await target.write(_insert, table, rows)
                    bar.update(len(rows))
            await target.write(_number, table)
    return await _compared(source, target, tables)


async def _tables(conn: Connection) -> list[_Table]:
    """In an order in which each comes after those that it refers to."""
    names = {name for name in await conn.tables() if not name.startswith("sqlite_")} - _LEFT
    order: TopologicalSorter[str] = TopologicalSorter()
    for name in sorted(names):
        order.add(name, *[row["name"] for row in await conn.all(_REFERRED, name)])
    return [await _table(conn, name) for name in order.static_order()]


async def _table(conn: Connection, name: str) -> _Table:
    columns = await conn.all(_COLUMNS, name)
    key = sorted((row["pk"], row["name"]) for row in columns if row["pk"])
    return _Table(name, tuple(row["name"] for row in columns), tuple(column for _, column in key))


async def _counts(conn: Connection, tables: Sequence[_Table]) -> Mapping[str, int]:
    counts = {}
    for table in tables:
        row = await conn.one(f'SELECT count(*) AS n FROM "{table.name}"')  # noqa: S608  out of the schema
        counts[table.name] = row["n"] if row else 0
    return counts


async def _batches(source: Database, table: _Table) -> AsyncIterator[list[Sequence[object]]]:
    """All rows, by SQLite's own number of each, as PostgreSQL can hold them."""
    last = _BEFORE_ALL
    while rows := await source.read(_batch, table, last):
        last = rows[-1]["at_row"]
        yield [clean(tuple(row)[1:]) for row in rows]


async def _batch(conn: Connection, table: _Table, last: int) -> list[Row]:
    return await conn.all(
        f'SELECT rowid AS at_row, {table.listed} FROM "{table.name}" '  # noqa: S608  out of the schema
        "WHERE rowid > ? ORDER BY rowid LIMIT ?",
        last,
        _AT_ONCE,
    )


async def _refuse_others(source: Database, target: Database, table: _Table, there: int, bar: Bar) -> None:
    """See that what is there is the source's, as it is now.

    Raises:
        StartupFault: it is not.
    """
    ours = 0
    async for rows in _batches(source, table):
        known = {table.identity(row): list(row) for row in rows}
        found = await target.read(_found, table, list(known))
        if any(known.get(table.identity(row)) != row for row in found):
            break
        ours += len(found)
        bar.update(len(rows))
    if ours != there:
        raise StartupFault(
            f"The database {target.name} holds other rows than {source.name} (in {table.name}). "
            "Give one that is empty. No row was changed.",
            exit_code=1,
        )


async def _found(
    conn: Connection, table: _Table, keys: Sequence[tuple[object, ...]]
) -> list[Sequence[object]]:
    key, one = ", ".join(f'"{name}"' for name in table.key), _places(len(table.key))
    rows = await conn.all(
        f'SELECT {table.listed} FROM "{table.name}" '  # noqa: S608  out of the schema
        f"WHERE ({key}) IN ({', '.join([one] * len(keys))})",
        *[value for each in keys for value in each],
    )
    return [list(row) for row in rows]


async def _insert(conn: Connection, table: _Table, rows: Sequence[Sequence[object]]) -> None:
    key = ", ".join(f'"{name}"' for name in table.key)
    await conn.run(
        f'INSERT INTO "{table.name}" ({table.listed}) '  # noqa: S608  out of the schema
        f"VALUES {', '.join([_places(len(table.columns))] * len(rows))} ON CONFLICT ({key}) DO NOTHING",
        *[value for row in rows for value in row],
    )


async def _number(conn: Connection, table: _Table) -> None:
    """Let rows that are numbered as they come go on after the last."""
    for found in await conn.all(_NUMBERED, table.name):
        column = found["name"]
        row = await conn.one(f'SELECT coalesce(max("{column}"), 0) + 1 AS next FROM "{table.name}"')  # noqa: S608  out of the schema
        assert row is not None  # noqa: S101  an aggregate gives a row
        await conn.one(_GO_ON, f'"{table.name}"', column, row["next"])


async def _compared(source: Database, target: Database, tables: Sequence[_Table]) -> Moved:
    counts, there = await source.read(_counts, tables), await target.read(_counts, tables)
    differing = [name for name, count in counts.items() if there[name] != count]
    wallets, last = 0, ""
    while not differing and (ids := await source.read(_wallets, last)):
        ours, theirs = await source.read(_ledgers, ids), await target.read(_ledgers, ids)
        differing = [f"the ledger of {each}" for each in ours if ours[each] != theirs.get(each)]
        wallets, last = wallets + len(ids), ids[-1]
    if differing:
        raise StartupFault(
            f"The two databases differ in {differing[0]}: somebody wrote to one of them meanwhile. "
            "See that nobody does, and say it again.",
            exit_code=1,
        )
    return Moved(len(counts), sum(counts.values()), wallets)


async def _wallets(conn: Connection, last: str) -> list[str]:
    rows = await conn.all("SELECT id FROM wallets WHERE id > ? ORDER BY id LIMIT ?", last, _AT_ONCE)
    return [row["id"] for row in rows]


async def _ledgers(conn: Connection, ids: Sequence[str]) -> Mapping[object, Sequence[object]]:
    rows = await conn.all(_LEDGERS.format(", ".join("?" * len(ids))), *ids)
    return {row[0]: row[1:] for row in map(clean, map(tuple, rows))}


def _places(count: int) -> str:
    return f"({', '.join('?' * count)})"
