"""What only PostgreSQL can do: many writers, a wire that breaks, rights, and rows changed by others."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import suppress

import psycopg
import pytest

from bot.domain.errors import StartupFault, StorageFault
from bot.storage import pulse
from bot.storage.database import Connection, Database
from bot.storage.migrate import is_new, migrate, shipped
from bot.storage.postgres import engine, opening
from bot.storage.postgres.dialect import numbered
from tests import stores
from tests.fakes.wire import Wire, wire
from tests.stores import Cluster

pytestmark = pytest.mark.skipif(stores.server() is None, reason=stores.header())
PASSWORD = "canary-of-a-password"


@pytest.fixture
def url(cluster: Cluster) -> str:
    """An empty database."""
    return cluster.empty()


@pytest.fixture
async def line(url: str) -> AsyncIterator[Wire]:
    async with wire(url) as laid:
        yield laid


@pytest.fixture
async def database(line: Wire) -> AsyncIterator[Database]:
    """Somebody's account, by a wire that can be cut."""
    async with Database.open(line.url) as opened:
        await opened.write(create)
        yield opened


async def create(conn: Connection) -> None:
    await conn.script(
        """
        CREATE TABLE accounts (id BIGINT PRIMARY KEY, n BIGINT NOT NULL);
        INSERT INTO accounts VALUES (1, 0), (2, 0);
        """
    )


async def add(conn: Connection, account: int = 1, *, runs: list[int] | None = None) -> None:
    """As services do: read, decide, write."""
    if runs is not None:
        runs.append(account)
    row = await conn.one("SELECT n FROM accounts WHERE id = ?", account)
    assert row is not None
    await asyncio.sleep(0)
    await conn.run("UPDATE accounts SET n = ? WHERE id = ?", row["n"] + 1, account)


async def sums(conn: Connection) -> list[int]:
    return [row["n"] for row in await conn.all("SELECT n FROM accounts ORDER BY id")]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT ? + ?", "SELECT $1 + $2"),
        ("x LIKE '%?' AND y = ?", "x LIKE '%?' AND y = $1"),
        ("'it''s ?' = ?", "'it''s ?' = $1"),
        ('"odd ? name" = ?', '"odd ? name" = $1'),
        ("? -- why?\n, ? /* what? */", "$1 -- why?\n, $2 /* what? */"),
    ],
)
def test_values_are_numbered_and_words_stay_as_they_are(sql: str, expected: str) -> None:
    assert numbered(sql) == expected


async def test_of_all_who_add_to_one_row_at_once_nobody_is_lost(database: Database) -> None:
    runs: list[int] = []
    async with asyncio.TaskGroup() as tasks:
        for number in range(100):
            tasks.create_task(database.write(add, 2 if number % 5 == 0 else 1, runs=runs))
    assert await database.read(sums) == [80, 20]
    assert len(runs) > 100, "some were overtaken, and ran again"


async def test_a_key_that_somebody_else_takes_at_the_same_moment_is_found_at_the_second_look(
    database: Database,
) -> None:
    async def come(conn: Connection) -> bool:
        if await conn.one("SELECT 1 FROM accounts WHERE id = 3"):
            return False
        await asyncio.sleep(0.01)
        await conn.run("INSERT INTO accounts VALUES (3, 0)")
        return True

    first = await asyncio.gather(*(database.write(come) for _ in range(5)))
    assert sorted(first) == [False, False, False, False, True]
    with pytest.raises(StorageFault, match="accounts_pkey"):
        await database.write(lambda conn: conn.run("INSERT INTO accounts VALUES (3, 0)"))


@pytest.mark.parametrize("lost", ["the COMMIT", "its answer"])
async def test_a_wire_that_breaks_at_the_commit_does_everything_exactly_once(
    database: Database, line: Wire, lost: str
) -> None:
    line.cut = lost  # type: ignore[assignment]
    await database.write(add)
    assert line.cut is None
    assert await database.read(sums) == [1, 0]


