"""However large the tables grow, a page is read along an index, and no further than it is long."""

from collections.abc import Awaitable, Callable, Sequence

import pytest

from bot.domain.days import Day
from bot.domain.edit import State
from bot.storage import calls, edits, figures, statuses, timing, vitals
from bot.storage.browse import Mark, acts, ledger, names, people
from bot.storage.browse import edits as browsed
from bot.storage.browse.edits import Sought
from bot.storage.database import Connection, Database
from tests.plans import Planned

AT, OF_PERSON = Mark(5, "key"), Mark(5, "7")


PAGES: list[tuple[str, Callable[[Connection], Awaitable[object]]]] = [
    ("edits_figures", lambda conn: browsed.page(conn, Sought(), AT)),
    ("edits_ended", lambda conn: browsed.page(conn, Sought(State.CANCELLED), AT)),
    ("edits_unfinished", lambda conn: browsed.page(conn, Sought(State.WAITING, model="m"), AT)),
    ("edits_error", lambda conn: browsed.page(conn, Sought(State.FAILED, "failed-x", model="m"), AT)),
    ("edits_model", lambda conn: browsed.page(conn, Sought(State.DONE, model="m"), AT)),
    ("edits_person", lambda conn: browsed.page(conn, Sought(State.DONE, "failed-x", 7, "m"), AT)),
    ("edits_unfinished", lambda conn: browsed.live(conn, 100)),
    ("edits_unfinished", browsed.unfinished),
    ("sqlite_autoindex_edits_1", lambda conn: browsed.get(conn, "e1")),
    ("ledger_at", lambda conn: ledger.page(conn, None, AT)),
    ("ledger_wallet", lambda conn: ledger.page(conn, "p7", AT)),
    ("sqlite_autoindex_ledger_1", lambda conn: ledger.of_edit(conn, "e1")),
    ("groups_wallet", lambda conn: names.of_wallets(conn, {"g-5"})),
    ("admin_acts_at", lambda conn: acts.page(conn, None, AT)),
    ("admin_acts_whom", lambda conn: acts.page(conn, 7, AT)),
    ("people_newest", lambda conn: people.newest(conn, "", OF_PERSON)),
    ("people_newest", lambda conn: people.newest(conn, "Иван", OF_PERSON)),
    ("people_username", lambda conn: people.by_username(conn, "iv")),
    ("sqlite_autoindex_people_1", lambda conn: people.by_id(conn, 7)),
    ("edits_ended", lambda conn: figures.times(conn, 1, 2)),
    ("edits_figures", lambda conn: figures.tallies(conn, Day(1, 2))),
    ("edits_figures", lambda conn: figures.more_than(conn, 9, Day(1, 2))),
    ("people_seen", lambda conn: figures.active(conn, 1)),
    ("people_newest", lambda conn: figures.newcomers(conn, 1, 2)),
    ("calls_at", lambda conn: calls.tallies(conn, 1)),
    ("sqlite_autoindex_calls_1", lambda conn: calls.of_edit(conn, "e1")),
    # What the bot itself asks all day has kept its own.
    ("edits_unfinished", edits.unfinished),
    ("edits_unfinished", vitals.look),
    ("edits_untold", statuses.untold),
    ("edits_answered", lambda conn: timing.latest(conn, "m", 50)),
]


@pytest.mark.sqlite  # its own way to tell how it reads
@pytest.mark.parametrize(("index", "work"), PAGES)
async def test_a_page_is_read_along_its_index(
    database: Database, index: str, work: Callable[[Connection], Awaitable[object]]
) -> None:
    planned = Planned(database.engine)
    await Database(planned).read(work)
    steps = [step for each in planned.asked for step in each.steps]
    assert any(f" {index} " in f"{step} " for step in steps), steps
    for fault in (fault for each in planned.asked for fault in each.faults):
        assert fault.startswith("USE TEMP B-TREE"), steps
        assert fault != "USE TEMP B-TREE FOR ORDER BY" or _short(steps), steps


def _short(steps: Sequence[str]) -> bool:
    """A page that is found already, or the two entries of an edit, may be put in order."""
    return any(step.startswith("MATERIALIZE") or "autoindex_ledger" in step for step in steps)


async def test_what_is_asked_for_once_more_begins_where_the_page_ended() -> None:
    assert Mark.read(None) is None
    assert Mark.read("") is None
    assert Mark.read(str(Mark(5, "hold:e~1"))) == Mark(5, "hold:e~1")
    for wrong in ("5", "~k", "5~", "-5~k", "٥~k", "5~" + "k" * 300):
        with pytest.raises(ValueError):  # noqa: PT011  whatever it says
            Mark.read(wrong)
