"""The database: how fast updates are written down, and how it is with a database of many years."""

import asyncio
import tempfile
from pathlib import Path
from time import perf_counter

import orjson

from bot.bench import letters
from bot.bench.figures import Figure, Goal
from bot.bench.outside import FIRST_PERSON
from bot.bench.rivals import ADMIN, Pictures, the_bot
from bot.domain.people import wallet_of
from bot.parts import SystemClock
from bot.services.inbox import Inbox
from bot.storage.database import Connection, Database
from bot.storage.migrate import migrate

PEOPLE, EDITS = 100_000, 500_000
"""Each edit has two rows in the ledger."""

_SENDERS, _ASKING = 32, 5
_UPDATES_A_LIFE = 1_000
_SETTLED_SECONDS = 5.0
"""After these it has told Telegram its menus, in all languages: what is asked before waits for that too."""
_YEAR = 365 * 86_400_000
_SEEDS = (
    """
    CREATE TEMP TABLE numbers AS WITH RECURSIVE counting (n) AS (
        SELECT 0 UNION ALL SELECT n + 1 FROM counting WHERE n < {edits} - 1
    ) SELECT n FROM counting
    """,
    """
    INSERT INTO people (id, name, username, spoken, met, seen)
    SELECT {first} + n, 'Ann', 'ann' || n, 'en', {now} - n * {step}, {now} FROM numbers WHERE n < {people}
    """,
    """
    INSERT INTO wallets (id, period, free_used)
    SELECT {wallet} || ({first} + n), {now} - {year}, 0 FROM numbers WHERE n < {people}
    """,
    """
    INSERT INTO edits (id, update_id, wallet, person, chat, message, model, prompt, sources, options, price,
        state, calls, created, called, answered, ended, told)
    SELECT 'e' || n, -n, {wallet} || person, person, person, n, 'nano-banana', 'make it sepia', '[]', '{{}}',
        1, 'done', 1, asked, asked + 1000, asked + 9000, asked + 9900, 1
    FROM (SELECT n, {first} + n % {people} AS person, {now} - n * {step} AS asked FROM numbers)
    """,
    """
    INSERT INTO ledger (key, wallet, at, kind, free, period, edit)
    SELECT 'hold:' || id, wallet, created, 'hold', -price, created, id FROM edits
    """,
    """
    INSERT INTO ledger (key, wallet, at, kind, period, edit)
    SELECT 'end:' || id, wallet, ended, 'settle', created, id FROM edits
    """,
)


async def written(updates: int, times: int) -> Figure:
    """Updates a second into the inbox, each in a transaction of its own, on the disk of temporary files."""
    rates = []
    with tempfile.TemporaryDirectory(prefix="darkroom-bench-") as folder:
        async with Database.open(Path(folder) / "darkroom.db") as database:
            await migrate(database, SystemClock().now())
            inbox = Inbox(database, SystemClock())
            for turn in range(times):
                began = perf_counter()
                await _store(inbox, range(turn * updates, (turn + 1) * updates))
                rates.append(updates / (perf_counter() - began))
    return Figure("inbox", "updates", "/s", rates, goals=(Goal(500, more=True),))


async def _seeded(path: Path) -> None:
    now = SystemClock().now()
    values = {
        "now": now,
        "year": _YEAR,
        "step": _YEAR // EDITS,
        "first": FIRST_PERSON,
        "people": PEOPLE,
        "edits": EDITS,
        "wallet": f"'{wallet_of(0).removesuffix('0')}'",
    }

    async def fill(conn: Connection) -> None:
        for seed in _SEEDS:
            await conn.run(seed.format(**values))

    async with Database.open(path) as database:
        await migrate(database, now)
        await database.write(fill)


async def _store(inbox: Inbox, numbers: range) -> None:
    waiting = iter(numbers)

    async def send() -> None:
        for number in waiting:
            content = letters.photo(number, 3_000_000)
            await inbox.store([orjson.loads(letters.update(number, FIRST_PERSON, content))])

    async with asyncio.TaskGroup() as senders:
        for _ in range(_SENDERS):
            senders.create_task(send())


async def grown(pictures: Pictures, times: int) -> list[Figure]:
    """Start-up, /quota and /stats with a hundred thousand people and a million rows in the ledger."""
    starts, quotas, stats = [], [], []
    with tempfile.TemporaryDirectory(prefix="darkroom-bench-") as folder:
        data = Path(folder)
        await _seeded(data / "darkroom.db")
        for life in range(times):
            began = perf_counter()
            async with the_bot(pictures, data, last=life * _UPDATES_A_LIFE) as bot:
                starts.append(perf_counter() - began)
                await asyncio.sleep(_SETTLED_SECONDS)
                quotas += [
                    1000 * await bot.outside.ask("/quota", FIRST_PERSON + turn) for turn in range(_ASKING)
                ]
                stats.append(await bot.outside.ask("/stats 30", ADMIN))
    size = f"{PEOPLE:,} people"
    return [
        Figure(size, "start to first poll", "s", starts, goals=(Goal(1.5),)),
        Figure(size, "/quota", "ms", quotas, goals=(Goal(20.0),)),
        Figure(size, "/stats 30", "s", stats, goals=(Goal(1.0),)),
    ]