async def test_a_server_that_was_restarted_is_a_delay_and_one_that_stays_away_a_fault_in_words(
    database: Database, line: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[int] = []

    async def cut_off(conn: Connection) -> None:
        await add(conn, runs=runs)
        if len(runs) == 1:
            await line.down()

    async with asyncio.TaskGroup() as tasks:
        writing = tasks.create_task(database.write(cut_off))
        reading = tasks.create_task(database.read(sums))
        await asyncio.sleep(0.3)
        assert not writing.done()
        await line.up()
    assert await database.read(sums) == [1, 0]
    assert reading.result() in ([0, 0], [1, 0])

    await line.down()
    monkeypatch.setattr(engine, "_PATIENCE", 0.1)
    with pytest.raises(StorageFault, match="Connection refused"):
        await database.write(add)
    await line.up()
    await database.write(add)
    assert await database.read(sums) == [2, 0]


async def test_a_statement_that_failed_is_never_taken_for_done(database: Database) -> None:
    async def careless(conn: Connection) -> None:
        await add(conn)
        with suppress(StorageFault):
            await conn.run("INSERT INTO accounts VALUES (1, 5)")

    with pytest.raises(StorageFault, match="a statement failed"):
        await database.write(careless)
    assert await database.read(sums) == [0, 0]


async def test_words_of_people_are_in_no_fault_and_their_odd_letters_harm_nothing(database: Database) -> None:
    async def write(conn: Connection, words: str) -> list[object]:
        await conn.run("CREATE TABLE words (body TEXT NOT NULL CHECK (body <> 'secret'), n BIGINT)")
        await conn.run("INSERT INTO words VALUES (?, ?)", words, 2**60)
        row = await conn.one(
            "SELECT body, n, n IS NULL AS no, count(*) OVER () AS c, sum(n) OVER () AS s, '?' AS q FROM words"
        )
        assert row is not None
        return list(row)

    with pytest.raises(StorageFault) as fault:
        await database.write(write, "secret")
    assert "secret" not in fault.value.detail
    found = await database.write(write, "50 % of ? 🦊\0$1")
    assert found == ["50 % of ? 🦊\ufffd$1", 2**60, 0, 1, 2**60, "?"]
    assert {type(each) for each in found} == {int, str}


async def test_a_process_that_runs_goes_on_while_a_newer_release_adds_a_column(database: Database) -> None:
    async def everything(conn: Connection) -> int:
        return len(await conn.all("SELECT * FROM accounts WHERE id > ?", 0))

    for _ in range(10):  # so often that its plan is kept
        assert await database.read(everything) == 2
    await database.write_alone(lambda conn: conn.script("ALTER TABLE accounts ADD COLUMN m BIGINT;"))
    assert await database.read(everything) == 2
    await database.write(add)


async def test_two_processes_that_start_at_once_make_the_schema_once(url: str) -> None:
    async with Database.open(url) as one, Database.open(url) as other:
        applied = await asyncio.gather(migrate(one, 1), migrate(other, 2))
        assert sorted(map(list, applied)) == [[], sorted(shipped())]
        assert "ledger" in await one.read(lambda conn: conn.tables())


NOT_UNDERSTOOD = "database_url: cannot be understood"
UNOPENED = {
    "me:{secret}@127.0.0.1:1/x": "The database 127.0.0.1:1/x cannot be opened: Connection refused.",
    "me:{secret}@nowhere.invalid/x": "The database nowhere.invalid:5432/x cannot be opened: failed",
    "me:{secret}@127.0.0.1:54x/x": NOT_UNDERSTOOD,
    "me:{secret}@half@127.0.0.1/x": NOT_UNDERSTOOD,
    "me:{secret}/half@127.0.0.1/x": NOT_UNDERSTOOD,
    "me:1/{secret}@127.0.0.1/x": NOT_UNDERSTOOD,
    "me:%{secret}@127.0.0.1/x": NOT_UNDERSTOOD,
    "me@127.0.0.1/x?passwort={secret}": NOT_UNDERSTOOD,
}


async def refusal(url: str) -> str:
    """The sentence with which it is not opened; never with the password."""
    with pytest.raises(StartupFault) as fault:
        async with Database.open(url):
            pass
    assert PASSWORD not in fault.value.sentence
    assert len(fault.value.sentence.splitlines()) == 1
    return fault.value.sentence


@pytest.mark.parametrize("url", UNOPENED)
async def test_a_url_that_leads_nowhere_is_a_sentence(url: str) -> None:
    assert (await refusal("postgresql://" + url.format(secret=PASSWORD))).startswith(UNOPENED[url])


async def test_a_wrong_password_is_a_sentence_without_it() -> None:
    words = 'password authentication failed for user "me"'
    fields = b"".join(each.encode() + b"\0" for each in ("SFATAL", "VFATAL", "C28P01", f"M{words}")) + b"\0"

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1024)
        writer.write(b"E" + (len(fields) + 4).to_bytes(4, "big") + fields)
        writer.close()

    async with await asyncio.start_server(refuse, "127.0.0.1") as server:
        port = server.sockets[0].getsockname()[1]
        told = await refusal(
            f"postgresql://me:{PASSWORD}@127.0.0.1:{port}/x?sslmode=disable&gssencmode=disable"
        )
    assert told == f"The database 127.0.0.1:{port}/x cannot be opened: {words}."


async def test_a_database_that_cannot_be_worked_with_is_a_sentence_with_what_to_do(
    cluster: Cluster, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cluster.role(PASSWORD) as (role, as_role):
        assert f'as its owner say: GRANT CREATE, USAGE ON SCHEMA public TO "{role}"' in await refusal(
            as_role(url)
        )
        with psycopg.connect(url, autocommit=True) as owner:
            owner.execute(f"GRANT CREATE, USAGE ON SCHEMA public TO {role}")
        async with Database.open(as_role(url)) as opened:
            await migrate(opened, 1)
        with psycopg.connect(url, autocommit=True) as owner:
            owner.execute(f"REASSIGN OWNED BY {role} TO current_user; DROP OWNED BY {role}")
    standby = url + "?options=-c%20default_transaction_read_only%3Don"
    assert "takes no changes; it is a standby, or set to be read only." in await refusal(standby)
    with cluster.database("TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'") as ascii_only:
        assert "holds text as SQL_ASCII; make one with ENCODING 'UTF8'" in await refusal(ascii_only)
    monkeypatch.setattr(opening, "OLDEST", 99)
    assert "; Darkroom needs 99 or newer. Nothing was changed." in await refusal(url)


async def test_without_the_extra_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("bot.storage.postgres")
    monkeypatch.setitem(sys.modules, "bot.storage.postgres", None)
    told = await refusal("postgresql://me@127.0.0.1/x")
    assert "pip install 'procrastinate>=3.10,<3.11' 'psycopg[binary]>=3.3,<4'" in told


async def test_two_bots_of_one_database_have_a_schema_each_made_when_it_is_missing(url: str) -> None:
    names = ("shop", "user")  # the second is a word of SQL's own
    wheres = [f"{url}?options=-c%20search_path%3D{name}" for name in names]
    for _ in range(2):
        for where in wheres:
            async with Database.open(where) as opened:
                applied = await migrate(opened, 0)
                await opened.write(pulse.beat, 7)
                assert await opened.read(lambda conn: conn.tables())
    assert applied == []
    async with Database.open(url) as common:
        assert await is_new(common)
